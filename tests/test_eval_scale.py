"""The measurement at size: how ballast is read, what is asked, what counts as found."""

import json
import lzma
from pathlib import Path

import pytest
from fakes import CountingEmbedder, make_plan

from eval.errors import EvalInputError
from eval.questions.dataset import Evidence, QAItem, QASet
from eval.scale import Scale, Size, Step, asked_items, ballast_plan, finds_evidence, scale_text
from index.builder import build_plans

ARTICLES = [
    {"title": "Vốn", "text": "Vốn đầu tư công.\n\n  Vốn vay. "},
    {"title": "Mạng", "text": "An toàn mạng."},
]


def _item(quote: str, *turns: str) -> QAItem:
    evidence = (Evidence(doc="1/KH-UBND", quote=quote),)
    return QAItem(id="x", category="fact", turns=turns, evidence=evidence, answerable=True)


@pytest.mark.parametrize("name", ["b.jsonl", "b.jsonl.xz"])
def test_ballast_is_one_document_whose_chunks_are_slices(tmp_path: Path, name: str) -> None:
    content = "\n".join(json.dumps(one) for one in ARTICLES).encode()
    (tmp_path / name).write_bytes(lzma.compress(content) if name.endswith("xz") else content)
    plan = ballast_plan(tmp_path / name)
    assert [chunk.text for chunk in plan.chunks] == [
        "Vốn đầu tư công.",
        "Vốn vay.",
        "An toàn mạng.",
    ]
    assert [chunk.headings for chunk in plan.chunks] == [("Vốn",), ("Vốn",), ("Mạng",)]
    assert all(plan.text[c.start : c.end] == c.text for c in plan.chunks)
    assert plan.province == ""


@pytest.mark.parametrize("content", ["không phải JSON", '{"title": "x"}', "[1]"])
def test_ballast_that_cannot_be_read_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "b.jsonl").write_text(content, encoding="utf-8")
    with pytest.raises(EvalInputError, match=r"b\.jsonl"):
        ballast_plan(tmp_path / "b.jsonl")
    with pytest.raises(EvalInputError, match=r"none\.jsonl"):
        ballast_plan(tmp_path / "none.jsonl")


def test_only_questions_that_stand_alone_and_have_evidence_are_asked() -> None:
    alone, follow_up = _item("vốn", "Vốn?"), _item("vốn", "Vốn?", "Còn nữa?")
    without = alone.model_copy(update={"evidence": ()})
    assert asked_items([QASet("s", (alone, follow_up, without))]) == [alone]


def test_evidence_counts_when_every_quote_is_among_the_first_chunks(tmp_path: Path) -> None:
    plan = make_plan("a", ["Vốn đầu tư của tỉnh", "Đào tạo cán bộ"])
    retriever = build_plans([plan], tmp_path, CountingEmbedder()).retriever
    assert finds_evidence(retriever, _item("Vốn đầu  tư", "vốn đầu tư")).held
    assert not finds_evidence(retriever, _item("Không có câu này", "vốn đầu tư")).held
    other = _item("Vốn đầu tư", "vốn đầu tư")
    elsewhere = other.model_copy(update={"evidence": (Evidence(doc="9/KH", quote="Vốn"),)})
    assert not finds_evidence(retriever, elsewhere).held


def test_both_sizes_stand_side_by_side() -> None:
    step = Step(seconds=1.5, peak_mib=200.0)
    small = Size(
        n_chunks=700, build=step, disk_mib=3.0, open=step, evidence=0.8, n_questions=5,
        ms_p50=4.0, ms_p95=9.0, cpu_ms_p50=3.0, cpu_ms_p95=8.0,
    )  # fmt: skip
    large = small.model_copy(update={"n_chunks": 400_700, "ms_p95": 90.0})
    shown = scale_text(Scale(plans=small, ballast=large, add=step))
    rows = [line.split() for line in shown.splitlines()]
    assert ["p95,", "ms", "9.0", "90.0"] in rows
    assert ["CPU", "p95,", "ms", "8.0", "8.0"] in rows
    assert any(row[-2:] == ["700", "400,700"] for row in rows)
