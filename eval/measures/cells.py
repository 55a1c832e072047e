"""The cells of a comparison: each asked province has its own row with its own values.

What a province's row must say is read off the item: the groups of `must` that its own evidence
holds. A province without evidence must be said to be silent. Nothing more is asked of the item's
author, and a value under the wrong province is told from a value that is missing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from eval.case import Case
from eval.measures.matching import forbidden_said, missing_groups

CATEGORY = "compare"
_SILENT = re.compile(r"không\s+(?:\w+\s+)?(?:nêu|đề cập|nhắc|có)|chưa\s+(?:nêu|có)", re.IGNORECASE)

Group = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Expected:
    """What the row of a province must say; `others` belong to other provinces alone."""

    province: str
    groups: tuple[Group, ...]
    others: tuple[Group, ...]
    silent: bool


@dataclass(frozen=True, slots=True)
class CellScores:
    """Shares over the asked provinces; None where none of them has such a cell."""

    province: float
    value: float | None
    absent: float | None


def expected_rows(case: Case) -> tuple[Expected, ...]:
    """What each province of the item must say, in the item's order."""
    quotes: dict[str, list[str]] = {name: [] for name in case.item.province}
    for evidence in case.item.evidence:
        plan = case.plan(evidence.doc)
        if plan is not None and plan.province in quotes:
            quotes[plan.province].append(evidence.quote)
    own = {
        name: tuple(g for g in case.item.must if not missing_groups("\n".join(said), [g]))
        for name, said in quotes.items()
    }
    return tuple(
        Expected(
            name,
            own[name],
            tuple(g for other in own for g in own[other] if g not in own[name]),
            silent=not quotes[name],
        )
        for name in case.item.province
    )


def _row_text(case: Case, province: str) -> str | None:
    table = case.prediction.table
    rows = [row for row in table.rows if row.province == province] if table else []
    return " | ".join(cell.text for row in rows for cell in row.cells) if rows else None


def _is_silent(case: Case, province: str) -> bool:
    """Whether a cell of the province, which cites nothing, says that there is nothing."""
    table = case.prediction.table
    cells = (
        [cell for row in table.rows if row.province == province for cell in row.cells]
        if table
        else []
    )
    return any(not cell.markers and _SILENT.search(cell.text) for cell in cells)


def _says_value(text: str | None, expected: Expected) -> bool:
    """All of its own values, and no value that belongs to another province alone."""
    if text is None or missing_groups(text, expected.groups):
        return False
    foreign = [one for group in expected.others for one in group]
    own = {one for group in expected.groups for one in group}
    return not forbidden_said(text, [one for one in foreign if one not in own])


def _share(held: Sequence[bool]) -> float | None:
    return sum(held) / len(held) if held else None


def cell_scores(case: Case) -> CellScores | None:
    """The scores of an answerable comparison; None for any other item."""
    if case.item.category != CATEGORY or not case.item.answerable:
        return None
    expected = expected_rows(case)
    if not expected:
        return None
    texts = {one.province: _row_text(case, one.province) for one in expected}
    shown = {row.province for row in case.prediction.table.rows} if case.prediction.table else set()
    asked = set(texts)
    valued = [_says_value(texts[one.province], one) for one in expected if one.groups]
    silent = [_is_silent(case, one.province) for one in expected if one.silent]
    return CellScores(len(shown & asked) / len(shown | asked), _share(valued), _share(silent))
