"""What is said of releases, of publishing and of what tjek and status see, in Danish. The rest stands in `texts`."""

# --- Reading a release --------------------------------------------------------------------------------------------

RELEASE_TOO_NEW = "{file} (udgivelse {name}) er lavet til en nyere blanket end den, der er her."
RELEASE_TOO_NEW_CURE = "Opdater blanket. Sig til dem, der lægger programmer på din pc: udgave {program} eller nyere."
RELEASE_TOO_OLD = "{file} (udgivelse {name}) er lavet til en ældre blanket, end denne kan læse."
RELEASE_TOO_OLD_CURE = "Sig til dem, der udgiver vidensbasen: udgiv den igen med blanket kb udgiv."
RELEASE_OUT_OF_REACH = "{file} kan ikke nås lige nu. Her bruges den udgave, som sidst blev hentet: {which}"
RELEASE_UNKNOWN = "uden navn"
RELEASE_SAID = "{name}, lavet {day} ({age})"
RELEASE_UNDATED = "{name}, lavet en ukendt dag"
DAYS_OLD = "{days} dage gammel"
VERSION_RELEASE = "Vidensbase: udgivelse {said}{whose}"
VERSION_WHOSE = ", kommune {id}"
VERSION_FILE = "Fil: {file}"

# --- What tjek has looked at ---------------------------------------------------------------------------------------

CHECK_SHARED = "{count} opslag, alle fra den fælles base; ingen mappe med egne opslag er med."
CHECK_OWN = "{count} opslag, heraf {own} egne i {folders}."

# --- What is tried -------------------------------------------------------------------------------------------------

LOGO_NO_PICTURE = "det kan ikke tegnes"
TEMPLATE_UNUSED = "ingen side bruger den. Disse navne bruges: {names}"

# --- Publishing ----------------------------------------------------------------------------------------------------

NOT_PUBLISHED = "Intet er udgivet, for der er noget, der ikke virker:"
NOT_PUBLISHED_MORE = "… og {count} mere."
NOT_PUBLISHED_CURE = "Ret det, og prøv igen. Se det hele med: blanket kb tjek. Haster det, så skriv --trods."
PUBLISHED = "{file}: {count} opslag er udgivet som {name}."
PUBLISHED_FOR = "Kommune, når ingen er valgt: {id}."
PUBLISHED_FOR_NOBODY = "Ingen kommune er valgt på forhånd. Vil I det, så skriv --kommune ID."
PUBLISHED_WITH = "Med: {names}."
PUBLISHED_WITHOUT = "Udeladt, fordi det ikke kan læses ({count}): {names}."
UNVOUCHED = (
    "Ingen har kontrolleret: {deadlines} af {of_deadlines} frister, {sums} af {of_sums} beløb og"
    " {answers} af {of_answers} svar på “må jeg hjælpe?”."
)
ALL_VOUCHED = "Alle frister, beløb og svar på “må jeg hjælpe?” er kontrolleret af et menneske."

# --- Status --------------------------------------------------------------------------------------------------------

STATUS_OWN = "  heraf egne"
STATUS_SHARED = "  heraf fælles"
STATUS_OWN_ONE = "eget"
STATUS_SHARED_ONE = "fælles"
STATUS_NO_RELEASE = "Herfra er der ikke udgivet noget endnu: blanket kb udgiv MAPPE"
STATUS_RELEASE = "Sidste udgivelse: {which}"
STATUS_SINCE = "Siden da: {changes}."
STATUS_SAME = "ingen ændringer"
STATUS_OLD_AMOUNTS = "Beløb fra tidligere år, også midt i tekster"
STATUS_DUE_LIST = "  Alle med id og side: blanket kb status --csv FIL"
STATUS_CSV = ("id", "titel", "slags", "eget eller fælles", "grund", "sidst set", "side")
FIGURES = {
    "opslag": "opslag",
    "kontrolleret": "kontrolleret",
    "skal_gennemgås": "skal gennemgås",
    "usikre_punkter": "usikre punkter",
}
KOMMUNER = "{count} kommuner: {phones} med nummer, {addresses} med adresse, {hours} med åbningstider."
KOMMUNER_REST = "{waiting} har noget, der venter på kommunens ja (blanket kb bekræft). {missing} mangler noget helt."
NO_KOMMUNER = "Der er ingen kommuner i basen."
KOMMUNE_WAITS = "venter på ja: {facts}"
KOMMUNE_LACKS = "mangler: {facts}"
