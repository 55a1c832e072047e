"""Feedback given in the chat, as draft items of a QA set.

A draft holds what was asked and what the reader said of the answer. What a right answer must say
is left to the person who completes it, so `validate` objects to a draft until somebody has.
"""

from collections.abc import Iterable

from app.answer import Status
from app.feedback import Feedback, Reason
from eval.measures.matching import collapse
from eval.questions.dataset import Evidence, QAItem
from ingest.places.provinces import find_provinces
from prompts import text

_MAX_ANSWER_CHARS = 500


def _is_answerable(feedback: Feedback) -> bool:
    """What the reader held to be right: the answer's own kind if it helped, else its opposite."""
    declined = feedback.status is Status.DECLINED
    if feedback.helpful:
        return not declined
    return feedback.reason is not Reason.SHOULD_DECLINE


def _category(feedback: Feedback, provinces: tuple[str, ...]) -> str:
    if len(feedback.turns) > 1:
        return "followup"
    if not _is_answerable(feedback):
        return "unanswerable"
    return "compare" if len(provinces) > 1 else "fact"


def _note(feedback: Feedback) -> str:
    verdict = "helpful" if feedback.helpful else (feedback.reason or Reason.OTHER).value
    parts = [
        text(f"eval.draft_{verdict}"),
        text("eval.draft_comment", comment=feedback.comment) if feedback.comment else "",
        text("eval.draft_answer", answer=collapse(feedback.answer)[:_MAX_ANSWER_CHARS]),
    ]
    return " ".join(part for part in parts if part)


def draft(feedback: Feedback) -> QAItem:
    """One feedback as a draft; the answer's citations are its evidence only if it helped."""
    mentions = find_provinces(feedback.understood)
    provinces = tuple(dict.fromkeys(province.name for province, _, _ in mentions))
    answerable = _is_answerable(feedback)
    cited = feedback.citations if feedback.helpful and answerable else ()
    evidence = dict.fromkeys((one.number, collapse(one.quote)) for one in cited)
    return QAItem(
        id=f"feedback-{feedback.id}",
        category=_category(feedback, provinces),
        turns=feedback.turns,
        province=provinces,
        evidence=tuple(Evidence(doc=number, quote=quote) for number, quote in evidence),
        answerable=answerable,
        note=_note(feedback),
    )


def drafts(given: Iterable[Feedback]) -> tuple[QAItem, ...]:
    """A draft for every feedback that says what was asked, oldest first."""
    return tuple(
        draft(one) for one in given if one.turns and all(turn.strip() for turn in one.turns)
    )
