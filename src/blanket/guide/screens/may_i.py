"""May I help with this? The answer for one kind of helper, the kommune's own before the national one.

Here goes which answer counts. Where nobody has answered it is always "ask your leader", never an invented yes.
"""

from __future__ import annotations

from dataclasses import dataclass

from blanket.guide.screens.local import LocalView
from blanket.kb.format.parts import Answer, MayI, Staff
from blanket.texts import screens as texts

# The role of the settings -> the field of the model. Who has not said a role is answered as Borgerservice.
ANSWER_FIELDS = {"borgerservice": "citizen_service", "ansat": "employees", "frivillig": "volunteers"}
USUAL = "borgerservice"
VOLUNTEER = "frivillig"


@dataclass(frozen=True, slots=True)
class HelpAnswer:
    """`answer`: ja, kun_hvis, nej or spørg. `kommune`: whose own answer it is; None for the one that holds everywhere.

    `known`: False when nobody has answered for this role, and so the answer is to ask. `chosen`: False when the helper
    has not said who they are, and is answered as the usual one.
    """

    role: str
    answer: str
    because: str
    kommune: str | None = None
    source: str | None = None
    known: bool = True
    chosen: bool = True


def may_i(staff: Staff, local: LocalView | None, role: str | None, *, private: bool = False) -> HelpAnswer:
    """The answer for a role (None: `USUAL`). `private`: whether it is a private matter, which no authority asks for."""
    chosen, role = role is not None, role or USUAL
    own = _answer(local.staff.may_i, role) if local else None
    found = own or _answer(staff.may_i, role)
    if found is None:
        return HelpAnswer(
            role, "spørg", texts.MAY_I_PRIVATE if private else texts.MAY_I_UNKNOWN, known=False, chosen=chosen
        )
    by = local.name if local and own else None
    return HelpAnswer(role, found.answer, found.because, by, found.source, chosen=chosen)


def said(answer: HelpAnswer) -> str:
    """The answer as one line: `Må jeg hjælpe? Kun hvis borgeren selv taster sine koder.`

    Whose answer it is stands at the end: the kommune's own, and the role's, but for staff of Borgerservice who have
    said that they are.
    """
    volunteer = answer.role == VOLUNTEER and answer.answer == "spørg"
    form = texts.MAY_I_ASK_VOLUNTEER if volunteer else texts.MAY_I_ANSWERS[answer.answer]
    line = texts.MAY_I.format(answer=form.format(why=answer.because.rstrip(".")))
    role = "" if answer.chosen and answer.role == USUAL else texts.ROLE_NAMES[answer.role]
    who = ", ".join(part for part in (role, answer.kommune) if part)
    return texts.MAY_I_WHOSE.format(line=line, who=who) if who else line


def _answer(given: MayI | None, role: str) -> Answer | None:
    found: Answer | None = getattr(given, ANSWER_FIELDS[role]) if given else None
    return found
