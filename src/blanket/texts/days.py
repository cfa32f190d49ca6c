"""Days, dates and hours."""

from __future__ import annotations

UNKNOWN_DAY = "Dagen “{day}” kan ikke bruges: {why}."
UNKNOWN_DAY_CURE = "Skriv fx 10. december, 10-12, i morgen, på torsdag eller om 14 dage."
DAY_NOT_READ = "den er ikke til at læse"
DAY_NOT_THERE = "den dag findes ikke"
DAY_OF_OTHER_NAME = "det er {date}"
DAY_TOO_FAR = "den er for langt væk"

DAY_NAMES = {
    "man": "mandag",
    "tir": "tirsdag",
    "ons": "onsdag",
    "tor": "torsdag",
    "fre": "fredag",
    "lør": "lørdag",
    "søn": "søndag",
    "helligdage": "helligdage",
}
HOLIDAY_NAMES = {
    "New Year's Day": "nytårsdag",
    "Maundy Thursday": "skærtorsdag",
    "Good Friday": "langfredag",
    "Easter Sunday": "påskedag",
    "Easter Monday": "2. påskedag",
    "Great Day of Prayers": "store bededag",
    "Ascension Day": "Kristi himmelfartsdag",
    "Pentecost": "pinsedag",
    "Pentecost Monday": "2. pinsedag",
    "Christmas Day": "juledag",
    "Second Day of Christmas": "2. juledag",
    "Workers' Day": "1. maj",
    "Constitution Day": "grundlovsdag",
    "Christmas Eve": "juleaften",
    "New Year's Eve": "nytårsaften",
}
OPEN_NOW = "åbent til kl. {closes}"
OPEN_ALL_DAY = "åbent døgnet rundt"
CLOSED_NOW = "lukket"
CLOSED_FOR_TODAY = "lukket nu ({text})"
OPENS_LATER = "lukket, åbner kl. {opens}"
OPENS_ON = "lukket, åbner {day} kl. {opens}"
OPENS_PERHAPS = "lukket, måske åbent {day} ({why}): ring først"
TIME_UNKNOWN = "tiden er ukendt"
HOURS_UNKNOWN = "åbningstid ukendt, ring først"
HOURS_UNKNOWN_TODAY = "åbent {day}, tiden er ukendt, ring først"
DAY_OPEN = "{day} {span}"
DAY_CLOSED = "ikke åbent {day}"
DAY_HOLIDAY = "ikke åbent {day} ({holiday})"
DAY_PERHAPS = "{day} ({holiday}): ring først, der kan være lukket"
DAY_TIME_UNKNOWN = "åbent {day}, tiden er ikke kendt"
ROUND_THE_CLOCK = "døgnet rundt"
OPEN_NOW_SURE = "åben nu, {text}"
HOURS_NOT_KNOWN = "tiden er ikke kendt"
UNCONFIRMED = " (ikke bekræftet)"
HOURS_UNCONFIRMED = "{text}" + UNCONFIRMED
TODAY = "i dag {span}"
HOLIDAY_CLOSED = "lukket i dag ({holiday})"
HOLIDAY_PERHAPS = "{holiday}: ring først, der kan være lukket"

MONTH_NAMES = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)

IN_WEEKS = "kun i {weeks} uger"
OF_MONTH = "{which} {days} i måneden"
CLOSED_IN = "lukket {period}"
BY_APPOINTMENT = "kun efter aftale"
PERHAPS_BY_NOTE = "måske åbent i dag ({note}): ring først"
ONLY_BY_APPOINTMENT = "kun efter aftale: ring først"
CLOSED_BECAUSE = "lukket: {why}"
DAY_WITH_DATE = "{day} den {number}. {month}"
