"""A reranker reorders the best chunks and no others; any cross-encoder can be named."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from fakes import CountingEmbedder, make_plan
from numpy.typing import NDArray

from index.builder import build_plans
from index.errors import RerankerError
from index.search.reranker import RERANKED, load_reranker, reranked
from index.search.retriever import PlanRetriever
from ingest.errors import AssistantError

LINES = [f"vốn {'mạng ' * (i % 7)}số {i}" for i in range(RERANKED + 5)]


class Backwards:
    """Prefers what the first ranking put last."""

    identity = "backwards"

    def __init__(self) -> None:
        self.asked: list[tuple[str, int]] = []

    def scores(self, question: str, passages: Sequence[str]) -> NDArray[np.float32]:
        self.asked.append((question, len(passages)))
        return np.arange(len(passages), dtype=np.float32)


@pytest.fixture(scope="module")
def retriever(tmp_path_factory: pytest.TempPathFactory) -> PlanRetriever:
    home = tmp_path_factory.mktemp("home")
    return build_plans([make_plan("a", LINES)], home, CountingEmbedder()).retriever


def _ids(retriever: PlanRetriever, k: int) -> list[str]:
    return [hit.chunk.chunk_id for hit in retriever.search("vốn", ["a"], k)["a"]]


def test_the_best_chunks_are_reordered_and_the_rest_follow(retriever: PlanRetriever) -> None:
    backwards = Backwards()
    again = retriever.model_copy(update={"reranker": backwards})
    first = _ids(retriever, len(LINES))
    second = _ids(again, len(LINES))
    assert second[: RERANKED - 1] == first[RERANKED - 1 : 0 : -1]
    assert second[RERANKED:] == first[RERANKED:]
    assert backwards.asked == [("vốn", RERANKED)]


def test_scores_keep_their_range_and_fall() -> None:
    fused = np.array([0.9, 0.1, 0.5, 0.7], dtype=np.float32)
    changed = reranked(fused, [0, 3, 2], np.array([-4.0, 2.0, -1.0], dtype=np.float32))
    assert changed == pytest.approx([0.5, 0.1, 0.7, 0.9])
    assert fused == pytest.approx([0.9, 0.1, 0.5, 0.7])


def test_equal_second_scores_change_nothing() -> None:
    fused = np.array([0.9, 0.5], dtype=np.float32)
    assert reranked(fused, [0, 1], np.zeros(2, dtype=np.float32)) is fused


def test_no_name_is_no_reranker() -> None:
    assert load_reranker("") is None


def test_a_name_that_cannot_be_loaded_is_told(tmp_path: Path) -> None:
    with pytest.raises(RerankerError) as caught:
        load_reranker(str(tmp_path / "không-có"))
    assert isinstance(caught.value, AssistantError)
    assert "HOIKH_RERANKER" in caught.value.user_message


def test_a_cross_encoder_scores_each_passage(tmp_path: Path) -> None:
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "vốn", "mạng", "số"]
    (tmp_path / "vocab.txt").write_text("\n".join(words), encoding="utf-8")
    BertTokenizerFast(str(tmp_path / "vocab.txt")).save_pretrained(tmp_path)
    shape = {"hidden_size": 8, "num_hidden_layers": 1, "num_attention_heads": 1}
    sizes = {"intermediate_size": 8, "max_position_embeddings": 32, "num_labels": 1}
    config = BertConfig(vocab_size=len(words), **shape, **sizes)
    BertForSequenceClassification(config).save_pretrained(tmp_path)
    model = load_reranker(str(tmp_path))
    assert model is not None
    scores = model.scores("vốn", ["mạng", "vốn số", "mạng"])
    assert scores.shape == (3,)
    assert scores[0] == pytest.approx(scores[2], abs=1e-6)
    assert model.scores("vốn", []).shape == (0,)
