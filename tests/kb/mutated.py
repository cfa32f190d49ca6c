"""Valid entries, spoilt at random: what every reader of files must live through."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.conftest import SMALL_BASE

NASTY = [
    "\t", "\r", "\x00", "\x1b[2J", "\u202e", "\ufeff", "\u2028", "'", '"', "[", "{", "]", "}", "- ", ": ", "? ", "| ",
    "> ", "&a ", "*a ", "!!binary ", "! ", "%YAML 9.9\n", "---\n", "...\n", "<<: ", "~", "\\", "@", "`", "#", "0x",
    "1e9", "1:2:3", ".inf", "{{", "{0}", "https://[", "20 57 07 20", "a: a\n", "\n  ", "[" * 50, "9" * 5000,
    '"\\ud800"',
    '"\\e"', "se_også: [x]\n", "tider: [{fra: '25:00'}]\n", "personale: {må: }\n",
]  # fmt: skip


@st.composite
def mutated_entries(draw: st.DrawFn) -> tuple[str, bytes]:
    """A valid entry, spoilt one to four times: where it stands, and its bytes."""
    name = draw(st.sampled_from(sorted(SMALL_BASE)))
    content = SMALL_BASE[name].encode()
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(content)))
        lines = content.splitlines(keepends=True) or [b""]
        first, second = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(["cut", "flip", "swap", "indent", "repeat", "drop", "nasty", "text", "bytes"])):
            case "cut":
                content = content[:at]
            case "flip":
                content = content[:at] + draw(st.binary(min_size=1, max_size=1)) + content[at + 1 :]
            case "swap":
                lines[first], lines[second] = lines[second], lines[first]
                content = b"".join(lines)
            case "indent":
                lines[first] = draw(st.sampled_from([b" ", b"  ", b"\t", b"    "])) + lines[first]
                content = b"".join(lines)
            case "repeat":
                lines.insert(second, lines[first])
                content = b"".join(lines)
            case "drop":
                del lines[first]
                content = b"".join(lines)
            case "nasty":
                content = content[:at] + draw(st.sampled_from(NASTY)).encode() + content[at:]
            case "text":
                content = content[:at] + draw(st.text(max_size=20)).encode("utf-8", "replace") + content[at:]
            case _:
                content = content[:at] + draw(st.binary(max_size=20)) + content[at:]
    return name, content
