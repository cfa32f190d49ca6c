"""A sample for every rule from B101 on. `SAMPLES` are all samples: what keeps messages, tests and docs in step."""

from __future__ import annotations

from blanket.kb.review.links import Answer
from tests.conftest import FORM, GLOSSARY, MUNICIPALITY, PLACE, TASK
from tests.kb.samples import FORM_SAMPLES, GOOD_TASK, LAYER, LAYER_SOURCE, TASK_FILE, Sample, swapped, task

SAMPLES: list[Sample] = [
    *FORM_SAMPLES,
    # --- Rules that came later ---
    task(
        "B101", f"{TASK}digital: {{adresse: ⮕https://borger, trin: [a]}}\n", "https://borger", name="no dot in the host"
    ),
    task("B101", f'{TASK}digital: {{adresse: ⮕"https://www,borger.dk/", trin: [a]}}\n', name="comma for a dot"),
    task("B101", f'{TASK}digital: {{adresse: ⮕"https://https://borger.dk/", trin: [a]}}\n', name="twice https"),
    task("B101", f'{TASK}digital: {{adresse: ⮕"https://borger.dk:99999/", trin: [a]}}\n', name="no such port"),
    task("B101", f'{TASK}digital: {{adresse: ⮕"https://[", trin: [a]}}\n', name="a lone bracket"),
    task("B101", f'{TASK}digital: {{adresse: ⮕"https://mit@borger.dk/", trin: [a]}}\n', name="a name before the host"),
    task("B101", f"{TASK}godt_at_vide: [⮕Se https://borger/a.]\n", name="in running text"),
    task("B101", f'{TASK}kilder: [{{adresse: ⮕"https://www.borger.dk/a,", læst: 2026-11}}]\n', name="a source"),
    task("B102", f"{TASK}fuldmagt: ⮕Ring 70128063.\n", "70 12 80 63", name="in one"),
    task("B102", f"{TASK}godt_at_vide: [a, ⮕Ring på 7012 8063 først]\n", "7012 8063", name="in fours"),
    task("B102", f"{TASK}fuldmagt: ⮕Ring +45 70-12-80-63.\n", name="hyphens"),
    task("B102", f"{TASK}fuldmagt: ⮕Ring 701 28 063.\n", "70 12 80 63", name="in threes"),
    task("B103", f"{TASK}# Set hos ⮕010190-0000\n", name="in a comment"),
    task("B103", f"{TASK}personale: {{noter: [Som ⮕0101900000]}}\n", name="without hyphen, for staff"),
    task("B103", f"{TASK}søgeord: [ja, ⮕311299 0000]\n", name="with a space"),
    task("B103", f'{TASK}digital: {{adresse: "https://a.dk/⮕010190-0000", trin: [a]}}\n', name="in an address"),
    task(
        "B104", f"{TASK}søgetest: [⮕ny læge]\n", "“ny læge” finder ikke opslaget blandt de tre første. Den finder: et-a"
    ),
    Sample("B105", {"steder/mitid-support.yaml": f"{PLACE}kommune: ⮕odens\n"}, "Mente du “odense”?", name="of a place"),
    Sample("B105", {"kommuner/oz.yaml": swapped(MUNICIPALITY, "id: odense", "id: ⮕oz")}, "98", name="of a kommune"),
    task(
        "B106",
        f"{TASK}hændelse: dagen\nfrister:\n- tekst: Senest 5 dage efter.\n  senest: ⮕{{antal: 8, enhed: dage}}\n"
        "  kilde: Loven\n",
        "“senest” siger 8 dage",
    ),
    task(
        "B107",
        f"{TASK}frister:\n- tekst: Senest 5 dage efter.\n  senest: ⮕{{antal: 5, enhed: dage}}\n  kilde: Loven\n",
        "“senest”",
    ),
    task("B108", f"{TASK}personale: {{må_jeg: {{ansatte: ⮕{{svar: nej, fordi: a}}}}}}\n", "“nej”", name="of a task"),
    Sample(
        "B108",
        {
            TASK_FILE: TASK,
            "kommuner/odense.yaml": f"{MUNICIPALITY}opgaver:\n  skift-laege:\n"
            "    må_jeg: {frivillige: ⮕{svar: kun_hvis, fordi: a}}\n",
        },
        "“kun_hvis”",
        name="of a kommune",
    ),
    # --- Advice ---
    task("B111", swapped(GOOD_TASK, "2026-10", "2026-05").replace('"70 12', '⮕"70 12'), "halvt år", "phone numbers"),
    task(
        "B111",
        swapped(GOOD_TASK, "2026-10", "2025-12").replace(
            'kontakt:\n- navn: Borgerservice\n  telefon: "70 12 80 63"\n  kilde: https://www.borger.dk/\n',
            "gebyr:\n⮕- {tekst: Det koster 225 kr., år: 2026, kilde: Loven}\nkontakt:\n- sted: mitid-support\n",
        ),
        "Beløb",
        "amounts",
        **{"steder/mitid-support.yaml": f"{PLACE}kilder: [{{navn: MitID, læst: 2026-10}}]\n"},
    ),
    task("B111", swapped(GOOD_TASK, "- {adresse", "⮕- {adresse").replace("2026-10", "2025-11"), "et år", "everything"),
    task(
        "B112",
        swapped(
            GOOD_TASK,
            "Du kan vælge en ny læge.",
            "⮕" + "Myndighedens skriftlige henvendelse vedlægges efterfølgende ansøgningen om erstatning. " * 3,
        ).replace("Ring til kommunen.", "Ring."),
        "LIX",
    ),
    task("B113", swapped(GOOD_TASK, "Ring til kommunen.", "⮕" + "Ring" + " til den" * 10 + "."), "21 ord"),
    task("B114", swapped(GOOD_TASK, "Du kan vælge en ny læge.", "⮕" + "Du kan. " * 16), "32 ord"),
    task(
        "B115", swapped(GOOD_TASK, "[Ring til kommunen.]", "[⮕Udfyld skemaet. Send det ind.]"), "udfyld og send", "two"
    ),
    task(
        "B115", swapped(GOOD_TASK, "[Ring til kommunen.]", '[⮕"Udfyld, og betal."]'), "udfyld og betal", "one sentence"
    ),
    task("B116", swapped(GOOD_TASK, "Du kan", "⮕Efter partshøringen kan du"), "bestemmer", **{"ordbog.yaml": GLOSSARY}),
    task(
        "B117",
        swapped(GOOD_TASK, "kontakt:", "gebyr: [{tekst: Det koster 225 kr., år: ⮕2025, kilde: Loven}]\nkontakt:"),
        "gælder 2025",
        "last year",
    ),
    task(
        "B117",
        swapped(GOOD_TASK, "kontakt:", "gebyr: [{tekst: ⮕Det koster 225 kr., kilde: Loven}]\nkontakt:"),
        "intet år",
        "no year",
    ),
    task("B118", swapped(GOOD_TASK, '- {adresse: "https://www.borger.dk/"', '⮕- {adresse: "https://avisen.example/"')),
    task("B119", swapped(GOOD_TASK, "papir: {", "digital: ⮕{"), name="only digital"),
    task(
        "B119",
        swapped(GOOD_TASK, "papir: {trin: [Ring til kommunen.]}\n", "").replace("Skift l", "⮕Skift l"),
        name="no",
    ),
    task("B120", swapped(GOOD_TASK, "emne:", "søgeord: [ny læge, ⮕skift læge]\nemne:"), "“skift læge”"),
    Sample(
        "B121",
        {
            TASK_FILE: swapped(GOOD_TASK, "emne:", "søgeord: [⮕Find læge]\nemne:"),
            "opgaver/find-laege.yaml": swapped(GOOD_TASK, "id: skift", "id: find").replace("Skift læge", "Find læge"),
        },
        "find-laege",
        alone=True,
    ),
    task("B122", swapped(GOOD_TASK, "[Ring til kommunen.]", "[" + "Ring., " * 8 + "⮕Ring.]"), "9 trin"),
    task("B123", swapped(GOOD_TASK, "Ring til", "⮕Du skal bare ringe til"), "“bare”"),
    task(
        "B124", swapped(GOOD_TASK, "titel: Skift læge\nemne: sundhed\n", "emne: sundhed\n⮕titel: Skift læge\n"), "titel"
    ),
    task(
        "B125", swapped(GOOD_TASK, "sig: {ord: Jeg vil skifte læge.}\n", "").replace("[Ring til", "[⮕Ring til"), "sige"
    ),
    task(
        "B126",
        swapped(
            GOOD_TASK,
            "kontakt:",
            "frister: [{tekst: Svar straks og inden 5 dage., "
            "senest: ⮕{antal: 5, enhed: dage, fra: dagen}, kilde: Loven}]\nkontakt:",
        ),
        "“straks”",
    ),
    task(
        "B127",
        swapped(
            GOOD_TASK,
            "personale: {må_jeg: {borgerservice: {svar: spørg, fordi: ingen kilde siger det}}}\n",
            "personale: ⮕{må: [Ringe sammen med borgeren.]}\n",
        ),
        "hjælpe",
    ),
    task("B131", swapped(GOOD_TASK, "Ring til kommunen.", "⮕Betal 225 kr."), "225 kr", name="for citizens"),
    task(
        "B131",
        swapped(GOOD_TASK, "personale: {", "personale: {noter: [⮕Højst 1.200 kroner], "),
        "1.200 kroner",
        name="for staff",
    ),
    task("B132", swapped(GOOD_TASK, "Ring til kommunen.", "⮕Ring 33 98 00 10."), "33 98 00 10", name="in a step"),
    task("B132", swapped(GOOD_TASK, "Ring til kommunen.", "⮕Ring +45 33 98 00 10."), "33 98 00 10", name="with +45"),
    # --- The local layer ---
    Sample(
        "B143",
        {
            TASK_FILE: GOOD_TASK,
            "kommuner/odense.yaml": f"{LAYER}ret: [{{nøgle: ⮕kort, til: Vores ord., før: De gamle fælles ord.}}]\n"
            + LAYER_SOURCE,
        },
        "ændret",
        name="overtaken",
    ),
    Sample(
        "B144",
        {
            TASK_FILE: GOOD_TASK,
            "kommuner/odense.yaml": f"{LAYER}ret: [{{nøgle: ⮕kort, til: Vores ord.}}]\n" + LAYER_SOURCE,
        },
        "blanket kb flet skift-laege",
        name="unmarked",
    ),
    Sample(
        "B145",
        {
            TASK_FILE: GOOD_TASK,
            "kommuner/odense.yaml": f"{LAYER}ret: [{{nøgle: ⮕kort, til: Du kan vælge en ny læge., før: Det gamle.}}]\n"
            + LAYER_SOURCE,
        },
        "det samme",
        name="same",
    ),
    Sample(
        "B146",
        {
            "steder/mitid-support.yaml": PLACE
            + 'tider:\n- {dage: [man], fra: "09:00", til: "15:00", note: ⮕kun i ulige uger}\n'
            "kilder: [{navn: MitID, læst: 2026-10}]\n"
        },
        "ulige",
    ),
    Sample(
        "B147",
        {
            f"fælles/{TASK_FILE}": TASK,
            f"egen/{TASK_FILE}": TASK.replace("Kommunen", "Os"),
            f"egen/udgangspunkt/{TASK_FILE}": TASK.replace("70 12 80 63", "70 12 80 62"),
        },
        "blanket kb flet skift-laege",
        (f"egen/{TASK_FILE}", 1, 1),
    ),
    Sample(
        "B148",
        {f"fælles/{TASK_FILE}": TASK, f"egen/{TASK_FILE}": TASK.replace("Kommunen", "Os")},
        "Det fælles opslag",
        (f"egen/{TASK_FILE}", 1, 1),
    ),
    # --- Cut texts, and what is said without ground ---
    task(
        "B047",
        swapped(GOOD_TASK, "papir: {trin: [Ring til kommunen.]}", "papir:\n  trin:\n  - Ring til kontor ⮕#1 i stuen."),
        "#1 i stuen",
    ),
    task("B048", swapped(GOOD_TASK, "papir:", "medbring: [Pas, ⮕hvis du har tid]\npapir:"), "hvis du har"),
    Sample(
        "B133",
        {
            TASK_FILE: swapped(GOOD_TASK, "[Ring til kommunen.]", "[⮕Ring til kommunen. I Odense går du derhen.]"),
            "kommuner/odense.yaml": MUNICIPALITY,
        },
        "Odense",
    ),
    Sample(
        "B149",
        {
            "blanketter/fd-001a.yaml": swapped(FORM, "kort: ", "kort: ⮕Spørg udgiveren, hvad blanketten bruges til.\n#")
            + GOOD_TASK[GOOD_TASK.index("kilder:") :]
        },
        "hvad den bruges til",
    ),
    Sample(
        "B150",
        {
            TASK_FILE: GOOD_TASK,
            "kommuner/odense.yaml": f"{MUNICIPALITY}lag:\n  ⮕skift-laege: {{tilføj: {{godt_at_vide: [Kom nu.]}}}}\n",
        },
        "skift-laege",
    ),
    # --- What addresses answer ---
    Sample("B151", {TASK_FILE: swapped(TASK, "https", "⮕https")}, "404", answer=Answer("død", why="404")),
    Sample(
        "B152",
        {TASK_FILE: swapped(TASK, "https", "⮕https")},
        "https://a.dk/",
        answer=Answer("flyttet", "https://a.dk/"),
    ),
    Sample("B153", {TASK_FILE: swapped(TASK, "https", "⮕https")}, "403", answer=Answer("usikker", why="403")),
]
