"""The shipped QA sets: well formed, proved by the plans' own words, and fair to judge."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from eval.dataset import QAItem, read_records
from eval.matching import collapse, forbidden_said, matching_form, missing_groups
from ingest.provinces import all_provinces

ROOT = Path(__file__).parent.parent
SPLITS = ("dev", "test")
FILES = {split: ROOT / "eval" / "qa" / f"{split}.jsonl" for split in SPLITS}
KEYS = list(QAItem.model_fields)
CATEGORIES = {
    "figure",
    "fact",
    "list",
    "table",
    "compare",
    "followup",
    "metadata",
    "unanswerable",
    "noisy",
    "source-fault",
    "document-number",
}
MIN_PER_CATEGORY = 8
MIN_TABLE = 20
MAX_SHARED_WORDS = 0.75
"""Above this share of common words (Jaccard) two questions are one question asked twice."""


def _plans() -> dict[str, str]:
    """The text of every shipped plan by its number, NFC, white space collapsed."""
    texts = [collapse(p.read_text(encoding="utf-8")) for p in sorted(ROOT.glob("plans/*.txt"))]
    numbers = [re.search(r"Số: (\S+)", text) for text in texts]
    return {n[1]: text for n, text in zip(numbers, texts, strict=True) if n}


PLANS = _plans()
ITEMS = {s: [item for _, item in read_records(FILES[s], QAItem)] for s in SPLITS}
EVERY = [item for split in SPLITS for item in ITEMS[split]]
each_item = pytest.mark.parametrize("item", EVERY, ids=[item.id for item in EVERY])


def _quotes(item: QAItem) -> str:
    return "\n".join(evidence.quote for evidence in item.evidence)


def _words(item: QAItem) -> set[str]:
    return set(re.findall(r"\w+", matching_form(" ".join(item.turns))))


def _turns(split: str) -> set[str]:
    return {matching_form(turn) for item in ITEMS[split] for turn in item.turns}


def test_the_four_plans_are_read():
    assert sorted(PLANS) == ["1594/KH-UBND", "206/KH-UBND", "272/KH-UBND", "9423/KH-UBND"]


@pytest.mark.parametrize("split", SPLITS)
def test_every_line_has_the_keys_of_the_format_in_order(split):
    lines = FILES[split].read_text(encoding="utf-8").splitlines()
    assert [list(json.loads(line)) for line in lines] == [KEYS] * len(ITEMS[split])


def test_ids_are_unique_over_both_splits_and_name_their_place():
    ids = [item.id for item in EVERY]
    assert len(set(ids)) == len(ids)
    for split in SPLITS:
        for item in ITEMS[split]:
            assert item.id.startswith(f"{split}-{item.category}-")


def test_every_category_is_known_and_well_represented():
    counts = Counter(item.category for item in EVERY)
    assert set(counts) == CATEGORIES
    assert {name for name, count in counts.items() if count < MIN_PER_CATEGORY} == set()
    assert counts["table"] >= MIN_TABLE
    for split in SPLITS:
        assert {item.category for item in ITEMS[split]} == CATEGORIES


def test_followups_have_two_to_four_turns_and_the_others_one():
    for item in EVERY:
        expected = (2, 3, 4) if item.category == "followup" else (1,)
        assert len(item.turns) in expected, item.id


@each_item
def test_every_quote_stands_in_the_plan_it_names(item):
    for evidence in item.evidence:
        assert collapse(evidence.quote) in PLANS[evidence.doc]


@each_item
def test_every_province_is_a_real_one(item):
    assert set(item.province) <= {province.name for province in all_provinces()}


@each_item
def test_an_item_expects_something_with_proof_exactly_when_it_is_answerable(item):
    assert bool(item.must) == item.answerable
    assert bool(item.evidence) == item.answerable
    assert all(group and all(option.strip() for option in group) for group in item.must)


@each_item
def test_echoing_the_last_turn_never_passes(item):
    if item.answerable:
        assert missing_groups(item.turns[-1], item.must)


@each_item
def test_what_must_be_said_stands_in_a_named_plan_or_is_explained(item):
    named = "\n".join(PLANS[evidence.doc] for evidence in item.evidence)
    unproved = missing_groups(f"{_quotes(item)}\n{named}", item.must)
    assert not unproved or item.note


@each_item
def test_nothing_is_forbidden_that_a_right_answer_says(item):
    assert forbidden_said(_quotes(item), item.must_not) == ()
    for group in item.must:
        for option in group:
            assert forbidden_said(option, item.must_not) == ()


def test_the_splits_share_no_turn_and_no_quote():
    assert _turns("dev") & _turns("test") == set()
    # The few lines of a document's head prove metadata items of both splits.
    body = {split: [i for i in ITEMS[split] if i.category != "metadata"] for split in SPLITS}
    quoted = {s: {(e.doc, collapse(e.quote)) for i in body[s] for e in i.evidence} for s in SPLITS}
    assert quoted["dev"] & quoted["test"] == set()


def test_no_question_of_one_split_is_nearly_one_of_the_other():
    for mine in ITEMS["dev"]:
        for other in ITEMS["test"]:
            ours, theirs = _words(mine), _words(other)
            shared = len(ours & theirs) / len(ours | theirs)
            assert shared <= MAX_SHARED_WORDS, (mine.id, other.id)
