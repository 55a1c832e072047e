"""The shipped QA sets: well formed, fair, well spread, and apart from each other."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from assistants import four_plans

from eval.measures.matching import collapse, matching_form
from eval.questions.dataset import QAItem, read_sets, shipped_sets
from eval.questions.twins import SHIPPED, TwinKind, read_twins
from eval.questions.validate import check_sets, check_twins

SPLITS = ("dev", "test")
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
MIN_ITEMS, MIN_PER_CATEGORY, MIN_PER_CATEGORY_OF_A_SPLIT, MIN_TWINS = 320, 25, 15, 60
MAX_SHARED_WORDS = 0.75
"""Above this share of common words (Jaccard) two questions are one question asked twice."""

SETS = read_sets(shipped_sets())
ITEMS = {qa_set.split: qa_set.items for qa_set in SETS}
EVERY = [item for qa_set in SETS for item in qa_set.items]
TWINS = read_twins(SHIPPED, SETS)
REQUIRED = [name for name in QAItem.model_fields if name not in ("standalone", "okay")]


def _words(item: QAItem) -> set[str]:
    return set(re.findall(r"\w+", matching_form(" ".join(item.turns))))


def _turns(split: str) -> set[str]:
    return {matching_form(turn) for item in ITEMS[split] for turn in item.turns}


def test_the_two_splits_ship():
    assert tuple(ITEMS) == SPLITS


def test_every_item_and_every_twin_is_fair():
    assert check_sets(SETS, four_plans().catalogue.plans()) == ()
    assert check_twins(TWINS) == ()


@pytest.mark.parametrize("path", shipped_sets(), ids=lambda path: path.stem)
def test_every_line_has_the_keys_of_the_format_in_order(path: Path):
    for line in path.read_text(encoding="utf-8").splitlines():
        keys = list(json.loads(line))
        assert keys[: len(REQUIRED)] == REQUIRED
        assert keys[len(REQUIRED) :] in ([], ["standalone"], ["okay"], ["standalone", "okay"])


def test_ids_name_their_place():
    for split in SPLITS:
        for item in ITEMS[split]:
            assert re.fullmatch(rf"{split}-{item.category}-\d\d", item.id)


def test_every_category_is_well_represented():
    assert len(EVERY) >= MIN_ITEMS
    counts = Counter(item.category for item in EVERY)
    assert set(counts) == CATEGORIES
    assert min(counts.values()) >= MIN_PER_CATEGORY
    for split in SPLITS:
        own = Counter(item.category for item in ITEMS[split])
        assert min(own.values()) >= MIN_PER_CATEGORY_OF_A_SPLIT


def test_conversations_have_two_to_five_turns():
    lengths = Counter(len(item.turns) for item in EVERY if item.category == "followup")
    assert set(lengths) == {2, 3, 4, 5}
    assert all(item.standalone for item in EVERY if item.category == "followup")


def test_every_plan_is_asked_about_in_both_splits():
    for split in SPLITS:
        asked = Counter(evidence.doc for item in ITEMS[split] for evidence in item.evidence)
        assert set(asked) == {plan.number for plan in four_plans().catalogue.plans()}
        assert min(asked.values()) >= 20


def test_enough_items_of_every_category_have_twins():
    originals = {twin.of for twin in TWINS if twin.kind is TwinKind.PARAPHRASE}
    assert len(originals) >= MIN_TWINS
    assert {item.category for item in EVERY if item.id in originals} == CATEGORIES


def test_the_splits_share_no_turn_and_no_quote():
    assert _turns("dev") & _turns("test") == set()
    # The few lines of a document's head prove metadata items of both splits.
    body = {split: [i for i in ITEMS[split] if i.category != "metadata"] for split in SPLITS}
    quoted = {s: {(e.doc, collapse(e.quote)) for i in body[s] for e in i.evidence} for s in SPLITS}
    assert quoted["dev"] & quoted["test"] == set()


def test_no_question_of_one_split_is_nearly_one_of_the_other():
    words = {item.id: _words(item) for item in EVERY}
    for mine in ITEMS["dev"]:
        for other in ITEMS["test"]:
            ours, theirs = words[mine.id], words[other.id]
            assert len(ours & theirs) <= MAX_SHARED_WORDS * len(ours | theirs), (mine.id, other.id)
