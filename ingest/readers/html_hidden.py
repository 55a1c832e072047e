"""Which elements of a web page its reader does not see: hidden text must never be read as text."""

import re
from collections.abc import Iterable

# "display:none", "visibility: hidden", "left:-9999px"
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all"
    r"|font-size\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:[;!]|$)"
    r"|opacity\s*:\s*0(?:\.0+)?\s*(?:[;!]|$)|(?:left|top|text-indent)\s*:\s*-\d{4,}",
    re.IGNORECASE,
)
# ".popup", "div.popup", "#box": selectors that hide whatever has that name.
_SIMPLE_SELECTOR = re.compile(r"(?:[a-z][a-z0-9]*)?([.#][\w-]+)", re.IGNORECASE)
_NAME = re.compile(r"[.#][\w-]+")
_MAX_SHEET = 300_000


def is_hidden(attrs: dict[str, str]) -> bool:
    """Whether the element itself says that it is not shown."""
    return "hidden" in attrs or bool(_HIDDEN_STYLE.search(attrs.get("style", "")))


def is_doubtful(attrs: dict[str, str], hidden: frozenset[str]) -> bool:
    """Whether it is hidden by a sign that scripts also set on what the reader does see."""
    if attrs.get("aria-hidden") == "true":
        return True
    if not hidden:
        return False
    names = [f".{name}" for name in attrs.get("class", "").split()]
    return any(name in hidden for name in (*names, f"#{attrs.get('id', '')}"))


def hidden_names(sheets: Iterable[str]) -> frozenset[str]:
    """Classes (".x") and ids ("#x") that the page's own style sheets hide on screens.

    A name that another rule mentions without hiding (".x.active") is not among them.
    """
    hidden: set[str] = set()
    shown: set[str] = set()
    for sheet in sheets:
        in_print = False
        for rule in sheet[:_MAX_SHEET].split("}"):
            head, _, body = rule.rpartition("{")
            if "{" in head or not head:
                in_print = "print" in head.partition("{")[0]
            if in_print or not head:
                continue
            selectors = head.rpartition("{")[2]
            if _HIDDEN_STYLE.search(body):
                matches = map(_SIMPLE_SELECTOR.fullmatch, map(str.strip, selectors.split(",")))
                hidden.update(match.group(1) for match in matches if match)
            else:
                shown.update(_NAME.findall(selectors))
    return frozenset(hidden - shown)
