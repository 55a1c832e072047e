"""The file beside a plan: what it may say, and the sentence for everything else."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import RejectedFileError
from ingest.metadata.sidecar import Overrides, parse_sidecar, read_sidecar

FULL = """\
number: 12/KH-UBND
doc_type: Kế hoạch
title: >
  Chuyển đổi số
  tỉnh An Giang
province: tỉnh an giang
issuer: UBND tỉnh An Giang
issued: 2021-03-05
period: [2021, 2025]
signer: Nguyễn Văn A
signer_title:
"""


def test_every_key() -> None:
    assert parse_sidecar("a.yml", FULL.encode()) == Overrides(
        number="12/KH-UBND",
        doc_type="Kế hoạch",
        title="Chuyển đổi số tỉnh An Giang",
        province="An Giang",
        issuer="UBND tỉnh An Giang",
        issued=date(2021, 3, 5),
        period=(2021, 2025),
        signer="Nguyễn Văn A",
        signer_title=None,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Overrides()),
        ("# chưa điền\n", Overrides()),
        ("\ufeffperiod: 2022", Overrides(period=(2022, 2022))),
        ("issued: '2022-01-02'", Overrides(issued=date(2022, 1, 2))),
        ("{number: '7'}", Overrides(number="7")),
    ],
)
def test_other_ways_to_write(text: str, expected: Overrides) -> None:
    assert parse_sidecar("a.yml", text.encode()) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("nubmer: 12/KH-UBND", "có mục “nubmer” không dùng được (có phải là “number”?)"),
        ("Issue_date: 2021-01-01", "có phải là “issued”"),
        ("7: x", "có mục “7” không dùng được"),
        ("number: 12", "có mục “number” chưa đúng: phải là chữ"),
        ("title: ''", "phải là một dòng chữ"),
        ("title: " + "x" * 501, "tối đa 500 ký tự"),
        ('title: "a\\eb"', "phải là một dòng chữ"),
        ("province: An Giag", "không có tỉnh “An Giag” (có phải là “An Giang”?)"),
        ("issued: 5/3/2021", "phải là ngày dạng NĂM-THÁNG-NGÀY"),
        ("issued: 2021-03-05 10:00:00", "phải là ngày dạng NĂM-THÁNG-NGÀY"),
        ("issued: 2021-02-30", "không đọc được"),
        ("issued: 0021-02-03", "phải là ngày dạng"),
        ("period: [2021]", "phải là một năm hoặc hai năm"),
        ("period: [2025, 2021]", "năm đầu phải không lớn hơn năm cuối"),
        ("period: true", "phải là một năm hoặc hai năm"),
        ("- a\n- b", "phải gồm các dòng dạng “mục: giá trị”"),
        ("number: [", "không đọc được ở dòng 1"),
        ("a: &x 1\nb: *x", "có bí danh YAML"),
        ("a: " + "[" * 20_000, "lồng quá nhiều cấp"),
        ("number: !!python/object/apply:os.system ['true']", "không đọc được"),
    ],
)
def test_the_sentence_names_key_and_repair(text: str, words: str) -> None:
    with pytest.raises(RejectedFileError) as caught:
        parse_sidecar("a.yml", text.encode())
    assert caught.value.code == "bad_sidecar"
    assert words in caught.value.user_message
    assert caught.value.user_message.startswith("Tệp mô tả “a.yml” ")
    assert caught.value.user_message.endswith("rồi nạp lại.")


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(RejectedFileError, match="không đọc được"):
        parse_sidecar("a.yml", b"number: \xff\xfe")


def test_it_lies_beside_the_file(tmp_path: Path) -> None:
    plan = tmp_path / "KH.12.pdf"
    assert read_sidecar(plan) is None
    sidecar = tmp_path / "KH.12.yml"
    sidecar.write_text("number: 12/KH-UBND", encoding="utf-8")
    assert read_sidecar(plan) == Overrides(number="12/KH-UBND")
    assert read_sidecar(sidecar) is None
    sidecar.write_text("#" * 65_537, encoding="utf-8")
    with pytest.raises(RejectedFileError, match="lớn hơn 64 KB"):
        read_sidecar(plan)
    sidecar.unlink()
    sidecar.mkdir()
    with pytest.raises(RejectedFileError) as caught:
        read_sidecar(plan)
    assert caught.value.code == "unreadable"


@given(
    st.binary(max_size=80) | st.text(max_size=80).map(lambda text: text.encode("utf-8", "replace"))
)
def test_any_bytes_give_overrides_or_the_rejection(data: bytes) -> None:
    try:
        assert isinstance(parse_sidecar("a.yml", data), Overrides)
    except RejectedFileError as error:
        assert error.code == "bad_sidecar"
