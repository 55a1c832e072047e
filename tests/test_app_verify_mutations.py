"""Good answers spoilt on purpose: verification must notice at least 98 of 100 spoilt statements.

The answers are those to development questions over the plans that ship and to questions over a
made-up plan. Each statement is spoilt in one place; one that means the same as before is no
mutant (another way of writing the same figure is never made).
"""

import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

import pytest
from assistants import MADE_UP, ROOT, assistant_over

from app.answer import ChatInput
from app.draft import Draft, DraftStatement
from app.proving.verify import verify
from ingest.places.provinces import all_provinces, find_provinces
from ingest.plan import Plan

N_QUESTIONS = 160
UNPLACED = ("metadata", "references", "comparison")
"""Writers whose statements name a plan rather than a passage of it."""
ASKED = (
    "Tuyên Quang có bao nhiêu trạm BTS?",
    "Kinh phí thực hiện kế hoạch của Tuyên Quang là bao nhiêu?",
    "Tuyên Quang đặt những mục tiêu nào?",
)
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_NEGATION = re.compile(r"(?<!\w)(?:không|chưa)\s+", re.IGNORECASE)
_UNIT = re.compile(r"(?<!\w)(?:triệu|tỷ) đồng")
_SAID = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True)
class Mutant:
    """A statement spoilt in one place, and how."""

    kind: str
    statement: DraftStatement
    before: str


def _at(text: str, match: re.Match[str], new: str) -> str:
    return text[: match.start()] + new + text[match.end() :]


def _figures(text: str, chance: random.Random) -> Iterator[str]:
    for match in chance.sample(found := list(_FIGURE.finditer(text)), min(3, len(found))):
        digits = match.group()
        place = chance.choice([i for i, c in enumerate(digits) if c.isdigit()])
        other = chance.choice([d for d in "123456789" if d != digits[place]])
        yield _at(text, match, digits[:place] + other + digits[place + 1 :])


def _units(text: str, _chance: random.Random) -> Iterator[str]:
    for match in _UNIT.finditer(text):
        yield _at(text, match, "tỷ đồng" if match.group().startswith("triệu") else "triệu đồng")


def _provinces(text: str, chance: random.Random) -> Iterator[str]:
    named = {place.name for place, _, _ in find_provinces(text)}
    others = [place.name for place in all_provinces() if place.name not in named]
    for _, start, end in find_provinces(text):
        yield text[:start] + chance.choice(others) + text[end:]


def _negations(text: str, chance: random.Random) -> Iterator[str]:
    for match in _NEGATION.finditer(text):
        yield _at(text, match, "")
    for match in chance.sample(found := list(_SAID.finditer(text)), min(2, len(found))):
        yield text[: match.start()] + "không " + text[match.start() :]


def _quotes(text: str, chance: random.Random) -> Iterator[str]:
    for quote in re.finditer("“[^“”]+”", text):
        said = list(_SAID.finditer(text, quote.start(), quote.end()))
        if len(said) > 3:
            first, second = chance.sample(said[1:-1], 2)
            yield _at(text, first, "khác")
            yield _at(text, second, "").replace("  ", " ")


KINDS = {
    "figure": _figures,
    "unit": _units,
    "province": _provinces,
    "negation": _negations,
    "quote": _quotes,
}


@cache
def good_drafts() -> tuple[tuple[Draft, dict[str, Plan]], ...]:
    """Drafts of which verification drops nothing, with their plans by id."""
    assistant = assistant_over(ROOT / "plans", MADE_UP)
    lines = (ROOT / "eval/qa/dev.jsonl").read_text(encoding="utf-8").splitlines()
    items = [json.loads(line) for line in lines]
    chosen = [item["turns"][-1] for item in items if len(item["turns"]) == 1]
    asked = [*ASKED, *random.Random(5).sample(chosen, N_QUESTIONS)]
    plans = {plan.plan_id: plan for plan in assistant.catalogue.plans()}
    drafts = [assistant.draft(ChatInput(question)) for question in asked]
    kept = [draft for draft in drafts if not draft.own_words]
    assert all(not verify(draft, plans.__getitem__).dropped for draft in kept)
    return tuple((draft, plans) for draft in kept)


def mutants(kind: str) -> Iterator[tuple[Mutant, dict[str, Plan]]]:
    """All statements of the good drafts spoilt in one way."""
    chance = random.Random(kind)
    for draft, plans in good_drafts():
        for statement in draft.statements:
            if statement.proofs:
                for text in KINDS[kind](statement.text, chance):
                    spoilt = replace(statement, text=text)
                    yield Mutant(kind, spoilt, statement.text), plans


@pytest.mark.parametrize("kind", KINDS)
def test_spoilt_statements_are_dropped(kind: str) -> None:
    found = Counter[bool]()
    missed = []
    for mutant, plans in mutants(kind):
        result = verify(Draft("w", (mutant.statement,)), plans.__getitem__)
        found[bool(result.dropped)] += 1
        if not result.dropped:
            missed.append(mutant.statement.text)
    assert found.total() >= 40
    assert found[True] / found.total() >= 0.99, missed[:10]


def test_a_statement_moved_to_another_passage_is_dropped() -> None:
    """That a plan is so numbered, cites a document or deals with a matter, any passage may say."""
    n, missed = 0, []
    for draft, plans in good_drafts():
        for statement in draft.statements:
            if len(statement.proofs) != 1 or draft.writer in UNPLACED:
                continue
            [proof] = statement.proofs
            chunks = plans[proof.plan_id].chunks
            other = chunks[(_place(chunks, proof.chunk_id) + len(chunks) // 2) % len(chunks)]
            moved = replace(proof, chunk_id=other.chunk_id, start=other.start, end=other.end)
            spoilt = replace(statement, proofs=(moved,))
            n += 1
            if not verify(Draft("w", (spoilt,)), plans.__getitem__).dropped:
                missed.append(statement.text)
    assert n >= 100
    assert len(missed) <= 0.01 * n, missed


def _place(chunks, chunk_id: str) -> int:
    return next(i for i, chunk in enumerate(chunks) if chunk.chunk_id == chunk_id)
