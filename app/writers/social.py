"""Answers that need no passage: greetings, thanks, what the assistant does, what it holds."""

from collections.abc import Sequence

from app.citing import document_line
from app.draft import Draft, DraftStatement
from app.kinds import Kind
from app.question import MAX_CHARS
from app.writers.metadata import header_proofs
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
    statements = [DraftStatement(say("social.corpus", provinces=provinces), lead=provinces)]
    for plan in plans:
        text = f"{document_line(plan)}: {' '.join(plan.title.split())}"
        statements.append(DraftStatement(text, header_proofs(plan), bullet=True))
    return Draft(WRITER, tuple(statements))
