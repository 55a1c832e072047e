"""Answers that need no passage: greetings, thanks, what the assistant does, what it holds."""

from collections.abc import Sequence
from decimal import Decimal

from app.citing import document_line
from app.document_fields import header_proofs
from app.draft import Derived, Draft, DraftStatement, Operation
from app.kinds import Kind
from app.question import MAX_CHARS
from ingest.plan import Plan
from prompts import text as say

WRITER = "social"

SOCIAL = frozenset((Kind.EMPTY, Kind.TOO_LONG, Kind.GREETING, Kind.THANKS, Kind.HELP, Kind.CORPUS))


def write(kind: Kind, plans: Sequence[Plan]) -> Draft:
    """The sentence for `kind`; the corpus answer lists the plans held, each cited."""
    if kind is Kind.CORPUS:
        return _corpus(plans)
    provinces = ", ".join(dict.fromkeys(plan.province for plan in plans))
    sentence = say(
        f"social.{kind.value}", provinces=provinces, max_chars=f"{MAX_CHARS:,}".replace(",", ".")
    )
    return Draft(WRITER, (DraftStatement(sentence),), own_words=True)


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
