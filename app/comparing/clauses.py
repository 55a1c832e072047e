"""The clauses of a comparison: which speak of all provinces, which of one alone.

"Kinh phí nâng cấp SOC của A với thuê SOC của B" sets two things side by side; the second leans
on how the first begins. "A đo gì, mấy trạm; B đo gì" tells each province its own list.
"""

import re
from collections.abc import Iterator, Sequence

from app.understanding.mentions import asked_provinces, provinces_in
from app.understanding.topic import without_places
from ingest.plan import Plan

CLAUSE = re.compile(
    r"[,;:?!]\s*|\.(?=\s|$)\s*|(?<!\w)(?:còn(?! (?:mấy|bao nhiêu|lại|thiếu|phải|chưa))|trong khi|thế còn)(?!\w)\s*",
    re.IGNORECASE,
)
# What an aspect may begin with, when two are joined by "và".
HEAD = (
    r"(?:tổng |các |những )?(?:số(?: lượng)?|lượng|tỷ lệ|tỉ lệ|kinh phí|vốn|mức|thời hạn|hạn|thời gian|ngày|người|nơi|cơ quan|đơn vị|mục tiêu|"
    r"chỉ tiêu|nhiệm vụ|giải pháp|nguồn|quy mô|băng thông|dung lượng|địa chỉ|tên|văn bản)(?!\w)"
)
JOINT = re.compile(rf"(?:\s+và\s+|\s*[,;]\s*)(?={HEAD})", re.IGNORECASE)
JOINT_ASKED = re.compile(
    rf"(?:\s+và\s+|\s*[,;]\s*)(?={HEAD}|(?:bao nhiêu|mấy)(?!\w))", re.IGNORECASE
)
_LISTED = re.compile(
    r"[\s,]*(?:tỉnh|và|với|hay|của|bên|ở|tại|so với|kế hoạch|\s)*\s*", re.IGNORECASE
)
_BEHIND = re.compile(r"\s*,?\s*(?:và|với|hay|so với|còn|vs)(?!\w)\s*", re.IGNORECASE)
_PREPOSITION = re.compile(r"(?:cho|của|về|đối với|để|trong|đến|từ)(?!\w)", re.IGNORECASE)
_BEGINNING = re.compile(rf"^\s*(?:so sánh |xin |cho biết )?(?P<head>{HEAD})", re.IGNORECASE)
_ASKS = re.compile(r"(?<!\w)(?:mấy|bao nhiêu|gì|đâu|ai|khi nào|bao giờ)(?!\w)", re.IGNORECASE)


def clauses(question: str, plans: Sequence[Plan]) -> Iterator[tuple[str, str]]:
    """(province or "", clause) in order; "" where a clause is about none or several.

    Lists of provinces stay whole; what follows a province up to the next one is its own.
    """
    told: list[tuple[str, str]] = []
    for clause in _cut(question):
        for piece in _paired(clause, plans):
            named = asked_provinces(piece, plans)
            told.append((named[0] if len(named) == 1 else "", piece))
    owned = [at for at, (province, _) in enumerate(told) if province]
    for at, (province, clause) in enumerate(told):
        before = [place for place in owned if place < at]
        more = [place for place in owned if place > at]
        tail = not province and before and not asked_provinces(clause, plans)
        if tail and more and told[more[0]][0] != told[before[-1]][0] and _ASKS.search(clause):
            yield told[before[-1]][0], clause
        else:
            yield province, clause


def _cut(question: str) -> Iterator[str]:
    position = 0
    places = [(start, end) for _, start, end in provinces_in(question)]
    for match in CLAUSE.finditer(question):
        before = max((end for _, end in places if end <= match.start()), default=-1)
        after = min((start for start, _ in places if start >= match.end()), default=-1)
        between = question[before:after] if 0 <= before < after else "."
        if match.group().startswith(",") and _LISTED.fullmatch(between):
            continue
        yield question[position : match.start()]
        position = match.end()
    yield question[position:]


def _paired(clause: str, plans: Sequence[Plan]) -> list[str]:
    """The parts of "số máy của A và tỷ lệ của B", each about one province; else the whole."""
    pieces = JOINT.split(clause)
    if len(pieces) > 1 and all(len(asked_provinces(piece, plans)) == 1 for piece in pieces):
        return pieces
    return _behind_places(clause, plans)


def _behind_places(clause: str, plans: Sequence[Plan]) -> list[str]:
    """`clause` cut behind its provinces, where each part says something of its own."""
    places = provinces_in(clause)
    cuts = [match for _, _, end in places[:-1] if (match := _BEHIND.match(clause, end))]
    if not cuts or len(cuts) + 1 != len(places):
        return [clause]
    starts = [0, *(match.end() for match in cuts)]
    ends = [*(match.start() for match in cuts), len(clause)]
    parts = [clause[start:end] for start, end in zip(starts, ends, strict=True)]
    before = [part[: provinces_in(part)[0][1]] for part in parts]
    if any(not _says(text, plans) for text in before):
        return [clause]
    return [parts[0], *(_headed(parts[0], part) for part in parts[1:])]


def _says(text: str, plans: Sequence[Plan]) -> bool:
    """Whether words before a province's name are more than links to it."""
    return _LISTED.sub(" ", without_places(text, plans)).strip() != ""


def _headed(first: str, part: str) -> str:
    """`part` with the beginning of `first` that it leans on ("kinh phí …", "mức … cho …")."""
    if _BEGINNING.match(part):
        return part
    link = _PREPOSITION.match(part)
    if link and (at := first.lower().find(f" {link.group().lower()} ")) > 0:
        return f"{first[:at]} {part}"
    head = _BEGINNING.match(first)
    return f"{head['head']} {part}" if head and not _ASKS.search(part) else part
