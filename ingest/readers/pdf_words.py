"""A PDF's text layer as words and ruling lines with places. The only importer of pypdfium2.

Measured on a 143-page plan printed by Chromium (2,300 characters and a few tables a page), one
core: pypdf 7.1 `extract_text` with visitors 18 pages/s, and without the widths of words; PDFium
(pypdfium2 5.15) with words, fonts and drawn lines, 65 pages/s. In two processes
(pdf_process.py) and with arrange.py (320 pages/s) a file is read at 64 pages/s on two cores.

Leaves out annotations, so the appearance of a digital signature is no text of the page.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ingest.errors import RejectedFileError
from ingest.readers.pdf_drawings import Drawings, read_drawings
from ingest.readers.pdf_glyphs import Run, runs
from ingest.readers.pdf_joins import joined
from ingest.readers.words import PageWords, Word

# A word's box from its baseline, in shares of its size: Latin letters with marks above and below.
ASCENT = 0.85
DESCENT = 0.22


@dataclass(frozen=True, slots=True)
class PageLayer:
    """A page's text layer and what tells whether it can be trusted.

    `hidden` and `unmapped` are shares (0 to 1) of words that are invisible, or whose font does
    not say which letters its codes are; `image_share` is the share of the page under images.
    """

    page: PageWords
    hidden: float = 0.0
    unmapped: float = 0.0
    image_share: float = 0.0
    has_curves: bool = False


@dataclass(frozen=True, slots=True)
class _Upright:
    """Maps PDF user space to points from the top left corner of the upright page."""

    left: float
    bottom: float
    width: float
    height: float
    turns: int

    def point(self, x: float, y: float) -> tuple[float, float]:
        """The place of a point; `turns` counts quarter turns clockwise."""
        u, v = x - self.left, y - self.bottom
        if self.turns == 0:
            return u, self.height - v
        if self.turns == 1:
            return v, u
        if self.turns == 2:
            return self.width - u, v
        return self.height - v, self.width - u

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the upright page."""
        return (self.height, self.width) if self.turns % 2 else (self.width, self.height)


def open_pdf(data: bytes) -> Any:
    """The open document of pypdfium2. Raises RejectedFileError "encrypted" or "damaged_pdf"."""
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as exc:
        raise damaged(exc) from exc


def encrypted() -> RejectedFileError:
    """The error of a file that opens only with a password."""
    return RejectedFileError("encrypted", "Tệp PDF có mật khẩu. Hãy gỡ mật khẩu rồi nạp lại.")


def damaged(exc: Exception) -> RejectedFileError:
    """The error of a file that cannot be read, or has a password, by PDFium's word."""
    if "password" in str(exc).lower():
        return encrypted()
    return RejectedFileError(
        "damaged_pdf",
        "Tệp PDF bị hỏng hoặc không đọc được. Hãy mở và lưu lại tệp rồi nạp lại.",
        detail=repr(exc),
    )


def page_layers(
    data: bytes, max_pages: int, first: int = 0, stride: int = 1
) -> Iterator[PageLayer]:
    """The text layers of pages in order; a page that cannot be loaded is an empty one.

    Only every `stride`-th page is read, from the 0-based `first` on.

    Raises RejectedFileError "encrypted", "damaged_pdf" or "too_many_pages".
    """
    document = open_pdf(data)
    try:
        n_pages = len(document)
        if n_pages > max_pages:
            raise too_many_pages(n_pages, max_pages)
        if n_pages < 1:
            raise damaged(ValueError("no pages"))
        for number in range(first + 1, n_pages + 1, stride):
            yield _layer(document, number)
    finally:
        document.close()


def too_many_pages(n_pages: int, max_pages: int) -> RejectedFileError:
    """The error of a file with more pages than may be read."""
    return RejectedFileError(
        "too_many_pages",
        f"Tệp PDF có hơn {max_pages} trang. Hãy tách riêng bản kế hoạch rồi nạp lại.",
        detail=f"{n_pages} pages",
    )


def _layer(document: Any, number: int) -> PageLayer:
    import pypdfium2
    import pypdfium2.raw as c

    try:
        page = document[number - 1]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return PageLayer(PageWords(number, 595, 842, ()))
    try:
        left, bottom, right, top = page.get_bbox()
        found = list(runs(c, text.raw))
        turned = Counter(run.turns for run in found for _ in run.word.text)
        # What most letters say is upright; a page without text says it itself.
        own = turned.most_common(1)[0][0] if turned else -page.get_rotation() // 90
        turns = -own % 4
        frame = _Upright(left, bottom, right - left, top - bottom, turns)
        drawings = read_drawings(c, page.raw, frame.point, frame.size)
    finally:
        text.close()
        page.close()
    return _placed(number, frame, found, drawings)


def _placed(number: int, frame: _Upright, found: Sequence[Run], drawings: Drawings) -> PageLayer:
    width, height = frame.size
    words: list[Word] = []
    turned_last = False
    for run in found:
        word = _place(frame, run)
        inside = (
            0 <= (word.x0 + word.x1) / 2 <= width and 0 <= (word.top + word.bottom) / 2 <= height
        )
        if not inside:
            continue
        turned = (run.turns + frame.turns) % 4 != 0
        if turned and turned_last and _is_near(words[-1], word):
            words[-1] = _united(words[-1], word)
        else:
            words.append(word)
        turned_last = turned
    total = max(len(found), 1)
    return PageLayer(
        PageWords(number, width, height, tuple(joined(words)), drawings.rules),
        sum(run.hidden for run in found) / total,
        sum(run.unmapped for run in found) / total,
        drawings.image_share,
        drawings.has_curves,
    )


def _is_near(one: Word, other: Word) -> bool:
    """Whether two turned words may belong to one text (a narrow cell's header)."""
    reach = 1.5 * one.size
    return (
        max(one.x0, other.x0) - min(one.x1, other.x1) < reach
        and max(one.top, other.top) - min(one.bottom, other.bottom) < reach
    )


def _united(one: Word, other: Word) -> Word:
    """Turned words as one, in the order of the file: to the page they are no line."""
    return Word(
        f"{one.text} {other.text}",
        min(one.x0, other.x0),
        min(one.top, other.top),
        max(one.x1, other.x1),
        max(one.bottom, other.bottom),
        one.bold and other.bold,
        one.size,
    )


def _place(frame: _Upright, run: Run) -> Word:
    """The word on the upright page: its box holds ascent and descent around the baseline."""
    word, size = run.word, run.word.size
    (x0, y0), (x1, y1) = frame.point(word.x0, word.top), frame.point(word.x1, word.bottom)
    turns = (run.turns + frame.turns) % 4
    up, down = ASCENT * size, DESCENT * size
    if turns == 0:
        box = (x0, y0 - up, x1, y0 + down)
    elif turns == 2:
        box = (x1, y0 - down, x0, y0 + up)
    elif turns == 1:
        box = (x0 - down, y0, x0 + up, y1)
    else:
        box = (x0 - up, y1, x0 + down, y0)
    left, right = sorted((box[0], box[2]))
    top, bottom = sorted((box[1], box[3]))
    return Word(word.text, left, top, right, bottom, word.bold, size)
