"""Numberings that no list of forms knows, told by their sequence: "(1)", "Nhiệm vụ 1:", "I-VỐN".

A line that begins with a number in brackets, behind a word or glued to its heading may be prose.
It numbers a section where a line of the very same form has the number that follows. Items in
brackets that are sentences stay a list.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from ingest.lines import Block
from ingest.structure.grammar import Label, Rank, heading_of, match_label
from ingest.structure.labels import is_first, successor
from ingest.vietnamese import UPPER, fold, is_all_caps

_MAX_STEM = 30
_ANY_HEADING = "X"
_NUMBER = r"\d{1,2}(?:\.\d{1,2}){0,2}"
_ROMAN = r"[IVX]{1,5}"
# "(1) Dữ liệu nền", "(a) Hạ tầng", "(ii) Thuê ngoài"
_BRACKETED = re.compile(
    rf"\((?P<label>{_NUMBER}|[a-zđ]|[ivx]{{1,5}}|{_ROMAN})\)[.:]?\s*(?P<rest>[{UPPER}“\"].*)"
)
# "Nhiệm vụ 1: Rà soát", "Hoạt động 2.1. Tập huấn", "HỢP PHẦN 3"
_WORDED = re.compile(
    rf"(?P<label>(?P<stem>[{UPPER}][^\W\d_]*(?:\s[^\W\d_]+){{0,3}}\s)(?:số\s|SỐ\s)?"
    rf"(?:{_NUMBER}|{_ROMAN}|[A-H]))(?P<mark>\s?[.:)]|\s[–—-](?=\s)|(?=\s|$))\s*"
    rf"(?P<rest>(?:[{UPPER}“\"].*)?)"
)
# "I-MỤC TIÊU", "1-Mục tiêu", "A-VỐN"; "1: Mục tiêu"
_GLUED = re.compile(
    rf"(?P<label>{_NUMBER}|{_ROMAN}|[A-HĐ])(?P<mark>[–—-]|\s?:\s)(?P<rest>[{UPPER}“\"].*\s.*)"
)
# "II NHIỆM VỤ": a numeral, its mark lost
_BARE = re.compile(rf"(?P<label>{_ROMAN})\s(?P<rest>[{UPPER}].*)")
# "1.1", "II.", "a)": a number above its heading
_ALONE = re.compile(rf"(?:{_NUMBER}[.)/]|\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}|{_ROMAN}[.)/]|[a-zđ][)/])")
# What else carries a number: captions, times, places, columns; the last word of a stem.
_NO_SECTIONS = frozenset(
    [
        *("bảng", "biểu", "hình", "ảnh", "mẫu", "đồ", "quý", "tháng", "tuần", "ngày", "năm"),
        *("thứ", "khóa", "cột", "dòng", "quận", "phường", "xã", "thôn", "ấp", "tổ", "phố", "khóm"),
    ]
)
_SMALL_ROMAN = re.compile(r"[ivx]+")


def _weak_label(block: Block) -> tuple[str, Label] | None:
    """The form of a line's numbering ("(#)", "Nhiệm vụ #:") and the label, or None."""
    text = block.text
    if _ALONE.fullmatch(text) and (label := match_label(f"{text} {_ANY_HEADING}")):
        return f"{label.rank.name} alone", replace(label, rest="")
    if match := _BRACKETED.fullmatch(text):
        return f"({_kind(match['label'])})", _local(match)
    if match := _GLUED.fullmatch(text):
        return f"#{match['mark'].strip()}", _local(match)
    if match := _BARE.fullmatch(text):
        return ("# ", _local(match)) if block.bold or is_all_caps(text) else None
    if text[:1].isupper() and (match := _WORDED.fullmatch(text)) and _may_name(match):
        return f"{fold(match['stem'])}#", _local(match)
    return None


def opens_section(text: str) -> bool:
    """Whether a line alone has the form of a numbering with a mark behind its number."""
    worded = _WORDED.fullmatch(text)
    marked = worded is not None and bool(worded["mark"].strip()) and _may_name(worded)
    return marked or bool(_BRACKETED.fullmatch(text) or _GLUED.fullmatch(text))


def _kind(label: str) -> str:
    """What the label counts with."""
    if label[0].isdigit():
        return "#"
    return "I" if label.isupper() else "i" if _SMALL_ROMAN.fullmatch(label) else "a"


def _ordinal(label: str) -> str:
    """The label for comparison: "ii" counts as "II"."""
    return label.upper() if _SMALL_ROMAN.fullmatch(label) else label


def _local(match: re.Match[str]) -> Label:
    return Label(Rank.LOCAL, match["label"], match["rest"].strip())


def _may_name(match: re.Match[str]) -> bool:
    """Whether the words before a number name a kind of section."""
    stem, rest = match["stem"].strip(), match["rest"]
    if len(stem) > _MAX_STEM or stem.lower().split()[-1] in _NO_SECTIONS:
        return False
    return bool(match["mark"].strip()) or not rest or is_all_caps(rest)


def find_labels(blocks: Sequence[Block], body: range, skip: Collection[int]) -> Mapping[int, Label]:
    """The numbering of each block of the body that has one; `skip` are blocks that have none."""
    found: dict[int, Label] = {}
    weak: dict[str, list[tuple[int, Label]]] = {}
    before = ""
    for index in body:
        block = blocks[index]
        if index in skip or not block.text:
            continue
        if label := match_label(block.text):
            found[index] = label
        elif (seen := _weak_label(block)) and not fold(before).startswith("ghi chu"):
            weak.setdefault(seen[0], []).append((index, seen[1]))
        before = block.text
    for form, labels in weak.items():
        runs = list(_runs(labels))
        if not any(len(run) > 1 for run in runs):
            continue
        for run in runs:
            if form.startswith("(") and not all(heading_of(label.rest)[0] for _, label in run):
                continue
            for index, label in run:
                local = label.rank is Rank.LOCAL
                found[index] = replace(label, form=form) if local else label
    return found


def _runs(labels: Sequence[tuple[int, Label]]) -> Iterator[Sequence[tuple[int, Label]]]:
    """Those that follow one another from the first of a numbering on."""
    run: list[tuple[int, Label]] = []
    for place in labels:
        own = _ordinal(place[1].label)
        if run and successor(_ordinal(run[-1][1].label)) == own:
            run.append(place)
        elif is_first(own):
            if run:
                yield run
            run = [place]
    if run:
        yield run
