"""What every writer works from, and the small steps they share."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from app.draft import Proof
from app.reading.sentences import Span, within
from app.understanding.question import Question
from index.search.retriever import ScoredChunk
from index.terms.analyzer import fold, has_diacritics
from ingest.plan import Chunk, Plan

MAX_QUOTE_CHARS = 420
"""A longer sentence is quoted by its clauses around what was asked."""

Coverage = Callable[[str, str], float]
"""(query, text) → share of the query's weight that the text holds, 0 to 1."""

Search = Callable[[str, Sequence[str]], Mapping[str, Sequence[ScoredChunk]]]
"""(query, plan_ids) → each plan's ranked chunks, for what a question asks beside its topic."""


@dataclass(frozen=True, slots=True)
class Material:
    """A question, the plans it concerns and what was retrieved in each (best first)."""

    question: Question
    plans: tuple[Plan, ...]
    coverage: Coverage
    hits: Mapping[str, Sequence[ScoredChunk]] = field(default_factory=dict)
    search: Search | None = None

    def of(self, plan: Plan) -> Sequence[ScoredChunk]:
        """The ranked chunks of one plan."""
        return self.hits.get(plan.plan_id, ())


def held_in(name: str, text: str, coverage: Coverage) -> float:
    """The share of `name` that `text` holds; folded when `text` is typed without diacritics."""
    return coverage(name if has_diacritics(text) else fold(name), text)


def proof(chunk: Chunk, span: Span | None = None) -> Proof:
    """The proof that `span` (plan offsets) of `chunk`, or all of it, gives."""
    if span is None:
        return Proof(chunk.plan_id, chunk.chunk_id, chunk.start, chunk.end)
    return Proof(
        chunk.plan_id, chunk.chunk_id, max(span.start, chunk.start), min(span.end, chunk.end)
    )


def reading(plan: Plan, span: Span) -> str:
    """The words of `span` on one line, without footnote marks and list dashes."""
    return " ".join(plan.reading(span.start, span.end).split()).lstrip("-–+• ").strip()


def trimmed(plan: Plan, sentence: Span, focus: Span, max_chars: int = MAX_QUOTE_CHARS) -> Span:
    """`sentence`, or its clauses around `focus` when it is longer than `max_chars`."""
    if sentence.end - sentence.start <= max_chars:
        return sentence
    text = sentence.of(plan.text)
    inner = Span(focus.start - sentence.start, focus.end - sentence.start)
    piece = within(text, inner, max_chars)
    return Span(piece.start + sentence.start, piece.end + sentence.start)


def quoted(plan: Plan, span: Span, whole: Span) -> str:
    """The quotation of `span`, with "…" where `whole` goes on."""
    before = "… " if span.start > whole.start else ""
    after = " …" if span.end < whole.end else ""
    return f"“{before}{reading(plan, span).rstrip(';')}{after}”"
