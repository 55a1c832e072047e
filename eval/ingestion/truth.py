"""The lines of truth about files, and what `python -m ingest --json` says of them."""

from pathlib import Path
from typing import TypeAlias

from pydantic import BaseModel, ConfigDict

from eval.questions.dataset import NonBlank, Record, read_records

Value: TypeAlias = str | int | float | None
"""A cell as JSON holds it; None is a blank cell."""


class Section(Record):
    """A node of the outline; `path` are the labels from the root down to its own."""

    path: tuple[str, ...]
    label: str
    heading: str
    level: int


class TruthTable(Record):
    """A table; at the places `covered` (row, column, 0-based) a cell from above reaches down.

    There a blank is as right as the repeated value.
    """

    caption: str
    unit: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    covered: tuple[tuple[int, int], ...] = ()


class TruthPlan(Record):
    """A plan as it should be read. A metadata field is None when the file does not tell it."""

    number: str | None
    doc_type: str | None
    title: str | None
    province: str | None
    issuer: str | None
    issued: str | None
    period: tuple[int, int] | None
    signer: str | None
    signer_title: str | None
    pages: int | None
    ocr_pages: tuple[int, ...]
    outline: tuple[Section, ...]
    tables: tuple[TruthTable, ...]


class Probe(Record):
    """A sentence that must stand verbatim in a chunk of the section `path`."""

    text: NonBlank
    path: tuple[str, ...]


class Also(Record):
    """A second right value of a metadata field."""

    field: str
    value: str


class TruthLine(Record):
    """A file, its kind ("html", "scan", …) and what is known of it.

    `optional` sections (the articles of an issuing decision) may be in the outline or not.
    """

    file: NonBlank
    kind: NonBlank
    kept_aside: bool
    also: tuple[Also, ...] = ()
    optional: tuple[Section, ...] = ()
    plan: TruthPlan
    probes: tuple[Probe, ...]


class _Found(BaseModel):
    """What ingestion writes; fields it adds later are no concern of the scores."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class FoundTable(_Found):
    """A table as ingestion found it."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


class FoundChunk(_Found):
    """A chunk as ingestion made it."""

    path: tuple[str, ...]
    text: str


class FoundSection(_Found):
    """A section as ingestion found it."""

    path: tuple[str, ...]
    heading: str


class FoundPlan(_Found):
    """The parts of a plan that are scored."""

    number: str = ""
    doc_type: str = ""
    title: str = ""
    province: str = ""
    issuer: str = ""
    issued: str = ""
    period: tuple[int, int] | None = None
    signer: str = ""
    signer_title: str = ""
    pages: int | None = None
    outline: tuple[FoundSection, ...] = ()
    tables: tuple[FoundTable, ...] = ()
    chunks: tuple[FoundChunk, ...] = ()


class FoundError(_Found):
    """Why a file was rejected."""

    code: str
    message: str


class FoundLine(_Found):
    """A line of `python -m ingest --json`."""

    file: str
    status: str
    error: FoundError | None = None
    plan: FoundPlan | None = None


def read_truth(path: Path) -> tuple[TruthLine, ...]:
    """The lines of truth, in file order. Raises EvalInputError naming file, line and field."""
    return tuple(line for _, line in read_records(path, TruthLine))
