"""What the proofs of a statement hold: words, numbers, amounts of money, names.

A row is read under its table's caption, unit, column names and group, which belong to it.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from app.citing import short_document
from app.draft import Proof
from app.proving.provenance import Sources
from app.words.years import YEAR
from ingest.places.provinces import find_provinces
from ingest.plan import Chunk, Plan, Quantity, Row, RowKind, Table
from ingest.quantities import canonical, format_number, parse_quantities

PlanOf = Callable[[str], Plan]
"""plan_id → Plan; raises KeyError for an unknown id."""

MONEY = "đồng"
_NUMBER = re.compile(r"(?<![\w])\d+(?:[.,]\d+)*")
_REFERENCE = re.compile(r"(?<!\w)\d{1,5}(?:/\d{4})?(?:/|-)[A-ZĐ]{2,6}(?:-[A-ZĐ]+)*[A-Za-zĐđ]*")
_UNIT_HEAD = re.compile(r"(?:^|: )(?:đơn vị(?: tính)?|đvt)\s*$", re.IGNORECASE)
_MAX_UNIT_CHARS = 20
_UNIT_BEHIND = re.compile(r"\(([^()\d]{1,20})\)\s*$")
_RATE = re.compile(r"\d+(?:[.,]\d+)?\s*%")


def chunk_of(plan: Plan, chunk_id: str) -> Chunk:
    """The chunk of that id. Raises StopIteration when the plan has none."""
    return next(chunk for chunk in plan.chunks if chunk.chunk_id == chunk_id)


def resolves(proof: Proof, plan_of: PlanOf) -> bool:
    """Whether the proof is a span inside of a chunk that there is."""
    try:
        chunk = chunk_of(plan_of(proof.plan_id), proof.chunk_id)
    except (KeyError, StopIteration):
        return False
    return chunk.start <= proof.start < proof.end <= chunk.end


def document_numbers(text: str) -> list[str]:
    """The document numbers of `text` ("12/QĐ-TTg")."""
    return [match.group() for match in _REFERENCE.finditer(text)]


def numbers(text: str) -> set[Decimal]:
    """Every number of `text` in each way it can be read ("12.300": 12300; "12.34": 12.34)."""
    return {value for match in _NUMBER.finditer(text) for value in _readings(match.group())}


def figures(text: str) -> list[tuple[str, Decimal]]:
    """The numbers of `text` as written and as read, those of documents left out."""
    bare = _REFERENCE.sub(" ", text)
    return [(m.group(), value) for m in _NUMBER.finditer(bare) for value in _readings(m.group())]


def percentages(text: str) -> list[tuple[str, Decimal]]:
    """The percentages of `text` as written and as read."""
    return [(m.group(), value) for m in _RATE.finditer(text) for value in numbers(m.group())]


def amounts(text: str) -> list[tuple[str, Decimal]]:
    """The sums of money of `text` as written and in đồng."""
    found = ((q.raw, *canonical(q)) for q in parse_quantities(text))
    return [(raw, value) for raw, value, unit in found if unit == MONEY]


def _readings(raw: str) -> list[Decimal]:
    """Vietnamese notation first; a point followed by other than three digits is a decimal point."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", raw):
        return [Decimal(raw.replace(".", "").replace(",", "."))]
    if re.fullmatch(r"\d+,\d+", raw):
        return [Decimal(raw.replace(",", "."))]
    if re.fullmatch(r"\d+\.\d+", raw) or raw.isdigit():
        return [Decimal(raw)]
    return [Decimal(part) for part in re.findall(r"\d+", raw)]


@dataclass(frozen=True)
class Grounds:
    """All that the proofs of one statement hold; `passages` are in every form they are read."""

    plans: tuple[Plan, ...]
    chunks: tuple[Chunk, ...]
    passages: tuple[str, ...]

    @classmethod
    def of(cls, proofs: Sequence[Proof], plan_of: PlanOf) -> "Grounds":
        """The grounds of proofs that resolve."""
        plans = tuple(plan_of(proof.plan_id) for proof in proofs)
        chunks = tuple(
            chunk_of(plan, proof.chunk_id) for plan, proof in zip(plans, proofs, strict=True)
        )
        told = zip(plans, chunks, proofs, strict=True)
        return cls(plans, chunks, tuple("\n".join(_forms(*one)) for one in told))

    def holds_number(self, number: str) -> bool:
        """Whether a document number stands there as a whole ("2/QĐ-TTg" not in "12/QĐ-TTg")."""
        whole = re.compile(rf"(?<!\w){re.escape(number)}(?![^\W\d])", re.IGNORECASE)
        named = (number for plan in self.plans for number in (plan.number, plan.issued_by))
        return any(whole.search(text) for text in (*self.passages, *named))

    @cached_property
    def numbers(self) -> frozenset[Decimal]:
        """Every number of the passages."""
        return frozenset(value for passage in self.passages for value in numbers(passage))

    @cached_property
    def percentages(self) -> frozenset[Decimal]:
        """Every percentage of the passages."""
        return frozenset(value for passage in self.passages for _, value in percentages(passage))

    @cached_property
    def amounts(self) -> frozenset[Decimal]:
        """Every sum of money in đồng; a row's numbers in the units that its table names."""
        written = {value for passage in self.passages for _, value in amounts(passage)}
        in_rows = {
            value * scale
            for plan, chunk, passage in zip(self.plans, self.chunks, self.passages, strict=True)
            for scale in _scales(_table(plan, chunk))
            for value in numbers(passage)
        }
        return frozenset(written | in_rows)

    @cached_property
    def scales(self) -> frozenset[Decimal]:
        """What one of each unit of money used in the passages is in đồng."""
        written = {
            value / quantity.value
            for passage in self.passages
            for quantity in parse_quantities(passage)
            for value, unit in [canonical(quantity)]
            if unit == MONEY and quantity.value
        }
        tables = [_table(p, c) for p, c in zip(self.plans, self.chunks, strict=True)]
        return frozenset(written.union(*map(_scales, tables)))

    @property
    def row(self) -> tuple[Table, Row] | None:
        """The table and row of the first proof, or None when that is no row."""
        table, place = _table(self.plans[0], self.chunks[0]), self.chunks[0].row_index
        return None if table is None or place is None else (table, table.rows[place])

    @cached_property
    def parts(self) -> frozenset[int]:
        """Over how many parts a sum of the cited rows may be shared out: rows with a value in
        some column, of a table or of one of its groups, the proofs themselves, or years.
        """
        found = {len(self.chunks)}
        for table in {id(t): t for t in map(_table, self.plans, self.chunks) if t}.values():
            rows = [row for row in table.rows if row.kind is RowKind.DATA]
            groups = {row.group for row in rows}
            for members in [rows, *([row for row in rows if row.group == g] for g in groups)]:
                filled = zip(*(row.cells for row in members), strict=True)
                found |= {sum(isinstance(cell, Decimal) for cell in cells) for cells in filled}
            found.add(sum(YEAR.search(head) is not None for head in table.columns))
        return frozenset(found)

    @cached_property
    def provinces(self) -> frozenset[str]:
        """The cited plans' provinces and those that the passages name."""
        named = {place.name for passage in self.passages for place, _, _ in find_provinces(passage)}
        return frozenset(named | {plan.province for plan in self.plans})

    @cached_property
    def sources(self) -> Sources:
        """The words that a statement may be made of."""
        return Sources.of([*self.passages, *self._names()])

    def _names(self) -> Iterable[str]:
        """How the cited documents and places are called; a signer's only where the name stands."""
        for plan, chunk, passage in zip(self.plans, self.chunks, self.passages, strict=True):
            yield from (short_document(plan), plan.number, plan.issued_by, plan.province)
            yield from (plan.issuer, plan.doc_type)
            yield from (plan.title, *chunk.headings)
            yield plan.issued.strftime("%d/%m/%Y")
            if plan.signer and plan.signer in passage:
                yield from (plan.signer, plan.signer_title)


def _table(plan: Plan, chunk: Chunk) -> Table | None:
    return None if chunk.table_id is None else plan.tables[chunk.table_id]


def _scales(table: Table | None) -> set[Decimal]:
    """What one of each unit of money that a table names is in đồng."""
    if table is None:
        return set()
    units = (canonical(Quantity(Decimal(1), unit, "", 0, 0)) for unit in _units(table))
    return {value for value, unit in units if unit == MONEY}


def _units(table: Table) -> Iterable[str]:
    yield table.unit.casefold()
    for column in table.columns:
        yield from re.findall(r"(?:nghìn |triệu |tỷ )?đồng", column.casefold())


def _forms(plan: Plan, chunk: Chunk, proof: Proof) -> list[str]:
    """The quote as read (without footnote marks) and as written, so that either form proves."""
    forms = [plan.reading(proof.start, proof.end), plan.text[proof.start : proof.end]]
    if table := _table(plan, chunk):
        forms += [table.caption, table.unit, *table.columns]
        if chunk.row_index is not None:
            row = table.rows[chunk.row_index]
            forms += [*([row.group] if row.group else []), *row_amounts(table, row)]
    return forms


def row_amounts(table: Table, row: Row) -> list[str]:
    """The cells of a row with their unit: a percentage by its head, the row's own, the table's."""
    told = []
    own = own_unit(table, row)
    for head, cell in zip(table.columns, row.cells, strict=True):
        if not isinstance(cell, Decimal):
            continue
        if own == "%" or "%" in head:
            told.append(f"{format_number(cell)}%")
        elif own or table.unit:
            told.append(f"{format_number(cell)} {own or table.unit}")
    return told


def own_unit(table: Table, row: Row) -> str:
    """The unit that a row gives itself, in a cell or behind its name ("Máy trạm (%)"); or ""."""
    for head, cell in zip(table.columns, row.cells, strict=True):
        if isinstance(cell, str) and _UNIT_HEAD.search(head) and _measures(cell.strip()):
            return cell.strip()
    names = (cell for cell in row.cells if isinstance(cell, str))
    behind = next((match for name in names if (match := _UNIT_BEHIND.search(name))), None)
    return behind[1].strip() if behind and not table.unit else ""


def _measures(unit: str) -> bool:
    """Whether a cell under "Đơn vị" is a unit ("%", "điểm cầu") and no office ("Sở Nội vụ")."""
    return unit == "%" or (unit[:1].islower() and len(unit) <= _MAX_UNIT_CHARS)
