"""The measures: what each one means, apart from how it is calculated.

After ir_measures: a Measure is a definition, a Metric is its value for one item. An item to
which a measure applies is never dropped; without an answer it scores 0. An item to which it
cannot apply (evidence of an unanswerable question) has no Metric at all.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from app.answer import Status
from eval import citing, evidence, figures
from eval.case import Case
from eval.matching import forbidden_said, missing_groups
from eval.predictions import FAILED
from prompts import text

EVIDENCE_K = 5
NDCG_K = 10

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


def _declined(case: Case) -> bool:
    return case.prediction.status == Status.DECLINED


def _declined_with_reason(case: Case) -> bool:
    # An empty refusal tells the reader nothing; it counts as no answer at all.
    return _declined(case) and bool(case.prediction.answer.strip())


def _answered(case: Case) -> bool:
    return case.prediction.status not in (Status.DECLINED, FAILED)


def _share(held: Sequence[bool]) -> float:
    return sum(held) / len(held) if held else 0.0


def passed(case: Case) -> float:
    """1 when the answer is right by the item's own expectations, else 0.

    Answered exactly when it is answerable, at least one alternative of every `must` group said,
    nothing of `must_not` said (the matching rule of design §6).
    """
    item, answer = case.item, case.prediction.answer
    right_kind = _answered(case) if item.answerable else _declined_with_reason(case)
    return float(
        right_kind
        and not missing_groups(answer, item.must)
        and not forbidden_said(answer, item.must_not)
    )


def evidence_found(case: Case) -> float | None:
    """1 when every evidence quote is in the first EVIDENCE_K passages of its plan, else 0."""
    if not case.item.evidence:
        return None
    return float(evidence.recall(evidence.quote_ranks(case), EVIDENCE_K) == 1.0)


def evidence_recall(case: Case) -> float | None:
    """The share of evidence quotes in the first EVIDENCE_K passages of their plan (R@k)."""
    if not case.item.evidence:
        return None
    return evidence.recall(evidence.quote_ranks(case), EVIDENCE_K)


def quotes_verbatim(case: Case) -> float | None:
    """The share of citations whose quote is the plan's text, character for character.

    An answer without citations to a question that has evidence proves nothing: 0.
    """
    citations = case.prediction.citations
    if citations:
        return 1.0 - len(citing.broken_quotes(case)) / len(citations)
    return 0.0 if _answered(case) and case.item.evidence else None


def figures_grounded(case: Case) -> float | None:
    """The share of the answer's figures that stand in the passages cited for them."""
    if not _answered(case):
        return None
    n_figures = figures.count_figures(case)
    return 1.0 - len(figures.ungrounded(case)) / n_figures if n_figures else None


def evidence_cited(case: Case) -> float | None:
    """The share of evidence quotes that some citation shows.

    A literal stand-in for ALCE's citation recall (Gao et al. 2023), without an entailment model.
    """
    return _share(citing.cited_evidence(case)) if case.item.evidence else None


def citation_precision(case: Case) -> float | None:
    """The share of citations that show some evidence quote (ALCE's precision, literally)."""
    return _share(citing.citations_on_evidence(case)) if case.item.evidence else None


def right_decline(case: Case) -> float | None:
    """1 when a question that cannot be answered was declined with a reason, else 0."""
    return None if case.item.answerable else float(_declined_with_reason(case))


def wrong_decline(case: Case) -> float | None:
    """1 when a question that can be answered was declined, else 0; lower is better."""
    return float(_declined(case)) if case.item.answerable else None


def wrong_answer(case: Case) -> float | None:
    """1 when a question that cannot be answered was answered, else 0; lower is better."""
    return None if case.item.answerable else float(_answered(case))


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


def all_measures() -> tuple[Measure, ...]:
    """Every measure, in the order of the report."""
    return (
        _measure("passed", _per_case(passed)),
        _measure("evidence", _per_case(evidence_found), k=EVIDENCE_K),
        _measure("recall", _per_case(evidence_recall), k=EVIDENCE_K),
        _measure("ndcg", _ndcg, k=NDCG_K),
        _measure("quotes", _per_case(quotes_verbatim)),
        _measure("figures", _per_case(figures_grounded)),
        _measure("evidence_cited", _per_case(evidence_cited)),
        _measure("citation_precision", _per_case(citation_precision)),
        _measure("right_decline", _per_case(right_decline)),
        # 0 is the best value of these two, so a problem must not earn it.
        _measure("wrong_decline", _per_case(wrong_decline, zero_on_problem=False), lower=True),
        _measure("wrong_answer", _per_case(wrong_answer, zero_on_problem=False), lower=True),
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
