"""A prediction taken apart into claims: a piece of text and the citations that must prove it.

Notices are left out: they say how documents relate (periods, gaps) and carry no markers.
"""

import re
from dataclasses import dataclass

from eval.predictions import CitedPassage, Prediction

_MARKER = re.compile(r"\[(\d+)\]")
_EMPHASIS = re.compile(r"\*+")
_BULLET = "- "
NOTICE_PREFIX = "Lưu ý: "


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement or table cell, without markers; `n_bullets` follow it directly."""

    text: str
    citations: tuple[CitedPassage, ...]
    n_bullets: int = 0


def statement_lines(prediction: Prediction) -> tuple[str, ...]:
    """The lines of the answer that are statements: no table, no notices, no blank lines."""
    notices = {NOTICE_PREFIX + notice for notice in prediction.notices}
    blocks = [block for block in prediction.answer.split("\n\n") if block not in notices]
    lines = [line for block in blocks for line in block.splitlines() if line.strip()]
    # Only a prediction with a table has table lines; elsewhere a bar is plain text.
    return tuple(line for line in lines if not (prediction.table and line.startswith("|")))


def _claim(text: str, markers: tuple[int, ...], prediction: Prediction, n_bullets: int) -> Claim:
    cited = tuple(c for c in prediction.citations if c.marker in markers)
    plain = _EMPHASIS.sub("", _MARKER.sub("", text.removeprefix(_BULLET))).strip()
    return Claim(plain, cited, n_bullets)


def _markers(line: str) -> tuple[int, ...]:
    return tuple(int(marker) for marker in _MARKER.findall(line))


def _n_bullets(lines: tuple[str, ...]) -> int:
    """How many of the first lines are bullets."""
    return next((i for i, line in enumerate(lines) if not line.startswith(_BULLET)), len(lines))


def claims(prediction: Prediction) -> tuple[Claim, ...]:
    """Every cell, then every statement of the answer.

    A bullet without markers of its own is proved by those of the line that introduces it, and
    such a line without markers by those of its bullets.
    """
    found = []
    for row in prediction.table.rows if prediction.table else ():
        found += [_claim(cell.text, cell.markers, prediction, 0) for cell in row.cells]
    lead: tuple[int, ...] = ()
    lines = statement_lines(prediction)
    for position, line in enumerate(lines):
        n_bullets = _n_bullets(lines[position + 1 :])
        own = _markers(line)
        if not line.startswith(_BULLET):
            lead = own or _markers("".join(lines[position + 1 :][:n_bullets]))
        found.append(_claim(line, own or lead, prediction, n_bullets))
    return tuple(found)
