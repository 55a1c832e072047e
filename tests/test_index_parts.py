"""Each part of retrieval can be switched off, alone, and only then."""

from dataclasses import replace

import pytest
from assistants import four_plans

from index.search.parts import ALL_PARTS, PART_NAMES, Parts

QUESTION = "kinh phí họp trực tuyến CNTT"


@pytest.fixture(scope="module")
def retriever():
    return four_plans().retriever


def without(retriever, part):
    return retriever.using(replace(ALL_PARTS, **{part: False}))


def test_what_is_left_out_is_named():
    assert ALL_PARTS.left_out == ()
    assert Parts(dense=False, per_plan=False).left_out == ("dense", "per_plan")
    assert PART_NAMES == ("dense", "bigrams", "glossary", "per_plan")


def test_all_parts_are_what_is_used_by_default(retriever):
    assert retriever.scorer.parts == ALL_PARTS
    assert retriever.using(ALL_PARTS).search(QUESTION) == retriever.search(QUESTION)


def test_without_dense_no_cosine_counts(retriever):
    hits = without(retriever, "dense").search(QUESTION)
    assert {hit.dense for found in hits.values() for hit in found} == {0.0}


def test_without_bigrams_a_pair_scores_as_its_syllables(retriever):
    able = without(retriever, "bigrams").scorer
    assert all(" " not in term for term in able.reading("kế hoạch").terms)
    assert any(" " in term for term in retriever.scorer.reading("kế hoạch").terms)
    whole, single = retriever.scorer.score("kế hoạch"), able.score("kế hoạch")
    assert (whole.lexical >= single.lexical - 1e-5).all()
    assert (whole.lexical > single.lexical + 1e-3).any()


def test_without_the_glossary_an_abbreviation_is_only_itself(retriever):
    able = without(retriever, "glossary").scorer
    assert able.reading("CNTT").expansions == ()
    assert retriever.scorer.reading("CNTT").expansions


def test_without_per_plan_retrieval_k_chunks_are_shared_by_all_plans(retriever):
    per_plan = retriever.search(QUESTION, k=5)
    shared = without(retriever, "per_plan").search(QUESTION, k=5)
    assert [len(hits) for hits in per_plan.values()] == [5] * len(per_plan)
    assert sum(len(hits) for hits in shared.values()) == 5
    assert shared.keys() == per_plan.keys()
    best = max(hit.score for hits in per_plan.values() for hit in hits)
    assert max(hit.score for hits in shared.values() for hit in hits) == best
