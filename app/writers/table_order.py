"""The largest and smallest: of rows, of a table's years, of the offices by how much they hold."""

from collections.abc import Sequence
from decimal import Decimal

from app.draft import Derived, DraftStatement, Operation, Proof
from app.reading.material import Material
from app.tabular import asking
from app.tabular.columns import columns_of, leaf, name_of, row_noun, unit_of
from app.tabular.narrowing import amount_of
from app.tabular.parsed import Scope, TableQuery
from app.writers.amounts import conversion, heading, measured, row_proof, said
from app.writers.table_rows import bullets, scope_text
from ingest.plan import Row
from prompts import text as say


def ordered(query: TableQuery) -> list[Row]:
    """The rows with an amount in the columns asked for, the one that is asked for first."""
    high = query.ask.operation is asking.Operation.MAX
    valued = [row for row in query.rows if amount_of(row, query.columns) is not None]
    return sorted(valued, key=lambda row: _amount(query, row), reverse=high)


def _amount(query: TableQuery, row: Row) -> Decimal:
    return amount_of(row, query.columns) or Decimal(0)


def extreme(material: Material, query: TableQuery) -> Sequence[DraftStatement]:
    """The row asked for by its rank, with all that share its amount; or the first few."""
    del material
    rows = ordered(query)
    if not query.columns or len(rows) < query.ask.rank or (query.named and len(query.rows) == 1):
        return ()
    if query.ask.several > 1:
        return _several(query, rows[: query.ask.several])
    values = list(dict.fromkeys(_amount(query, row) for row in rows))
    if len(values) < query.ask.rank:
        return ()
    value = values[query.ask.rank - 1]
    best = [row for row in rows if _amount(query, row) == value]
    unit = unit_of(query.table, query.columns[0])
    name = "; ".join(name_of(query.table, row) for row in best)
    key = query.ask.operation.value + ("_rank" if query.ask.rank > 1 else "")
    text = say(
        f"table.{key}",
        name=name,
        rank=_ORDINALS.get(query.ask.rank, str(query.ask.rank)),
        amount=said(value, unit),
        column=heading(query.table, query.columns),
        owner=_owners(query, best),
        scope=scope_text(query.chosen, query.scopes[0]),
    )
    cells = tuple(c for i in query.columns if isinstance(c := best[0].cells[i], Decimal))
    steps = (Derived(value, Operation.SUM, cells),) if len(cells) > 1 else ()
    proofs = tuple(row_proof(query.plan, row) for row in best)
    first = DraftStatement(text, proofs, lead=name, derived=(*steps, *conversion(value, unit)))
    return (first, *(bullets(query, ordered(query)) if query.named else ()))


_ORDINALS = {2: "hai", 3: "ba", 4: "tư", 5: "năm"}


def _several(query: TableQuery, rows: Sequence[Row]) -> Sequence[DraftStatement]:
    key = (
        "table.max_several" if query.ask.operation is asking.Operation.MAX else "table.min_several"
    )
    text = say(
        key,
        count=len(rows),
        noun=row_noun(query.table),
        column=heading(query.table, query.columns),
        scope=scope_text(query.chosen, query.scopes[0]),
    )
    proofs = tuple(row_proof(query.plan, row) for row in rows)
    counted = Derived(Decimal(len(rows)), Operation.COUNT)
    return (DraftStatement(text, proofs, derived=(counted,)), *bullets(query, rows))


def _owners(query: TableQuery, rows: Sequence[Row]) -> str:
    owners = columns_of(query.table).owners
    if not owners:
        return ""
    names = ", ".join(
        dict.fromkeys(str(row.cells[owners[0]]) for row in rows if row.cells[owners[0]])
    )
    return (
        say("table.owner", head=leaf(query.table, owners[0]).lower(), owner=names) if names else ""
    )


def extreme_year(material: Material, query: TableQuery) -> Sequence[DraftStatement]:
    """The year with the largest or smallest amount: of the table, of what is narrowed, of a row."""
    del material
    years = columns_of(query.table).years
    scope = query.scopes[0]
    amounts = {
        year: measured(query.plan, query.table, scope, (i,)) for year, i in sorted(years.items())
    }
    valued = {year: amount for year, amount in amounts.items() if amount is not None}
    if len(valued) < 2:
        return ()
    pick = max if query.ask.operation is asking.Operation.MAX_YEAR else min
    best = pick(amount.value for amount in valued.values())
    chosen = [year for year, amount in valued.items() if amount.value == best]
    told = ", ".join(
        say("table.year", year=year, amount=said(amount.value, amount.unit, convert=False))
        for year, amount in valued.items()
    )
    whole = not scope.label and scope.whole is not None
    name = scope.label or query.table.caption
    first = valued[chosen[0]]
    text = say(
        f"table.{query.ask.operation.value}",
        year=", ".join(map(str, chosen)),
        amount=said(best, first.unit),
        years=say("table.of_total", years=told)
        if whole
        else say("table.of_scope", name=name, years=told),
    )
    proofs: dict[Proof, None] = {}
    steps: list[Derived] = []
    for amount in valued.values():
        proofs |= dict.fromkeys(amount.proofs)
        steps += amount.steps
    lead = say("table.year_head", year=", ".join(map(str, chosen)))
    derived = (*steps, *conversion(best, first.unit))
    return (DraftStatement(text, tuple(proofs), lead=lead, derived=derived),)


def most_rows(material: Material, query: TableQuery) -> Sequence[DraftStatement]:
    """The office that stands beside the most rows, with its rows and their sum."""
    del material
    owners = columns_of(query.table).owners
    if not owners:
        return ()
    held: dict[str, list[Row]] = {}
    for row in query.rows:
        held.setdefault(" ".join(str(row.cells[owners[0]] or "").split()), []).append(row)
    held.pop("", None)
    if not held:
        return ()
    owner = max(held, key=lambda name: len(held[name]))
    rows = held[owner]
    amount = measured(query.plan, query.table, Scope(owner, tuple(rows)), query.columns)
    proofs = tuple(row_proof(query.plan, row) for row in rows)
    counted = Derived(Decimal(len(rows)), Operation.COUNT)
    text = say("table.owners", owner=owner, count=len(rows), noun=row_noun(query.table))
    first = DraftStatement(text, proofs, lead=owner, derived=(counted,))
    if amount is None:
        return (first, *bullets(query, rows))
    total = say(
        "table.sum",
        amount=said(amount.value, amount.unit),
        scope=say("table.of_owner", owner=owner),
        count=f"{len(amount.proofs)} {row_noun(query.table)}",
        steps=amount.spelled,
    )
    steps = (
        *amount.steps,
        *conversion(amount.value, amount.unit),
        Derived(Decimal(len(amount.proofs)), Operation.COUNT),
    )
    return (first, DraftStatement(total, amount.proofs, derived=steps), *bullets(query, rows))
