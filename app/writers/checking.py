"""Answers that check a plan against itself: do the parts add up, do its places agree?

The writer never judges by meaning. It adds up what a sentence states as whole and parts, tells
cells of two rows apart, or shows the places side by side so that the reader can judge.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from app.draft import Derived, Draft, DraftStatement, Operation, Proof
from app.reading.enumerations import whole_sentences
from app.reading.finding import Finding, candidates_of, evidence, members
from app.reading.material import Material, proof, quoted, trimmed
from app.reading.sentences import Span, clauses, sentences
from app.understanding import part_words
from app.words import wording
from index.search.retriever import ScoredChunk
from ingest.checks.contradictions import StatedSum, listed_sum, stated_sums
from ingest.plan import Chunk, ChunkKind, Plan
from ingest.quantities import canonical, format_number, parse_quantities
from prompts import text as say

WRITER = "checking"
MAX_PLACES = 4
MAX_PLACE_CHARS = 320
MAX_CHUNKS = 6
_SUM_COVERAGE = 0.45
_PLACE_SHARE, _PLACE_FLOOR = 0.6, 0.4
_MIN_SAME_CHARS = 40
_IN_QUOTES = re.compile(r"[“\"']([^”\"'“]{3,120})[”\"']")


def write(material: Material) -> Draft:
    """What the check shows; nothing when the question asks for none, or of several provinces."""
    question = material.question
    folded = wording.folded(question.standalone)
    if len(question.provinces) > 1:
        return Draft(WRITER)
    plan = _plan(material)
    if plan is None:
        return Draft(WRITER)
    if part_words.ADDS_UP.search(folded):
        for chunk, coverage in _summing(material, plan):
            told = list(_sums(plan, chunk, material.question.standalone, coverage))
            if told:
                return Draft(WRITER, tuple(told))
    if told := list(_written_so(material, plan)) or list(_now_and_then(material, plan)):
        return Draft(WRITER, tuple(told))
    if not part_words.AGREES.search(folded):
        return Draft(WRITER)
    return Draft(WRITER, tuple(_same_cells(material, plan)) or tuple(_places(material, plan)))


def _plan(material: Material) -> Plan | None:
    """The plan that is checked: the only one asked about, else the one that says most of it."""
    if len(material.plans) == 1:
        return material.plans[0]
    if material.question.names_place:
        return None
    best = [(evidence(hits[0]), plan) for plan in material.plans if (hits := material.of(plan))]
    return max(best, key=lambda pair: pair[0])[1] if best else None


def _passages(material: Material, plan: Plan) -> Sequence[ScoredChunk]:
    return [hit for hit in material.of(plan) if hit.chunk.kind is not ChunkKind.HEADING]


def _summing(material: Material, plan: Plan) -> list[tuple[Chunk, float]]:
    """The best passages with their coverage, and what introduces them."""
    by_id = {chunk.chunk_id: chunk for chunk in plan.chunks}
    found: dict[str, float] = {}
    for hit in _passages(material, plan)[:MAX_CHUNKS]:
        found.setdefault(hit.chunk.chunk_id, hit.coverage)
        if hit.chunk.lead_id is not None:
            found.setdefault(hit.chunk.lead_id, hit.coverage)
    return [(by_id[chunk_id], coverage) for chunk_id, coverage in found.items()]


def _sums(plan: Plan, chunk: Chunk, question: str, coverage: float) -> Iterator[DraftStatement]:
    """The passage with its whole and parts, then their sum and whether it is the whole.

    Only of a passage that is surely meant: by its words, or by the whole that is asked about.
    """
    listed = members(plan, chunk)
    found = stated_sums(plan.text, plan.notes, chunk.start, chunk.end)
    if not found and listed:
        whole = listed_sum(chunk.text, chunk.start, [(c.text, c.start) for c in listed])
        found = [whole] if whole is not None else []
    asked = {canonical(quantity)[0] for quantity in parse_quantities(question)}
    for stated in found[:1]:
        if coverage < _SUM_COVERAGE and canonical(stated.whole)[0] not in asked:
            continue
        spans = _spans(plan, stated, (chunk, *listed))
        quotes = " ".join(quoted(plan, span, span) for _, span in spans)
        proofs = tuple(proof(held, span) for held, span in spans)
        yield DraftStatement(say("checking.states", province=plan.province, quote=quotes), proofs)
        yield _sum(stated, proofs)


def _spans(plan: Plan, stated: StatedSum, chunks: Sequence[Chunk]) -> list[tuple[Chunk, Span]]:
    """Each chunk that holds the whole or a part, with the stretch of it that is quoted."""
    figures = (stated.whole, *stated.parts)
    found = []
    for chunk in chunks:
        own = [figure for figure in figures if chunk.start <= figure.start < chunk.end]
        if own:
            focus = Span(min(f.start for f in own), max(f.end for f in own))
            found.append((chunk, trimmed(plan, Span(chunk.start, chunk.end), focus)))
    return found


def _sum(stated: StatedSum, proofs: tuple[Proof, ...]) -> DraftStatement:
    values = tuple(part.value for part in stated.parts)
    difference = abs(stated.total - stated.whole.value)
    key = "checking.adds_up" if not difference else "checking.does_not"
    unit = stated.whole.unit
    derived = [Derived(stated.total, Operation.SUM, values)]
    if difference:
        operands = (stated.total, stated.whole.value)
        derived.append(Derived(Decimal(difference), Operation.DIFFERENCE, operands))
    text = say(
        key,
        parts=" + ".join(format_number(value) for value in values),
        total=f"{format_number(stated.total)} {unit}",
        whole=" ".join(stated.whole.raw.split()),
        difference=f"{format_number(Decimal(difference))} {unit}",
    )
    return DraftStatement(text, proofs, derived=tuple(derived))


def _same_cells(material: Material, plan: Plan) -> Iterator[DraftStatement]:
    """Long cells that two rows in question share word for word."""
    rows = [hit.chunk for hit in _passages(material, plan) if hit.chunk.row_index is not None][:2]
    if len(rows) < 2 or rows[0].table_id is None or rows[0].table_id != rows[1].table_id:
        return
    table = plan.tables[rows[0].table_id]
    first, second = (table.rows[chunk.row_index or 0] for chunk in rows)
    for column, cell, other in zip(table.columns, first.cells, second.cells, strict=False):
        if isinstance(cell, str) and cell == other and len(cell) >= _MIN_SAME_CHARS:
            text = say("checking.same_cell", column=column, province=plan.province, cell=cell)
            yield DraftStatement(text, tuple(proof(chunk) for chunk in rows))


def _written_so(material: Material, plan: Plan) -> Iterator[DraftStatement]:
    """The sentences that hold, word for word, what the question puts in quotation marks."""
    question = material.question.standalone
    match = _IN_QUOTES.search(question)
    if match is None or not part_words.WRITTEN_SO.search(wording.folded(question)):
        return
    words = " ".join(match.group(1).casefold().split())
    for chunk in plan.chunks:
        for span in whole_sentences(chunk.text, chunk.start):
            if words in " ".join(span.of(plan.text).casefold().split()):
                at = span.start + span.of(plan.text).casefold().find(words.split()[0])
                piece = trimmed(plan, span, Span(at, min(span.end, at + len(words))))
                quote = quoted(plan, piece, span)
                text = say("quoting.plain", province=plan.province, quote=quote)
                yield DraftStatement(text, (proof(chunk, piece),))
                return


def _now_and_then(material: Material, plan: Plan) -> Iterator[DraftStatement]:
    """What is and what shall be, from the part that looks back and the part that plans."""
    folded = wording.folded(material.question.standalone)
    both = part_words.NOW.search(folded) and part_words.GOAL.search(folded)
    if not both or not wording.asks_how_many(material.question.standalone):
        return
    found: dict[bool, tuple[float, ScoredChunk, Span]] = {}
    for hit in _passages(material, plan):
        looks_back = any(
            part_words.LOOKS_BACK.search(wording.folded(heading)) for heading in hit.chunk.headings
        )
        for span in sentences(hit.chunk.text, hit.chunk.start):
            text = span.of(plan.text)
            score = material.coverage(material.question.topic, text) + 0.5 * hit.coverage
            if parse_quantities(text) and score > found.get(looks_back, (_PLACE_FLOOR,))[0]:
                found[looks_back] = (score, hit, span)
    if len(found) < 2:
        return
    for key, looks_back in (("checking.now", True), ("checking.goal", False)):
        _, hit, span = found[looks_back]
        piece = trimmed(plan, span, Span(span.start, span.start + 1))
        text = say(key, province=plan.province, quote=quoted(plan, piece, span))
        yield DraftStatement(text, (proof(hit.chunk, piece),), bullet=True)


def _places(material: Material, plan: Plan) -> Iterator[DraftStatement]:
    """The passages that speak of what is asked, side by side; nothing when there is only one."""
    found = sorted(candidates_of(material, plan, figure=False), key=lambda f: -f.score)
    top = max((finding.evidence for finding in found), default=0.0)
    floor = max(_PLACE_FLOOR, _PLACE_SHARE * top)
    kept = [finding for finding in found if finding.evidence >= floor][:MAX_PLACES]
    if len(kept) < 2:
        return
    yield DraftStatement(say("checking.places", province=plan.province), lead=plan.province)
    for finding in sorted(kept, key=lambda f: f.chunk.start):
        piece = trimmed(plan, finding.sentence, _focus(material, finding), MAX_PLACE_CHARS)
        text = quoted(plan, piece, finding.sentence)
        yield DraftStatement(text, (proof(finding.chunk, piece),), bullet=True)


def _focus(material: Material, finding: Finding) -> Span:
    """The clause of a sentence that holds most of what is asked."""
    text = finding.sentence.of(finding.plan.text)
    pieces = clauses(text, finding.sentence.start) or [finding.sentence]
    topic = material.question.topic
    return max(pieces, key=lambda piece: material.coverage(topic, piece.of(finding.plan.text)))
