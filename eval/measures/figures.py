"""Grounding: every figure of an answer stands in the passages cited for it, or follows from them.

Judged claim by claim: a figure must be in the quotes of its own statement or cell, not somewhere
in the answer's sources. What may follow without standing there is listed in `_derived`; every
step of it uses figures that the reader sees in the same statement or in the cited rows.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations

from eval.case import Case
from eval.measures.claims import Claim, claims
from eval.measures.notation import Figure, read_figures, scale
from eval.predictions import CitedPassage
from ingest.plan import Plan, Row, RowKind, Table

# A statement with more figures than this shows a list, not a calculation.
_MAX_OPERANDS = 12
# Nobody states a share above this; rounding it could overflow the decimal context.
_MAX_SHARE = 1000
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Ungrounded:
    """A figure as written that its citations do not prove, and the claim it stands in."""

    written: str
    claim: str


def count_figures(case: Case) -> int:
    """How many figures the answer's statements and cells hold."""
    return sum(len(_written(case, claim)) for claim in claims(case.prediction))


def _written(case: Case, claim: Claim) -> tuple[tuple[str, Figure], ...]:
    """The claim's figures, without those that only name a document.

    That is the number of an indexed plan ("Kế hoạch … không nêu" cites nothing) and the date of
    a cited one.
    """
    text = claim.text
    for plan in case.shelf.values():
        text = text.replace(plan.number, " ")
    for citation in claim.citations:
        cited = case.plan(citation.plan)
        if cited is not None:
            text = text.replace(cited.issued.strftime("%d/%m/%Y"), " ")
    return read_figures(text)


def ungrounded(case: Case) -> tuple[Ungrounded, ...]:
    """The figures that neither stand in their claim's citations nor follow from them."""
    return tuple(
        Ungrounded(raw, claim.text)
        for claim in claims(case.prediction)
        for raw in unproved(case, claim)
    )


def unproved(case: Case, claim: Claim) -> tuple[str, ...]:
    """The claim's figures, as written, that its own citations do not prove."""
    written = _written(case, claim)
    direct = _direct(case, claim)
    shown = tuple(dict.fromkeys(figure for _, figure in written if figure in direct))
    proved = direct | _derived(case, claim, shown)
    return tuple(raw for raw, figure in written if figure not in proved)


def _direct(case: Case, claim: Claim) -> set[Figure]:
    """The figures of the cited passages and of the tables whose rows are cited."""
    found: set[Figure] = set()
    for citation in claim.citations:
        plan = case.plan(citation.plan)
        texts = [citation.quote]
        if plan is not None:
            # As read, "mức 3²" is level 3; as written in the file it is "mức 32".
            texts.append(plan.reading(citation.start, citation.end))
            for table, rows in cited_rows(plan, citation):
                texts += [table.caption, *table.columns]
                found |= _cells(table, rows)
        found |= {figure for text in texts for _, figure in read_figures(text)}
    return found


def cited_rows(plan: Plan, citation: CitedPassage) -> Iterable[tuple[Table, tuple[Row, ...]]]:
    """Yield every table of which the citation quotes rows, with those rows."""
    for table in plan.tables:
        rows = tuple(
            row for row in table.rows if row.start < citation.end and citation.start < row.end
        )
        if rows:
            yield table, rows


def _cells(table: Table, rows: Iterable[Row]) -> set[Figure]:
    """The numbers of the rows in their table's unit; without a unit each may be a percentage."""
    numbers = [cell for row in rows for cell in row.cells if isinstance(cell, Decimal)]
    found = {Figure(number * scale(table.unit)) for number in numbers}
    if table.unit in ("", "%"):
        found |= {Figure(number, is_percent=True) for number in numbers}
    return found


def _derived(case: Case, claim: Claim, shown: tuple[Figure, ...]) -> set[Figure]:
    """What follows: counts, sums of a column over the cited rows, arithmetic of shown figures."""
    counts = {len(claim.citations), claim.n_bullets}
    sums = _column_sums(case, claim)
    written = tuple(dict.fromkeys(figure for _, figure in _written(case, claim)))
    seen = tuple(dict.fromkeys((*shown, *(figure for figure in written if figure in sums))))
    return (
        {Figure(Decimal(count)) for count in counts if count}
        | sums
        | _arithmetic(seen)
        | _quotients(seen, written, _parts(case, claim))
    )


def _column_sums(case: Case, claim: Claim) -> set[Figure]:
    """The sum of each numeric column over the rows that the claim cites, and their number.

    Over all of them, and over those of one group or with one text in common (an office).
    """
    by_table: dict[tuple[str, int], tuple[Table, dict[int, Row]]] = {}
    for citation in claim.citations:
        plan = case.plan(citation.plan)
        for table, rows in cited_rows(plan, citation) if plan else ():
            key = (citation.plan, table.table_id)
            by_table.setdefault(key, (table, {}))[1].update({row.start: row for row in rows})
    found: set[Figure] = set()
    for table, cited in by_table.values():
        found.add(Figure(Decimal(len(cited))))
        for rows in _alike(tuple(cited.values())):
            for column in zip(*(row.cells for row in rows), strict=True):
                total = sum((cell for cell in column if isinstance(cell, Decimal)), Decimal(0))
                found |= {Figure(total), Figure(total * scale(table.unit))}
    return found


def _alike(rows: tuple[Row, ...]) -> Iterable[tuple[Row, ...]]:
    """Yield all `rows`, then those of each group and those that share each text."""
    yield rows
    shared: dict[str, list[Row]] = {}
    for row in rows:
        texts = {cell for cell in row.cells if isinstance(cell, str)} | {row.group or ""}
        for text in texts - {""}:
            shared.setdefault(text, []).append(row)
    yield from (tuple(alike) for alike in shared.values())


def _parts(case: Case, claim: Claim) -> set[Decimal]:
    """Over how many parts a mean may be taken: rows that hold a number, cited ones, or years.

    Rows are those of a cited table or of one of its groups, counted column by column.
    """
    found = {Decimal(len(claim.citations))}
    for citation in claim.citations:
        plan = case.plan(citation.plan)
        for table, _ in cited_rows(plan, citation) if plan else ():
            data = tuple(row for row in table.rows if row.kind is RowKind.DATA)
            for rows in _alike(data):
                for column in zip(*(row.cells for row in rows), strict=True):
                    found.add(Decimal(sum(isinstance(cell, Decimal) for cell in column)))
            found.add(Decimal(sum(bool(_YEAR.search(head)) for head in table.columns)))
    return found


def _quotients(
    seen: tuple[Figure, ...], written: tuple[Figure, ...], parts: set[Decimal]
) -> set[Figure]:
    """One seen figure over another ("gấp 2,4 lần"); a seen figure shared out over its parts."""
    if len(seen) + len(written) > 2 * _MAX_OPERANDS:
        return set()
    cents = Decimal("0.01")
    found = {
        Figure((one.amount / other.amount).quantize(cents))
        for one, other in permutations(seen, 2)
        if other.amount and abs(one.amount) <= _MAX_SHARE * abs(other.amount)
    }
    for one in seen:
        for count in (figure for figure in written if figure.amount in parts - {0, 1}):
            mean = Figure((one.amount / count.amount).quantize(cents))
            if any(abs(mean.amount - figure.amount) <= cents for figure in written):
                found |= {mean, count}
    return found


def _arithmetic(shown: tuple[Figure, ...]) -> set[Figure]:
    """The sum of all shown figures; sum, difference and share of any two of them."""
    if not 2 <= len(shown) <= _MAX_OPERANDS:
        return set()
    found = {Figure(sum((figure.amount for figure in shown), Decimal(0)), shown[0].is_percent)}
    for one, other in permutations(shown, 2):
        if one.is_percent == other.is_percent:
            found.add(Figure(one.amount + other.amount, one.is_percent))
            found.add(Figure(abs(one.amount - other.amount), one.is_percent))
        if other.amount and abs(one.amount) <= _MAX_SHARE * abs(other.amount):
            share = one.amount * 100 / other.amount
            places = (Decimal(1), Decimal("0.1"), Decimal("0.01"))
            found |= {Figure(share.quantize(place), is_percent=True) for place in places}
    return found
