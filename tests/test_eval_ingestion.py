"""Scores of ingestion against results worked out by hand."""

import json
from pathlib import Path

import pytest

from eval.__main__ import main
from eval.errors import EvalInputError
from eval.ingestion.report import miss_lines
from eval.ingestion.scores import Count, Match, score_file, score_outline, score_probes
from eval.ingestion.truth import (
    FoundChunk,
    FoundPlan,
    FoundSection,
    Probe,
    Section,
    TruthLine,
    read_truth,
)


def section(heading: str, *path: str) -> Section:
    return Section(path=path, label=path[-1], heading=heading, level=len(path))


def there(heading: str, *path: str) -> FoundSection:
    return FoundSection(path=path, heading=heading)


TRUTH = {
    "file": "a.txt",
    "kind": "text",
    "kept_aside": False,
    "also": [{"field": "issuer", "value": "UBND An Giang"}],
    "plan": {
        "number": "12/KH-UBND",
        "doc_type": "Kế hoạch",
        "title": "Chuyển đổi số tỉnh An Giang hoà nhập",
        "province": "An Giang",
        "issuer": "UBND tỉnh An Giang",
        "issued": "2024-01-05",
        "period": [2024, 2025],
        "signer": "Lê An",
        "signer_title": None,
        "pages": None,
        "ocr_pages": [],
        "outline": [{"path": ["I"], "label": "I", "heading": "MỤC TIÊU", "level": 1}],
        "tables": [],
    },
    "probes": [{"text": "Một câu.", "path": ["I"]}],
}
LINE = TruthLine.model_validate_json(json.dumps(TRUTH))
FOUND = FoundPlan(
    number="12/KH-UBND",
    doc_type="Kế hoạch",
    title="CHUYỂN ĐỔI SỐ  TỈNH AN GIANG HÒA NHẬP",
    province="An Giang",
    issuer="UBND An Giang",
    issued="2024-01-05",
    period=(2024, 2025),
    signer="Lê An",
    signer_title="không xét",
    outline=(there("MỤC TIÊU:", "I"),),
    chunks=(FoundChunk(path=("I",), text="Mở đầu. Một\ncâu. Kết."),),
)


def test_a_duplicate_heading_is_found_once() -> None:
    truth = [section("A", "I"), section("B", "I", "1"), section("B", "I", "1")]
    match, misses = score_outline(truth, [there("A", "I"), there(" B :", "I", "1")])
    assert match == Match(both=2, truth=3, found=2)
    assert match.f1 == pytest.approx(4 / 5)
    assert misses == ["thiếu mục I > 1: 'B'"]


def test_a_heading_at_another_place_is_missing_and_extra() -> None:
    match, misses = score_outline([section("A", "I", "1")], [there("A", "1")])
    assert match == Match(0, 1, 1)
    assert misses == ["thiếu mục I > 1: 'A'", "thừa mục 1: 'A'"]


def test_optional_sections_count_neither_way() -> None:
    truth, optional = [section("A", "I")], [section("", "Điều 1")]
    for found in ([there("A", "I")], [there("", "Điều 1"), there("A", "I")]):
        assert score_outline(truth, found, optional) == (Match(1, 1, 1), [])


def test_a_probe_needs_its_words_and_its_path() -> None:
    plan = FoundPlan(
        chunks=(FoundChunk(path=("I",), text="Câu\nđầu."), FoundChunk(path=(), text="Câu hai."))
    )
    probes = [Probe(text=text, path=("I",)) for text in ("Câu đầu.", "Câu hai.", "Câu ba.")]
    count, misses = score_probes(probes, plan)
    assert count == Count(1, 3)
    assert misses == [
        "câu ở I: 'Câu hai.', thấy ở ngoài các mục",
        "câu ở I: 'Câu ba.', thấy ở không đoạn nào",
    ]


def test_a_file_read_right() -> None:
    score = score_file(LINE, FOUND)
    assert (score.metadata, score.outline, score.probes) == (
        Count(8, 8),
        Match(1, 1, 1),
        Count(1, 1),
    )
    assert score.cells.share is None
    assert score.misses == ()


def test_metadata_compares_case_except_in_titles() -> None:
    wrong = FOUND.model_copy(update={"province": "an giang", "period": (2024, 2024)})
    score = score_file(LINE, wrong)
    assert score.metadata == Count(6, 8)
    assert score.misses == (
        "province: cần 'An Giang', có 'an giang'",
        "period: cần (2024, 2025), có (2024, 2024)",
    )


def test_a_rejected_file_has_everything_wrong() -> None:
    score = score_file(LINE, None, "rejected: empty: Tệp trống.")
    assert (score.metadata, score.outline, score.probes) == (
        Count(0, 8),
        Match(0, 1, 0),
        Count(0, 1),
    )
    assert score.misses == ("rejected: empty: Tệp trống.",)


def test_mistakes_of_files_kept_aside_are_not_told() -> None:
    aside = LINE.model_copy(update={"kept_aside": True})
    assert list(miss_lines([score_file(LINE, None, "x"), score_file(aside, None, "x")])) == [
        "a.txt:",
        "  x",
    ]


def test_shares_of_nothing_are_none() -> None:
    assert Count().share is None
    assert Match().f1 is None
    assert (Count(1, 2) + Count(1, 2)).share == pytest.approx(0.5)


def test_a_malformed_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "truth.jsonl"
    path.write_text(json.dumps(TRUTH | {"kind": ""}) + "\n", encoding="utf-8")
    with pytest.raises(EvalInputError) as caught:
        read_truth(path)
    assert "dòng 1, trường “kind”" in caught.value.user_message


def _folder(tmp_path: Path) -> Path:
    truth = tmp_path / "truth.jsonl"
    aside = TRUTH | {"file": "b.txt", "kept_aside": True}
    truth.write_text("".join(json.dumps(one) + "\n" for one in (TRUTH, aside)), encoding="utf-8")
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Đây không phải là kế hoạch.\n", encoding="utf-8")
    return truth


def test_the_command_scores_prints_and_keeps(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    truth, out = _folder(tmp_path), tmp_path / "out"
    assert main(["ingestion", "--truth", str(truth), "--out", str(out)]) == 0
    printed = capsys.readouterr().out
    assert "a.txt:" in printed
    assert "b.txt" not in printed
    assert printed.splitlines()[-2].split()[:4] == ["text", "2", "0,0", "0,0"]
    lines = [json.loads(line) for line in (out / "results.jsonl").read_text().splitlines()]
    assert [line["status"] for line in lines] == ["rejected", "rejected"]
    figures = json.loads((out / "scores.json").read_text())
    assert (figures["total"]["n_files"], figures["total"]["n_rejected"]) == (2, 2)


@pytest.mark.parametrize(("option", "n_files"), [("--open", 1), ("--kept-aside", 1)])
def test_the_command_chooses_files(tmp_path: Path, option: str, n_files: int) -> None:
    out = tmp_path / "out"
    assert main(["ingestion", "--truth", str(_folder(tmp_path)), "--out", str(out), option]) == 0
    name = {"--open": "a.txt", "--kept-aside": "b.txt"}[option]
    lines = [json.loads(line) for line in (out / "results.jsonl").read_text().splitlines()]
    assert [Path(line["file"]).name for line in lines] == [name]


def test_the_command_without_files_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = [
        "ingestion",
        "--truth",
        str(_folder(tmp_path)),
        "--out",
        str(tmp_path),
        "--kind",
        "docx",
    ]
    assert main(arguments) == 1
    assert "Không có tệp nào khớp" in capsys.readouterr().out
