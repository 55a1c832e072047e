"""Segments from build to build: what is kept, merged and dropped gives what a fresh build gives."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from fakes import CountingEmbedder, make_plan

from index.builder import build_plans
from index.snapshot import Snapshot, current_folder, open_folder
from index.stores.layout import plan_digest
from ingest.plan import Plan

FIRST = make_plan("a", ["Vốn đầu tư 10 tỷ đồng", "Đào tạo cán bộ", "An toàn mạng"])
SECOND = make_plan("bb", ["Vốn vay của tỉnh", "Dữ liệu mở"], heading="Nguồn vốn")
THIRD = make_plan("ccc", ["Mạng nội bộ và dữ liệu"])
QUESTIONS = ("vốn đầu tư", "dữ liệu mạng", "dao tao")


def _same(one: Snapshot, other: Snapshot) -> bool:
    return all(one.retriever.search(q) == other.retriever.search(q) for q in QUESTIONS)


def _segments(snapshot: Snapshot) -> list[tuple[str, ...]]:
    return [entry.plan_ids for entry in snapshot.manifest.segments]


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A segment of three rows is merged no more."""
    monkeypatch.setattr("index.stores.layout.CLOSED_ROWS", 3)


@pytest.mark.parametrize(
    "plans",
    [
        (FIRST, SECOND, THIRD),
        (SECOND, FIRST),
        (SECOND,),
        (THIRD,),
        (replace(FIRST, signer="Trần Thị B"), SECOND),
        (make_plan("a", ["Vốn đầu tư 10 tỷ đồng", "Câu mới"]), SECOND, THIRD),
    ],
)
@pytest.mark.parametrize("before", [(FIRST,), (FIRST, SECOND), (SECOND, THIRD)])
def test_a_later_build_answers_as_a_fresh_one(
    tmp_path: Path, closed: None, before: tuple[Plan, ...], plans: tuple[Plan, ...]
) -> None:
    build_plans(before, tmp_path / "later", CountingEmbedder())
    later = build_plans(plans, tmp_path / "later", CountingEmbedder())
    fresh = build_plans(plans, tmp_path / "fresh", CountingEmbedder())
    assert _same(later, fresh)
    opened = open_folder(current_folder(tmp_path / "later"), CountingEmbedder())
    assert opened.catalogue.plans() == plans
    assert _same(opened, fresh)


def test_a_closed_segment_is_kept_and_small_ones_are_merged(tmp_path: Path, closed: None) -> None:
    first = build_plans([FIRST], tmp_path, CountingEmbedder())
    second = build_plans([FIRST, SECOND], tmp_path, CountingEmbedder())
    assert _segments(second) == [("a",), ("bb",)]
    third = build_plans([FIRST, SECOND, THIRD], tmp_path, CountingEmbedder())
    assert _segments(third) == [("a",), ("bb", "ccc")]
    names = [one.manifest.segments[0].name for one in (first, second, third)]
    assert len(set(names)) == 1


def test_a_plan_that_is_gone_leaves_its_segment(tmp_path: Path) -> None:
    build_plans([FIRST, SECOND], tmp_path, CountingEmbedder())
    after = build_plans([SECOND], tmp_path, CountingEmbedder())
    assert _segments(after) == [("bb",)]
    assert len(after.retriever.scorer) == 2
    assert after.retriever.scorer.lexical.frequency("đào") == 0


def test_nothing_new_keeps_every_file(tmp_path: Path) -> None:
    before = build_plans([FIRST, SECOND], tmp_path, CountingEmbedder()).manifest
    embedder = CountingEmbedder()
    after = build_plans([FIRST, SECOND], tmp_path, embedder).manifest
    assert after.segments == before.segments
    assert embedder.calls == []


def test_an_unchanged_line_of_a_changed_plan_keeps_its_vector(tmp_path: Path) -> None:
    build_plans([FIRST, SECOND], tmp_path, CountingEmbedder())
    embedder = CountingEmbedder()
    changed = make_plan("a", ["Vốn đầu tư 10 tỷ đồng", "Câu mới"])
    build_plans([changed, SECOND], tmp_path, embedder)
    assert "Câu mới" in embedder.calls
    assert not {"Vốn đầu tư 10 tỷ đồng", "Vốn vay của tỉnh"} & set(embedder.calls)


def test_a_plan_without_chunks_can_be_indexed(tmp_path: Path) -> None:
    snapshot = build_plans([make_plan("a", [])], tmp_path, CountingEmbedder())
    assert snapshot.retriever.search("vốn") == {"a": ()}
    both = build_plans([make_plan("a", []), SECOND], tmp_path, CountingEmbedder())
    assert both.retriever.search("vốn")["bb"][0].chunk.text == "Vốn vay của tỉnh"


def test_any_change_of_a_plan_changes_its_digest() -> None:
    chunk = replace(FIRST.chunks[0], page=2)
    changes = (
        replace(FIRST, title="Khác"),
        replace(FIRST, text=FIRST.text + "."),
        replace(FIRST, chunks=(chunk, *FIRST.chunks[1:])),
        replace(FIRST, chunks=FIRST.chunks[:-1]),
    )
    digests = {plan_digest(plan) for plan in (FIRST, replace(FIRST), *changes)}
    assert len(digests) == 1 + len(changes)


def test_postings_and_vectors_stand_in_the_order_of_rows(tmp_path: Path, closed: None) -> None:
    build_plans([FIRST], tmp_path, CountingEmbedder())
    snapshot = build_plans([SECOND, FIRST], tmp_path, CountingEmbedder())
    assert list(snapshot.manifest.rows()) == [("a", 0, 3), ("bb", 3, 5)]
    scorer = snapshot.retriever.scorer
    assert scorer.lexical.at().holds("mạng").tolist() == [False, False, True, False, False]
    expected = CountingEmbedder().encode(["An toàn mạng"])
    np.testing.assert_allclose(scorer.dense.vectors(np.array([2])), expected, atol=1e-6)
