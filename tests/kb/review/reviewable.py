"""A base to be reviewed: a hundred claims on forty pages."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import write_files

PAGES, TASKS = 40, 20
SITE = "https://sider.localhost/side-{}"


def files(site: str = SITE) -> dict[str, str | bytes | None]:
    """Twenty tasks with five claims each: three that name their page themselves, two that rest on no page yet."""
    return {f"opgaver/opgave-{number}.yaml": _task(number, site) for number in range(TASKS)}


def _task(number: int, site: str) -> str:
    first, second = site.format(2 * number), site.format(2 * number + 1)
    return (
        f"id: opgave-{number}\ntitel: Opgave {number}\nemne: sundhed\nmyndighed: Kommunen\n"
        f"kort: Du kan søge om ting nummer {number}.\n"
        f"frister:\n- tekst: Søg senest {number + 2} dage efter.\n  kilde: {first}\n"
        f"gebyr:\n- tekst: Det koster {number + 100} kr.\n  år: 2026\n  kilde: {second}\n"
        f'kontakt:\n- navn: Borgerservice\n  telefon: "66 13 {number + 10} 72"\n  kilde: {second}\n'
        f"godt_at_vide: [Tag kort nummer {number} med.]\n"
        f'kilder:\n- {{adresse: "{first}", læst: 2026-01}}   # den gamle side\n'
        f'- {{adresse: "{second}", læst: 2026-01}}\n'
    )


def write(folder: Path, site: str = SITE) -> Path:
    return write_files(folder, files(site))


def write_pages(folder: Path) -> Path:
    """The forty pages themselves, as files: what a browser would show of them."""
    pages = {
        f"side-{number}.html": f"<h1>Side {number}</h1><p>Søg senest {number // 2 + 2} dage efter. "
        f"Det koster {number // 2 + 100} kr. Ring 66 13 {number // 2 + 10} 72.</p>"
        for number in range(PAGES)
    }
    return write_files(folder, pages)
