"""How steady answers are: each twin's answer beside its original's."""

from collections.abc import Mapping, Sequence

from pydantic import BaseModel, ConfigDict

from eval.measures.definitions import Judged
from eval.measures.notation import read_figures
from eval.predictions import Prediction
from eval.questions.twins import Twin, TwinKind


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class TwinPair(_Part):
    """A twin and its original: both verdicts, and whether the answers differ."""

    id: str
    of: str
    kind: TwinKind
    split: str
    question: str
    passed: bool
    original_passed: bool
    differs: bool


class TwinScore(_Part):
    """All twins of one kind: shares that pass, and the share whose answer differs."""

    n: int
    original_passed: float
    passed: float
    differs: float


class TwinSummary(_Part):
    """The twins of a run, kind by kind, and pair by pair."""

    kinds: dict[TwinKind, TwinScore]
    pairs: tuple[TwinPair, ...]


def differs(one: Prediction, other: Prediction) -> bool:
    """Whether two answers say different things: status, cited passages or figures.

    Wording may differ, since an answer takes up words of its question.
    """
    return _said(one) != _said(other)


def _said(prediction: Prediction) -> tuple[object, ...]:
    cited = {(c.plan, c.start, c.end) for c in prediction.citations}
    figures = {figure for _, figure in read_figures(prediction.answer)}
    return prediction.status, cited, figures


def summarise_twins(
    originals: Mapping[str, Judged], twins: Sequence[Twin], judged: Sequence[Judged]
) -> TwinSummary | None:
    """The summary of twins, `judged` aligned with them; None without twins."""
    if not twins:
        return None
    pairs = []
    for twin, own in zip(twins, judged, strict=True):
        original = originals[twin.of]
        pairs.append(
            TwinPair(
                id=twin.item.id,
                of=twin.of,
                kind=twin.kind,
                split=twin.split,
                question=twin.item.turns[-1],
                passed=own.scores["passed"] == 1.0,
                original_passed=original.scores["passed"] == 1.0,
                differs=differs(original.case.prediction, own.case.prediction),
            )
        )
    kinds = {kind: [pair for pair in pairs if pair.kind is kind] for kind in TwinKind}
    return TwinSummary(
        kinds={kind: _score(members) for kind, members in kinds.items() if members},
        pairs=tuple(pairs),
    )


def _score(pairs: Sequence[TwinPair]) -> TwinScore:
    n = len(pairs)
    return TwinScore(
        n=n,
        original_passed=sum(pair.original_passed for pair in pairs) / n,
        passed=sum(pair.passed for pair in pairs) / n,
        differs=sum(pair.differs for pair in pairs) / n,
    )
