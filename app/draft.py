"""What a writer hands to verification: statements that point at spans, never at copied text.

A Proof is a span of a chunk; verification copies the quote from the plan, so a writer cannot
misquote. A figure that stands in no passage must be Derived from figures that do.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from app.answer import Notice


class Operation(StrEnum):
    """How a figure was computed from figures of the passages."""

    SUM = "sum"
    DIFFERENCE = "difference"
    COUNT = "count"
    SHARE = "share"
    CONVERSION = "conversion"
    RATIO = "ratio"
    AVERAGE = "average"


@dataclass(frozen=True, slots=True)
class Proof:
    """The span `[start, end)` of a plan's text, inside one chunk."""

    plan_id: str
    chunk_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Derived:
    """A computed figure; verification repeats the operation on the operands.

    COUNT has no operands: its value must be the number of proofs. SHARE is in percent, rounded
    to two decimals. CONVERSION has one operand and multiplies it by `factor`. RATIO is the first
    operand over the second, AVERAGE its one operand over `factor` parts, both to two decimals.
    """

    value: Decimal
    operation: Operation
    operands: tuple[Decimal, ...] = ()
    factor: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class DraftStatement:
    """A statement before verification; without proofs it may hold no figure and no claim.

    `paraphrase`: its words are a model's, judged by support.py, and need not be the plan's.
    """

    text: str
    proofs: tuple[Proof, ...] = ()
    lead: str = ""
    bullet: bool = False
    derived: tuple[Derived, ...] = ()
    paraphrase: bool = False


@dataclass(frozen=True, slots=True)
class DraftCell:
    """A comparison cell before verification."""

    text: str
    proofs: tuple[Proof, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftTable:
    """A comparison before verification: (province, cells) rows under `columns`."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[DraftCell, ...]], ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A writer's whole answer; no statements and no table means: not answered.

    `own_words` marks what states nothing from a plan (a refusal, a greeting) and so needs no proof.
    `tentative` is a refusal of one place that was looked at, which a sure passage overrules.
    """

    writer: str
    statements: tuple[DraftStatement, ...] = ()
    table: DraftTable | None = None
    notices: tuple[Notice, ...] = ()
    partial: bool = False
    own_words: bool = False
    tentative: bool = False

    @property
    def answers(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.statements) or self.table is not None

    @property
    def words(self) -> str:
        """The words of its statements and cells."""
        said = [statement.text for statement in self.statements]
        rows = self.table.rows if self.table else ()
        return " ".join([*said, *(cell.text for _, cells in rows for cell in cells)])
