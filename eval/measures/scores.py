"""The scores of one case: each function is a measure's definition, with its source.

A score is in 0..1; None means that the measure does not apply to the item.
"""

from collections.abc import Sequence

from app.answer import Status
from eval.case import Case
from eval.measures import attribution, citing, evidence, figures
from eval.measures.matching import forbidden_said, missing_groups
from eval.predictions import FAILED

EVIDENCE_K = 5
NDCG_K = 10
OKAY_WEIGHT = 0.5
MAX_CHARS = 2_000
"""Characters of an answer, about a printed page; a longer one has not answered."""


def _declined(case: Case) -> bool:
    return case.prediction.status == Status.DECLINED


def _declined_with_reason(case: Case) -> bool:
    # An empty refusal tells the reader nothing; it counts as no answer at all.
    return _declined(case) and bool(case.prediction.answer.strip())


def _answered(case: Case) -> bool:
    return case.prediction.status not in (Status.DECLINED, FAILED)


def _share(held: Sequence[bool]) -> float:
    return sum(held) / len(held) if held else 0.0


def answer_length(case: Case) -> int:
    """The characters of the answer as shown, without its notices."""
    shown = len(case.prediction.answer)
    return shown - sum(len(notice) for notice in case.prediction.notices)


def passed(case: Case) -> float:
    """1 when the answer is right by the item's own expectations, else 0.

    Answered exactly when it is answerable, at least one alternative of every `must` group said,
    nothing of `must_not` said (the matching rule of design §6), and no longer than MAX_CHARS
    without its notices: a plan pasted whole holds every figure and answers nothing.
    """
    item, answer = case.item, case.prediction.answer
    right_kind = _answered(case) if item.answerable else _declined_with_reason(case)
    return float(
        right_kind
        and answer_length(case) <= MAX_CHARS
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
    """The share of evidence quotes that some citation shows."""
    return _share(citing.cited_evidence(case)) if case.item.evidence else None


def citation_recall(case: Case) -> float | None:
    """The share of the answer's claims that their citations support (ALCE; see attribution.py).

    An answer that claims nothing, to a question that has evidence, supports nothing: 0.
    """
    if not _answered(case):
        return 0.0 if case.item.answerable else None
    found = attribution.attribution(case)
    if not found.n_claims:
        return 0.0 if case.item.evidence else None
    return found.n_supported / found.n_claims


def citation_precision(case: Case) -> float | None:
    """The share of citations in supported claims that are not irrelevant (ALCE)."""
    if not _answered(case):
        return 0.0 if case.item.answerable else None
    found = attribution.attribution(case)
    if not found.n_citations:
        return 0.0 if case.item.evidence else None
    return found.n_relevant / found.n_citations


def vital_nuggets(case: Case) -> float | None:
    """The share of `must` groups that the answer says: nugget recall, vital nuggets only.

    Voorhees 2003 (TREC question answering); "vital" in TREC's 2024 RAG track, where an answer
    without any of them scores 0.
    """
    return _nuggets(case, okay_weight=0.0) if case.item.must else None


def all_nuggets(case: Case) -> float | None:
    """The weighted share of nuggets said: `must` weighs 1 (vital), `okay` ½, as in TREC RAG 2024.

    Applies to items that name okay nuggets.
    """
    return _nuggets(case, okay_weight=OKAY_WEIGHT) if case.item.okay else None


def _nuggets(case: Case, okay_weight: float) -> float:
    item = case.item
    if not _answered(case):
        return 0.0
    said_vital = len(item.must) - len(missing_groups(case.prediction.answer, item.must))
    said_okay = len(item.okay) - len(missing_groups(case.prediction.answer, item.okay))
    worth = len(item.must) + okay_weight * len(item.okay)
    return (said_vital + okay_weight * said_okay) / worth


def understood(case: Case) -> float | None:
    """1 when the standalone question holds every group of the item's `standalone`, else 0."""
    if not case.item.standalone:
        return None
    return float(not missing_groups(case.prediction.understood, case.item.standalone))


def accuracy(case: Case) -> float | None:
    """1 when an answerable question was answered rightly, else 0: correct over all of them.

    LitQA2 (Laurent et al. 2024, LAB-Bench), where declining counts as not correct.
    """
    return passed(case) if case.item.answerable else None


def precision(case: Case) -> float | None:
    """1 when a given answer is right, else 0: correct over attempted, declined ones apart.

    LitQA2. Every answer given counts, also one to a question that cannot be answered.
    """
    return passed(case) if _answered(case) else None


def right_decline(case: Case) -> float | None:
    """1 when a question that cannot be answered was declined with a reason, else 0."""
    return None if case.item.answerable else float(_declined_with_reason(case))


def wrong_decline(case: Case) -> float | None:
    """1 when a question that can be answered was declined, else 0; lower is better."""
    return float(_declined(case)) if case.item.answerable else None


def wrong_answer(case: Case) -> float | None:
    """1 when a question that cannot be answered was answered, else 0; lower is better."""
    return None if case.item.answerable else float(_answered(case))
