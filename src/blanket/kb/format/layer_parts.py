"""The pieces of a kommune's file: what it may say of one shared entry, key by key, its logo, whom it sends elsewhere.

Here go the closed structures; how they are laid over an entry stands in `blanket.kb.layers.laying`. Values are of any
form, since they take the place of values of any form: whether they fit is seen when they are laid.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, UnsetType, field

from blanket.kb.format.parts import Citation, Day, Id, Part, Text
from blanket.kb.format.roles import LABEL, NOBODY, UNSEARCHED_PHRASE, UNSEARCHED_STAFF, leading_to

Fact = Literal["telefon", "adresse", "tider", "telefontid", "aftale", "web", "hjælper_med", "hjælper_ikke_med", "note"]


class Change(Part, frozen=True, kw_only=True):
    """One value of a shared entry that a kommune says in its own way."""

    key: Annotated[
        Text,
        Meta(
            description="Nøglen i det fælles opslag med punktum imellem; numre tælles fra 1, fx papir.trin.2.",
            examples=["kort", "papir.trin.2", "kontakt.1.telefon"],
            extra=NOBODY,
        ),
    ] = field(name="nøgle")
    to: Annotated[Any, Meta(description="Det, der skal stå i stedet.")] = field(name="til")
    was: Annotated[
        Any | UnsetType,
        Meta(description="Det, der stod i det fælles opslag, da I rettede det. blanket kb tjek --ret udfylder det."),
    ] = field(name="før", default=UNSET)


class Layer(Part, frozen=True, kw_only=True):
    """What a kommune says of one shared entry, key by key."""

    hidden: Annotated[
        Literal["ja"] | None, Meta(description="ja: opslaget bruges ikke i kommunen og kommer ikke frem i søgninger.")
    ] = field(name="skjul", default=None)
    changes: Annotated[tuple[Change, ...], Meta(description="Det, der står anderledes hos jer.")] = field(
        name="ret", default=()
    )
    added: Annotated[
        dict[str, Any],
        Meta(description="Det, I lægger til: en nøgle og dens værdi; en liste lægges efter den fælles."),
    ] = field(name="tilføj", default_factory=dict)


class Unconfirmed(Part, frozen=True, kw_only=True):
    """A fact that only one page gives: shown to staff with page and date, until the kommune confirms it."""

    what: Annotated[Fact, Meta(description="Hvad det er.")] = field(name="hvad")
    text: Annotated[Text, Meta(description="Oplysningen, som siden siger den.", extra=UNSEARCHED_STAFF)] = field(
        name="tekst"
    )
    value: Annotated[
        Any | UnsetType, Meta(description="Det samme, som det skrives på kommunen, når det er bekræftet.")
    ] = field(name="værdi", default=UNSET)
    source: Annotated[Citation, Meta(description="Siden, hvor det står.", extra=NOBODY)] = field(name="kilde")
    page_date: Annotated[Day | None, Meta(description="Den dato, siden selv viser.", extra=NOBODY)] = field(
        name="sidens_dato", default=None
    )
    read: Annotated[Day, Meta(description="Hvornår siden blev læst.", extra=NOBODY)] = field(name="læst")


class Referral(Part, frozen=True, kw_only=True):
    """Something that a kommune's staff do not help with, and where the citizen goes instead."""

    text: Annotated[Text, Meta(description="Det, man ikke kan få hjælp til.", extra=UNSEARCHED_PHRASE)] = field(
        name="tekst"
    )
    instead: Annotated[
        Text | None, Meta(description="Hvor borgeren skal gå hen i stedet.", extra=UNSEARCHED_PHRASE)
    ] = field(name="i_stedet", default=None)
    tasks: Annotated[
        tuple[Id, ...], Meta(description="Id på de opgaver, det gælder.", extra=leading_to("opgave", "forløb"))
    ] = field(name="opgaver", default=())


class Logo(Part, frozen=True, kw_only=True):
    """A kommune's logo, for the head of its handouts."""

    file: Annotated[
        str,
        Meta(
            pattern=r"^[^/\\:.][^/\\:]*\.(svg|png)$",
            description="Filens navn; den ligger i samme mappe som kommunens fil. SVG eller PNG, højst 500 KB.",
            examples=["odense-logo.svg"],
            extra=NOBODY,
        ),
    ] = field(name="fil")
    alt: Annotated[Text, Meta(description="Hvad logoet viser, til den, der ikke kan se det.", extra=LABEL)]
