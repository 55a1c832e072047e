"""Scanned pages → words and ruling lines with their places, by the program tesseract.

Pictures are made readable by raster.py, image_repairs.py and image_rules.py; a table's cells are
read stacked (image_cells.py) and come last.
"""

import math
import subprocess
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from typing import TypeAlias

import numpy as np

from ingest.limits import Limits
from ingest.readers.image_cells import cells_of, strips_of, without_cells
from ingest.readers.image_repairs import cleaned, flattened, without_grey_seal
from ingest.readers.image_rules import rules_of
from ingest.readers.image_strokes import bold_lines
from ingest.readers.ocr_sign_off import with_sign_off
from ingest.readers.ocr_words import as_words, confidence, in_print, is_word
from ingest.readers.ocr_written import with_written
from ingest.readers.raster import (
    INK,
    Grey,
    Raster,
    opened_pdf,
    page_size,
    read_images,
    render_page,
)
from ingest.readers.tesseract import (
    BLOCK,
    PAGE,
    SPARSE,
    Program,
    Seen,
    find_program,
    likely_turns,
    seen_words,
)
from ingest.readers.words import PageWords, Rule

Progress: TypeAlias = Callable[[int, int], None]

PAGE_SECONDS = 60.0
_POOR = 0.6  # a page read worse may lie on its side or its head
_ARC_PT = 40.0


def _all_seen(
    program: Program, grey: Grey, dpi: float, rules: Sequence[Rule], until: float
) -> list[Seen]:
    """The words outside of tables, then those of the cells."""
    cells = cells_of(rules, dpi)
    rest = without_cells(grey, cells)
    words: list[Seen] = []
    if np.count_nonzero(rest < INK) > 20:
        words = seen_words(program, rest, dpi, PAGE, until) or seen_words(
            program, rest, dpi, SPARSE, until
        )
        words = with_sign_off(program, rest, dpi, words, until)
    for number, strip in enumerate(strips_of(grey, cells)):
        words += [
            replace(word, box=strip.on_page(*word.box), line=f"strip{number}.{word.line}")
            for word in seen_words(program, strip.grey, dpi, BLOCK, until)
        ]
    return words


def _is_arc(rule: Rule, seal: tuple[float, float, float, float]) -> bool:
    """Whether a short rule lies within a seal: a piece of its ring."""
    x0, top, x1, bottom = seal
    inside = x0 <= rule.x0 and rule.x1 <= x1 and top <= rule.top and rule.bottom <= bottom
    return inside and max(rule.x1 - rule.x0, rule.bottom - rule.top) < _ARC_PT


def _inked(raster: Raster, grey: Grey) -> Grey:
    """The page with a pen's ink, cleaned; `grey`, the cleaned page, when it has none."""
    return grey if raster.pen is None else cleaned(Raster(raster.pen, raster.dpi)).grey


def _read_upright(program: Program, raster: Raster, number: int, until: float) -> PageWords:
    page = cleaned(raster)
    rules, grey = rules_of(page.grey, page.dpi)
    grey, seal = without_grey_seal(grey, page.dpi)
    if seal:
        rules = tuple(rule for rule in rules if not _is_arc(rule, seal))
    seen = _all_seen(program, grey, page.dpi, rules, until)
    if number == 1:
        seen = with_written(program, lambda: _inked(raster, grey), page.dpi, seen, until)
    printed = in_print(seen)
    kept = [item for i, item in enumerate(seen) if i in printed or is_word(item, page.dpi)]
    words = as_words(kept, page.dpi, bold_lines(grey, kept))
    return PageWords(number, page.width, page.height, words, rules, confidence(kept))


def _read(program: Program, raster: Raster, number: int, seconds: float) -> PageWords:
    """The page; one that reads poorly is tried turned, and the best reading is kept."""
    until = min(time.monotonic() + seconds, program.deadline)
    empty = PageWords(number, raster.width, raster.height, (), confidence=0.0)
    if np.count_nonzero(raster.grey < INK) < 50:
        return empty
    best = empty
    try:
        best = _read_upright(program, raster, number, until)
        if (best.confidence or 0) >= _POOR and not _on_its_side(best):
            return best
        for turn in likely_turns(program, flattened(raster.grey), raster.dpi, until):
            turned = Raster(np.ascontiguousarray(np.rot90(raster.grey, -turn // 90)), raster.dpi)
            other = _read_upright(program, turned, number, until)
            best = max(best, other, key=_worth)
    except subprocess.TimeoutExpired:
        return best
    return best


def _on_its_side(page: PageWords) -> bool:
    """Whether most words stand upright: tesseract reads such columns, but as one tall box each."""
    long = [word for word in page.words if len(word.text) >= 4]
    tall = sum(word.bottom - word.top > word.x1 - word.x0 for word in long)
    return 2 * tall > len(long)


def _worth(page: PageWords) -> float:
    letters = sum(len(word.text) for word in page.words)
    return (page.confidence or 0) * math.log1p(letters) * (not _on_its_side(page))


def _in_order(
    jobs: Iterable[tuple[int, Callable[[], PageWords]]], workers: int, progress: Progress | None
) -> Iterator[PageWords]:
    """The results of (total, job) pairs; few jobs wait at a time, so memory stays bounded."""
    running: deque[tuple[int, Future[PageWords]]] = deque()
    done = 0

    def oldest() -> PageWords:
        total, future = running.popleft()
        page = future.result()
        if progress:
            progress(done + 1, total)
        return page

    with ThreadPoolExecutor(max(1, workers)) as pool:
        for total, job in jobs:
            running.append((total, pool.submit(job)))
            if len(running) > workers:
                yield oldest()
                done += 1
        while running:
            yield oldest()
            done += 1


def ocr_pages(
    data: bytes, pages: Sequence[int], limits: Limits, progress: Progress | None = None
) -> tuple[PageWords, ...]:
    """The pages (1-based numbers, in this order) of a PDF, read from their pictures.

    Boxes are in points of the page turned upright and straight. A page that is not read in time
    comes empty with confidence 0. `progress(done, total)` is called from this thread. Raises
    RejectedFileError "needs_tesseract", "damaged_pdf" or "page_too_large".
    """
    program = find_program(limits)
    with opened_pdf(data) as document:

        def job(number: int) -> PageWords:
            if time.monotonic() >= program.deadline:
                return PageWords(number, *page_size(document, number), (), confidence=0.0)
            return _read(program, render_page(document, number), number, PAGE_SECONDS)

        jobs = ((len(pages), lambda number=number: job(number)) for number in pages)
        return tuple(_in_order(jobs, limits.ocr_workers, progress))


def ocr_image(
    data: bytes, limits: Limits, progress: Progress | None = None
) -> tuple[PageWords, ...]:
    """The pages of a JPEG, PNG or TIFF file, as `ocr_pages` gives those of a PDF.

    Raises RejectedFileError "needs_tesseract", "damaged_image", "page_too_large" or
    "too_many_pages".
    """
    program = find_program(limits)
    jobs = (
        (total, lambda raster=raster, number=number: _read(program, raster, number, PAGE_SECONDS))
        for number, (total, raster) in enumerate(read_images(data, limits), start=1)
    )
    return tuple(_in_order(jobs, limits.ocr_workers, progress))
