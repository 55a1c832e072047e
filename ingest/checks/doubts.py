"""What an administrator should look at: the document's own slips, and pages that read badly.

Each doubt is a Vietnamese sentence. Only what can be told for certain is reported.
"""

import re
from collections.abc import Iterator, Sequence

from ingest.checks.contradictions import StatedSum, broken_sums, malformed_numbers
from ingest.checks.numbering import numbering_faults
from ingest.plan import NoteMark, OcrPage, Section
from ingest.quantities import format_number
from ingest.structure.labels import place_of

LOW_CONFIDENCE = 0.75
# A number, near behind it what may open its parts, and two more numbers.
_MAY_HOLD_PARTS = re.compile(r"\d[^;:]{0,80}?(?:\(|trong đó|gồm|cụ thể).*?\d.*?\D\d", re.IGNORECASE)
_OPENERS = ("trong đó", "gồm", "cụ thể")
_MAX_EACH = 20


def _numbering(sections: Sequence[Section]) -> Iterator[str]:
    """Labels that repeat the one before, or leave some out, among sisters of one kind."""
    for fault in numbering_faults(sections):
        if fault.repeats:
            yield f"Đánh số trùng: {place_of(fault.after.path)} xuất hiện hai lần liền nhau."
        else:
            yield (
                f"Đánh số không liên tục: sau {place_of(fault.before.path)} là"
                f" {place_of(fault.after.path)}."
            )


def _figures(text: str, notes: Sequence[NoteMark]) -> Iterator[str]:
    for found in _exceeding(text, notes):
        parts = " + ".join(format_number(part.value) for part in found.parts)
        yield (
            f"Số liệu mâu thuẫn: nêu “{' '.join(found.whole.raw.split())}” nhưng các phần cộng lại"
            f" là {format_number(found.total)} ({parts})."
        )
    for _, raw in malformed_numbers(text, 0, len(text)):
        yield f"Con số “{raw}” ghi sai quy cách, không xác định được giá trị."


def _exceeding(text: str, notes: Sequence[NoteMark]) -> Iterator[StatedSum]:
    """A whole and its parts never cross a line, so each line that may hold them is read alone."""
    start = 0
    for line in text.split("\n"):
        opened = "(" in line or any(word in line.lower() for word in _OPENERS)
        if opened and _MAY_HOLD_PARTS.search(line):
            yield from broken_sums(text, notes, start, start + len(line))
        start += len(line) + 1


def _pages(ocr: Sequence[OcrPage]) -> Iterator[str]:
    low = [page for page in ocr if page.confidence < LOW_CONFIDENCE]
    if low:
        numbers = ", ".join(str(page.page) for page in low[:_MAX_EACH])
        mean = sum(page.confidence for page in low) / len(low)
        yield (
            f"Trang quét khó đọc: {numbers} (độ tin cậy trung bình {mean:.0%}). Hãy quét lại rõ hơn"
            " hoặc dùng bản có lớp chữ."
        )


def find_doubts(
    text: str, notes: Sequence[NoteMark], sections: Sequence[Section], ocr: Sequence[OcrPage]
) -> list[str]:
    """The doubts about a document, at most twenty of a kind."""
    kinds = (_numbering(sections), _figures(text, notes), _pages(ocr))
    return [doubt for kind in kinds for _, doubt in zip(range(_MAX_EACH), kind, strict=False)]
