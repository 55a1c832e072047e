"""A row of a question sheet → its item of the QA format, or every problem of the row."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from eval.measures.matching import collapse, forbidden_said
from eval.questions.dataset import Evidence, Groups, QAItem
from eval.questions.template import (
    CATEGORIES,
    MAX_EVIDENCE,
    MAX_TURNS,
    Column,
    Kind,
    category_name,
    groups,
    name_key,
    parts,
)
from eval.questions.workbook import Cell, Fault
from ingest.places.provinces import all_provinces, province_by_name
from ingest.vietnamese import fold
from prompts import text


@dataclass(slots=True)
class Row:
    """A question's row: its cells by column and what is wrong with it."""

    number: int
    cells: Mapping[Column, Cell]
    problems: list[tuple[Column, str]] = field(default_factory=list)

    def text(self, kind: Kind, n: int = 0) -> str:
        """The cell's text, "" when the sheet lacks the column; "?" stands for a faulty cell."""
        cell = self.cells.get(Column(kind, n), "")
        return "?" if isinstance(cell, Fault) else cell

    def line(self, kind: Kind, n: int = 0) -> str:
        """The cell's text as one line."""
        return collapse(self.text(kind, n))

    def reject(self, problem: str, kind: Kind, n: int = 0) -> None:
        """Note a problem, unless the cell is faulty and its text therefore unknown."""
        column = Column(kind, n)
        if not isinstance(self.cells.get(column), Fault):
            self.problems.append((column, problem))


def items_of(row: Row, identity: str) -> list[QAItem]:
    """The row's item, or nothing when the row has problems."""
    turns, provinces, evidence = _turns(row), _provinces(row), _evidence(row)
    must, must_not = groups(row.text(Kind.MUST)), parts(row.text(Kind.MUST_NOT))
    answerable = _answerable(row)
    category = _category(row)
    if answerable is not None:
        _check_expectations(row, answerable, must, bool(evidence))
    _check_contradictions(row, must, must_not)
    if row.problems or answerable is None:
        return []
    return [
        QAItem(
            id=identity,
            category=category or _derived_category(turns, provinces, answerable),
            turns=turns,
            province=provinces,
            must=must,
            must_not=must_not,
            evidence=evidence,
            answerable=answerable,
            note=row.text(Kind.NOTE),
        )
    ]


def _turns(row: Row) -> tuple[str, ...]:
    turns = [row.line(Kind.TURN, n) for n in range(1, MAX_TURNS + 1)]
    last = max((n for n, turn in enumerate(turns, start=1) if turn), default=1)
    for n, turn in enumerate(turns[:last], start=1):
        if not turn:
            missing = text("spreadsheet.turn_missing" if n == 1 else "spreadsheet.turn_gap")
            row.reject(missing, Kind.TURN, n)
    return tuple(turns[:last])


def _provinces(row: Row) -> tuple[str, ...]:
    """The provinces' names as in ingest.places.provinces, each once; here a comma separates, too."""
    names: dict[str, None] = {}
    for part in parts(re.sub("[,，]", ";", row.text(Kind.PROVINCE))):
        if province := province_by_name(part):
            names[province.name] = None
        else:
            unknown = text("spreadsheet.province_unknown", name=short(part))
            unknown = perhaps(unknown, part, (province.name for province in all_provinces()))
            row.reject(unknown, Kind.PROVINCE)
    return tuple(names)


def _evidence(row: Row) -> tuple[Evidence, ...]:
    found = []
    for n in range(1, MAX_EVIDENCE + 1):
        number, quote = row.line(Kind.NUMBER, n), row.line(Kind.QUOTE, n)
        if quote and not number:
            row.reject(text("spreadsheet.number_missing"), Kind.NUMBER, n)
        elif number and not quote:
            row.reject(text("spreadsheet.quote_missing"), Kind.QUOTE, n)
        elif number:
            found.append(Evidence(doc=number, quote=quote))
    return tuple(found)


def _answerable(row: Row) -> bool | None:
    """What the cell says, yes when it is blank; None when it says neither."""
    cell = row.line(Kind.ANSWERABLE)
    if not cell:
        return True
    yes, no = name_key(text("spreadsheet.yes")), name_key(text("spreadsheet.no"))
    said = {yes: True, "true": True, no: False, "false": False}.get(name_key(cell))
    if said is None:
        unknown = text("spreadsheet.answerable_unknown", name=short(cell))
        row.reject(unknown, Kind.ANSWERABLE)
    return said


def _category(row: Row) -> str:
    """The category of that id or Vietnamese name, "" when the cell is blank or names none."""
    name = row.line(Kind.CATEGORY)
    known = {name_key(spelling(c)): c for c in CATEGORIES for spelling in (str, category_name)}
    if name and name_key(name) not in known:
        unknown = text("spreadsheet.category_unknown", name=short(name))
        row.reject(perhaps(unknown, name, map(category_name, CATEGORIES)), Kind.CATEGORY)
    return known.get(name_key(name), "")


def _derived_category(turns: Sequence[str], provinces: Sequence[str], answerable: bool) -> str:
    if len(turns) > 1:
        return "followup"
    if not answerable:
        return "unanswerable"
    return "compare" if len(provinces) > 1 else "fact"


def _check_expectations(row: Row, answerable: bool, must: Groups, has_evidence: bool) -> None:
    if not answerable and must:
        row.reject(text("spreadsheet.must_forbidden"), Kind.MUST)
    if answerable and not must:
        row.reject(text("spreadsheet.must_missing"), Kind.MUST)
    # A number without its quote, or the reverse, has been told already.
    halves = any(column.kind in {Kind.NUMBER, Kind.QUOTE} for column, _ in row.problems)
    if answerable and not has_evidence and not halves:
        row.reject(text("spreadsheet.evidence_missing"), Kind.QUOTE, 1)


def _check_contradictions(row: Row, must: Groups, must_not: Sequence[str]) -> None:
    """An expression that every wording of a required group contains would fail any answer."""
    for expression in must_not:
        for group in must:
            if all(forbidden_said(wording, [expression]) for wording in group):
                said, needed = short(expression), short(" | ".join(group))
                problem = text("spreadsheet.contradiction", expression=said, group=needed)
                row.reject(problem, Kind.MUST_NOT)


def short(name: str) -> str:
    """The text as one line that fits into a message."""
    line = collapse(name)
    return line if len(line) <= 80 else line[:79] + "…"


def perhaps(problem: str, name: str, choices: Iterable[str]) -> str:
    """The problem, with the choice that is spelled most like `name` when one comes close."""
    from rapidfuzz import fuzz, process

    folded = {choice: fold(choice) for choice in choices}
    nearest = process.extractOne(fold(name), folded, scorer=fuzz.ratio, score_cutoff=70)
    if nearest is None:
        return problem
    return text("spreadsheet.perhaps", problem=problem, nearest=nearest[2])
