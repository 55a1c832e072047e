"""The last gate of every answer: what its citations do not prove does not leave.

Each proof is resolved to a quote copied from the plan. Every figure of a statement must stand in
its own quotes (by value and unit) or be derived from figures that do; document numbers, provinces,
quotations and all other words must stand there too, or in the fixed sentences of `prompts`
(provenance.py). What fails is dropped and named in the trace.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from itertools import takewhile

from app.answer import Citation, ComparisonCell, ComparisonRow, ComparisonTable, Statement
from app.citing import citation
from app.draft import Derived, Draft, DraftCell, DraftStatement, Operation, Proof
from app.proving.grounds import (
    Grounds,
    PlanOf,
    amounts,
    chunk_of,
    document_numbers,
    figures,
    numbers,
    percentages,
    resolves,
)
from app.proving.provenance import unproved
from app.proving.quotations import misquoted, outside_quotes
from app.proving.row_cells import misread
from ingest.places.provinces import find_provinces
from prompts import text as say


@dataclass(frozen=True, slots=True)
class Verified:
    """What passed: statements and table with markers, the citations, and what was dropped."""

    statements: tuple[Statement, ...]
    table: ComparisonTable | None
    citations: tuple[Citation, ...]
    dropped: tuple[str, ...] = ()


@dataclass(slots=True)
class Ledger:
    """Numbers citations in order of first appearance; the same span keeps its marker."""

    plan_of: PlanOf
    citations: list[Citation] = field(default_factory=list)
    _markers: dict[tuple[str, int, int], int] = field(default_factory=dict)

    def markers(self, proofs: Sequence[Proof]) -> tuple[int, ...]:
        """The markers of `proofs`, new ones numbered on."""
        return tuple(dict.fromkeys(self._marker(proof) for proof in proofs))

    def _marker(self, proof: Proof) -> int:
        key = (proof.plan_id, proof.start, proof.end)
        if key not in self._markers:
            self._markers[key] = len(self.citations) + 1
            plan = self.plan_of(proof.plan_id)
            chunk = chunk_of(plan, proof.chunk_id)
            self.citations.append(citation(plan, chunk, proof, self._markers[key]))
        return self._markers[key]


def verify(draft: Draft, plan_of: PlanOf) -> Verified:
    """`draft` without what its proofs do not prove."""
    if draft.own_words:
        said = tuple(Statement(s.text, (), s.lead, s.bullet) for s in draft.statements)
        return Verified(said, None, ())
    ledger = Ledger(plan_of)
    dropped: list[str] = []
    table = None
    if draft.table is not None:
        rows = tuple(
            ComparisonRow(name, tuple(_cell(name, cell, ledger, dropped) for cell in cells))
            for name, cells in draft.table.rows
        )
        table = ComparisonTable(draft.table.columns, rows)
    statements: list[Statement] = []
    for at, statement in enumerate(draft.statements):
        reason = objection(
            statement.text,
            statement.proofs or _introduced(draft.statements, at),
            plan_of,
            statement.derived,
            paraphrase=statement.paraphrase,
        )
        if reason:
            dropped.append(f"{reason}: {statement.text}")
            continue
        statements.append(_kept(statement, ledger))
    return Verified(tuple(statements), table, tuple(ledger.citations), tuple(dropped))


def _introduced(statements: Sequence[DraftStatement], at: int) -> tuple[Proof, ...]:
    """The proofs of what a heading such as "Cao Bằng – mục tiêu:" stands above; () for none."""
    if not statements[at].text.endswith(":"):
        return ()
    below = takewhile(lambda statement: statement.proofs, statements[at + 1 :])
    return tuple(proof for statement in below for proof in statement.proofs)


def _kept(statement: DraftStatement, ledger: Ledger) -> Statement:
    lead = statement.lead if statement.lead in statement.text else ""
    markers = ledger.markers(statement.proofs)
    return Statement(statement.text, markers, lead, statement.bullet)


def _cell(row: str, cell: DraftCell, ledger: Ledger, dropped: list[str]) -> ComparisonCell:
    """The cell with its markers; one that is not proved says that the plan does not state it.

    What proves a cell must also be the passages of the province that its row is named after.
    """
    said = f"{row}: {cell.text}" if cell.proofs else cell.text
    reason = objection(said, cell.proofs, ledger.plan_of)
    if reason:
        dropped.append(f"{reason}: {cell.text}")
        return ComparisonCell(say("comparison.silent"))
    return ComparisonCell(cell.text, ledger.markers(cell.proofs))


def objection(
    text: str,
    proofs: Sequence[Proof],
    plan_of: PlanOf,
    derived: Sequence[Derived] = (),
    *,
    paraphrase: bool = False,
) -> str:
    """Why `proofs` do not prove `text`, or "" when they do; of a paraphrase its figures only."""
    broken = next((proof for proof in proofs if not resolves(proof, plan_of)), None)
    if broken is not None:
        return f"proof does not resolve ({broken.plan_id} {broken.start}-{broken.end})"
    grounds = Grounds.of(proofs, plan_of)
    missing = [n for n in document_numbers(text) if not grounds.holds_number(n)]
    if missing:
        return f"document number not in its passages ({', '.join(missing)})"
    return (
        _figure_objection(text, grounds, derived, len(proofs))
        or _amount_objection(text, grounds, derived)
        or _cell_objection(text, grounds)
        or ("" if paraphrase else _word_objection(text, grounds, derived))
    )


def _figure_objection(
    text: str, grounds: Grounds, derived: Sequence[Derived], n_proofs: int
) -> str:
    """Figures stand in the passages or are derived from such; a percentage is one there too."""
    grounded = set(grounds.numbers)
    for step in derived:
        if not _holds(step, grounded, n_proofs):
            return f"derived figure does not hold ({step.value})"
        grounded |= {step.value}
        if step.operation is Operation.AVERAGE:
            if step.factor not in grounds.parts:
                return f"no count of parts in its passages ({step.factor})"
            grounded |= {step.factor}
    loose = [raw for raw, value in figures(text) if value not in grounded]
    if loose:
        return f"figure not in its passages ({', '.join(loose)})"
    shares = {step.value for step in derived if step.operation is Operation.SHARE}
    for raw, value in percentages(text):
        if value not in grounds.percentages | shares:
            return f"percentage not in its passages ({raw})"
    return ""


def _amount_objection(text: str, grounds: Grounds, derived: Sequence[Derived]) -> str:
    """A sum of money is the same in đồng, however it is written."""
    said = amounts(text)
    if not said:
        return ""
    computed = {
        value * scale
        for step in derived
        for value in (step.operands if step.operation is Operation.CONVERSION else [step.value])
        for scale in grounds.scales
    }
    loose = [raw for raw, value in said if value not in grounds.amounts | computed]
    return f"amount not in its passages ({', '.join(loose)})" if loose else ""


def _cell_objection(text: str, grounds: Grounds) -> str:
    """What one row proves is said of the columns that it stands in."""
    if len(grounds.chunks) != 1 or (row := grounds.row) is None:
        return ""
    head = misread(text, *row)
    return f"not what its column holds ({head})" if head else ""


def _word_objection(text: str, grounds: Grounds, derived: Sequence[Derived]) -> str:
    """Quotations are verbatim, provinces those of the passages, other words said there too."""
    if not grounds.plans:
        return ""
    own, quotes = outside_quotes(text)
    if quote := misquoted(quotes, grounds.passages):
        return f"quotation not in its passages ({quote})"
    named = {place.name for place, _, _ in find_provinces(own)}
    if strange := named - grounds.provinces:
        return f"another province than its passages ({', '.join(sorted(strange))})"
    computed = {step.value for step in derived}
    loose = unproved(own, grounds.sources, lambda number: numbers(number) <= computed)
    return f"words not in its passages ({loose})" if loose else ""


def _holds(step: Derived, grounded: set[Decimal], n_proofs: int) -> bool:
    if step.operation is Operation.COUNT:
        return step.value == n_proofs
    if not step.operands or not set(step.operands) <= grounded:
        return False
    return step.value == recomputed(step)


def recomputed(step: Derived) -> Decimal:
    """The value of a derivation from its operands."""
    first, *rest = step.operands
    match step.operation:
        case Operation.SUM:
            return sum(step.operands, Decimal(0))
        case Operation.DIFFERENCE:
            return abs(first - sum(rest, Decimal(0)))
        case Operation.SHARE:
            return _rounded(first * 100 / rest[0]) if rest and rest[0] else Decimal(0)
        case Operation.CONVERSION:
            return first * step.factor
        case Operation.RATIO:
            return _rounded(first / rest[0]) if rest and rest[0] else Decimal(-1)
        case Operation.AVERAGE:
            return _rounded(first / step.factor) if step.factor else Decimal(-1)
        case _:
            return Decimal(-1)


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)
