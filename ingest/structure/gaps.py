"""What the document speaks of and the file does not hold: cut text, absent annexes."""

import re
from collections.abc import Sequence

from ingest.lines import Block
from ingest.plan import Gap, GapKind
from ingest.structure.grammar import Rank, match_label
from ingest.structure.labels import place_of, roman_value
from ingest.structure.outline import Outline

_LABEL = r"(?:\d{1,3}|[IVXL]{1,5})(?![\w/])"
_MENTION = re.compile(
    rf"(?:phụ lục|Phụ lục|PHỤ LỤC)(?:\s+(?:số\s+)?(?P<labels>{_LABEL}(?:\s*(?:,|và|;)\s*{_LABEL})*))?"
)
_ATTACHED = re.compile(r"kèm|đính|chi tiết|xem|tại|theo", re.IGNORECASE)
_OF_ANOTHER = re.compile(
    r"\b(?:Luật|Nghị định|Thông tư|Quyết định|Nghị quyết|Công văn|Chỉ thị|Văn bản)\b"
)
_REACH = 40
_MAX_NAME = 200
_NAME_ENDS = re.compile(r"[,.;:()]|\s(?:trong|của|giai đoạn|năm|kèm|đính|theo|ban hành|tại)\b")
_MAX_DETAIL_WORDS = 12


def _number(label: str) -> int | None:
    """The number of an annex label: "02" and "II" are both 2; None for no label."""
    return int(label) if label.isdigit() else roman_value(label)


def _present(blocks: Sequence[Block]) -> set[int | None]:
    labels = (match_label(block.text) for block in blocks if block.text)
    return {
        _number(label.label.split()[-1]) for label in labels if label and label.rank is Rank.ANNEX
    }


def _unnamed(after: str) -> str:
    """The name of an annex without a number, from the words behind "Phụ lục"."""
    words = _NAME_ENDS.split(after)[0].split()[:_MAX_DETAIL_WORDS]
    return " ".join(["Phụ lục", *words]) if words and words[0][0].isupper() else "Phụ lục"


def _mentions(text: str) -> list[tuple[int | None, str]]:
    """(number, name as written) of every annex the text says is attached."""
    found: list[tuple[int | None, str]] = []
    for match in _MENTION.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()]
        after = text[match.end() : match.end() + _MAX_NAME]
        if not _ATTACHED.search(before + " | " + after[:_REACH]) or _OF_ANOTHER.search(
            after[:_REACH]
        ):
            continue
        if match["labels"]:
            labels = re.findall(_LABEL, match["labels"])
            found.extend((_number(label), f"Phụ lục {label}") for label in labels)
        else:
            found.append((None, _unnamed(after)))
    return found


def find_gaps(blocks: Sequence[Block], outline: Outline, cut: bool) -> tuple[Gap, ...]:
    """The gaps in document order, each absent annex once, the cut last."""
    present = _present(blocks)
    gaps: dict[int | None, Gap] = {}
    for index, block in enumerate(blocks):
        if "phụ lục" not in block.text.lower():
            continue
        label = match_label(block.text)
        if label and label.rank is Rank.ANNEX:
            continue
        for number, name in _mentions(block.text):
            absent = number not in present if number is not None else not present
            if absent and number not in gaps:
                gaps[number] = Gap(GapKind.ANNEX_ABSENT, name, outline.section_of[index])
    return (*gaps.values(), *_cut_gap(outline, cut))


def _cut_gap(outline: Outline, cut: bool) -> tuple[Gap, ...]:
    if not cut:
        return ()
    last = next((s for s in reversed(outline.section_of) if s is not None), None)
    section = next((s for s in outline.sections if s.section_id == last), None)
    return (
        Gap(GapKind.TEXT_CUT, place_of(section.path if section else ()) or "cuối văn bản", last),
    )
