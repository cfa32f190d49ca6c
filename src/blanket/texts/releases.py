"""Releases: reading one, publishing one."""

from __future__ import annotations

# --- Reading a release ------------------------------------------------------------------------------------------------

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

# --- What is tried ----------------------------------------------------------------------------------------------------

LOGO_NO_PICTURE = "det kan ikke tegnes"
TEMPLATE_UNUSED = "ingen side bruger den. Disse navne bruges: {names}"

# --- Publishing -------------------------------------------------------------------------------------------------------

NOT_PUBLISHED = "Intet er udgivet, for der er noget, der ikke virker:"
NOT_PUBLISHED_MORE = "… og {count} mere."
NOT_PUBLISHED_CURE = "Ret det, og prøv igen. Se det hele med: blanket kb tjek. Haster det, så skriv --trods."
CHANGED_MEANWHILE = "{name} blev ændret, mens den blev prøvet. Intet er udgivet."
CHANGED_MEANWHILE_CURE = "Udgiv igen, når den er gemt færdig."
PUBLISHED = "{file}: {count} opslag er udgivet som {name}."
PUBLISHED_FOR = "Kommune, når ingen er valgt: {id}."
PUBLISHED_FOR_NOBODY = "Ingen kommune er valgt på forhånd. Vil I det, så skriv --kommune ID."
PUBLISHED_WITH = "Med: {names}."
PUBLISHED_WITHOUT = "Udeladt, fordi det ikke kan læses ({count}): {names}."
