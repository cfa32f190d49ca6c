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
