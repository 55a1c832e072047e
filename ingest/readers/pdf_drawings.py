"""What a PDF page draws besides text: ruling lines, how much images cover, outlined letters.

Works on PDFium's page objects, which pdf_words.py hands in; imports no library itself.
"""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, TypeAlias

from ingest.readers.words import Rule

Point: TypeAlias = tuple[float, float]
# (a, b, c, d, e, f) of PDF: x' = ax + cy + e, y' = bx + dy + f
Matrix: TypeAlias = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_PATH, _IMAGE, _FORM = 2, 3, 5
_LINE_TO, _BEZIER_TO, _MOVE_TO = 0, 1, 2
# A line is at most this thick, and at least this long (points).
_THICK = 3.0
_SHORT = 4.0
_MAX_OBJECTS = 40_000
_MAX_SEGMENTS = 120_000
_MAX_RULES = 8_000
_MAX_DEPTH = 6
_MANY_CURVES = 400


@dataclass(frozen=True, slots=True)
class Drawings:
    """The ruling lines (upright page), the share of the page under images, many curves or not."""

    rules: tuple[Rule, ...] = ()
    image_share: float = 0.0
    has_curves: bool = False


@dataclass(slots=True)
class _Budget:
    """What may still be looked at on a page; a hostile page has millions of objects."""

    objects: int = _MAX_OBJECTS
    segments: int = _MAX_SEGMENTS
    curves: int = 0
    image_area: float = 0.0
    rules: list[Rule] = field(default_factory=list)


def read_drawings(
    c: Any,
    page: Any,
    upright: Callable[[float, float], Point],
    size: Point,
) -> Drawings:
    """The drawings of PDFium's raw `page`; `upright` maps user space to the upright page."""
    budget = _Budget()
    objects = (c.FPDFPage_GetObject(page, i) for i in range(c.FPDFPage_CountObjects(page)))
    _walk(c, objects, _IDENTITY, upright, budget, 0)
    area = max(size[0] * size[1], 1.0)
    return Drawings(
        tuple(budget.rules), min(1.0, budget.image_area / area), budget.curves > _MANY_CURVES
    )


def _walk(
    c: Any,
    objects: Iterator[Any],
    outer: Matrix,
    upright: Callable[[float, float], Point],
    budget: _Budget,
    depth: int,
) -> None:
    for item in objects:
        budget.objects -= 1
        if budget.objects < 0:
            return
        kind = c.FPDFPageObj_GetType(item)
        if kind == _PATH:
            matrix = _times(_matrix(c, item), outer)
            for points in _subpaths(c, item, budget):
                placed = [upright(*_apply(matrix, point)) for point in points]
                _add_rules(placed, _is_stroked(c, item), budget)
        elif kind == _IMAGE:
            _add_image(c, item, outer, upright, budget)
        elif kind == _FORM and depth < _MAX_DEPTH:
            count = c.FPDFFormObj_CountObjects(item)
            inner = (c.FPDFFormObj_GetObject(item, i) for i in range(max(count, 0)))
            _walk(c, inner, _times(_matrix(c, item), outer), upright, budget, depth + 1)


def _matrix(c: Any, item: Any) -> Matrix:
    found = c.FS_MATRIX()
    if not c.FPDFPageObj_GetMatrix(item, ctypes.byref(found)):
        return _IDENTITY
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (
        *(a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s),
        *(e * p + f * r + t, e * q + f * s + u),
    )


def _apply(matrix: Matrix, point: Point) -> Point:
    a, b, c, d, e, f = matrix
    x, y = point
    return a * x + c * y + e, b * x + d * y + f


def _is_stroked(c: Any, item: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    c.FPDFPath_GetDrawMode(item, ctypes.byref(fill), ctypes.byref(stroke))
    return bool(stroke.value)


def _subpaths(c: Any, item: Any, budget: _Budget) -> Iterator[list[Point]]:
    """The straight subpaths of a path, closed ones with their first point repeated."""
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[Point] = []
    straight = True
    for index in range(c.FPDFPath_CountSegments(item)):
        budget.segments -= 1
        if budget.segments < 0:
            return
        segment = c.FPDFPath_GetPathSegment(item, index)
        kind = c.FPDFPathSegment_GetType(segment)
        c.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        if kind == _MOVE_TO:
            if straight and len(points) > 1:
                yield points
            points, straight = [], True
        budget.curves += kind == _BEZIER_TO
        straight = straight and kind != _BEZIER_TO
        points.append((x.value, y.value))
        if c.FPDFPathSegment_GetClose(segment) and len(points) > 1:
            points.append(points[0])
    if straight and len(points) > 1:
        yield points


def _add_rules(points: list[Point], stroked: bool, budget: _Budget) -> None:
    """Keep a thin figure as one line, a stroked outline as one line per level edge."""
    if len(budget.rules) >= _MAX_RULES:
        return
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    x0, x1, y0, y1 = min(xs), max(xs), min(ys), max(ys)
    if not all(abs(value) < 1e5 for value in (x0, x1, y0, y1)):
        return
    if min(x1 - x0, y1 - y0) <= _THICK:
        if max(x1 - x0, y1 - y0) >= _SHORT:
            budget.rules.append(Rule(x0, y0, x1, y1))
        return
    if not stroked or len(points) > 40:
        return
    for (ax, ay), (bx, by) in pairwise(points):
        edge = Rule(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
        width, height = edge.x1 - edge.x0, edge.bottom - edge.top
        if min(width, height) <= 1.0 and max(width, height) >= _SHORT:
            budget.rules.append(edge)


def _add_image(
    c: Any,
    item: Any,
    outer: Matrix,
    upright: Callable[[float, float], Point],
    budget: _Budget,
) -> None:
    """Count an image's area; some printers draw lines as images one pixel high."""
    matrix = _times(_matrix(c, item), outer)
    corners = [upright(*_apply(matrix, p)) for p in ((0, 0), (1, 0), (0, 1), (1, 1))]
    xs, ys = [p[0] for p in corners], [p[1] for p in corners]
    width, height = max(xs) - min(xs), max(ys) - min(ys)
    budget.image_area += width * height
    if min(width, height) <= _THICK:
        _add_rules(corners, False, budget)
