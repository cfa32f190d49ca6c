"""The twelve questions that make a kommune's file."""

from __future__ import annotations

KOMMUNE_INTRO = (
    "{name}: tolv spørgsmål. Enter bruger det, basen ved (det første); - springer over. "
    "Intet er skrevet, før du har svaret på det sidste."
)
KOMMUNE_GOES_ON = "{name}: du går videre, hvor du slap. Enter bruger det, du svarede sidst; - springer over."
KOMMUNE_KEPT = "Dine svar er gemt her på maskinen. Kør kommandoen igen, så går du videre, hvor du slap."
KOMMUNE_EARLIER = "   Du svarede sidst: {text}"
KOMMUNE_QUESTION = "{number} af {count}. {text}"
KOMMUNE_KNOWN = "   Basen siger: {text} ({source})"
KOMMUNE_ASK = "   > "
KOMMUNE_QUESTIONS = {
    "telefon": "Hvilket nummer ringer borgerne til?",
    "telefontid": "Hvornår er telefonen åben? Skriv fx: man-tor 9-15, fre 9-13",
    "adresse": "Hvor ligger Borgerservice? Vej, postnummer og by.",
    "tider": "Hvornår er Borgerservice åben? Skriv fx: man-ons 10-15, tor 10-17",
    "aftale": "Skal man bestille tid, og hvordan?",
    "rolig_tid": "Hvordan får man en rolig tid, fx før åbningstid?",
    "sted": "Hvad hedder et sted ude i byen, hvor borgerne også kan få hjælp?",
    "sted_adresse": "Hvor ligger det?",
    "sted_tider": "Hvilke dage og tider? Skriv fx: tir 10-12",
    "hjælper_med": "Hvad hjælper I med? Skriv det med komma imellem.",
    "hotline": "Hvilket nummer ringer medarbejdere og frivillige til? Borgerne får det aldrig.",
    "logo": "Hvor ligger kommunens logo? En SVG- eller PNG-fil.",
}
KOMMUNE_BAD_PHONE = "“{typed}” er ikke et telefonnummer. Skriv otte cifre."
KOMMUNE_BAD_HOURS = "“{typed}” kan ikke læses. Skriv det sådan: man-tor 10-15, fre 10-12.30"
KOMMUNE_BAD_LOGO = "“{typed}” er ikke en SVG- eller PNG-fil, som findes."
KOMMUNE_SUMMARY = "Det, der gælder lokalt i {name} Kommune."
KOMMUNE_OFFICE = "Her kan du få hjælp af {name} Kommune."
KOMMUNE_PLACE = "Her kan du også få hjælp i {name} Kommune. Ring først."
KOMMUNE_LINE = "Telefon for medarbejdere i {name}"
KOMMUNE_LINE_FOR = "Ring, når du står med en borger."
KOMMUNE_SELF = "{name} selv"
KOMMUNE_THERE = "{file} findes allerede."
KOMMUNE_THERE_CURE = "Ret den med: blanket kb ret {id}"
KOMMUNE_WRITTEN = "Skrevet: {file}"
KOMMUNE_NOTHING = "Der er intet skrevet, for der var ingen svar."
KOMMUNE_SOUND = "Tjekket: ingen fejl."
KOMMUNE_NEXT = "Vælg kommunen her på maskinen med: blanket kommune {id}"
KOMMUNE_UNKNOWN = "“{id}” er ikke en af Danmarks 98 kommuner.{hint}"
