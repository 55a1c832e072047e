"""Answers that need no passage: greetings, thanks, what the assistant does, what it holds."""

from collections.abc import Sequence
from decimal import Decimal

from app.citing import document_line
from app.draft import Derived, Draft, DraftStatement, Operation
from app.understanding.kinds import Kind
from app.understanding.question import MAX_CHARS, Question
from app.writers import declining
from app.writers.declining import missing_sentence
from app.writers.document_fields import header_proofs
from ingest.plan import Plan
from prompts import text as say

WRITER = "social"

SOCIAL = frozenset(
    (
        Kind.EMPTY,
        Kind.UNCLEAR,
        Kind.FOREIGN,
        Kind.ABUSE,
        Kind.SMALL_TALK,
        Kind.TOO_LONG,
        Kind.GREETING,
        Kind.THANKS,
        Kind.HELP,
        Kind.CORPUS,
        Kind.HOLDS,
    )
)

# A message that only leans on something may still be understood from what was asked before.
COURTESY = SOCIAL - {Kind.UNCLEAR}


def write(question: Question, plans: Sequence[Plan]) -> Draft:
    """The sentence for the kind of `question`; what is held is listed plan by plan, each cited."""
    kind = question.kind
    if kind is Kind.CORPUS:
        return _corpus(plans)
    if kind is Kind.HOLDS:
        return _holds(question, plans)
    provinces = ", ".join(dict.fromkeys(plan.province for plan in plans))
    sentence = say(
        f"social.{kind.value}", provinces=provinces, max_chars=f"{MAX_CHARS:,}".replace(",", ".")
    )
    return Draft(WRITER, (DraftStatement(sentence),), own_words=True)


def _holds(question: Question, plans: Sequence[Plan]) -> Draft:
    """Whether plans of the provinces asked for are held, and which."""
    missing = [DraftStatement(missing_sentence(name)) for name in question.missing]
    asked = [plan for plan in plans if plan.province in question.provinces]
    if not asked:
        return Draft(declining.WRITER, tuple(missing), own_words=True)
    held = [
        DraftStatement(say("social.holds", document=document_line(plan)), header_proofs(plan))
        for plan in asked
    ]
    return Draft(WRITER, (*held, *missing))


def _corpus(plans: Sequence[Plan]) -> Draft:
    provinces = ", ".join(dict.fromkeys(plan.province for plan in plans))
    listed = [
        DraftStatement(
            f"{document_line(plan)}: {' '.join(plan.title.split())}",
            header_proofs(plan),
            bullet=True,
        )
        for plan in plans
    ]
    heads = tuple(statement.proofs[0] for statement in listed if statement.proofs)
    counted = Derived(Decimal(len(plans)), Operation.COUNT)
    text = say("social.corpus", count=len(plans), provinces=provinces)
    statements = [DraftStatement(text, heads, lead=provinces, derived=(counted,)), *listed]
    return Draft(WRITER, tuple(statements))
