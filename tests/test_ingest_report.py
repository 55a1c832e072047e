"""The page for administrators: what it says, and that nothing in a file can act in it."""

import base64
import hashlib
import io
import re
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from fakes import make_plan
from serving import CHROMIUM, browser

from ingest.errors import RejectedFileError
from ingest.output.report import number_text, render
from ingest.output.screen import Bars, summary, texts_of
from ingest.plan import OcrPage, Plan, Row, RowKind, Table
from ingest.running.batch import Step
from ingest.running.files import Skipped
from ingest.running.outcome import Outcome

NOW = datetime(2026, 3, 4, 5, 6, tzinfo=UTC)


def table(total: str) -> Table:
    rows = [
        Row(RowKind.DATA, "1", None, (Decimal("1000.5"),), 0, 0),
        Row(RowKind.DATA, "2", None, (Decimal(500),), 0, 0),
        Row(RowKind.TOTAL, "", None, (Decimal(total),), 0, 0),
    ]
    return Table(0, None, "Nhu cầu vốn", "triệu đồng", ("Vốn",), tuple(rows), 0, 0)


def outcome(name: str, **fields: object) -> Outcome:
    plan: Plan = replace(make_plan("a", ["Một câu."]), **fields)
    return Outcome(Path(name), plan, key="k", sha256="ab" * 32, seconds=1.25)


SCAN = outcome(
    "scan.pdf",
    kind="scan",
    pages=3,
    ocr=(OcrPage(1, 0.9), OcrPage(2, 0.6), OcrPage(3, 0.9)),
    tables=(table("1600"),),
    warnings=("Trang 2 mờ.",),
)
BAD = Outcome(
    Path("bad<b>.pdf"),
    RejectedFileError("encrypted", "Tệp có mật khẩu. Hãy bỏ mật khẩu.", detail="x<script>"),
    key="k",
)


def test_the_screen_says_all_of_a_file() -> None:
    assert texts_of(SCAN) == [
        "ĐÃ NẠP   scan.pdf: Kế hoạch 1/KH-UBND ngày 02/01/2021, UBND tỉnh An Giang, kỳ 2021-2025: "
        "0 mục, 1 đoạn, 1 bảng (1 số tổng không khớp), 3 trang, "
        "nhận dạng chữ 3 trang, độ tin cậy 80%, 1,2 giây",
        "         Lưu ý: Trang 2 mờ.",
    ]
    assert texts_of(BAD) == ["TỪ CHỐI  bad<b>.pdf: Tệp có mật khẩu. Hãy bỏ mật khẩu."]
    good = outcome("a", tables=(table("1500.5"),), period=(2022, 2022)).plan
    assert good and summary(good).endswith("kỳ 2022: 0 mục, 1 đoạn, 1 bảng (các số tổng khớp)")
    assert texts_of(replace(SCAN, cached=True))[0].endswith("đã đọc từ lần trước")


def test_warnings_come_once_and_a_screenful_at_most() -> None:
    many = [f"Lưu ý số {number}." for number in range(12)]
    lines = texts_of(outcome("a", warnings=(*many, *many)))
    assert len(lines) == 12
    assert lines[10] == "         Lưu ý: Lưu ý số 9."
    assert lines[11] == "         Còn 2 lưu ý khác: xem đủ bằng --html hoặc --json."


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_bars_of_files_and_pages(monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    with Bars() as bars:
        bars.show(Step("a.pdf", 1, 4, 0, 0))
        assert "Nhận dạng chữ" not in terminal.getvalue()
        bars.show(Step("b.pdf", 2, 4, 3, 9))
        bars.say("ĐÃ NẠP a.pdf")
    drawn = terminal.getvalue()
    assert "a.pdf:  25%" in drawn
    assert "b.pdf:  50%" in drawn
    assert "| 2/4 [" in drawn
    assert "| 3/9 [" in drawn
    assert "trang/s" in drawn
    assert "ĐÃ NẠP a.pdf" in capsys.readouterr().out


def test_no_bars_without_a_terminal(capsys) -> None:
    with Bars() as bars:
        bars.show(Step("a.pdf", 1, 4, 3, 9))
        bars.say("ĐÃ NẠP a.pdf")
    assert capsys.readouterr() == ("ĐÃ NẠP a.pdf\n", "")


def text_of(page: str) -> str:
    body = re.sub(r"<[^>]+>", " ", page.partition("<body>")[2])
    return " ".join(body.split())


def test_the_page_says_all_of_a_run() -> None:
    aside = replace(outcome("b.txt", kind="text"), kept=False, warnings=("Giống tệp khác.",))
    page = render([SCAN, BAD, aside], [Skipped(Path("SOURCES.md"), "tệp ghi chú")], NOW)
    text = text_of(page)
    assert "Có 1 trong 3 tệp chưa nạp được." in text
    for label, number in [
        ("Tổng số tệp", 3), ("Đã nạp", 2), ("Bị từ chối", 1), ("Có điều cần lưu ý", 2),
        ("Để riêng vì trùng", 1),
    ]:  # fmt: skip
        assert f"{label} {number} " in text
    assert "Lập lúc 05:06 ngày 04/03/2026" in text
    assert "Tệp có mật khẩu. Hãy bỏ mật khẩu." in text
    assert text.index("bad&lt;b&gt;.pdf") < text.index("scan.pdf")
    assert "3 trang, 80%; nên đối chiếu với bản gốc: trang 2 (60%)" in text
    assert "Cột “Vốn”: dòng tổng ghi 1.600, cộng các dòng được 1.500,5." in text
    assert "3 dòng × 1 cột, đơn vị triệu đồng; 1 trong 1 số tổng không khớp" in text
    assert "Trang 2 mờ." in text
    assert "SOURCES.md (tệp ghi chú)" in text
    assert "Bản quét" in text
    assert "Văn bản thuần" in text


def test_columns_that_would_be_empty_are_left_out() -> None:
    text = text_of(render([outcome("a.txt")], [], NOW))
    assert "Cả 1 tệp đã nạp xong, không có điều gì cần lưu ý." in text
    assert "Nhận dạng chữ" not in text
    assert "Tệp Kế hoạch Định dạng Mục Đoạn Bảng Lưu ý" in text


@pytest.mark.parametrize("field", ["number", "title", "issuer", "province", "signer"])
def test_nothing_in_a_file_can_act(field: str) -> None:
    attack = '"><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}</style>'
    changed = outcome(f"{attack}.txt", warnings=(attack,), **{field: attack})
    page = render([changed, replace(BAD, path=Path(attack))], [Skipped(Path(attack), attack)], NOW)
    assert "<script" not in page
    assert "<img" not in page
    assert page.count("</style>") == 1
    assert "49</style>" not in page


def test_only_the_page_s_own_style_is_allowed() -> None:
    page = render([SCAN], [], NOW)
    css = re.search(r"<style>(.*)</style>", page, re.DOTALL)
    assert css
    digest = base64.b64encode(hashlib.sha256(css[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}';" in page
    assert "http:" not in page.replace('http-equiv="', "")
    assert " style=" not in page


def test_half_a_character_does_not_stop_the_page() -> None:
    assert "?" in render([outcome("a.txt", title="\ud800")], [], NOW)


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (Decimal("1234567.50"), None, "1.234.567,50"),
        (0.125, 1, "0,1"),
        (Decimal("1E+3"), None, "1.000"),
    ],
)
def test_numbers_as_they_are_written_here(
    value: Decimal | float, places: int | None, text: str
) -> None:
    assert number_text(value, places) == text


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="needs chromium")
@pytest.mark.parametrize("width", [390, 1280])
def test_it_is_drawn_with_its_style_and_fits(tmp_path: Path, width: int) -> None:
    file = tmp_path / "r.html"
    file.write_text(render([SCAN, BAD], [], NOW), encoding="utf-8")
    with browser() as chromium:
        page = chromium.new_page(viewport={"width": width, "height": 800})
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(file.as_uri())
        assert page.evaluate(
            "getComputedStyle(document.querySelector('.top')).backgroundColor"
        ) in ("rgb(23, 50, 77)",)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator("article:visible").count() == 2
        assert not page.locator(".facts").first.is_visible()
        assert said == []
