"""Every measure with its name and title, and the judging of cases by all of them.

After ir_measures: a Measure is a definition, a Metric is its value for one item. An item to
which a measure applies is never dropped; without an answer it scores 0. An item to which it
cannot apply (evidence of an unanswerable question) has no Metric at all.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from eval.case import Case
from eval.measures import cells, evidence, scores
from eval.measures.scores import EVIDENCE_K, NDCG_K
from prompts import text

Calculation = Callable[[Sequence[Case]], dict[str, float]]


@dataclass(frozen=True, slots=True)
class Measure:
    """A named figure in 0..1; `calculate` gives it by item id.

    `title` and `explanation` are Vietnamese, for the report.
    """

    name: str
    title: str
    explanation: str
    calculate: Calculation
    higher_is_better: bool = True


@dataclass(frozen=True, slots=True)
class Judged:
    """A case and its scores by measure name; a measure that does not apply is absent."""

    case: Case
    scores: Mapping[str, float]


def _cells(part: Callable[[cells.CellScores], float | None]) -> Calculation:
    def score(case: Case) -> float | None:
        found = cells.cell_scores(case)
        return None if found is None else part(found)

    return _per_case(score)


def _per_case(
    score: Callable[[Case], float | None], *, zero_on_problem: bool = True
) -> Calculation:
    """A calculation from a score of one case; an item with a problem scores 0 where it applies."""

    def calculate(cases: Sequence[Case]) -> dict[str, float]:
        values = {case.item.id: score(case) for case in cases}
        barred = {case.item.id for case in cases if case.problem and zero_on_problem}
        return {
            item_id: 0.0 if item_id in barred else value
            for item_id, value in values.items()
            if value is not None
        }

    return calculate


def _ndcg(cases: Sequence[Case]) -> dict[str, float]:
    values = evidence.ndcg(cases, NDCG_K)
    return values | {c.item.id: 0.0 for c in cases if c.problem and c.item.id in values}


@cache
def all_measures() -> tuple[Measure, ...]:
    """Every measure, in the order of the report."""
    return (
        _measure("passed", _per_case(scores.passed)),
        _measure("accuracy", _per_case(scores.accuracy)),
        _measure("precision", _per_case(scores.precision)),
        _measure("vital", _per_case(scores.vital_nuggets)),
        _measure("nuggets", _per_case(scores.all_nuggets)),
        _measure("evidence", _per_case(scores.evidence_found), k=EVIDENCE_K),
        _measure("recall", _per_case(scores.evidence_recall), k=EVIDENCE_K),
        _measure("ndcg", _ndcg, k=NDCG_K),
        _measure("quotes", _per_case(scores.quotes_verbatim)),
        _measure("figures", _per_case(scores.figures_grounded)),
        _measure("citation_recall", _per_case(scores.citation_recall)),
        _measure("citation_precision", _per_case(scores.citation_precision)),
        _measure("evidence_cited", _per_case(scores.evidence_cited)),
        _measure("cell_province", _cells(lambda found: found.province)),
        _measure("cell_value", _cells(lambda found: found.value)),
        _measure("cell_absent", _cells(lambda found: found.absent)),
        _measure("understood", _per_case(scores.understood)),
        _measure("right_decline", _per_case(scores.right_decline)),
        # 0 is the best value of these two, so a problem must not earn it.
        _measure(
            "wrong_decline", _per_case(scores.wrong_decline, zero_on_problem=False), lower=True
        ),
        _measure("wrong_answer", _per_case(scores.wrong_answer, zero_on_problem=False), lower=True),
    )


def _measure(name: str, calculate: Calculation, *, k: int = 0, lower: bool = False) -> Measure:
    title, explanation = (text(f"eval.{part}_{name}", k=k) for part in ("measure", "explain"))
    return Measure(name, title, explanation, calculate, higher_is_better=not lower)


def judge(cases: Sequence[Case]) -> tuple[Judged, ...]:
    """Every case with its scores, in order; ids are unique over all cases."""
    by_measure = {measure.name: measure.calculate(cases) for measure in all_measures()}
    return tuple(
        Judged(
            case,
            {
                name: values[case.item.id]
                for name, values in by_measure.items()
                if case.item.id in values
            },
        )
        for case in cases
    )


def mean(judged: Sequence[Judged], name: str) -> tuple[float | None, int]:
    """The mean of a measure over the items to which it applies, and their number."""
    values = [one.scores[name] for one in judged if name in one.scores]
    return (sum(values) / len(values) if values else None), len(values)
