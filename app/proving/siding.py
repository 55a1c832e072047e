"""Whether names and figures of a sentence stand beside the same words as in the passage.

A sentence can hold only words of its passage and still lie: "cấp xã 25%" of "cấp tỉnh 25%, cấp
xã 50%", "Sở B chủ trì" of "Sở A chủ trì, phối hợp với Sở B".
"""

from collections.abc import Sequence

from app.proving.aligning import Word, holds, names, nearest, phrases_of, places_of

_REACH = 8
"""Content words within which a neighbour must stand in the passage."""
_OFFICE_HEADS = frozenset(("sở", "bộ", "ban", "cục", "vụ"))
_JOINS = frozenset(("và", "hoặc", "hay"))
_NEAR_YEAR = 6
_BOUND_BEFORE, _BOUND_AFTER = 3, 4
"""Words around a figure among which its bound stands ("đạt tối thiểu 60%", "75% trở lên")."""


def siding_objection(said: Sequence[Word], held: Sequence[Word]) -> str:
    """Why names or figures of `said` do not stand as they do in `held`, or ""."""
    for start, end in names(said):
        if objection := _name_objection(said, held, start, end):
            return objection
    for place, word in enumerate(said):
        if word.is_number and (objection := _figure_objection(said, held, place)):
            return objection
    return ""


def _name_objection(said: Sequence[Word], held: Sequence[Word], start: int, end: int) -> str:
    forms = [word.form for word in said[start:end]]
    follows = end < len(said) and said[end].carries and not said[end].breaks
    if forms[0] in _OFFICE_HEADS and follows and not said[end].is_number:
        forms.append(said[end].form)
        end += 1
    found = places_of(held, forms)
    if not found:
        return f"name not in its passages ({' '.join(forms)})"
    if not any(_beside(said, held, start, end, at) for at in found):
        return f"name beside other words than in its passages ({' '.join(forms)})"
    return ""


def _beside(said: Sequence[Word], held: Sequence[Word], start: int, end: int, at: int) -> bool:
    """Whether the word next to a name or figure stands on the same side of it in the passage."""
    size = end - start
    for place in range(end, len(said)):
        word = said[place]
        if word.breaks or word.form in _JOINS:
            break
        if word.carries and not word.is_number:
            return word.form in nearest(held[at + size :], _REACH)
    for place in range(start - 1, -1, -1):
        word = said[place]
        if word.carries and not word.is_number:
            return word.form in nearest(reversed(held[:at]), _REACH)
    return True


def _figure_objection(said: Sequence[Word], held: Sequence[Word], place: int) -> str:
    form = said[place].form
    found = places_of(held, [form])
    if not found:
        return f"figure not in its passages ({form})"
    if said[place].is_year:
        return ""
    if not any(_beside(said, held, place, place + 1, at) for at in found):
        return f"figure beside other words than in its passages ({form})"
    if not any(_touches(said, held, place, at) for at in found):
        return f"figure next to other words than in its passages ({form})"
    others = [i for i, word in enumerate(held) if word.is_number and word.form != form]
    own = max(_fit(said, held, place, at) for at in found)
    if any(_fit(said, held, place, at) > own for at in others if not held[at].is_year):
        return f"figure of something else in its passages ({form})"
    if _bounds(said, place) not in [_bounds(held, at) for at in found]:
        return f"figure with another bound than in its passages ({form})"
    year = _year_near(said, place)
    if year and year not in {_year_near(held, at) or year for at in found}:
        return f"figure of another year in its passages ({form}, {year})"
    return ""


def _touches(said: Sequence[Word], held: Sequence[Word], place: int, at: int) -> bool:
    """Whether a figure has the same word right before or right after it on both sides."""
    for step in (-1, 1):
        i, j = place + step, at + step
        if not 0 <= i < len(said) or (0 <= j < len(held) and said[i].form == held[j].form):
            return True
    return False


def _fit(said: Sequence[Word], held: Sequence[Word], place: int, at: int) -> int:
    """The content words that stand on the same sides of two figures, up to the next figures."""
    before = _stretch(said, place, -1) & _stretch(held, at, -1)
    after = _stretch(said, place, 1) & _stretch(held, at, 1)
    return len(before) + len(after)


def _stretch(found: Sequence[Word], place: int, step: int) -> set[str]:
    """The content words on one side of a figure, up to the next figure that is no year."""
    kept: set[str] = set()
    i = place + step
    while 0 <= i < len(found) and (not found[i].is_number or found[i].is_year):
        if found[i].carries:
            kept.add(found[i].form)
        i += step
    return kept


def _year_near(found: Sequence[Word], place: int) -> str:
    """The nearest year at a figure, on whichever side, or ""."""
    for distance in range(1, _NEAR_YEAR + 1):
        for i in (place - distance, place + distance):
            if 0 <= i < len(found) and found[i].is_year:
                return found[i].form
    return ""


def _bounds(found: Sequence[Word], place: int) -> set[str]:
    """The bounds at a figure, in its own clause."""
    start = place
    while start > max(place - _BOUND_BEFORE, 0) and not found[start].breaks:
        start -= 1
    end = place + 1
    while end < min(place + _BOUND_AFTER, len(found)) and not found[end].breaks:
        end += 1
    around = found[start:end]
    return {phrase for phrase in phrases_of("bound") if holds(around, phrase)}
