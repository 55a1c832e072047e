"""The shipped model: small, whole, and the same through numpy as through sentence-transformers."""

import hashlib
import json
import time
from pathlib import Path

import numpy as np
import pytest

from index.embedding.embedder import Embedder, load_embedder
from index.embedding.term_vectors import TermVectors, Vocabulary
from index.errors import EmbedderError
from index.settings import SHIPPED_MODEL
from index.terms.restore import Restorer
from index.training.model_files import quantise, write_model

TEXTS = [
    "Kế hoạch phát triển chính quyền số và bảo đảm an toàn thông tin mạng",
    "ke hoach phat trien chinh quyen so va bao dam an toan thong tin mang",
    "Tổng kinh phí 1.501,713 tỷ đồng, theo Quyết định 749/QĐ-TTg",
    "",
    "qzx 🙂 你好",
    "CNTT " * 300,
]


@pytest.fixture(scope="module")
def shipped() -> TermVectors:
    return TermVectors.read(SHIPPED_MODEL)


def test_numpy_equals_sentence_transformers(shipped: TermVectors) -> None:
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(SHIPPED_MODEL), trust_remote_code=True, device="cpu")
    theirs = model.encode(TEXTS, show_progress_bar=False)
    np.testing.assert_allclose(shipped.encode(TEXTS), theirs, rtol=0, atol=1e-5)


def test_rows_have_length_one_or_zero(shipped: TermVectors) -> None:
    lengths = np.linalg.norm(shipped.encode(TEXTS), axis=1)
    np.testing.assert_allclose(lengths, [1, 1, 1, 0, 0, 1], atol=1e-5)
    assert shipped.encode([]).shape == (0, shipped.dim)


def test_marks_are_restored_before_reading(shipped: TermVectors) -> None:
    with_marks, without, other = shipped.encode([TEXTS[0], TEXTS[1], "Chăn nuôi gia súc"])
    assert with_marks @ without > 0.8
    assert with_marks @ other < 0.3


def test_the_model_is_small_quick_and_what_its_fingerprint_says(shipped: TermVectors) -> None:
    files = [path for path in SHIPPED_MODEL.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= 30_000_000
    digest = hashlib.sha256()
    for name in ("model.safetensors", "vocabulary.tsv"):
        digest.update((SHIPPED_MODEL / name).read_bytes())
    assert shipped.identity == f"term-bag/{digest.hexdigest()[:12]}"
    started = time.perf_counter()
    TermVectors.read(SHIPPED_MODEL)
    assert time.perf_counter() - started < 1  # 0.15 s on two idle cores


def test_the_shipped_model_is_an_embedder() -> None:
    assert isinstance(load_embedder(str(SHIPPED_MODEL)), Embedder)


def test_a_bag_is_the_weighted_sum_of_its_terms(tmp_path: Path) -> None:
    names = ["mạng", "vốn", "đầu tư"]
    vectors = np.array([[1, 0], [0, 1], [1, 1]], dtype=np.float32)
    write_model(vectors, names, [5, 4, 3], tmp_path)
    model = TermVectors.read(tmp_path)
    expected = np.array([3, 1]) / np.sqrt(10)  # mạng twice + đầu tư; "lạ" is unknown
    np.testing.assert_allclose(model.encode(["mạng lạ mạng, đầu tư"])[0], expected, atol=0.01)
    assert load_embedder(str(tmp_path)).identity == model.identity


def test_quantised_rows_differ_by_half_a_step_at_most() -> None:
    vectors = np.random.default_rng(5).normal(size=(50, 8)).astype(np.float32)
    rows, scales = quantise(vectors)
    assert rows.dtype == np.int8
    error = np.abs(rows * scales[:, None] - vectors)
    assert (error <= scales[:, None] * 0.5001).all()


def test_restoring_prefers_the_pair_that_occurs() -> None:
    counts = {"vốn": 10.0, "von": 1.0, "đầu": 5.0, "dầu": 9.0, "tư": 5.0, "từ": 9.0, "đầu tư": 4.0}
    restorer = Restorer(counts)
    assert restorer.run(["von"]) == ["vốn"]
    assert restorer.run(["dau", "tu"]) == ["đầu", "tư"]
    assert restorer.run(["xyz"]) == ["xyz"]
    assert restorer.run([]) == []


def test_a_vocabulary_is_read_back(tmp_path: Path) -> None:
    Vocabulary(["kế hoạch", "vốn"], [3, 2]).write(tmp_path / "v.tsv")
    again = Vocabulary.read(tmp_path / "v.tsv")
    assert (again.terms, again.counts) == (["kế hoạch", "vốn"], [3, 2])


@pytest.mark.parametrize("damage", ["config", "weights", "absent"])
def test_a_model_that_cannot_be_loaded_is_named(tmp_path: Path, damage: str) -> None:
    write_model(np.eye(2, dtype=np.float32), ["a", "b"], [1, 1], tmp_path)
    if damage == "config":
        (tmp_path / "config.json").write_text(json.dumps({"model_type": "term-bag"}))
    if damage == "weights":
        (tmp_path / "model.safetensors").write_bytes(b"\0" * 64)
    folder = tmp_path / "absent" if damage == "absent" else tmp_path
    with pytest.raises(EmbedderError) as caught:
        load_embedder(str(folder))
    assert "HOIKH_EMBEDDER" in caught.value.user_message
