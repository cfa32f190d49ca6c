"""CPR numbers are known in every everyday spelling, and nothing that cannot be one is taken for one."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from blanket.cpr import cut_cpr

RNG = random.Random(2026)
COUNT = 300
DASHES = "-‐‑‒–—−"
BLANKS = (" ", "\u00a0", "\u202f", "\u2009")
SENTENCES = ("{}", "skifte læge {}", "Det er {}, hun spørger om.", "cpr:{}.", "({})", "{} har ringet", "nr.{}")


def _birthday() -> tuple[str, str, str]:
    return f"{RNG.randint(1, 28):02}", f"{RNG.randint(1, 12):02}", str(RNG.randint(1900, 2025))


def _cpr() -> str:
    """A made-up number in a spelling that people use. The last four digits are never those of a person: 0000-0099."""
    day, month, year = _birthday()
    last = f"00{RNG.randint(0, 99):02}"
    dash, blank = RNG.choice(DASHES), RNG.choice(BLANKS)
    between = RNG.choice((dash, blank, f"{blank}{dash}{blank}", ".", "/", "", f" {dash}", f"{dash} "))
    inner = RNG.choice(("", blank, dash, ".", "/", "", ""))
    style = RNG.randrange(6)
    if style == 0:
        return f"{day}{inner}{month}{inner}{year}{between}{last}"
    if style == 1:
        return f"{int(day)}{RNG.choice('./-')}{int(month)}{RNG.choice('./- ')}{year[2:]}{between or '-'}{last}"
    if style == 2:
        return f"{year}-{month}-{day}{between or dash}{last}"
    if style == 3:
        return f"{day} {month} {year[2:]} {last[:2]} {last[2:]}"
    if style == 4:
        return f"{int(day) + 60}{month}{year[2:]}{between}{last}"
    return f"{day}{inner}{month}{inner}{year[2:]}{between}{last}"


def _phone() -> str:
    digits = f"{RNG.randint(20_000_000, 99_999_999)}"
    pairs = " ".join(digits[at : at + 2] for at in range(0, 8, 2))
    said = RNG.choice((digits, pairs, f"{digits[:4]} {digits[4:]}", pairs.replace(" ", "-"), pairs.replace(" ", ".")))
    return RNG.choice(("", "+45 ", "+45", "0045 ", "(+45) ", "tlf. ", "tlf.nr. ")) + said


def _date() -> str:
    day, month, year = _birthday()
    names = ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober")
    return RNG.choice(
        (
            f"{day}.{month}.{year}", f"{day}-{month}-{year}", f"{int(day)}/{int(month)} {year}",
            f"{year}-{month}-{day}",
            f"{day}{month}{year}", f"{day}{month}{year[2:]}", f"den {int(day)}. {RNG.choice(names)} {year}",
            f"{day}.{month}.{year} kl. 10.30", f"{day}.{month}.{year} 10:30", f"{year}-{month}-{day}T10:30",
            f"{int(day)}.{int(month)}.{year}-31.12.{year}",
        )
    )  # fmt: skip


def _amount() -> str:
    kroner = RNG.randint(1, 99_999_999)
    dotted = f"{kroner:,}".replace(",", ".")
    return RNG.choice(
        (
            f"{dotted} kr.", f"{dotted},50 kr.", f"{kroner} kr.", f"kr. {dotted},00", f"{dotted}-{dotted} kr.",
            f"{RNG.randint(1, 99)} % af {dotted} kr.", f"{dotted} kroner i {RNG.randint(2020, 2026)}",
        )
    )  # fmt: skip


def _form() -> str:
    number = RNG.randint(1, 999)
    return RNG.choice(
        (
            f"FD {number:03}A", f"DP {number}", f"RM {RNG.randint(10_000, 99_999)}", f"blanket 02.{number:03}",
            f"5-800-014-{number:04}", f"CVR {RNG.randint(10_000_000, 99_999_999)}", f"§ {number}, stk. 2",
            f"EAN 579000{RNG.randint(1_000_000, 9_999_999)}", f"sag 2024-{RNG.randint(10_000, 99_999)}",
            f"LBK nr. {number} af 12/06/2024", f"{RNG.randint(1000, 9990)} Odense C", f"vers. {number}/2026",
        )
    )  # fmt: skip


def _samples(*makers: Callable[[], str]) -> list[str]:
    return [RNG.choice(SENTENCES).format(makers[at % len(makers)]()) for at in range(COUNT)]


@pytest.mark.parametrize("text", _samples(_cpr))
def test_every_spelling_of_a_cpr_number_is_cut(text: str) -> None:
    left, cut = cut_cpr(text)
    assert cut
    assert not any(sign.isdigit() for sign in left)


@pytest.mark.parametrize("text", _samples(_phone, _date, _amount, _form))
def test_what_cannot_be_a_cpr_number_stays(text: str) -> None:
    assert cut_cpr(text) == (text, False)


@pytest.mark.parametrize(
    "typed",
    ["010150-1234,020250-1234", "0101501234,0202501234", "1 010150-1234", "a\u200b010150\u00ad1234", "010150 –  1234"],
)
def test_lists_and_signs_that_nobody_sees(typed: str) -> None:
    left, cut = cut_cpr(typed)
    assert cut
    assert "1234" not in left


@pytest.mark.parametrize("typed", ["27.11.2026 1530", "5/6-26 1000 kr.", "1012345678", "06.10.-06.10.2005"])
def test_what_may_be_either_is_cut(typed: str) -> None:
    assert cut_cpr(typed)[1]


@pytest.mark.parametrize(
    "typed",
    [
        "992299-1234",
        "321390-1234",
        "011390-1234",
        "12345678901",
        "0101901234.5",
        "010190\n1234",
        "70 12 80 63 33 98 00 10",
    ],
)
def test_days_and_months_that_there_are_not_longer_numbers_and_two_lines(typed: str) -> None:
    assert cut_cpr(typed) == (typed, False)
