import json
import re

import ir_measures
import pytest
from ir_measures import RR, R, nDCG

from eval.console import aligned
from eval.errors import EvalInputError
from eval.record import write_json
from eval.retrieval import (
    Comparison,
    Query,
    Text,
    comparison_text,
    corpus_plan,
    query_ranks,
    rank_of,
    read_inputs,
    scored,
)
from index.search.retriever import ScoredChunk

TEXTS = [{"doc": "a", "text": "Chữ ký số"}, {"doc": "b", "text": "Dịch vụ công"}]


def write(path, *records):
    lines = (json.dumps(record, ensure_ascii=False) for record in records)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def read(folder, queries, texts=TEXTS):
    return read_inputs(write(folder / "q.jsonl", *queries), write(folder / "c.jsonl", *texts))


def test_inputs_are_read_and_other_fields_ignored(tmp_path):
    queries, texts = read(tmp_path, [{"id": "1", "question": "Ký?", "doc": "a", "answers": []}])
    assert queries == (Query(id="1", question="Ký?", doc="a"),)
    assert texts[1] == Text(doc="b", text="Dịch vụ công")


@pytest.mark.parametrize(
    ("queries", "texts", "message"),
    [
        ([{"id": "1", "question": "Ký?", "doc": "z"}], TEXTS, r"q\.jsonl.*dòng 1.*“doc”.*“z”"),
        ([{"id": "1", "question": "Ký?"}], TEXTS, r"q\.jsonl.*dòng 1.*“doc”: thiếu"),
        ([{"id": "1", "question": "Ký?", "doc": "a"}] * 2, TEXTS, r"q\.jsonl.*dòng 2.*“id”"),
        ([{"id": "1", "question": "Ký?", "doc": "a"}], TEXTS * 2, r"c\.jsonl.*dòng 3.*“doc”"),
    ],
)
def test_bad_inputs_are_named(tmp_path, queries, texts, message):
    with pytest.raises(EvalInputError) as caught:
        read(tmp_path, queries, texts)
    assert re.search(message, caught.value.user_message)


def test_the_corpus_is_a_plan_whose_chunks_are_its_texts():
    plan = corpus_plan([Text(doc="a", text="Chu\u031b\u0303 ký"), Text(doc="b", text="Dịch vụ")])
    assert [chunk.text for chunk in plan.chunks] == ["Chữ ký", "Dịch vụ"]
    assert [plan.text[chunk.start : chunk.end] for chunk in plan.chunks] == ["Chữ ký", "Dịch vụ"]


@pytest.mark.parametrize(
    ("scores", "ranks"),
    [
        ([3.0, 1.0, 2.0], [1, 3, 2]),
        ([1.0, 1.0, 0.0], [1, 2, None]),
        ([0.0, 5.0, -1.0], [None, 1, None]),
    ],
)
def test_rank_of(scores, ranks):
    assert [rank_of(i, scores) for i in range(3)] == ranks


class FakeRetriever:
    """Finds the first two chunks with set scores."""

    def __init__(self, plan):
        self.chunks = plan.chunks
        self.asked = []

    def search(self, query, plan_ids=None, k=10):
        self.asked.append((query, plan_ids, k))
        first, second = self.chunks[:2]
        return {
            "corpus": (
                ScoredChunk(second, 0.9, 1, 1.0, 0.8, 1.0),
                ScoredChunk(first, 0.5, 2, 2.0, 0.1, 1.0),
            )
        }


def test_each_system_ranks_by_its_own_score():
    plan = corpus_plan([Text(doc=name, text=name) for name in "abc"])
    retriever = FakeRetriever(plan)
    assert query_ranks(retriever, "?", 0, 3) == {"lexical": 1, "dense": 2, "hybrid": 2}
    assert query_ranks(retriever, "?", 2, 3) == {"lexical": None, "dense": None, "hybrid": None}
    assert retriever.asked == [("?", None, 3)] * 2


def test_scores_agree_with_ir_measures():
    ranks = [1, 2, 7, 30, None]
    qrels = [ir_measures.Qrel(str(i), "gold", 1) for i in range(len(ranks))]
    run = [
        ir_measures.ScoredDoc(str(i), "gold" if place == rank else f"d{place}", -place)
        for i, rank in enumerate(ranks)
        for place in range(1, 41)
    ]
    measures = {
        "r_at_1": R @ 1,
        "r_at_5": R @ 5,
        "r_at_10": R @ 10,
        "ndcg_at_10": nDCG @ 10,
        "mrr": RR,
    }
    expected = ir_measures.calc_aggregate(list(measures.values()), qrels, run)
    for name, value in scored(ranks).model_dump().items():
        assert value == pytest.approx(expected[measures[name]]), name


def test_the_comparison_is_printed_and_written(tmp_path):
    scores = scored([1, None])
    comparison = Comparison(
        embedder="e",
        n_queries=2,
        n_texts=3,
        systems={"lexical": scores},
        ranks={"1": {"lexical": 1}, "2": {"lexical": None}},
    )
    path = tmp_path / "new" / "out.json"
    write_json(path, comparison)
    assert Comparison.model_validate_json(path.read_text(encoding="utf-8")) == comparison
    assert comparison_text(comparison).splitlines()[-1].split() == ["lexical", *["0.500"] * 5]
    assert aligned([["x"]]) == "x\n-"
