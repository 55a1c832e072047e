"""How sure it is that a quoted passage answers its question, from several signs at once.

A passage near the topic is found for nearly every question, also for one that no plan answers.
What tells the two apart is no single score but many weak signs: how much of the question stands
in the passage, whether it stands out from the next one, whether it holds the kind of thing that
is asked. Their weights (confidence.toml) are those of a logistic regression that
`python -m eval calibrate` fits to questions whose evidence was taken away. What writers read
from the structure (rows, sections, metadata) is not judged here: it has other grounds.
"""

import math
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from app.draft import Draft
from app.proving.grounds import chunk_of
from app.reading.counted import asked
from app.reading.material import Material
from app.understanding.placing import unframed
from app.understanding.topic import in_words, without_places
from app.words import wording
from app.words.entities import named
from index.queries.query import query_reader
from index.search.retriever import ScoredChunk
from ingest.plan import Chunk, Plan

JUDGED = ("quoting", "lists")
"""Writers whose passage is chosen by its words alone."""
WEIGHTS_FILE = "confidence.toml"
MAX_PROOFS = 12
_HELD = 0.6
"""The share of a word's syllables and forms from which a passage holds the word."""
_UNRANKED = -0.3
"""The lead, in score, of a passage that the ranking lacks."""
_SYLLABLE = re.compile(r"[^\W_]+")
_NOTHING_COUNTED = 0.3
"""The share of a counted noun in the lead, where nothing is counted."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The fitted model: `signs` by name, the intercept, and the confidence that is needed."""

    signs: Mapping[str, float]
    intercept: float
    needed: float


@cache
def shipped_weights() -> Weights:
    """The weights beside this module."""
    text = resources.files(__package__).joinpath(WEIGHTS_FILE).read_text(encoding="utf-8")
    read = tomllib.loads(text)
    return Weights(read["signs"], read["intercept"], read["needed"])


def doubtful(material: Material, draft: Draft) -> bool:
    """Whether a draft is of a judged kind and its passages hardly answer the question.

    So do those of plans that nowhere say a word of what is asked about.
    """
    sure = confidence(material, draft)
    if sure is None:
        return False
    question = material.question
    return sure < shipped_weights().needed or all(
        says_nothing_of(plan, f"{question.topic} {question.focus}".strip())
        for plan in material.plans
    )


def says_nothing_of(plan: Plan, topic: str) -> bool:
    """Whether no word of `topic` stands anywhere in `plan`, nor any of its synonyms."""
    body = _in_syllables(plan.text)
    return bool(topic) and not any(
        _in_syllables(form) in body for word in in_words(topic) for form in (word, *_synonyms(word))
    )


def _synonyms(word: str) -> Iterator[str]:
    return (expansion.target for expansion in query_reader().read(word).expansions)


@lru_cache(maxsize=256)
def _in_syllables(text: str) -> str:
    """The folded syllables of `text`, each between single blanks."""
    syllables = " ".join(_SYLLABLE.findall(wording.folded(text)))
    return f" {syllables} "


def confidence(material: Material, draft: Draft) -> float | None:
    """How probably (0..1) the draft's passages answer; None for a draft that is not judged."""
    found = signs(material, draft)
    return None if found is None else probability(found, shipped_weights())


def probability(found: Mapping[str, float], weights: Weights) -> float:
    """The logistic function of the weighted signs."""
    return 1 / (
        1 + math.exp(-weights.intercept - sum(w * found[s] for s, w in weights.signs.items()))
    )


def signs(material: Material, draft: Draft) -> dict[str, float] | None:
    """The signs by name; None where the passage was not chosen by its words alone.

    A list under a lead of its own was chosen by its section's heading.
    """
    lead = next((statement.lead for statement in draft.statements if statement.lead), "")
    if draft.writer not in JUDGED or (draft.writer == "lists" and lead):
        return None
    proofs = [proof for statement in draft.statements for proof in statement.proofs][:MAX_PROOFS]
    if not proofs:
        return None
    by_id = {plan.plan_id: plan for plan in material.plans}
    said = " ".join(by_id[p.plan_id].text[p.start : p.end] for p in proofs)
    chunks = {p.chunk_id: chunk_of(by_id[p.plan_id], p.chunk_id) for p in proofs}
    plan = by_id[proofs[0].plan_id]
    around = " ".join((said, *(_context(by_id[c.plan_id], c) for c in chunks.values())))
    return {
        **_coverages(material, plan, said, around),
        "counted": _counted(material, lead),
        "kind": _kind_held(material, chunks[proofs[0].chunk_id], said),
        **_standing_out(material.of(plan), set(chunks)),
    }


def _context(plan: Plan, chunk: Chunk) -> str:
    """What belongs to a passage: its text, headings, lead, and its table's words."""
    parts = [*chunk.headings, chunk.text]
    if chunk.lead_id:
        parts.append(chunk_of(plan, chunk.lead_id).text)
    if chunk.table_id is not None:
        table = plan.tables[chunk.table_id]
        parts += [table.caption, *table.columns]
        if chunk.row_index is not None:
            parts.append(table.rows[chunk.row_index].group or "")
    return " ".join(parts)


def _coverages(material: Material, plan: Plan, said: str, around: str) -> dict[str, float]:
    """How much of the question the quotation and its context hold, and the share of words lacking."""
    coverage, question = material.coverage, material.question
    whole = without_places(unframed(question.standalone), material.plans)
    topic = question.topic or whole
    wide = f"{around} {plan.title}"
    said_words = tuple(in_words(topic))
    lacking = sum(coverage(word, wide) < _HELD for word in said_words)
    return {
        "topic_quoted": coverage(topic, said),
        "question_held": coverage(whole, around),
        "share_missing": lacking / max(1, len(said_words)),
    }


def _counted(material: Material, lead: str) -> float:
    """How much of the counted noun ("bao nhiêu máy chủ") the leading figure is given with."""
    noun = asked(material.question.standalone).noun
    return material.coverage(noun, lead) if noun and lead else _NOTHING_COUNTED


def _kind_held(material: Material, chunk: Chunk, said: str) -> float:
    """1 when the asked office, date, address or document is named, -1 when not, 0 for no such."""
    question = material.question.standalone
    folded = wording.folded(question)
    shapes = (wording.WHO, wording.WHEN, wording.WHERE, wording.ASKS_DOCUMENT)
    if not any(shape.search(folded) for shape in shapes):
        return 0.0
    heading = chunk.headings[-1] if chunk.headings else ""
    return 1.0 if named(question, heading, said) else -1.0


def _standing_out(hits: Sequence[ScoredChunk], cited: set[str]) -> dict[str, float]:
    """The rank of the best cited passage, and its lead over all others by each score.

    A lead is the difference over the higher of the two, -1 to 1, so that it compares from
    question to question.
    """
    own = [hit for hit in hits if hit.chunk.chunk_id in cited]
    others = [hit for hit in hits if hit.chunk.chunk_id not in cited]
    if not own:
        return {
            "rank": 0.0,
            "lead_held": _UNRANKED,
            "lead_words": _UNRANKED,
            "lead_sense": _UNRANKED,
        }
    best = max(own, key=lambda hit: hit.score)
    return {
        "rank": 1 / best.rank,
        "lead_held": _lead([h.coverage for h in own], [h.coverage for h in others]),
        "lead_words": _lead([h.lexical for h in own], [h.lexical for h in others]),
        "lead_sense": _lead([h.dense for h in own], [h.dense for h in others]),
    }


def _lead(own: Sequence[float], others: Sequence[float]) -> float:
    mine, theirs = max(own), max(others, default=0.0)
    return (mine - theirs) / max(mine, theirs, 1e-6)
