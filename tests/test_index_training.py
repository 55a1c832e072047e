"""Training and measuring on texts of a few words, with results one can compute by hand."""

import json
import lzma
from pathlib import Path

import numpy as np
import pytest
from fakes import CountingEmbedder

from index.terms.analyzer import Analyzer
from index.training.bags import Bags, SyllableIds, choose_terms, flatten
from index.training.evaluate import Benchmark, measure, read_benchmarks, recalls
from index.training.pairs import Pair, read_pairs

LONG = "Nội dung của điều này đủ dài để được dùng làm một đoạn văn trong cặp huấn luyện."


def _write(file: Path, lines: list[str]) -> None:
    with lzma.open(file, "wt", encoding="utf-8") as stream:
        stream.writelines(line + "\n" for line in lines)


def _article(anchor: str, title: str, *related: str) -> str:
    record = {
        "demuc": "Đề mục 36.3 Thanh niên",
        "title": title,
        "text": f"{LONG} {anchor}",
        "anchor": anchor,
        "related": related,
    }
    return json.dumps(record, ensure_ascii=False)


def test_pairs_come_from_titles_links_and_first_sentences(tmp_path: Path) -> None:
    common = [_article(str(i), "Phạm vi điều chỉnh") for i in range(3)]
    articles = [*common, _article("x", "Chính sách riêng", "0", "lạ")]
    _write(tmp_path / "phapdien_articles.jsonl.xz", articles)
    _write(tmp_path / "raw_a.txt.xz", [f"Câu đầu tiên của đoạn văn. {LONG}", "Ngắn."])
    pairs = read_pairs(tmp_path)
    assert Pair("Phạm vi điều chỉnh. Thanh niên", f"{LONG} 0") in pairs
    assert Pair("Chính sách riêng", f"{LONG} x") in pairs
    assert Pair(f"Chính sách riêng. {LONG} x", f"{LONG} 0") in pairs
    assert Pair("Câu đầu tiên của đoạn văn.", LONG) in pairs
    assert len(pairs) == 4 + 1 + 1


def test_an_empty_folder_gives_no_pairs(tmp_path: Path) -> None:
    assert read_pairs(tmp_path) == []


def test_terms_are_counted_by_text_and_found_again() -> None:
    ids = SyllableIds(Analyzer())
    texts = [ids("kế hoạch kế hoạch"), ids("kế hoạch, vốn"), ids("vốn")]
    table = choose_terms(texts, ids, size=4, min_texts=2)
    assert dict(zip(table.names, table.counts.tolist(), strict=True)) == {
        "kế": 2, "hoạch": 2, "vốn": 2, "kế hoạch": 2,
    }  # fmt: skip
    found = [table.names[row] for row in table.rows(texts[0])]
    assert sorted(found) == ["hoạch", "hoạch", "kế", "kế", "kế hoạch", "kế hoạch"]


def test_bags_give_rows_and_offsets() -> None:
    bags = flatten(np.array(rows, dtype=np.int64) for rows in ([1, 2], [], [3]))
    rows, offsets = bags.take(np.array([2, 1, 0]))
    assert rows.tolist() == [3, 1, 2]
    assert offsets.tolist() == [0, 1, 1]


def test_fitting_brings_the_sides_of_a_pair_together() -> None:
    from index.training.fit import FitOptions, fit

    ids = SyllableIds(Analyzer())
    queries = [ids(text) for text in ("tiền", "máy", "người", "đường")]
    passages = [ids(text) for text in ("vốn ngân sách", "thiết bị", "cán bộ", "hạ tầng")]
    table = choose_terms([*queries, *passages], ids, size=100, min_texts=1)
    left, right = (flatten(map(table.rows, side)) for side in (queries, passages))
    options = FitOptions(dim=8, epochs=60, batch=4, dropout=0, rate=0.05, threads=1)
    vectors = fit(left, right, table, options)

    def unit(bags: Bags) -> np.ndarray:
        sums = np.array([vectors[bags.take(np.array([i]))[0]].sum(axis=0) for i in range(4)])
        return sums / np.linalg.norm(sums, axis=1, keepdims=True)

    assert (unit(left) @ unit(right).T).argmax(axis=1).tolist() == [0, 1, 2, 3]


def test_recall_by_hand() -> None:
    assert recalls([1, 2, 10, 11]) == (0.25, 0.75)


def test_measuring_counts_ties_against_the_system() -> None:
    benchmark = Benchmark(
        "thử", ("vốn", "mạng", "là gì"), (0, 1, 2), ("vốn vốn", "mạng", "chuyện khác")
    )
    found = measure(benchmark, CountingEmbedder())
    assert found["lexical"] == pytest.approx((2 / 3, 1))
    twins = Benchmark("thử", ("vốn",), (0,), ("vốn", "vốn"))
    assert measure(twins, CountingEmbedder())["dense"] == (0, 1)


def test_benchmarks_are_read_and_folded(tmp_path: Path) -> None:
    _write(tmp_path / "bench_alqac2022_corpus.jsonl.xz", ['{"doc": "a", "text": "Điều một"}'])
    _write(tmp_path / "bench_alqac2022.jsonl.xz", ['{"question": "Hỏi gì", "doc": "a"}'])
    _write(tmp_path / "bench_xquad_vi.jsonl.xz", ['{"question": "Đâu", "context": "Ở đây"}'])
    legal, general = read_benchmarks(tmp_path)
    assert (legal.questions, legal.gold, legal.texts) == (("Hỏi gì",), (0,), ("Điều một",))
    assert general.without_marks().questions == ("Dau",)
