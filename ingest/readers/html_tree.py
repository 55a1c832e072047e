"""A web page as a small tree of what its reader sees. The only importer of selectolax.

Scripts, styles, controls and hidden elements are gone; text is in Unicode letters (legacy
fonts resolved). The tree is at most `MAX_DEPTH` deep, so walking it may recurse.
"""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.cleaning.encodings import convert_legacy, find_legacy
from ingest.errors import RejectedFileError
from ingest.readers.html_hidden import hidden_names, is_doubtful, is_hidden
from ingest.vietnamese import nfc

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

MAX_DEPTH = 150
_MAX_NODES = 800_000
_KEPT_ATTRIBUTES = frozenset(
    (
        *("id", "class", "style", "href", "name", "face", "rowspan", "colspan"),
        *("start", "type", "value", "reversed", "hidden", "aria-hidden"),
    )
)
_NO_ATTRIBUTES: dict[str, str] = {}
_DROPPED_TAGS = (
    "script style noscript template head title meta link svg math canvas object embed applet"
    " button input select textarea option datalist nav video audio map dialog img base"
)
_DROPPED = frozenset(_DROPPED_TAGS.split())
_BLOCKS_TAGS = (
    "address article aside blockquote body caption center dd details div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre"
    " section summary table tbody td tfoot th thead tr ul"
)
BLOCKS = frozenset(_BLOCKS_TAGS.split())
_BLANKS = re.compile(r"[ \t\r\f\u00a0]+")
_SPACES = re.compile(r"[ \t\r\n\f\u00a0]+")


@dataclass(slots=True, eq=False)
class Node:
    """An element; `[start, end)` is its place in `Page.text`, `linked` its characters in links."""

    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)
    start: int = 0
    end: int = 0
    linked: int = 0
    links: int = 0
    doubtful: bool = False

    @property
    def style(self) -> str:
        """Its style attribute in lower case; more than a style's usual length is cut."""
        return self.attrs.get("style", "")[:2000].lower()

    @property
    def plain(self) -> int:
        """How many of its characters are not in links."""
        return self.end - self.start - self.linked

    def elements(self) -> Iterator["Node"]:
        """Its child elements."""
        return (child for child in self.children if not isinstance(child, str))


@dataclass(frozen=True, slots=True)
class Page:
    """The tree with its text, one line for each block; `legacy` names an old encoding or None."""

    root: Node
    text: str
    legacy: str | None = None


def too_complex(detail: str) -> RejectedFileError:
    """The rejection of a page that is built to be costly."""
    return RejectedFileError(
        "too_complex",
        "Trang web có cấu trúc lồng nhau hoặc quá nhiều phần tử bất thường. Hãy sao chép phần văn"
        " bản của kế hoạch sang tệp Word hoặc văn bản (.txt) rồi nạp lại.",
        detail=detail,
    )


def _parse(html: str) -> "LexborHTMLParser":
    """The parsed page.

    selectolax 1.0.2 (lexbor) needs quadratic time for deep nesting (100,000 open tags: 9 s) and
    for many attributes, and quadratic memory for open formatting tags. Growing prefixes show
    that before it hurts: a step doubles the length, so it costs at most four times the last.
    """
    from selectolax.lexbor import LexborHTMLParser, SelectolaxError

    if html.count("<") > 2 * _MAX_NODES:
        raise too_complex("too many tags")
    length = 4096
    while True:
        started = time.thread_time()
        try:
            # The end closes an open tag, whatever quotes it is in: its attributes count, too.
            parser = LexborHTMLParser(html[:length] + ("" if length >= len(html) else "\"'>"))
        except (SelectolaxError, ValueError, UnicodeError) as exc:
            raise too_complex(repr(exc)) from exc
        if time.thread_time() - started > 0.05 + length / 2**20:
            raise too_complex(f"{length} characters took {time.thread_time() - started:.2f} s")
        if length >= len(html):
            return parser
        del parser  # two parsed pages at a time are too much memory
        length *= 2


def _attributes(node: "LexborNode") -> dict[str, str]:
    given = node.attributes
    if not given:
        return _NO_ATTRIBUTES
    return {name: value or "" for name, value in given.items() if name in _KEPT_ATTRIBUTES}


def _build(parser: "LexborHTMLParser") -> Node:
    """The tree without what is not read; elements too deep become line breaks in their parent."""
    top = Node("html")
    if parser.root is None:
        return top
    hidden = hidden_names(sheet.text() for sheet in parser.css("style"))
    stack: list[tuple[LexborNode, Node]] = []
    node, parent, count = parser.root.first_child, top, 0
    while node is not None or stack:
        if node is None:
            node, parent = stack.pop()
            node = node.next
            continue
        count += 1
        if count > _MAX_NODES:
            raise too_complex("too many nodes")
        if node.is_text_node:
            text = node.text_content or ""
            parent.children.append(text if text.isascii() else nfc(text))
        elif node.is_element_node and (tag := node.tag or "") not in _DROPPED:
            attrs = _attributes(node)
            if not (attrs and is_hidden(attrs)):
                below = parent
                if len(stack) < MAX_DEPTH:
                    below = Node(tag, attrs, doubtful=bool(attrs) and is_doubtful(attrs, hidden))
                    parent.children.append(below)
                    top.doubtful = top.doubtful or below.doubtful
                elif tag in BLOCKS:
                    parent.children.append(Node("br"))
                if tag == "iframe":
                    _add_frame(below, node.attributes.get("srcdoc") or "")
                elif (child := node.first_child) is not None:
                    stack.append((node, parent))
                    node, parent = child, below
                    continue
        node = node.next
    return top


def _add_frame(parent: Node, srcdoc: str) -> None:
    """The page inside of `<iframe srcdoc>`; frames inside of it are left out."""
    if srcdoc and "srcdoc" not in srcdoc:
        parent.children.extend(_build(_parse(srcdoc)).children)


def is_link(node: Node) -> bool:
    """Whether it leads elsewhere: not a footnote mark, not a place on the same page."""
    href = node.attrs.get("href", "")
    return node.tag == "a" and bool(href) and "#" not in href[:1] and "ftn" not in href


def _measure(node: Node, pieces: list[str], position: int, pre: bool = False) -> int:
    """Set the node's places; append its text; the position after it."""
    if node.tag in BLOCKS or node.tag == "br":
        pieces.append("\n")
        position += 1
    node.start, node.linked, node.links = position, 0, 0
    for child in node.children:
        if isinstance(child, str):
            text = (_BLANKS if pre else _SPACES).sub(" ", child)
            pieces.append(text)
            position += len(text)
        else:
            position = _measure(child, pieces, position, pre or child.tag == "pre")
            node.linked += child.linked
            node.links += child.links
    node.end = position
    if is_link(node):
        node.linked, node.links = node.end - node.start, 1
    if node.tag in BLOCKS:
        pieces.append("\n")
        position += 1
    return position


def measured(root: Node, legacy: str | None = None) -> Page:
    """The page of a tree, with the places of all of its nodes set."""
    pieces: list[str] = []
    _measure(root, pieces, 0)
    return Page(root, "".join(pieces), legacy)


def _without_doubtful(node: Node, total: int) -> bool:
    """Drop the elements that seem hidden unless they hold most of the page; whether any was."""
    kept = [
        child
        for child in node.children
        if isinstance(child, str) or not child.doubtful or 2 * (child.end - child.start) > total
    ]
    changed = len(kept) < len(node.children)
    node.children = kept
    for child in node.elements():
        changed = _without_doubtful(child, total) or changed
    return changed


def _convert(node: Node, encoding: str) -> None:
    for index, child in enumerate(node.children):
        if isinstance(child, str):
            node.children[index] = child if child.isascii() else convert_legacy(child, encoding)
        else:
            _convert(child, encoding)


def read_page(html: str) -> Page:
    """The page in the text of an HTML file. Raises RejectedFileError "too_complex"."""
    root = _build(_parse(html))
    page = measured(root)
    if root.doubtful and _without_doubtful(root, len(page.text)):
        page = measured(root)
    legacy = find_legacy(page.text)
    if legacy is None:
        return page
    _convert(root, legacy)
    return measured(root, legacy)
