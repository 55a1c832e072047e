"""A question of a table, parsed: the rows, columns and operation that its answer is read from."""

from dataclasses import dataclass

from app.tabular.asking import Ask
from app.tabular.narrowing import Filter
from ingest.plan import Plan, Row, Table


@dataclass(frozen=True, slots=True)
class Scope:
    """Rows taken together under the name a sentence gives them; `whole` is the table's own row
    that holds their sums, when it has one.
    """

    label: str
    rows: tuple[Row, ...]
    whole: Row | None = None


@dataclass(frozen=True, slots=True)
class TableQuery:
    """What a question asks of one table of a plan.

    `scopes` are the rows, in as many parts as the question sets side by side; with `named` each
    is a row that the question names. `columns` are the columns of numbers it asks for, else the
    row's own amount. `absent` are years it names that the table has no column for, `rest` what it says beyond
    what any question of the table says,
    `stranger` an office it names that no row does; `unknown`: it names a row that is not there.
    """

    plan: Plan
    table: Table
    ask: Ask
    scopes: tuple[Scope, ...]
    columns: tuple[int, ...]
    chosen: Filter
    years: tuple[int, ...] = ()
    named: bool = False
    absent: tuple[int, ...] = ()
    rest: str = ""
    stranger: str = ""
    unknown: bool = False

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of all scopes, in order."""
        return tuple(row for scope in self.scopes for row in scope.rows)
