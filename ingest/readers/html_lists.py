"""The number or bullet that a browser draws before a list item; it is not in the page's text."""

import re
from dataclasses import dataclass

from ingest.readers.html_tree import Node

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"))
_ROMAN_LOW = ((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_STYLES = {
    "1": "decimal",
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
}
# "list-style-type: lower-roman", "list-style: none"
_STYLE = re.compile(
    r"list-style(?:-type)?\s*:[^;]*?(none|decimal|(?:lower|upper)-(?:alpha|latin|roman))"
)
# What an item's own text may already start with: "1. …", "a) …", "II. …", "- …".
_NUMBERED = re.compile(r"\s*(?:\d{1,3}(?:\.\d{1,3})*[.)/]|[a-zđA-Z][.)]|[IVXLivx]{1,6}[.)])")
_BULLETED = re.compile(r"\s*[-–+•*▪◦●]")
_MAX_NUMBER = 3999


def roman(number: int) -> str:
    """The number (1 to 3999) in small Roman numerals."""
    found = ""
    for value, letters in (*_ROMAN, *_ROMAN_LOW):
        times, number = divmod(number, value)
        found += letters * times
    return found


def alphabetic(number: int) -> str:
    """The number (from 1) in letters: a, b, …, z, aa, ab."""
    found = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("a") + rest) + found
    return found


def _integer(text: str, default: int) -> int:
    match = re.match(r"\s*([-+]?\d{1,6})", text)
    return int(match.group(1)) if match else default


def numeral(number: int, style: str) -> str:
    """The number in a CSS counter style; decimal where the style has no numeral for it."""
    if not 0 < number <= _MAX_NUMBER or style == "decimal":
        return str(number)
    text = roman(number) if style.endswith("roman") else alphabetic(number)
    return text.upper() if style.startswith("upper") else text


@dataclass(slots=True)
class Counter:
    """Counts the items of one list; `style` is "" for bullets, "none" for no mark at all."""

    style: str
    value: int = 1
    step: int = 1

    def mark(self, item: Node, text: str) -> str:
        """What stands before the item whose text is given, with a space, or ""."""
        own = _STYLES.get(item.attrs.get("type", ""), self.style)
        if match := _STYLE.search(item.style):
            own = match.group(1)
        self.value = _integer(item.attrs.get("value", ""), self.value)
        number, self.value = self.value, self.value + self.step
        if own == "none" or _NUMBERED.match(text):
            return ""
        if own:
            return f"{numeral(number, own)}. "
        return "" if _BULLETED.match(text) else "• "


def counter_of(node: Node) -> Counter:
    """The counter of an `<ol>` or `<ul>` that stands before its first item."""
    match = _STYLE.search(node.style)
    if node.tag != "ol":
        style = match.group(1) if match else ""
        return Counter(style)
    style = match.group(1) if match else _STYLES.get(node.attrs.get("type", ""), "decimal")
    backwards = "reversed" in node.attrs
    items = sum(child.tag == "li" for child in node.elements())
    first = _integer(node.attrs.get("start", ""), items if backwards else 1)
    return Counter(style, first, -1 if backwards else 1)
