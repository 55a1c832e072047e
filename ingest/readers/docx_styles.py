"""Styles of a DOCX: what bold, capitals, hidden text, outline levels and lists come down to.

Styles inherit through basedOn; toggles of a paragraph style and a character style cancel each
other out (ISO/IEC 29500-1, 17.7.3), direct formatting decides. Leaves out table styles.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = {"0", "false", "off"}
# The invariant name of built-in styles: "heading 2", also written "Heading 2".
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_MAX_CHAIN = 50
_BODY_LEVEL = 9


def value(element: Element | None, name: str = "val") -> str | None:
    """The attribute w:val (or another) of an element that may be missing."""
    return None if element is None else element.get(W + name)


def whole(text: str | None) -> int | None:
    """The text as a whole number of sane size, None when it is not one."""
    if text is None or not re.fullmatch(r"-?[0-9]{1,9}", text):
        return None
    return int(text)


def child(element: Element | None, *path: str) -> Element | None:
    """The first descendant along the path of w: names, or None."""
    for name in path:
        element = None if element is None else element.find(W + name)
    return element


def _toggle(properties: Element | None, name: str) -> bool | None:
    """Whether a property is on; None when nothing is said."""
    found = child(properties, name)
    return None if found is None else (value(found) or "true").lower() not in _OFF


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks; None where nothing is said."""

    bold: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None

    def over(self, base: "Look") -> "Look":
        """What the look says, else what its base says."""
        return Look(
            base.bold if self.bold is None else self.bold,
            base.caps if self.caps is None else self.caps,
            base.hidden if self.hidden is None else self.hidden,
        )

    def crossed(self, other: "Look") -> "Look":
        """The looks of two kinds of styles together: twice on is off."""
        return Look(
            _crossed(self.bold, other.bold),
            _crossed(self.caps, other.caps),
            _crossed(self.hidden, other.hidden),
        )


def _crossed(one: bool | None, other: bool | None) -> bool | None:
    return None if one is other is None else bool(one) != bool(other)


def look_of(properties: Element | None) -> Look:
    """The look that a w:rPr says."""
    return Look(
        _toggle(properties, "b"), _toggle(properties, "caps"), _toggle(properties, "vanish")
    )


@dataclass(frozen=True, slots=True)
class ListPlace:
    """A list and a level in it, either None when not said. List 0 is no list."""

    num_id: int | None = None
    level: int | None = None


def list_place(properties: Element | None) -> ListPlace:
    """The w:numPr of a w:pPr."""
    return ListPlace(
        whole(value(child(properties, "numPr", "numId"))),
        whole(value(child(properties, "numPr", "ilvl"))),
    )


def _outline(properties: Element | None) -> int | None:
    level = whole(value(child(properties, "outlineLvl")))
    return level if level is not None and 0 <= level <= _BODY_LEVEL else None


class Styles:
    """The styles by id, resolved on demand."""

    def __init__(self, root: Element | None) -> None:
        self._styles = (
            {} if root is None else {value(s, "styleId"): s for s in root.iter(W + "style")}
        )
        defaults = child(root, "docDefaults", "rPrDefault", "rPr")
        self._defaults = look_of(defaults)
        self.default_paragraph = next(
            (
                style_id
                for style_id, style in self._styles.items()
                if value(style, "type") == "paragraph"
                and (value(style, "default") or "0").lower() not in _OFF
            ),
            None,
        )
        self._looks: dict[str | None, Look] = {}

    def chain(self, style_id: str | None) -> Iterator[tuple[str, Element]]:
        """The style and those that it is based on, nearest first."""
        seen: set[str] = set()
        while style_id and style_id not in seen and len(seen) < _MAX_CHAIN:
            seen.add(style_id)
            style = self._styles.get(style_id)
            if style is None:
                return
            yield style_id, style
            style_id = value(child(style, "basedOn"))

    def look(self, style_id: str | None) -> Look:
        """What a style and its bases say of runs."""
        if style_id not in self._looks:
            found = Look()
            for _, style in self.chain(style_id):
                found = found.over(look_of(child(style, "rPr")))
            self._looks[style_id] = found
        return self._looks[style_id]

    def run_look(self, paragraph_style: str | None, run: Element | None) -> Look:
        """How a run with these properties (w:rPr) looks in a paragraph of this style."""
        named = self.look(paragraph_style).crossed(self.look(value(child(run, "rStyle"))))
        return look_of(run).over(named).over(self._defaults)

    def outline_level(self, style_id: str | None) -> int | None:
        """The 1-based outline level of a paragraph style; None for body text."""
        for _, style in self.chain(style_id):
            level = _outline(child(style, "pPr"))
            if level is not None:
                return None if level == _BODY_LEVEL else level + 1
            if match := _HEADING.fullmatch(value(child(style, "name")) or ""):
                return int(match.group(1))
        return None

    def level_of(self, properties: Element | None, style_id: str | None) -> int | None:
        """The 1-based outline level of a paragraph with this w:pPr."""
        level = _outline(properties)
        if level is not None:
            return None if level == _BODY_LEVEL else level + 1
        return self.outline_level(style_id)

    def list_place(self, style_id: str | None) -> tuple[ListPlace, str | None]:
        """The list that a paragraph style is linked to, and the id of the style that says so."""
        num_id = level = owner = None
        for name, style in self.chain(style_id):
            said = list_place(child(style, "pPr"))
            level = said.level if level is None else level
            if said.num_id is not None:
                num_id, owner = said.num_id, name
                break
        return ListPlace(num_id, level), owner
