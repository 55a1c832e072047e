"""Semicolons of scanned lists that were read as colons."""

from ingest.cleaning.item_ends import with_item_ends
from ingest.lines import Block


def ends(*texts: str, page: int = 1) -> list[str]:
    blocks = [Block(text, page) for text in texts]
    return [block.text for block in with_item_ends(blocks, {1})]


def test_an_item_before_another_of_its_list():
    assert ends("- Máy phát:", "- Điện thoại;", "- Xe:") == [
        "- Máy phát;",
        "- Điện thoại;",
        "- Xe:",
    ]
    assert ends("(i) Lập tổ:", "(ii) Tập huấn;") == ["(i) Lập tổ;", "(ii) Tập huấn;"]


def test_a_list_all_of_whose_semicolons_were_lost():
    long = "- Soạn lại tài liệu cỡ chữ lớn, nhiều hình vẽ, mỗi bài một trang"
    assert ends(f"{long}:", "- Học vào buổi tối.") == [f"{long};", "- Học vào buổi tối."]


def test_what_introduces_a_list_stays():
    lines = ("- Gồm:", "+ Máy phát;", "+ Xe.", "Như sau:", "- Một.", "- Hai:", "- Ba.")
    assert ends(*lines) == list(lines)


def test_pages_with_a_text_layer_are_left_alone():
    lines = ("- Máy phát:", "- Điện thoại;")
    assert ends(*lines, page=2) == list(lines)
