"""Help and wrong use: what Typer says, in Danish, and examples of every command."""

from __future__ import annotations

UNKNOWN_SHELL = "“{value}” er ikke en skal, vi kender.{hint}"
HELP_KB = "Tag opslag med fra en mappe eller et indeks."

HELP_USAGE = "Brug: "
NEARLY_A_COMMAND = "“{word}” er ikke en kommando. Mente du “{line}”?"
NEARLY_A_COMMAND_CURE = "Vil du søge efter ordene, så skriv: blanket find {words}"
HELP_EXAMPLES = "Sådan gør du"
# Command -> what one types and what it does, the everyday ones first.
EXAMPLES = {
    "blanket": (
        ("blanket mor kan ikke læse sin post", "Find det, borgeren siger."),
        ("blanket vis 1", "Se det første fund på én skærm."),
        ("blanket udskriv 1 --print", "Giv borgeren et ark med."),
    ),
    "find": (
        ("blanket find skifte læge", "Find det, borgeren siger."),
        ("blanket find --emne bolig", "Se alt om et emne."),
        ("blanket find flytning --slags blanket", "Find kun blanketter."),
    ),
    "vis": (
        ("blanket vis 1", "Se det første fund på én skærm."),
        ("blanket vis 1 --net", "Se trinene på nettet."),
        ("blanket vis 1 --alt", "Se hele vejledningen."),
    ),
    "udskriv": (
        ("blanket udskriv 1 --print", "Send arket til printeren."),
        ("blanket udskriv 1 --stor", "Lav arket i stor skrift."),
        ('blanket udskriv 1 --note "Vi ringer tirsdag"', "Skriv en aftale på arket."),
    ),
    "steder": (
        ("blanket steder", "Se kommunens steder og dagens tider."),
        ("blanket steder onsdag", "Se, hvem der er der på onsdag."),
        ("blanket steder --hjælper-med pas", "Se, hvem der hjælper med det."),
    ),
    "akut": (
        ("blanket akut", "Se alle kriselinjer og senge."),
        ("blanket akut vold", "Se dem om vold."),
        ("blanket akut bolig", "Se, hvor man kan sove i nat."),
    ),
    "kommune": (
        ("blanket kommune odense", "Vælg Odense."),
        ("blanket kommune", "Se alt det lokale på én skærm."),
        ("blanket kommune --rolle frivillig", "Sig, hvem du er."),
    ),
}
HELP_HEADINGS = {"Options": "Valg", "Arguments": "Argumenter", "Commands": "Kommandoer"}
HELP_OPTION = "Vis denne hjælp."
HELP_BETWEEN = r" Fra \g<least> til \g<most>."
HELP_REQUIRED = "Skal skrives."
HELP_TRY = "Se hjælpen: {command} --hjælp"
NO_SUCH_OPTION = "Valget {option} findes ikke.{hint}"
NO_SUCH_COMMAND = "Kommandoen “{name}” findes ikke."
MISSING_ARGUMENT = "{name} mangler."
MISSING_OPTION = "Valget {name} mangler."
MISSING_COMMAND = "Skriv også, hvilken kommando du vil bruge."
OPTION_NEEDS_VALUE = "Valget {option} skal have en værdi."
BAD_VALUE = "Værdien til {name} kan ikke bruges: {value}"
NOT_A_NUMBER = "{name} skal være et helt tal."
OUT_OF_RANGE = "{name} skal være et helt tal fra {least} til {most}."
TOO_MANY_WORDS = "Der er skrevet for meget: {words}"
WORDS_WITH_DASH_CURE = "Ord, der begynder med -, skrives efter to streger: blanket find -- -5 grader"
BAD_USE = "Kommandoen er ikke skrevet rigtigt."

CHOICES = "Vælg en af disse: {choices}."
