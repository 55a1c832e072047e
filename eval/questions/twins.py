"""Twins: the same question typed without diacritics, or asked in other words.

A twin is judged by its original's expectations. Paraphrases are written by hand (JSONL: `of`,
`turns`); the form without diacritics follows from the original's own turns.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pydantic import Field

from eval.errors import EvalInputError
from eval.questions.dataset import NonBlank, QAItem, QASet, Record, read_records
from index.terms.analyzer import fold
from prompts import text

SHIPPED = Path(__file__).parents[1] / "qa" / "twins" / "paraphrases.jsonl"


class TwinKind(StrEnum):
    """How a twin's wording comes from its original's."""

    NO_DIACRITICS = "no_diacritics"
    PARAPHRASE = "paraphrase"


class Paraphrase(Record):
    """A line of the twins file: the item it paraphrases and its turns in other words."""

    of: NonBlank
    turns: tuple[NonBlank, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Twin:
    """An item to be asked beside its original; `item.id` is the original's with the kind."""

    kind: TwinKind
    of: str
    split: str
    item: QAItem


def _twin(kind: TwinKind, split: str, original: QAItem, turns: tuple[str, ...]) -> Twin:
    item = original.model_copy(update={"id": f"{original.id}~{kind.value}", "turns": turns})
    return Twin(kind, original.id, split, item)


def read_twins(path: Path, sets: Sequence[QASet]) -> tuple[Twin, ...]:
    """Two twins for each paraphrase whose original is in the sets; the others are passed over.

    Raises: EvalInputError for a malformed line, a repeated `of`, or another number of turns.
    """
    originals = {item.id: (qa_set.split, item) for qa_set in sets for item in qa_set.items}
    seen: dict[str, int] = {}
    return tuple(
        twin
        for line, paraphrase in read_records(path, Paraphrase)
        for twin in _twins(path, line, paraphrase, originals, seen)
    )


def _twins(
    path: Path,
    line: int,
    paraphrase: Paraphrase,
    originals: dict[str, tuple[str, QAItem]],
    seen: dict[str, int],
) -> Iterator[Twin]:
    first = seen.setdefault(paraphrase.of, line)
    if first != line:
        where = f"{path}:{first}"
        raise EvalInputError(
            text("eval.duplicate", file=path, line=line, field="of", id=paraphrase.of, first=where)
        )
    if paraphrase.of not in originals:
        return
    split, original = originals[paraphrase.of]
    if len(paraphrase.turns) != len(original.turns):
        problem = text("eval.problem_turns", n=len(original.turns))
        raise EvalInputError(
            text("eval.malformed", file=path, line=line, field="turns", problem=problem)
        )
    bare = tuple(fold(turn).lower() for turn in original.turns)
    yield _twin(TwinKind.NO_DIACRITICS, split, original, bare)
    yield _twin(TwinKind.PARAPHRASE, split, original, paraphrase.turns)
