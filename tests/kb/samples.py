"""One broken file, at least, for every problem code up to B046; the later ones stand in `samples_rules`.

In a sample, ⮕ stands right before the place that the problem must point at; it is taken out before the file is written.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import msgspec

from blanket.kb.base import load
from blanket.kb.format.problem import Problem
from blanket.kb.review.all_rules import ALL_RULES
from blanket.kb.review.checking import check
from blanket.kb.review.links import Answer, link_problems, links_in
from tests.conftest import FORM, GLOSSARY, JOURNEY, MUNICIPALITY, PLACE, STAFF_PLACE, TASK

HERE = "⮕"
TASK_FILE = "opgaver/skift-laege.yaml"
TODAY = date(2026, 11, 22)

LAYER = f"{MUNICIPALITY}lag:\n  skift-laege:\n    "
LAYER_SOURCE = "kilder: [{navn: Odense Kommune, læst: 2026-10}]\n"

# A task that there is nothing to say about, not even as advice.
GOOD_TASK = """\
id: skift-laege
titel: Skift læge
emne: sundhed
myndighed: Kommunen
kort: Du kan vælge en ny læge.
sig: {ord: Jeg vil skifte læge.}
papir: {trin: [Ring til kommunen.]}
kontakt:
- navn: Borgerservice
  telefon: "70 12 80 63"
  kilde: https://www.borger.dk/
personale: {må_jeg: {borgerservice: {svar: spørg, fordi: ingen kilde siger det}}}
kilder:
- {adresse: "https://www.borger.dk/", læst: 2026-10}
"""


class Foreign(msgspec.Struct):
    """A model with a type that the form check leaves to msgspec."""

    tal: float


@dataclass(frozen=True)
class Sample:
    """Files of a base in which one code, and only that, is to be found.

    `says`: what the message or the cure must hold. `at`: file, line, column, where no ⮕ can stand. `model`: when
    given, the only file is decoded as this and not loaded as part of a base. `answer`: what every address answers, when
    the code is about links. `alone`: only the task's file is looked at.
    """

    code: str
    files: dict[str, str | bytes | None]
    says: str = ""
    at: tuple[str, int, int] | None = None
    model: type | None = None
    answer: Answer | None = None
    alone: bool = False
    name: str = field(default="", compare=False)

    def position(self) -> tuple[str, int, int]:
        """File, line and column, from 1, of the ⮕."""
        if self.at:
            return self.at
        found = [(file, text) for file, text in self.files.items() if isinstance(text, str) and HERE in text]
        assert len(found) == 1, "a sample has one ⮕"
        file, text = found[0]
        before = text[: text.index(HERE)].replace("\r\n", "\n").replace("\r", "\n")
        return file, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1

    def contents(self) -> dict[str, str | bytes | None]:
        """The files as they are to be written."""
        return {file: text.replace(HERE, "") if isinstance(text, str) else text for file, text in self.files.items()}

    def problems(self, folder: Path) -> list[Problem]:
        """What is found in the files once they are in a folder: advice too, when that is what it is about."""
        if self.answer:
            links = links_in([folder / file for file in self.files])
            return link_problems(links, dict.fromkeys([link.address for link in links], self.answer))
        if any(file.startswith("egen/") for file in self.files):  # about a shared folder and an own one
            return check([folder / "fælles", folder / "egen"], None, TODAY, only=[self.code]).problems
        by_day = self.code == "B045"  # an error that depends on the day, as advice does
        advise = TODAY if by_day or not ALL_RULES[self.code].error else None
        named = frozenset([folder / TASK_FILE]) if self.alone else None
        found = load([folder], named=named, advise=advise, finder=lambda query: ["et-andet", "et-tredje"]).problems
        return [one for one in found if one.error] if by_day else found


def task(code: str, text: str, says: str = "", name: str = "", **more: str | bytes | None) -> Sample:
    """A sample whose fault is in a task."""
    return Sample(code, {TASK_FILE: text, **more}, says, name=name)


def task_bytes(code: str, content: bytes | None, line: int, column: int, says: str = "", name: str = "") -> Sample:
    """A sample in bytes, or (None) a directory where the file should be."""
    return Sample(code, {TASK_FILE: content}, says, at=(TASK_FILE, line, column), name=name)


def swapped(text: str, old: str, new: str) -> str:
    """A valid entry with one piece of it swapped; the piece must be there once."""
    assert text.count(old) == 1, f"{old!r} must stand once in the entry"
    return text.replace(old, new)


CP1252 = "id: skift-laege\r\ntitel: Læge\r\n".encode("cp1252")
PAPER = "papir:\n  trin: [Ring.]\n  blanketter: [⮕fd-001a]\n"
OWN_CONTACT = 'navn: Borgerservice\n  telefon: "70 12 80 63"\n  kilde: https://www.borger.dk/'
WITH_PLACE = {"steder/mitid-support.yaml": PLACE}
WITH_STAFF_PLACE = {"steder/hotline.yaml": STAFF_PLACE}

FORM_SAMPLES: list[Sample] = [
    # --- The file cannot be read ---
    task_bytes("B001", None, 1, 1, "mappe", name="a directory with the name of a file"),
    task_bytes("B002", CP1252, 2, 9, "0xe6", name="Windows encoding"),
    task_bytes("B002", TASK.encode("utf-16"), 1, 1, name="UTF-16 with byte order mark"),
    task_bytes("B002", b"\xef\xbb\xbfid: a\ntitel: \xe6\n", 2, 8, name="byte order mark, then Windows encoding"),
    task_bytes("B003", "id: skift-laege\n".encode("utf-16-le"), 1, 2, "U+0000", name="UTF-16 without mark"),
    task("B003", "id: skift-laege\ntitel: Skift⮕\x00 læge\n", "U+0000", name="NUL"),
    task("B003", "id: skift-laege\ntitel: ⮕\x1b[31mLæge\n", "U+001B", name="terminal escape"),
    task("B003", "id: skift-laege\ntitel: Læge⮕\x7f\n", "U+007F", name="DEL"),
    task("B003", "id: skift-laege\ntitel: ø⮕\x9b31m\n", "U+009B", name="C1 control"),
    task("B003", "id: skift-laege\ntitel: Læge⮕\u202e\n", "U+202E", name="right-to-left override"),
    task("B003", "id: skift-laege\ntitel: ⮕\u2066Læge\u2069\n", "U+2066", name="bidi isolate"),
    task("B003", "id: skift-laege\ntitel: læge⮕\u200bvalg\n", "U+200B", name="zero-width space"),
    task("B003", "id: skift-laege\ntitel: læge⮕\u00advalg\n", "U+00AD", name="soft hyphen"),
    task("B003", "id: skift-laege\ntitel: a⮕\u2028emne: [\n", "U+2028", name="line separator"),
    task("B003", "id: skift-laege\n⮕\ufefftitel: a\n", "U+FEFF", name="byte order mark inside"),
    task("B003", 'id: skift-laege\ntitel: ⮕"\\e[31mLæge"\n', "U+001B", name="terminal escape, typed as an escape"),
    task("B003", 'id: skift-laege\ntitel: ⮕"Læge\\u202e"\n', "U+202E", name="bidi mark, typed as an escape"),
    task("B003", 'id: skift-laege\n⮕"\\0": a\n', "U+0000", name="NUL, typed as an escape in a key"),
    task("B004", "id: skift-laege\nkort: Husk⮕: tag kortet med\n", name="colon in plain text"),
    task("B004", "id: skift-laege\nsøgeord: ⮕[a, b\nemne: sundhed\nkort: x\n", name="bracket never closed"),
    task("B004", 'id: skift-laege\nkort: ⮕"Du kan skifte.\nemne: sundhed\n', name="quotation mark never closed"),
    task("B004", "id: skift-laege\r\n\r\nkort: a⮕: b\r\n", name="Windows line ends"),
    task("B004", "id: skift-laege\rtitel: Læge\rkort: ⮕@b\r", name="old Mac line ends"),
    task_bytes("B005", b"# " + b"x" * 600_000, 1, 1, "512", name="over 512 KB"),
    task("B006", "id: skift-laege\ntrin: [[[[[[[[[[[⮕" + "[" * 10_000, "12", name="10,000 brackets"),
    task("B006", "[[[[[[[[[[[[⮕" + "[" * 10_000 + "\n", "12", name="10,000 brackets from the top"),
    task("B006", "a: [b]\nt: " + "[x, " * 11 + "⮕" + "[" * 10_000, "12", name="brackets after others"),
    task("B006", "- " * 12 + "⮕" + "- " * 10_000 + "\n", "12", name="10,000 dashes"),
    task("B007", "id: skift-laege\ntitel: ⮕&navn Læge\n", name="anchor"),
    task("B007", "id: skift-laege\ntitel: ⮕*navn\n", name="alias"),
    task("B007", "id: skift-laege\ntitel: ⮕*Vigtigt*: læs det\n", name="stars for emphasis"),
    task("B007", "id: skift-laege\ntitel: ⮕& ny læge\n", name="a lone ampersand"),
    task("B007", "a: ⮕&a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", name="a billion laughs"),
    task("B008", f"{TASK}⮕---\n{TASK}", name="two documents"),
    task("B008", f"---\n{TASK}...\n⮕---\nid: b\n", name="two documents with an end mark"),
    task("B009", "id: skift-laege\ndigital:\n⮕\tadresse: https://www.borger.dk/\n", name="tab for indentation"),
    task("B009", "id: skift-laege\r\ndigital:\r\n⮕\ttrin: [a]\r\n", name="tab, Windows line ends"),
    task("B010", 'id: skift-laege\ntitel: ⮕!!python/object/apply:os.system ["echo"]\n', "!!python/object", name="code"),
    task("B010", 'id: skift-laege\ntitel: ⮕!!int "3"\n', "!!int", name="a tag of YAML's own"),
    task("B010", "id: skift-laege\ntitel: ⮕!Vigtigt læs\n", "!Vigtigt", name="exclamation mark first"),
    task("B011", "? ⮕[id, titel]\n: skift-laege\n", name="list for a key"),
    task("B011", "? ⮕{id: 1}\n: skift-laege\n", name="mapping for a key"),
    task("B011", 'id: skift-laege\n⮕"": Læge\n', name="empty key"),
    task("B012", f"{TASK}⮕titel: Ny læge\n", "“titel” står to gange; første gang på linje 2", name="at the top"),
    task("B012", f"{TASK}personale:\n  må: [a]\n  ⮕må: [b]\n", "linje 11", name="further in"),
    task_bytes("B013", b"", 1, 1, name="no byte"),
    task_bytes("B013", b"---\n ", 2, 2, name="a blank last line without an end"),
    task_bytes("B013", b"# Kommer senere.\n\n", 1, 1, name="only a remark"),
    task("B014", "id: skift-laege\npapir:\n⮕\u00a0 trin: [Ring.]\n", name="hard blank for indentation"),
    task("B014", "id: skift-laege\npapir:\n  trin:\n  ⮕\u202f- Ring.\n", name="narrow blank before a dash"),
    task("B014", "id: skift-laege\nkort:⮕\u00a0Du kan skifte.\n", name="hard blank after a colon"),
    Sample("B015", {"opgaver/a.YAML": "id: a\n"}, "små bogstaver", ("opgaver/a.YAML", 1, 1), name="capitals"),
    Sample("B015", {"opgaver/b.yaml.txt": "id: b\n"}, "små", ("opgaver/b.yaml.txt", 1, 1), name="an ending too many"),
    Sample("B015", {"Opgaver/c.yaml": "id: c\n"}, "mapperne opgaver", ("Opgaver/c.yaml", 1, 1), name="another folder"),
    Sample("B015", {"opgaver/2026/d.yaml": "id: d\n"}, "direkte", ("opgaver/2026/d.yaml", 1, 1), name="a folder below"),
    Sample("B015", {"e.yaml": "# en\nid: e\n"}, "mapperne", ("e.yaml", 1, 1), name="at the top"),
    # --- The form is wrong ---
    task("B020", f"{TASK}⮕sogeord: [ny læge]\n", "“søgeord”", name="o for ø"),
    task("B020", f"{TASK}⮕Søgeord: [ny læge]\n", "“søgeord”", name="capital"),
    task("B020", f"{TASK}⮕se_ogsaa: []\n", "“se_også”", name="aa for å"),
    task("B020", f"{TASK}personale:\n  ⮕maa_ikke: [a]\n", "“må_ikke”", name="further in"),
    task("B020", f"{TASK}⮕qqqq: x\n", "kender vi ikke.", name="nothing near"),
    task("B020", f"{TASK}⮕<<: {{titel: a}}\n", "<<", name="merge key"),
    task("B021", swapped(TASK, "id:", "⮕id:").replace("emne: sundhed\n", ""), "“emne”", name="at the top"),
    task("B021", f"{TASK}frister:\n- ⮕tekst: Straks.\n", "“kilde”", name="in a list"),
    task("B022", swapped(TASK, "titel: Skift læge", "⮕titel:"), "“titel”", name="key without value"),
    task("B022", f"{TASK}⮕fuldmagt:\n", "“fuldmagt”", name="optional key without value"),
    task("B022", f"{TASK}⮕søgeord:\n", "“søgeord”", name="list without value"),
    task("B022", swapped(TASK, "titel: Skift læge", '⮕titel: "  "'), "“titel”", name="only spaces"),
    task("B022", f"{TASK}godt_at_vide:\n- Først dette.\n⮕-\n".replace("⮕-", "-⮕"), name="empty list item"),
    task("B022", f"{TASK}digital:\n  ⮕trin: []\n", "“trin”", name="empty list that needs an item"),
    task("B023", "⮕- id: skift-laege\n- titel: Læge\n", "id, titel, emne", name="list at the top"),
    task("B023", "⮕Skift læge\n", "“Skift læge”", name="text at the top"),
    task("B023", f"{TASK}godt_at_vide:\n- ⮕Husk: tag kortet med.\n", "skal være tekst", name="colon makes a key"),
    task("B023", f"{TASK}digital: ⮕https://www.borger.dk/\n", "trin", name="text for a block of keys"),
    task("B023", f"{TASK}gebyr: [{{tekst: a, kilde: Loven, år: ⮕i år}}]\n", "et helt tal", name="word for a number"),
    task("B023", f"{TASK}privat: ⮕ja\n", "true", name="ja for true"),
    task("B023", swapped(TASK, "sundhed", "⮕[sundhed]"), "en liste", name="list for a word"),
    Sample(
        "B023", {"kommuner/odense.yaml": f"{MUNICIPALITY}opgaver: ⮕[skift-laege]\n"}, "nøgler", name="list for keys"
    ),
    task("B023", f"{TASK}gebyr: [{{tekst: a, kilde: Loven, år: ⮕{'9' * 5000}}}]\n", "99…", name="endless number"),
    task("B023", f"{TASK}gebyr: [{{tekst: a, kilde: Loven, år: ⮕0x{'f' * 5000}}}]\n", "0xff", name="endless hex"),
    task(
        "B023", f"{TASK}gebyr: [{{tekst: a, kilde: Loven, år: ⮕1{':1' * 90_000}}}]\n", "1:1:1", name="endless base 60"
    ),
    task("B024", f"{TASK}søgeord: ⮕ny læge\n", "“ny læge”", name="text for a list"),
    task("B024", f"{TASK}søgeord:\n  ⮕a: b\n", "nøgler", name="keys for a list"),
    task("B025", swapped(TASK, "sundhed", "⮕sunhed"), "“sundhed”", name="misspelt"),
    task("B025", swapped(TASK, "sundhed", "⮕yes"), "“yes”", name="yes is shown as typed"),
    Sample(
        "B025",
        {"steder/mitid-support.yaml": f"{PLACE}tider:\n- dage: [man, ⮕tirsdag]\n"},
        "Mente du “tir”?",
        name="a weekday written out",
    ),
    task("B026", swapped(TASK, "id: skift-laege", "id: ⮕Skift Læge"), "små bogstaver a-z", name="id"),
    task("B026", swapped(TASK, "id: skift-laege", "id: ⮕|\n  skift-laege"), "skift-laege↵", name="id with a line end"),
    task("B026", swapped(TASK, '"70 12 80 63"', '⮕"70128063"'), "i par", name="phone number not in pairs"),
    task("B026", swapped(TASK, '"70 12 80 63"', '⮕"+45 70 12 80 63"'), "i par", name="phone with country code"),
    task("B026", f"{TASK}kilder: [{{navn: Loven, læst: ⮕1/11 2026}}]\n", "2026-11-30", name="date"),
    task("B026", f"{TASK}kilder: [{{navn: Loven, læst: ⮕2026-13}}]\n", "2026-11-30", name="thirteenth month"),
    task("B026", f"{TASK}digital: {{adresse: ⮕www.borger.dk, trin: [a]}}\n", "https://", name="address"),
    task("B026", f"{TASK}frister: [{{tekst: a, kilde: ⮕www}}]\n", "Kilde", name="too short to be a source"),
    task("B026", f"{TASK}gebyr: [{{tekst: a, kilde: Loven, år: ⮕26}}]\n", "fra 2000 til 2100", name="year"),
    Sample(
        "B026",
        {"kommuner/odense.yaml": f"{MUNICIPALITY}opgaver:\n  ⮕Skift Læge:\n    noter: [a]\n"},
        "små bogstaver a-z",
        name="a key that is an id",
    ),
    task("B027", swapped(TASK, '"70 12 80 63"', "⮕70128063"), '"70128063"', name="phone number"),
    task("B027", swapped(TASK, "Skift læge", "⮕no"), "men no læses", name="no is shown as typed"),
    task("B027", swapped(TASK, "Skift læge", "⮕1_000.50"), '"1_000.50"', name="decimal"),
    task("B027", f"{TASK}kilder: [{{navn: Loven, læst: ⮕2026}}]\n", '"2026"', name="a year alone"),
    Sample(
        "B027",
        {"steder/mitid-support.yaml": f'{PLACE}tider:\n- dage: [man]\n  fra: ⮕10:30\n  til: "15:00"\n'},
        '"10:30"',
        name="base 60",
    ),
    task("B028", f'{TASK}gebyr: [{{tekst: a, kilde: Loven, år: ⮕"2026"}}]\n', "Skriv kun 2026.", name="quoted year"),
    Sample("B029", {"a.yaml": "⮕tal: ikke et tal\n"}, model=Foreign, name="only msgspec knows the type"),
    # --- The entry contradicts itself or the base ---
    Sample("B030", {"opgaver/ny-laege.yaml": swapped(TASK, "id: ", "id: ⮕")}, "“ny-laege”"),
    task("B031", f"{TASK}se_også: [⮕dodsfald]\n", "“doedsfald”", "see also", **{"forloeb/doedsfald.yaml": JOURNEY}),
    task(
        "B031", f"{TASK}se_også: [⮕noget-helt-andet]\n", "andet”. ", "nothing near", **{"blanketter/fd-001a.yaml": FORM}
    ),
    task("B031", f"{TASK}- sted: ⮕mitid-suport\n", "“mitid-support”", "contact", **WITH_PLACE),
    task("B031", TASK + swapped(PAPER, "fd-001a", "fd-001"), "“fd-001a”", "form", **{"blanketter/fd-001a.yaml": FORM}),
    task(
        "B031",
        TASK,
        "“skift-laege”",
        "task of a journey",
        **{"forloeb/doedsfald.yaml": swapped(JOURNEY, "lægen.", "lægen.\n  opgave: ⮕skiftlaege")},
    ),
    task(
        "B031",
        TASK,
        "“skift-laege”",
        "successor of a form",
        **{"blanketter/fd-001a.yaml": f"{FORM}afløst_af: [⮕skift-lage]\n"},
    ),
    task(
        "B031",
        TASK,
        "“skift-laege”",
        "task that a kommune adds to",
        **{"kommuner/odense.yaml": f"{MUNICIPALITY}opgaver:\n  ⮕skift-lege:\n    noter: [a]\n"},
    ),
    task(
        "B031",
        TASK,
        "“skift-laege”",
        "task that a kommune does not help with",
        **{"kommuner/odense.yaml": f"{MUNICIPALITY}hjælper_ikke_med:\n- tekst: a\n  opgaver: [⮕skift-lege]\n"},
    ),
    task(
        "B031",
        TASK,
        "“mitid-support”",
        "place that a kommune's layer names",
        **WITH_PLACE,
        **{
            "kommuner/odense.yaml": f"{MUNICIPALITY}lag:\n  skift-laege:\n    tilføj:\n"
            "      kontakt.1.sted: ⮕mitid-suport\n"
        },
    ),
    task("B031", TASK, "“skift-laege”", "word of the glossary", **{"ordbog.yaml": f"{GLOSSARY}  se: [⮕skift-lege]\n"}),
    task(
        "B032",
        TASK + PAPER.replace("fd-001a", "mitid-support"),
        "er sted, og her skal stå blanket",
        "form",
        **WITH_PLACE,
    ),
    task(
        "B032",
        f"{TASK}- sted: ⮕fd-001a\n",
        "er blanket, og her skal stå sted",
        "contact",
        **{"blanketter/fd-001a.yaml": FORM},
    ),
    Sample(
        "B033", {TASK_FILE: TASK, "opgaver/skift-laege.yml": swapped(TASK, "id: ", "id: ⮕")}, TASK_FILE, name="endings"
    ),
    Sample(
        "B033",
        {"blanketter/fd-001a.yaml": FORM, "opgaver/fd-001a.yaml": swapped(TASK, "skift-laege", "⮕fd-001a")},
        "blanketter",
        name="kinds",
    ),
    task("B034", f'{TASK}- ⮕navn: Lægen\n  telefon: "112"\n', name="without a source"),
    task("B034", f"{TASK}- ⮕note: Ring.\n", name="neither place nor number"),
    task("B034", f"{TASK}- ⮕kommune: ja\n  navn: Lægen\n", name="the own kommune under another name"),
    Sample(
        "B055",
        {
            TASK_FILE: GOOD_TASK,
            "kommuner/odense.yaml": f"{LAYER}ret: [{{nøgle: ⮕papir.trin.9, til: Ring.}}]\n",
        },
        "papir.trin.9",
        name="leads nowhere",
    ),
    Sample(
        "B055",
        {
            TASK_FILE: GOOD_TASK,
            "kommuner/odense.yaml": f"{LAYER}tilføj: {{⮕kort: Noget.}}\n",
        },
        "kort",
        name="adds what is there",
    ),
    Sample(
        "B056",
        {
            TASK_FILE: GOOD_TASK,
            "kommuner/odense.yaml": f"{LAYER}ret: [{{nøgle: ⮕kort, til: [en, to]}}]\n",
        },
        "kan ikke stå dér",
        name="does not fit",
    ),
    Sample("B034", {"kommuner/odense.yaml": f"{MUNICIPALITY}- ⮕kommune: ja\n"}, name="a kommune that sends to itself"),
    task("B035", f"{TASK}kilder:\n- ⮕læst: 2026-11\n"),
    task("B036", f"{TASK}- ⮕sted: hotline\n", "“hotline”", **WITH_STAFF_PLACE),
    task(
        "B037",
        swapped(TASK, f"- {OWN_CONTACT}", "⮕- sted: mitid-support"),
        **{"steder/mitid-support.yaml": swapped(PLACE, 'telefon: "33 98 00 10"\n', "")},
    ),
    Sample("B038", {"steder/mitid-support.yaml": f'{PLACE}tider:\n- ⮕fra: "09:00"\n'}, "09:00", name="no end"),
    Sample("B038", {"steder/mitid-support.yaml": f'{PLACE}tider: [⮕{{fra: "09:00", til: "09:00"}}]\n'}, name="no time"),
    task("B038", f'{TASK}  tider:\n  - ⮕til: "15:00"\n', "15:00", name="hours of a contact"),
    task("B039", f"{TASK}godt_at_vide: [⮕Ring 20 57 07 20.]\n", "20 57 07 20", "in pairs", **WITH_STAFF_PLACE),
    task("B039", f"{TASK}fuldmagt: ⮕Ring +45 2057-0720.\n", "20 57 07 20", "other spelling", **WITH_STAFF_PLACE),
    task("B039", f"{TASK}fuldmagt: ⮕Ring 20\u00a057\u00a007\u00a020.\n", "", "no-break spaces", **WITH_STAFF_PLACE),
    task("B039", swapped(TASK, '"70 12', '⮕"20 57').replace("80 63", "07 20"), "", "as a contact", **WITH_STAFF_PLACE),
    task("B040", f"{TASK}digital: {{adresse: ⮕https://x.liveserver.nu/a, trin: [a]}}\n", "x.liveserver.nu", "address"),
    task(
        "B040",
        f"{TASK}godt_at_vide:\n- ⮕Se mere (https://x.azurewebsites.net).\n",
        "x.azurewebsites.net)",
        "in brackets",
    ),
    task("B040", f"{TASK}fuldmagt: ⮕Gå ind på skat.dk/test/fuldmagt.\n", "skat.dk", "without https"),
    task(
        "B041", TASK + PAPER, "udgået", **{"blanketter/fd-001a.yaml": swapped(FORM, "status: gælder", "status: udgået")}
    ),
    task("B042", f"{TASK}se_også: [⮕skift-laege]\n", "“skift-laege”"),
    task("B043", f"{TASK}tidligere_id: [laegevalg, ⮕skift-laege]\n", "“skift-laege”", name="its own"),
    task(
        "B043",
        f"{TASK}tidligere_id: [⮕fd-001a]\n",
        "“fd-001a”",
        name="another's",
        **{"blanketter/fd-001a.yaml": FORM},
    ),
    task("B045", f"{TASK}kilder: [{{navn: Loven, læst: ⮕2098-01}}]\n", "2098-01", name="read in days to come"),
    task("B045", f"{TASK}kilder: [{{navn: Loven, læst: 2026-11, sidens_dato: ⮕2026-12-01}}]\n", name="a page's date"),
    task("B045", f"{TASK}kontrolleret: {{dato: ⮕2099-01-01, af: Mette}}\n", name="vouched for in days to come"),
    Sample("B046", {"opgaver/12.yaml": swapped(TASK, "id: skift-laege", 'id: ⮕"12"')}, "12-hjaelp", name="a number"),
    Sample("B046", {"opgaver/no.yaml": swapped(TASK, "id: skift-laege", 'id: ⮕"no"')}, name="no"),
    task("B044", f"{TASK}tidligere_id: [laegevalg, ⮕laegevalg]\n", "skift-laege", name="in one entry"),
    task(
        "B044",
        f"{TASK}tidligere_id: [⮕laegevalg]\n",
        "fd-001a",
        name="in two entries",
        **{"blanketter/fd-001a.yaml": f"{FORM}tidligere_id: [laegevalg]\n"},
    ),
]
