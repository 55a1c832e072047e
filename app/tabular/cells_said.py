"""The words in other columns of a table that a question restricts its rows to."""

import re
from collections.abc import Sequence

from app.reading.material import Coverage, held_in
from app.tabular.columns import columns_of, data_rows
from app.words import wording
from app.words.years import PERIOD
from index.embedding.compounds import is_compound
from ingest.plan import Table

_TEXT_CELL_MAX_CHARS = 80
_INITIALS = re.compile(r"[A-ZĐ]{2,6}")
_WHOLE_NAME = 0.97
_NOT = r"(?:khong|chua)"


def cells_named(table: Table, question: str, coverage: Coverage) -> tuple[tuple[int, str], ...]:
    """The texts of other columns that `question` says whole ("chuyển tiếp", "quý II/2024")."""
    found = []
    for i in columns_of(table).texts:
        cells = dict.fromkeys(str(row.cells[i]) for row in data_rows(table) if row.cells[i])
        short = [cell for cell in cells if _tells(cell)]
        held = [
            cell
            for cell in short
            if held_in(cell, question, coverage) >= _WHOLE_NAME or _by_initials(cell, question)
        ]
        if held := _as_said(held, short, question):
            found.append((i, max(held, key=len)))
    return tuple(found)


def _as_said(held: Sequence[str], cells: Sequence[str], question: str) -> list[str]:
    """The cells meant: where `question` denies one ("không đạt"), those that deny it too."""
    folded, said = wording.folded(question), []
    for cell in held:
        denied = re.search(
            rf"(?<!\w){_NOT}(?: \w+)? {re.escape(wording.folded(cell))}(?!\w)", folded
        )
        denying = re.compile(rf"{_NOT}(?: \w+)? {re.escape(wording.folded(cell))}")
        if not denied or denying.match(wording.folded(cell)):
            said.append(cell)
        else:
            said += [other for other in cells if denying.fullmatch(wording.folded(other))]
    return said


def _by_initials(cell: str, question: str) -> bool:
    """Whether `question` writes out a cell of capitals ("ĐTPT": "đầu tư phát triển").

    Two letters are many words' initials: they must be those of two words that belong together.
    """
    if not _INITIALS.fullmatch(cell.strip()):
        return False
    letters, words = cell.strip().lower(), re.findall(r"\w+", question.lower())
    spelled = (words[at : at + len(letters)] for at in range(len(words) - len(letters) + 1))
    return any(
        "".join(word[0] for word in said) == letters and (len(said) > 2 or is_compound(*said))
        for said in spelled
    )


def _tells(cell: str) -> bool:
    """Whether a text may be what a question restricts the rows to; bare years are columns'."""
    return len(cell) <= _TEXT_CELL_MAX_CHARS and PERIOD.fullmatch(cell.strip()) is None
