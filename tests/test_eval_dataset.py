import json

import pytest

from eval.errors import EvalInputError
from eval.questions.dataset import QAItem, read_records, read_sets

GOOD = {
    "id": "a1",
    "category": "figure",
    "turns": ["Có bao nhiêu trạm?"],
    "province": ["Tỉnh A"],
    "must": [["120", "một trăm hai mươi"]],
    "must_not": ["168"],
    "evidence": [{"doc": "12/KH-UBND", "quote": "có 120 trạm"}],
    "answerable": True,
    "note": "",
}


def write(folder, *lines, name="bo.jsonl"):
    path = folder / name
    texts = [
        line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines
    ]
    path.write_text("\n".join(texts) + "\n", encoding="utf-8")
    return path


def test_reads_every_field_and_names_the_split(tmp_path):
    (qa_set,) = read_sets([write(tmp_path, GOOD, "", GOOD | {"id": "a2"}, name="kho.jsonl")])
    assert qa_set.split == "kho"
    assert [item.id for item in qa_set.items] == ["a1", "a2"]
    first = qa_set.items[0]
    assert first.must == (("120", "một trăm hai mươi"),)
    assert first.evidence[0].quote == "có 120 trạm"
    assert first.answerable is True


@pytest.mark.parametrize(
    ("line", "field", "problem"),
    [
        ("{", "cả dòng", "không phải JSON"),
        ("[" * 100_000, "cả dòng", "không phải JSON"),
        ({k: v for k, v in GOOD.items() if k != "answerable"}, "answerable", "thiếu"),
        (GOOD | {"answerable": "yes"}, "answerable", "không đúng kiểu"),
        (GOOD | {"turns": []}, "turns", "trống"),
        (GOOD | {"turns": [" "]}, "turns.0", "trống"),
        (GOOD | {"must": ["120"]}, "must.0", "không đúng kiểu"),
        (GOOD | {"must": [["120", ""]]}, "must.0.1", "trống"),
        (GOOD | {"evidence": [{"doc": "1"}]}, "evidence.0.quote", "thiếu"),
        (GOOD | {"extra": 1}, "extra", "không có trong định dạng"),
        ("[]", "cả dòng", "không đúng kiểu"),
    ],
)
def test_a_malformed_line_is_named_with_file_line_and_field(tmp_path, line, field, problem):
    path = write(tmp_path, GOOD, line)
    with pytest.raises(EvalInputError) as caught:
        read_sets([path])
    message = caught.value.user_message
    assert str(path) in message
    assert "dòng 2," in message
    assert f"“{field}”" in message
    assert problem in message


def test_bad_bytes_are_named(tmp_path):
    path = tmp_path / "bo.jsonl"
    path.write_bytes(json.dumps(GOOD).encode() + b"\n\xff\n")
    with pytest.raises(EvalInputError, match=r"dòng 2.*UTF-8"):
        read_sets([path])


def test_a_repeated_id_is_named_even_across_files(tmp_path):
    one, two = write(tmp_path, GOOD, name="a.jsonl"), write(tmp_path, GOOD, name="b.jsonl")
    with pytest.raises(EvalInputError) as caught:
        read_sets([one, two])
    assert f"{one}:1" in caught.value.user_message
    assert str(two) in caught.value.user_message


@pytest.mark.parametrize("content", ["", "\n \n"])
def test_an_empty_file_is_an_error(tmp_path, content):
    path = tmp_path / "bo.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(EvalInputError, match="không có mục nào"):
        read_sets([path])


def test_a_missing_file_and_a_folder_are_errors(tmp_path):
    for path in (tmp_path / "khong-co.jsonl", tmp_path):
        with pytest.raises(EvalInputError, match="Không đọc được"):
            read_records(path, QAItem)


def test_a_byte_order_mark_is_no_part_of_the_first_line(tmp_path):
    path = tmp_path / "bo.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(GOOD).encode() + b"\r\n")
    assert read_sets([path])[0].items[0].id == "a1"
