"""QA sets: the JSONL format of design §6, read strictly.

A malformed line stops the reading and is named with its file, line and field, because a QA set
that is read in part yields figures that look right. What an item expects is judged elsewhere.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, TypeAlias, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from eval.errors import EvalInputError
from prompts import text

SHIPPED = Path(__file__).parents[1] / "qa"
MAX_FILE_MB = 64

NonBlank = Annotated[str, StringConstraints(pattern=r"\S")]
"""A string with at least one visible character: a blank alternative would match any answer."""

Groups: TypeAlias = tuple[Annotated[tuple[NonBlank, ...], Field(min_length=1)], ...]
"""Groups of alternatives: a text holds a group when it says at least one of its alternatives."""

_PROBLEMS = {
    "missing": "problem_missing",
    "extra_forbidden": "problem_extra",
    "json_invalid": "problem_json",
    "string_pattern_mismatch": "problem_blank",
    "too_short": "problem_blank",
}


class Record(BaseModel):
    """A line of an input file: immutable, no unknown fields, no silent conversions."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


LineT = TypeVar("LineT", bound=BaseModel)


class Evidence(Record):
    """A passage that proves the answer: `quote` is verbatim in the plan numbered `doc`."""

    doc: NonBlank
    quote: NonBlank


class QAItem(Record):
    """One judged conversation; the last of `turns` is judged.

    `must` holds groups of alternatives of which the answer says at least one each. Two fields
    are optional: `standalone`, the groups that the understood question of a conversation must
    hold, and `okay`, the groups that are worth saying beyond `must`.
    """

    id: NonBlank
    category: NonBlank
    turns: tuple[NonBlank, ...] = Field(min_length=1)
    province: tuple[str, ...] = ()
    must: Groups = ()
    must_not: tuple[NonBlank, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    answerable: bool
    note: str = ""
    standalone: Groups = ()
    okay: Groups = ()


@dataclass(frozen=True, slots=True)
class QASet:
    """The items of one file; `split` is the file's stem and names them in every report."""

    split: str
    items: tuple[QAItem, ...]


def _malformed(path: Path, line: int, error: ValidationError) -> EvalInputError:
    first = error.errors(include_url=False)[0]
    problem = text(f"eval.{_PROBLEMS.get(first['type'], 'problem_type')}")
    field = ".".join(str(part) for part in first["loc"]) or text("eval.field_whole_line")
    return EvalInputError(
        text("eval.malformed", file=path, line=line, field=field, problem=problem),
        detail=f"{path}:{line}: {field}: {first['msg']}",
    )


def _numbered_lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Yield (1-based number, bytes) of every line that is not blank."""
    try:
        if path.stat().st_size > MAX_FILE_MB * 2**20:
            raise EvalInputError(text("eval.too_large", file=path, limit=MAX_FILE_MB))
        content = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    except OSError as exc:
        problem = exc.strerror or str(exc)
        raise EvalInputError(text("eval.unreadable", file=path, problem=problem)) from exc
    for number, line in enumerate(content.split(b"\n"), start=1):
        if line.strip():
            yield number, line


def read_records(path: Path, model: type[LineT]) -> tuple[tuple[int, LineT], ...]:
    """Every record of a JSONL file with its 1-based line number, in file order.

    Raises EvalInputError for an unreadable or empty file and for the first malformed line.
    """
    records: list[tuple[int, LineT]] = []
    for number, line in _numbered_lines(path):
        try:
            # Decoded here, so that bad bytes are told from bad JSON.
            records.append((number, model.model_validate_json(line.decode("utf-8"))))
        except UnicodeDecodeError as exc:
            field, problem = text("eval.field_whole_line"), text("eval.problem_encoding")
            raise EvalInputError(
                text("eval.malformed", file=path, line=number, field=field, problem=problem)
            ) from exc
        except ValidationError as exc:
            raise _malformed(path, number, exc) from exc
    if not records:
        raise EvalInputError(text("eval.empty", file=path))
    return tuple(records)


def read_sets(paths: Sequence[Path]) -> tuple[QASet, ...]:
    """One QASet per file, in the given order; an id may occur once over all of them.

    Raises EvalInputError as `read_records` does, and for a repeated id.
    """
    seen: dict[str, str] = {}
    sets = []
    for path in paths:
        records = read_records(path, QAItem)
        for line, item in records:
            place = f"{path}:{line}"
            first = seen.setdefault(item.id, place)
            if first != place:
                raise EvalInputError(
                    text(
                        "eval.duplicate", file=path, line=line, field="id", id=item.id, first=first
                    )
                )
        sets.append(QASet(path.stem, tuple(item for _, item in records)))
    return tuple(sets)


def shipped_sets() -> tuple[Path, ...]:
    """The QA files that ship with the package, sorted by name; EvalInputError when none."""
    folder = SHIPPED
    paths = tuple(sorted(folder.glob("*.jsonl")))
    if not paths:
        raise EvalInputError(text("eval.no_files", folder=folder))
    return paths
