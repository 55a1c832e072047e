"""Automatic numbering of a DOCX: the label a reader sees in front of a paragraph.

Follows ISO/IEC 29500-1, 17.9: instances (w:num) of one definition (w:abstractNum) count on
together, a start override restarts, a paragraph of a higher level restarts the deeper ones.
"""

import re
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from ingest.readers.docx_styles import ListPlace, Styles, W, child, list_place, value, whole

_PLACE = re.compile(r"%([1-9])")
_MAX_LEVEL = 8
_MAX_COUNT = 32767
_MAX_LINKS = 5
_ROMANS = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
# Bullets that officials type as such; symbol fonts put them into the private use area.
_KEPT_BULLETS = {"+": "+", "\uf02b": "+", "*": "*", "\uf02a": "*"}


def roman(number: int) -> str:
    """The number in capital Roman figures ("IV"); "" for 0."""
    found = ""
    for amount, letters in _ROMANS:
        found += letters * (number // amount)
        number %= amount
    return found


def letters(number: int) -> str:
    """The number as Word's capital letters: A … Z, AA, BB …; "" for 0."""
    if number < 1:
        return ""
    return chr(ord("A") + (number - 1) % 26) * min((number - 1) // 26 + 1, 20)


def figure(number: int, style: str) -> str:
    """The number as a w:numFmt writes it; formats that Vietnamese lists do not use as decimals."""
    match style:
        case "upperRoman":
            return roman(number)
        case "lowerRoman":
            return roman(number).lower()
        case "upperLetter":
            return letters(number)
        case "lowerLetter":
            return letters(number).lower()
        case "decimalZero":
            return f"{number:02d}"
        case "decimalEnclosedParen":
            return f"({number})"
        case "decimalEnclosedFullstop":
            return f"{number}."
        case "numberInDash":
            return f"- {number} -"
        case "none" | "bullet":
            return ""
        case _:
            return str(number)


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list; `restart` is w:lvlRestart, `style` the paragraph style linked to it."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    suffix: str = " "
    legal: bool = False
    restart: int | None = None
    linked_style: str | None = None


def _level(element: Element) -> Level:
    legal = child(element, "isLgl")
    # Word 2010 and later keep formats of their own, such as "01, 02, 03", in a Choice.
    style = element.find(f".//{W}numFmt")
    name = value(style) or "decimal"
    if name == "custom":
        name = "decimalZero" if (value(style, "format") or "").startswith("0") else "decimal"
    text = value(child(element, "lvlText"))
    if name == "bullet" and child(element, "lvlPicBulletId") is not None:
        text = "-"
    return Level(
        min(max(whole(value(child(element, "start"))) or 0, 0), _MAX_COUNT),
        name,
        (text or "")[:100],
        "" if value(child(element, "suff")) == "nothing" else " ",
        legal is not None and (value(legal) or "1") not in {"0", "false", "off"},
        whole(value(child(element, "lvlRestart"))),
        value(child(element, "pStyle")),
    )


def _levels(parent: Element) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for element in parent.iter(W + "lvl"):
        level = whole(value(element, "ilvl"))
        if level is not None and 0 <= level <= _MAX_LEVEL:
            found.setdefault(level, _level(element))
    return found


@dataclass(frozen=True, slots=True)
class _List:
    """An instance: its definition's id, its levels, and where it restarts them."""

    definition: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """The lists of a document and how far each has counted."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[int, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._restarted: set[tuple[int, int]] = set()
        if root is not None:
            self._read(root)

    def _read(self, root: Element) -> None:
        definitions = {value(a, "abstractNumId") or "": a for a in root.findall(W + "abstractNum")}
        nums = {whole(value(num, "numId")): num for num in root.findall(W + "num")}
        for num_id, num in nums.items():
            if num_id is None:
                continue
            definition = self._definition(num, nums, definitions)
            levels = _levels(definitions[definition]) if definition in definitions else {}
            starts: dict[int, int] = {}
            for override in num.findall(W + "lvlOverride"):
                level = whole(value(override, "ilvl"))
                start = whole(value(child(override, "startOverride")))
                levels |= _levels(override)
                if level is not None and start is not None:
                    starts[level] = min(max(start, 0), _MAX_COUNT)
            for level, start in starts.items():
                if level in levels:
                    levels[level] = replace(levels[level], start=start)
            self._lists[num_id] = _List(definition, levels, starts)

    def _definition(
        self, num: Element, nums: dict[int | None, Element], definitions: dict[str, Element]
    ) -> str:
        """The id of a definition with levels; list styles are followed to where these stand."""
        found = value(child(num, "abstractNumId")) or ""
        for _ in range(_MAX_LINKS):
            link = value(child(definitions.get(found), "numStyleLink"))
            linked = nums.get(self._styles.list_place(link)[0].num_id) if link else None
            if linked is None:
                break
            found = value(child(linked, "abstractNumId")) or ""
        return found

    def _place(self, properties: Element | None, style_id: str | None) -> tuple[int, int] | None:
        """The list and level of a paragraph, None when it is in no list."""
        direct = list_place(properties)
        of_style, owner = self._styles.list_place(style_id)
        num_id = of_style.num_id if direct.num_id is None else direct.num_id
        found = self._lists.get(num_id or 0)
        if not num_id or found is None:
            return None
        level = of_style.level if direct == ListPlace() else direct.level
        if level is None:
            linked = (i for i, item in found.levels.items() if owner and item.linked_style == owner)
            level = next(linked, 0)
        return (num_id, level) if level in found.levels else None

    def label(self, properties: Element | None, style_id: str | None) -> str:
        """The label of the next paragraph with this w:pPr, with its space; "" outside of lists.

        Counts: to be called once for each paragraph, in document order.
        """
        place = self._place(properties, style_id)
        if place is None:
            return ""
        num_id, level = place
        found = self._lists[num_id]
        counts = self._counts.setdefault(found.definition, {})
        self._count(num_id, level, found, counts)
        item = found.levels[level]
        if item.style == "bullet":
            text = _bullet(item.text)
        else:
            text = _PLACE.sub(
                lambda match: _shown(int(match[1]) - 1, item, found, counts), item.text
            )
        return text + item.suffix if text.strip() else ""

    def _count(self, num_id: int, level: int, found: _List, counts: dict[int, int]) -> None:
        restarts = level in found.starts and (num_id, level) not in self._restarted
        self._restarted.add((num_id, level))
        if restarts or level not in counts:
            counts[level] = found.levels[level].start
        else:
            counts[level] = min(counts[level] + 1, _MAX_COUNT)
        for deeper in [i for i in counts if i > level]:
            item = found.levels.get(deeper)
            after = None if item is None else item.restart
            if after is None or level < after:
                del counts[deeper]


def _shown(level: int, item: Level, found: _List, counts: dict[int, int]) -> str:
    """One level's number inside of a label."""
    other = found.levels.get(level)
    if other is None:
        return ""
    number = counts.get(level, other.start)
    decimal = item.legal and other.style not in {"none", "bullet", "decimalZero"}
    return figure(number, "decimal" if decimal else other.style)


def _bullet(text: str) -> str:
    """The bullet as typed text: "+" and "*" stay, every other sign is a dash."""
    return _KEPT_BULLETS.get(text.strip(), "-" if text.strip() else "")
