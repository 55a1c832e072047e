"""What a law site says of the document it shows: its list of facts, one line each.

`site.strip_site` reads these lines for what the document itself lacks.
"""

import re

from ingest.cleaning.clean import clean_line
from ingest.cleaning.site import ANY_LABEL, FACT_LABELS
from ingest.vietnamese import collapse, fold

# "Số hiệu: 12/KH-UBND", "• Người ký", "Ngày ban hành 05/03/2024"
_AT_START = re.compile(rf"[•·*\-\s]*({ANY_LABEL})\b\s*(:?)\s*")
_WITHIN = re.compile(rf"(?<!\w)({ANY_LABEL})\s*:\s*")
_MAX_VALUE = 300
_MAX_LINES = 4000
# What stands where a value is kept from visitors.
_WITHHELD = re.compile(r"da biet|dang cap nhat|dang nhap|vui long", re.IGNORECASE)


def _split(line: str) -> list[tuple[str, str]]:
    """The (folded label, value) pairs of a line; the value may be "" where the next line has it."""
    folded = fold(line)
    if len(folded) != len(line):
        return []
    start = _AT_START.match(folded)
    if start is None:
        return []
    marks = [match for match in _WITHIN.finditer(folded, start.end()) if start.group(2)]
    ends = [*(match.start() for match in marks), len(line)]
    heads = [start, *marks]
    return [
        (head.group(1), collapse(line[head.end() : end]))
        for head, end in zip(heads, ends, strict=True)
    ]


def find_facts(text: str) -> list[str]:
    """The facts in the lines of a page outside of its document: "Số hiệu: 12/KH-UBND".

    The first value of each label counts; a value may stand in the line behind its label.
    """
    found: dict[str, str] = {}
    lines = [line for line in map(clean_line, text.split("\n")) if line.strip()][:_MAX_LINES]
    for index, line in enumerate(lines):
        if len(line) > 2 * _MAX_VALUE:
            continue
        for label, value in _split(line):
            following = lines[index + 1] if index + 1 < len(lines) else ""
            if not value and not _split(following):
                value = following.removeprefix(":").strip()
            if value and len(value) <= _MAX_VALUE and not _WITHHELD.match(fold(value)):
                found.setdefault(FACT_LABELS[label], value)
    return [f"{label}: {value}" for label, value in found.items()]
