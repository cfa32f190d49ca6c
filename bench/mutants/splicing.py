"""Breaks in the surgery on an entry's file."""

from __future__ import annotations

from bench.mutants.mutant import Mutant

SPLICING = [
    Mutant(
        "splicing",
        "what came out is compared",
        "if after.problems or after.data != wanted or",
        "if after.problems or",
    ),
    Mutant("splicing", "a file on one line is refused", " or root.flow_style:", ":"),
    Mutant(
        "splicing",
        "a list on one line as the last value",
        "isinstance(node, yaml.SequenceNode) and not node.flow_style",
        "isinstance(node, yaml.SequenceNode)",
    ),
    Mutant(
        "splicing",
        "søgeord where there is no emne",
        'own.index("emne") if "emne" in own else 1',
        'own.index("emne") if "emne" in own else 0',
    ),
    Mutant(
        "splicing",
        "a line end in single quotes",
        """ and "\\n" not in value:\n        return "'\"""",
        """:\n        return "'\"""",
    ),
    Mutant(
        "splicing", "the byte order mark stays", '(BOM if content.startswith(BOM.encode()) else "").encode() + ', ""
    ),
    Mutant(
        "splicing",
        "the file's own line end is used",
        'for line in lines_of(text) if line[-1] in "\\r\\n"), "\\n")',
        'for line in ()), "\\n")',
    ),
    Mutant(
        "splicing",
        "a last line without an end",
        "if at == len(body) and body[-1] not in",
        "if False and body[-1] not in",
    ),
    Mutant("splicing", "a block text ends with its line", 'if at and body[at - 1] in "\\r\\n":', "if False:"),
    Mutant(
        "splicing", "a block text keeps its last line end", "line_end(body) if node.style in", '"" if node.style in'
    ),
    Mutant("splicing", "single quotes stay", "scalar(value, node.style) + tail", "scalar(value) + tail"),
    Mutant(
        "splicing",
        "bare only what reads back inside of brackets",
        'read.data == {"a": value, "b": [value, "x"]}',
        'read.data["a"] == value',
    ),
    Mutant("splicing", "a quote inside of single quotes", """value.replace("'", "''")""", "value"),
]
