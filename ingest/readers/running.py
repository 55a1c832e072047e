"""What stands on pages but is no text of the document: running heads and feet, page numbers,
the printed stamp of a digital signature. Takes pages of words, gives them back without.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.readers.text_lines import TextLine, size_of, split_wide, text_lines
from ingest.readers.words import PageWords, Word
from ingest.vietnamese import fold

# "12", "- 12 -", "Trang 3/10", "3 / 10", "Page 3 of 10"
_PAGE_NUMBER = re.compile(
    r"[-–—|]?\s*(?:(?:Trang|Page|Tr\.)\s*:?\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\s*[-–—|]?", re.I
)
# "CÔNG BÁO AN GIANG/Số 12+13/Ngày 05-3-2024 7", folded: runs wherever it stands.
_GAZETTE = re.compile(r"(?:\d{1,4}\s+)?cong bao\b.{0,60}/\s*so\b.{0,40}/\s*ngay\b.{0,30}")
# "1175/KH-UBND 2": the document's number with the page's
_NUMBERED = re.compile(r"(?:\d{1,3}\s+)?\d{1,5}\s?/\s?[a-z]{2,}(?:-[a-z]{2,})*(?:\s+\d{1,3})?")
_DIGITS = re.compile(r"\d+")
_HEADING = re.compile(r"\(?(?:phu luc|phu bieu|bieu|mau|chuong|phan|muc|dieu|bang)\b")
# How many lines at the top and at the foot may run, and where: in shares of the page's height.
_EDGE_LINES = 3
_EDGE = 0.14
_SAME_HEIGHT = 0.015
_MIN_PAGES = 3
_SHARE = 0.5
# "Người ký: ỦY BAN NHÂN DÂN TỈNH…", "Thời gian ký: 15/01/2024 09:12:33 +07:00", "Signature Not Verified"
_STAMP = re.compile(
    r"(?:nguoi ky|ky boi|ky so boi|duoc ky boi|thoi gian ky|ngay ky|gio ky|signature (?:not )?(?:verified|valid)"
    r"|digitally signed|signed by|signing time)\b"
)
# Lines that stand in a stamp beside those: "Email: …", "Cơ quan: …", "Chức vụ: …"
_STAMP_FIELD = re.compile(
    r"(?:e-?mail|co quan|don vi|to chuc|chuc vu|ly do|noi ky|dia diem|cn|date|reason|location)\s*[:=]"
)
# "Thời gian ký: 15/01/2024 09:12:33 +07:00", "Ngày ký: 15.01.2024"
_SIGNING_TIME = re.compile(r"(?:thoi gian ky|ngay ky|gio ky|signing time)\D{0,5}\d")
_STAMP_LINES = 4


def without_running(pages: Sequence[PageWords]) -> list[PageWords]:
    """The pages without heads, feet, page numbers and signature stamps."""
    bare = [_without_stamps(page) for page in pages]
    edges = [_edge_lines(page) for page in bare]
    dropped = _repeated(bare, edges)
    for index, found in enumerate(_page_numbers(edges, dropped)):
        dropped[index].extend(found)
    for lines, (_, foot), (top, _) in zip(dropped, edges, edges[1:], strict=False):
        lines.extend(_spilled(foot, top))
    return [
        _without(page, [word for line in lines for word in line.words])
        for page, lines in zip(bare, dropped, strict=True)
    ]


def signing_times(pages: Sequence[PageWords]) -> list[str]:
    """The lines of signature stamps that say when the document was signed, each once."""
    found = (
        piece.text
        for page in pages
        if any(_STAMP.match(fold(text)) for text in _pairs(page.words))
        for group in _same_size(page.words)
        for piece in _pieces(group, page.number)
    )
    return list(dict.fromkeys(text for text in found if _SIGNING_TIME.match(fold(text))))


def _spilled(foot: Sequence[TextLine], top: Sequence[TextLine]) -> list[TextLine]:
    """A letter alone at the foot, of which a browser drew the marks of the next page's line."""
    lowest = foot[0] if foot else None
    if lowest is None or len(lowest.text) > 1 or not lowest.text.isalpha():
        return []
    return [lowest] if any(lowest.text in line.text for line in top) else []


def _without(page: PageWords, words: Sequence[Word]) -> PageWords:
    if not words:
        return page
    gone = {id(word) for word in words}
    return replace(page, words=tuple(word for word in page.words if id(word) not in gone))


def _edge_lines(page: PageWords) -> tuple[list[TextLine], list[TextLine]]:
    """The lines that may run: the first at the top, the last at the foot (lowest first)."""
    high, low = _EDGE * page.height, (1 - _EDGE) * page.height
    top = text_lines([word for word in page.words if word.bottom < high], page.number)
    foot = text_lines([word for word in page.words if word.top > low], page.number)
    edges = (top[:_EDGE_LINES], foot[: -_EDGE_LINES - 1 : -1])
    return [line for line in edges[0] if not _is_framed(page, line)], [
        line for line in edges[1] if not _is_framed(page, line)
    ]


def _key(line: TextLine) -> str:
    """The line with numbers and spaces made alike: "CÔNG BÁO/Số 12/Ngày 03-4" on each page.

    "Phụ lục 01", "Phụ lục 02" at the top of pages are headings, so their numbers stay.
    """
    folded = fold(line.text)
    numbered = folded if _HEADING.match(folded) else _DIGITS.sub("#", folded)
    return numbered.replace(" ", "")


def _repeated(
    pages: Sequence[PageWords], edges: Sequence[tuple[list[TextLine], list[TextLine]]]
) -> list[list[TextLine]]:
    """For each page the lines that most pages (or most odd, most even ones) have in that place."""
    dropped: list[list[TextLine]] = [[] for _ in pages]
    for side in (0, 1):
        places: Counter[tuple[str, int]] = Counter()
        for page, edge in zip(pages, edges, strict=True):
            places.update({_place(page, line) for line in edge[side]})
        for index, (page, edge) in enumerate(zip(pages, edges, strict=True)):
            for line in edge[side]:
                if _PAGE_NUMBER.fullmatch(line.text):
                    continue
                # From the edge inwards: what stands behind a line of text is text.
                numbered = _counts(line, index + 1)
                runs = _runs(places, _place(page, line), len(pages), numbered)
                if not (runs or _is_known_head(fold(line.text), numbered)):
                    break
                dropped[index].append(line)
    return dropped


def _is_known_head(folded: str, numbered: bool) -> bool:
    """Whether the line runs by what it says, though it stands on one page alone."""
    return bool(_GAZETTE.fullmatch(folded) or (numbered and _NUMBERED.fullmatch(folded)))


def _place(page: PageWords, line: TextLine) -> tuple[str, int]:
    return _key(line), round(line.middle / max(page.height, 1.0) / _SAME_HEIGHT)


def _counts(line: TextLine, number: int) -> bool:
    """Whether the line says the page's number beside other words: "12/KH-UBND 3" on page 3."""
    words = line.text.split()
    return len(words) > 1 and str(number) in (words[0], words[-1])


def _runs(
    places: Counter[tuple[str, int]], place: tuple[str, int], n_pages: int, numbered: bool
) -> bool:
    """Whether enough pages have the line in its place; `numbered` lines need but two."""
    key, height = place
    count = sum(places[key, near] for near in (height - 1, height, height + 1))
    if numbered and count >= max(2, _SHARE * n_pages):
        return True
    # Heads of left and right pages differ: each stands on half of the pages.
    share = _SHARE if n_pages < 6 else _SHARE - 0.1
    return count >= max(_MIN_PAGES, share * n_pages)


def _page_numbers(
    edges: Sequence[tuple[list[TextLine], list[TextLine]]],
    dropped: Sequence[list[TextLine]],
) -> list[list[TextLine]]:
    """For each page its first and last remaining line where that is a page number."""
    found: list[list[TextLine]] = []
    for edge, gone in zip(edges, dropped, strict=True):
        lines = []
        for side in edge:
            rest = [line for line in side if line not in gone]
            if rest and _PAGE_NUMBER.fullmatch(rest[0].text):
                lines.append(rest[0])
        found.append(lines)
    return found


def _is_framed(page: PageWords, line: TextLine) -> bool:
    """Whether upright lines cross the line's height: it is in a table (page borders aside)."""
    return any(
        rule.bottom - rule.top > rule.x1 - rule.x0
        and rule.top < line.middle < rule.bottom
        and not (rule.x1 < 0.1 * page.width or rule.x0 > 0.9 * page.width)
        for rule in page.rules
    )


def _without_stamps(page: PageWords) -> PageWords:
    """The page without the words of signature stamps: their lines, and those wrapped below."""
    if not any(_STAMP.match(fold(text)) for text in _pairs(page.words)):
        return page
    pieces = [piece for group in _same_size(page.words) for piece in _pieces(group, page.number)]
    stamp: list[TextLine] = []
    for piece in sorted(pieces, key=lambda line: line.top):
        folded = fold(piece.text)
        if _STAMP.match(folded) or _is_near(stamp, piece, bool(_STAMP_FIELD.match(folded))):
            stamp.append(piece)
    # "Cơ quan: …" may stand above the line that gives the stamp away.
    above = [
        piece
        for piece in pieces
        if _STAMP_FIELD.match(fold(piece.text)) and any(_belong(piece, line) for line in stamp)
    ]
    return _without(page, [word for line in [*stamp, *above] for word in line.words])


def _pairs(words: Sequence[Word]) -> list[str]:
    """Each word with the one behind it."""
    texts = [word.text for word in words]
    return [f"{one} {other}" for one, other in zip(texts, [*texts[1:], ""], strict=False)]


def _same_size(words: Sequence[Word]) -> list[list[Word]]:
    """The words in groups of about one size: a stamp is smaller than the text it covers."""
    groups: dict[int, list[Word]] = {}
    for word in words:
        groups.setdefault(round(size_of(word)), []).append(word)
    return list(groups.values())


def _pieces(words: Sequence[Word], number: int) -> list[TextLine]:
    return [piece for line in text_lines(words, number) for piece in split_wide(line, 1.0)]


def _belong(one: TextLine, other: TextLine) -> bool:
    """Whether two lines stand in one small block: same left edge and size, close together."""
    return (
        abs(one.x0 - other.x0) < 1.5 * other.size
        and abs(one.size - other.size) <= 0.1 * other.size
        and abs(one.middle - other.middle) < 1.7 * other.size
    )


def _is_near(stamp: Sequence[TextLine], piece: TextLine, is_field: bool) -> bool:
    """Whether a line goes on a stamp: a field of it, or the wrapped rest of a field."""
    if not stamp or len(stamp) >= 12:
        return False
    last = stamp[-1]
    close = _belong(piece, last) and piece.top > last.top
    return close and (is_field or len(stamp) < _STAMP_LINES)
