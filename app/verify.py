"""The last gate of every answer: what its citations do not prove does not leave.

Each proof is resolved to a quote copied from the plan; every figure of a statement must stand
in its own quotes (by value and unit) or be derived from figures that do; every document number
must stand in them too. What fails is dropped and named in the trace.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from app.answer import Citation, ComparisonCell, ComparisonRow, ComparisonTable, Statement
from app.citing import citation
from app.draft import Derived, Draft, DraftCell, DraftStatement, Operation, Proof
from ingest.plan import Chunk, Plan, Table
from ingest.quantities import format_number
from prompts import text as say

PlanOf = Callable[[str], Plan]
"""plan_id → Plan; raises KeyError for an unknown id."""

_NUMBER = re.compile(r"(?<![\w])\d+(?:[.,]\d+)*")
_REFERENCE = re.compile(r"(?<!\w)\d{1,5}(?:/\d{4})?(?:/|-)[A-ZĐ]{2,6}(?:-[A-ZĐ]+)*[A-Za-zĐđ]*")
_RATE = re.compile(r"\d+(?:[.,]\d+)?\s*%")


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
            chunk = _chunk(plan, proof.chunk_id)
            self.citations.append(citation(plan, chunk, proof, self._markers[key]))
        return self._markers[key]


def _chunk(plan: Plan, chunk_id: str) -> Chunk:
    return next(chunk for chunk in plan.chunks if chunk.chunk_id == chunk_id)


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
            ComparisonRow(name, tuple(_cell(cell, ledger, dropped) for cell in cells))
            for name, cells in draft.table.rows
        )
        table = ComparisonTable(draft.table.columns, rows)
    statements: list[Statement] = []
    for statement in draft.statements:
        reason = objection(statement.text, statement.proofs, plan_of, statement.derived)
        if reason:
            dropped.append(f"{reason}: {statement.text}")
            continue
        statements.append(_kept(statement, ledger))
    return Verified(tuple(statements), table, tuple(ledger.citations), tuple(dropped))


def _kept(statement: DraftStatement, ledger: Ledger) -> Statement:
    lead = statement.lead if statement.lead in statement.text else ""
    markers = ledger.markers(statement.proofs)
    return Statement(statement.text, markers, lead, statement.bullet)


def _cell(cell: DraftCell, ledger: Ledger, dropped: list[str]) -> ComparisonCell:
    """The cell with its markers; one that is not proved says that the plan does not state it."""
    reason = objection(cell.text, cell.proofs, ledger.plan_of)
    if reason:
        dropped.append(f"{reason}: {cell.text}")
        return ComparisonCell(say("comparison.silent"))
    return ComparisonCell(cell.text, ledger.markers(cell.proofs))


def objection(
    text: str, proofs: Sequence[Proof], plan_of: PlanOf, derived: Sequence[Derived] = ()
) -> str:
    """Why `proofs` do not prove `text`, or "" when they do."""
    broken = next((proof for proof in proofs if not _resolves(proof, plan_of)), None)
    if broken is not None:
        return f"proof does not resolve ({broken.plan_id} {broken.start}-{broken.end})"
    passages = [_passage(proof, plan_of) for proof in proofs]
    own = [plan_of(proof.plan_id).number for proof in proofs]
    missing = [n for n in document_numbers(text) if not _stands(n, (*passages, *own))]
    if missing:
        return f"document number not in its passages ({', '.join(missing)})"
    grounded = {value for passage in passages for value in numbers(passage)}
    for step in derived:
        if not _holds(step, grounded, len(proofs)):
            return f"derived figure does not hold ({step.value})"
        grounded |= {step.value}
        if step.operation is Operation.AVERAGE:
            grounded |= {step.factor}
    loose = [raw for raw, value in _figures(text) if value not in grounded]
    if loose:
        return f"figure not in its passages ({', '.join(loose)})"
    return _rate_objection(text, passages, derived)


def _resolves(proof: Proof, plan_of: PlanOf) -> bool:
    try:
        chunk = _chunk(plan_of(proof.plan_id), proof.chunk_id)
    except (KeyError, StopIteration):
        return False
    return chunk.start <= proof.start < proof.end <= chunk.end


def _passage(proof: Proof, plan_of: PlanOf) -> str:
    """The quote as read (without footnote marks) and as written, so that either form proves.

    A row is read under its table's caption, unit and column names, which belong to it.
    """
    plan = plan_of(proof.plan_id)
    forms = [plan.reading(proof.start, proof.end), plan.text[proof.start : proof.end]]
    chunk = _chunk(plan, proof.chunk_id)
    if chunk.table_id is not None:
        table = plan.tables[chunk.table_id]
        forms += [table.caption, table.unit, *table.columns]
        if chunk.row_index is not None:
            forms += rates(table, chunk.row_index)
    return "\n".join(forms)


def rates(table: Table, row_index: int) -> list[str]:
    """The cells of a row under a head such as "Tỷ lệ (%)", as percentages."""
    cells = zip(table.columns, table.rows[row_index].cells, strict=True)
    return [f"{format_number(c)}%" for head, c in cells if "%" in head and isinstance(c, Decimal)]


def document_numbers(text: str) -> list[str]:
    """The document numbers of `text` ("12/QĐ-TTg")."""
    return [match.group() for match in _REFERENCE.finditer(text)]


def _stands(number: str, passages: Iterable[str]) -> bool:
    """Whether `number` stands in a passage as a whole ("2/QĐ-TTg" does not in "12/QĐ-TTg")."""
    whole = re.compile(rf"(?<!\w){re.escape(number)}(?![^\W\d])", re.IGNORECASE)
    return any(whole.search(passage) for passage in passages)


def numbers(text: str) -> set[Decimal]:
    """Every number of `text` in each way it can be read ("12.300": 12300; "12.34": 12.34)."""
    return {value for match in _NUMBER.finditer(text) for value in _readings(match.group())}


def _readings(raw: str) -> list[Decimal]:
    """Vietnamese notation first; a point followed by other than three digits is a decimal point."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", raw):
        return [Decimal(raw.replace(".", "").replace(",", "."))]
    if re.fullmatch(r"\d+,\d+", raw):
        return [Decimal(raw.replace(",", "."))]
    if re.fullmatch(r"\d+\.\d+", raw) or raw.isdigit():
        return [Decimal(raw)]
    return [Decimal(part) for part in re.findall(r"\d+", raw)]


def _figures(text: str) -> list[tuple[str, Decimal]]:
    bare = _REFERENCE.sub(" ", text)
    return [(m.group(), value) for m in _NUMBER.finditer(bare) for value in _readings(m.group())]


def _rate_objection(text: str, passages: Sequence[str], derived: Sequence[Derived]) -> str:
    """A percentage must be proved by a percentage, not by the same digits counting something."""
    shares = {step.value for step in derived if step.operation is Operation.SHARE}
    proved = {value for p in passages for m in _RATE.finditer(p) for value in numbers(m.group())}
    for match in _RATE.finditer(text):
        if not numbers(match.group()) <= proved | shares:
            return f"percentage not in its passages ({match.group()})"
    return ""


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
