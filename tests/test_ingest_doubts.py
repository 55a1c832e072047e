"""What an administrator is told to look at: numbering, figures, pages that read badly."""

from ingest.checks.doubts import find_doubts
from ingest.plan import OcrPage, Section


def sections(*paths: str) -> list[Section]:
    """Sections of the paths ("I", "I>1", …); a path's parent is the nearest one above it."""
    found: list[Section] = []
    for number, path in enumerate(paths):
        labels = tuple(path.split(">"))
        parents = [s.section_id for s in found if s.path == labels[:-1]]
        parent = parents[-1] if parents else None
        found.append(Section(number, parent, labels[-1], "", len(labels), labels, 0, 0))
    return found


def doubts(text: str = "", paths: tuple[str, ...] = (), ocr: tuple[OcrPage, ...] = ()) -> list[str]:
    return find_doubts(text, (), sections(*paths), ocr)


def test_a_numbering_without_fault_gives_no_doubt():
    assert (
        doubts(paths=("Phần I", "Phần I>1", "Phần I>2", "Phần II", "Phần II>1", "Phụ lục I")) == []
    )


def test_a_label_left_out_and_a_label_twice():
    assert doubts(paths=("I", "I>1", "I>3", "II", "II", "IV")) == [
        "Đánh số không liên tục: sau mục I.1 là mục I.3.",
        "Đánh số trùng: mục II xuất hiện hai lần liền nhau.",
        "Đánh số không liên tục: sau mục II là mục IV.",
    ]


def test_a_numbering_that_starts_over_is_no_fault():
    assert doubts(paths=("I", "I>1", "I>2", "I>1", "I>a", "I>b")) == []


def test_parts_that_exceed_their_whole_and_a_malformed_number():
    assert doubts("Ban hành 10 văn bản (7 Quyết định, 5 Kế hoạch). Tiếp nhận 123.4567 hồ sơ.") == [
        "Số liệu mâu thuẫn: nêu “10 văn bản” nhưng các phần cộng lại là 12 (7 + 5).",
        "Con số “123.4567” ghi sai quy cách, không xác định được giá trị.",
    ]


def test_pages_that_read_badly_are_named():
    pages = (OcrPage(1, 0.95), OcrPage(2, 0.5), OcrPage(7, 0.6))
    [doubt] = doubts(ocr=pages)
    assert doubt.startswith("Trang quét khó đọc: 2, 7 (độ tin cậy trung bình 55%).")


def test_at_most_twenty_doubts_of_a_kind():
    assert len(doubts(paths=("I",) * 50)) == 20
