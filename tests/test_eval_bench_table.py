"""The comparison as it is shown: tables on screen and in the README, plots, what is missing."""

import string
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest

from eval.bench.figures import Contender, Costs, Evidence, Recall, SideBySide
from eval.bench.plots import comparison_plots
from eval.bench.publishing import BEGIN, END, publish, write_plots
from eval.bench.table import ENGLISH_FILE, markdown, screen_text
from eval.errors import EvalInputError
from eval.report.texts import Language
from prompts import keys, templates


def evidence(share: float) -> Evidence:
    return Evidence(
        n_questions=7, per_plan={5: share, 10: share + 0.05}, listed={5: share / 2, 10: share}
    )


OURS = Contender(
    name="Ta",
    costs=Costs(build_s=1.5, cold_s=0.75, ms_p50=3.25, ms_p95=1234.5, peak_mib=160.4),
    evidence={"dev": evidence(0.9), "test": evidence(0.8)},
    recall={"Thử": Recall(n_questions=4, at={1: 0.5, 10: 1.0})},
)
THEIRS = Contender(name="Họ", problems=("Lệnh “x” không chạy được: y",))
FOUND = SideBySide(machine="Máy thử", n_cpus=2, contenders=(OURS, THEIRS))


def test_the_screen_shows_every_contender_and_what_failed() -> None:
    shown = screen_text(FOUND)
    assert "bộ “dev” 7 câu / bộ “test” 7 câu" in shown
    assert "90,0 / 80,0" in shown
    assert "95,0 / 85,0" in shown
    assert "45,0 / 40,0" in shown
    ours = next(
        line.split() for line in shown.splitlines() if line.startswith("Ta") and "1,5" in line
    )
    assert ours == ["Ta", "1,5", "0,75", "3,2", "1.234,5", "160"]
    assert any(line.split() == ["Họ", "–", "–", "–", "–", "–"] for line in shown.splitlines())
    assert "Họ: Lệnh “x” không chạy được: y" in shown


def test_the_readme_has_the_same_figures_in_english() -> None:
    rows = [line for line in markdown(FOUND).splitlines() if line.startswith("|")]
    assert rows[2] == "| Ta | 90.0 / 80.0 | 95.0 / 85.0 | 45.0 / 40.0 | 90.0 / 80.0 |"
    assert rows[3] == "| Họ | – / – | – / – | – / – | – / – |"
    assert rows[6] == "| Ta | 50.0 | 100.0 |"
    assert rows[10] == "| Ta | 1.5 | 0.75 | 3.2 | 1,234.5 | 160 |"
    assert "Thử R@10" in rows[4]
    without = FOUND.model_copy(update={"contenders": (OURS.model_copy(update={"recall": {}}),)})
    assert "R@10" not in markdown(without)


def test_why_there_are_no_peers_is_told() -> None:
    alone = FOUND.model_copy(update={"contenders": (OURS,), "missing": "Không cài được."})
    assert screen_text(alone).endswith("Không cài được.")
    assert not alone.whole
    assert not FOUND.whole
    assert alone.model_copy(update={"missing": ""}).whole


def test_the_plots_show_who_has_figures() -> None:
    drawn = comparison_plots(FOUND, Language.ENGLISH)
    assert set(drawn) == {"quality", "start", "query"}
    for svg in drawn.values():
        assert ElementTree.fromstring(svg).tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314 - our own
        assert ">Ta<" in svg
        assert "Họ" not in svg
    assert "set “dev”" in drawn["quality"]
    assert ">10000<" in drawn["query"]
    assert comparison_plots(FOUND, Language.ENGLISH) == drawn
    nobody = FOUND.model_copy(update={"contenders": (THEIRS,)})
    assert comparison_plots(nobody, Language.VIETNAMESE) == {}


def test_the_readme_is_rewritten_between_its_marks_and_nowhere_else(tmp_path: Path) -> None:
    page = tmp_path / "README.md"
    page.write_text(f"trước\n{BEGIN}\ncũ\n{END}\nsau\n", encoding="utf-8")
    publish(FOUND, page)
    first = page.read_text(encoding="utf-8")
    assert first == f"trước\n{BEGIN}\n{markdown(FOUND)}\n{END}\nsau\n"
    publish(FOUND, page)
    assert page.read_text(encoding="utf-8") == first
    names = sorted(file.name for file in (tmp_path / "docs").iterdir())
    assert names == ["bench-quality.svg", "bench-query.svg", "bench-start.svg"]


def test_a_page_without_a_place_is_left_as_it_is(tmp_path: Path) -> None:
    page = tmp_path / "README.md"
    page.write_text(f"{END} {BEGIN}", encoding="utf-8")
    with pytest.raises(EvalInputError, match="không có chỗ"):
        publish(FOUND, page)
    assert page.read_text(encoding="utf-8") == f"{END} {BEGIN}"
    with pytest.raises(EvalInputError, match="Không đọc được"):
        publish(FOUND, tmp_path / "none.md")
    assert not (tmp_path / "docs").exists()


def test_plots_that_cannot_be_written_are_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(EvalInputError, match="Không ghi được"):
        write_plots(FOUND, tmp_path / "file", Language.VIETNAMESE)


def test_every_english_sentence_has_a_vietnamese_one_with_the_same_places() -> None:
    english = tomllib.loads(ENGLISH_FILE.read_text(encoding="utf-8"))
    sentences = dict(zip(keys("bench"), templates("bench"), strict=True))

    def places(sentence: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(sentence)} - {None}

    assert {key: places(one) for key, one in english.items()} == {
        key: places(sentences[key]) for key in english
    }
