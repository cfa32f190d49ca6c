"""Breaks in the surgery on an entry's file."""

from __future__ import annotations

from bench.mutants.mutant import Mutant

SPLICING = [
    Mutant(
        "splicing",
        "what came out is compared",
        "if after.problems or after.data != {**before.data, **changes}:",
        "if False:",
    ),
    Mutant(
        "splicing",
        "an old mapping with other keys is refused",
        "{inner.value for inner, _ in node.value} != set(value)",
        "False",
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
    Mutant("splicing", "the byte order mark stays", "(mark + body).encode()", "body.encode()"),
    Mutant(
        "splicing",
        "the file's own line end is used",
        'return "\\r\\n" if body.startswith("\\r\\n", first) else body[first]',
        'return "\\n"',
    ),
    Mutant("splicing", "a last line without an end", "if at == len(body):", "if False:"),
    Mutant("splicing", "a block text ends with its line", 'if at and body[at - 1] in "\\r\\n":', "if False:"),
    Mutant(
        "splicing", "a block text keeps its last line end", "_line_end(body) if node.style in", '"" if node.style in'
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
