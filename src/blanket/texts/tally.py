"""The tally of visits."""

from __future__ import annotations

TALLY_UNWRITABLE = "Optællingen kan ikke gemmes i {file}: {why}."
TALLY_UNWRITABLE_CURE = "Se efter, om du må skrive i mappen, og om der er plads."
TALLY_SWITCHED = {
    True: "Besøg tælles. Hold op med: blanket optælling --fra",
    False: "Besøg tælles ikke. Begynd med: blanket optælling --til",
}
TALLY_EMPTY = "Der er ikke talt noget endnu."
TALLY_TITLE = "Optælling for {month}"
TALLY_VISITS = "Besøg"
TALLY_UNANSWERED = "Søgninger uden svar"
TALLY_FEW = "<5"
TALLY_PAGE_TITLE = "Skranken i {month}"
TALLY_PAGE_HEADINGS = ("Hvad", "Antal")
TALLY_PLOT_VISITS = "Besøg måned for måned"
TALLY_PLOT_ENTRIES = "Det, flest besøg handlede om"
TALLY_PLOT_NOTE = "<5: færre end fem. Tallet står her ikke, så ingen kan genkendes."
TALLY_NO_MONTH = "“{month}” er ikke en måned, der er talt i."
TALLY_MONTHS = "Der er talt i: {months}."
TALLY_CSV_HEADINGS = ("Måned", "Hvad", "Antal")
