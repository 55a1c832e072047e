"""Which elements of a web page hold the document: found by what it says, not by a site's names.

The national motto, the number and the line that names its type open an official document;
the recipients and the authority's line close it. Annexes may follow as further elements.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from ingest.readers.html_tree import Node, Page, is_link

_MOTTO = re.compile(r"CỘNG\s+H(?:ÒA|OÀ)\s+X[ÃÂ]\s+HỘI\s+CHỦ\s+NGH[ĨIÃ]A\s+VIỆT\s+NAM")
# "Số: 12/KH-UBND", "Số:      /KH-UBND"
_NUMBER = re.compile(
    r"^ *+S[ốỐ] *+:? *+\d*+ *+[a-z]? *+/ *+(?:\d{4} *+/ *+)?[A-ZĐ]{2,}", re.MULTILINE
)
_TYPE = re.compile(
    r"^ *+(?:KẾ HOẠCH|QUYẾT ĐỊNH|NGHỊ QUYẾT|CHỈ THỊ|ĐỀ ÁN|CHƯƠNG TRÌNH|BÁO CÁO|CÔNG VĂN"
    r"|PHƯƠNG ÁN|CHIẾN LƯỢC|THÔNG BÁO|TỜ TRÌNH|HƯỚNG DẪN) *+:? *+$",
    re.MULTILINE,
)
# "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"
_SIGN_OFF = re.compile(
    r"^ *+(?:N[ơƠ][iI] [nN][hH][ậẬ][nN] *+:?|(?:TM|KT|TL|TUQ|Q) ?\. ?[A-ZĐÀ-Ỹ].{2,60})",
    re.MULTILINE,
)
# "PHỤ LỤC I", "Phụ lục 02", "DANH MỤC NHIỆM VỤ", "BIỂU TỔNG HỢP"
_ANNEX = re.compile(r"^ *+(?:PHỤ LỤC|Phụ lục|DANH MỤC|BIỂU|Biểu số|BẢNG|MẪU) ?", re.MULTILINE)
# Names that sites give to what stands around a document, whatever the site.
_HINT = re.compile(
    r"(?:^|[\s_-])(?:comments?|binh-?luan|related|lien-?quan|breadcrumbs?|menu|navbar|nav|footer"
    r"|sidebar|adverts?|ads|banner|quang-?cao|popup|modal|login|dang-?nhap|social|share|rating"
    r"|toolbar|pagination|tags|newsletter)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NEAR = 2500
_LINKED = 0.7


def _density(node: Node) -> float:
    return node.linked / max(node.end - node.start, 1)


def _links(node: Node) -> Iterator[tuple[int, int]]:
    if is_link(node):
        yield node.start, node.end
        return
    for child in node.elements():
        if child.links:
            yield from _links(child)


def _unlinked(page: Page, pattern: re.Pattern[str]) -> list[int]:
    """Where the pattern stands in the page outside of links."""
    places = [match.end() - len(match[0].lstrip()) for match in pattern.finditer(page.text)]
    if not places:
        return []
    links = list(_links(page.root))
    starts = [start for start, _ in links]
    return [at for at in places if not _inside(at, starts, links)]


def _inside(at: int, starts: list[int], links: list[tuple[int, int]]) -> bool:
    index = bisect_right(starts, at) - 1
    return index >= 0 and at < links[index][1]


def find_header(page: Page) -> int | None:
    """The place of the motto, else of the number or of the line that names the type."""
    numbers, types = _unlinked(page, _NUMBER), _unlinked(page, _TYPE)
    facts = sorted(numbers + types)
    mottos = _unlinked(page, _MOTTO)
    for at in mottos:
        if any(-400 < fact - at < _NEAR for fact in facts):
            return at
    for at in numbers:
        if any(0 < kind - at < _NEAR for kind in types):
            return at
    return next(iter(types or numbers or mottos), None)


def find_sign_off(page: Page, header: int) -> int | None:
    """The place of the last line of recipients or authority behind the header."""
    places = [at for at in _unlinked(page, _SIGN_OFF) if at > header]
    return places[-1] if places else None


def _path(root: Node, *places: int) -> list[Node]:
    """The elements that hold all of the places, outermost first."""
    path, node = [root], root
    while True:
        inner = (c for c in node.elements() if all(c.start <= at < c.end for at in places))
        child = next(inner, None)
        if child is None:
            return path
        path.append(child)
        node = child


def _grown(path: list[Node], page: Page) -> list[Node]:
    """The path cut where its element holds a document's share of the page's plain text."""
    least = 0.3 * page.root.plain
    while len(path) > 1:
        node, parent = path[-1], path[-2]
        if node.plain >= least and parent.plain <= 1.5 * node.plain:
            break
        path = path[:-1]
    return path


def _densest(page: Page) -> list[Node]:
    """The path to the smallest element that holds most of the page's plain text."""
    path = [page.root]
    while True:
        best = max(path[-1].elements(), key=lambda node: node.plain, default=None)
        if best is None or best.plain < 0.7 * path[-1].plain or best.tag in {"p", "span"}:
            return path
        path.append(best)


def _is_annex(node: Node, page: Page) -> bool:
    """Whether an element behind the document belongs to it: an annex by title, or a big table."""
    text = page.text[node.start : node.end].strip()
    if not text or _density(node) > 0.5 or _HINT.search(_names(node)):
        return False
    if match := _ANNEX.search(text[:400]):
        return match.start() < 200
    while node.tag != "table":
        inner = [child for child in node.elements() if child.end - child.start > 1]
        if len(inner) != 1:
            return False
        node = inner[0]
    return page.text.count("\n", node.start, node.end) > 40 and _density(node) < 0.2


def _annexes(path: list[Node], page: Page) -> list[Node]:
    """The elements that follow the document, at any height, and go on with its annexes."""
    found: list[Node] = []
    for parent, node in zip(path[-2::-1], path[:0:-1], strict=True):
        children = list(parent.elements())
        taken = False
        for sibling in children[children.index(node) + 1 :]:
            if _is_annex(sibling, page):
                found.append(sibling)
                taken = True
            elif taken and not _is_foreign(sibling):
                found.append(sibling)
            elif sibling.end - sibling.start > 1:
                break
    return found


def _names(node: Node) -> str:
    return f"{node.attrs.get('class', '')} {node.attrs.get('id', '')}"


def _is_foreign(node: Node) -> bool:
    """Whether the element is a menu, a list of links or what its own name says is not text."""
    if node.tag in {"nav", "aside", "footer"}:
        return True
    if node.links >= 3 and _density(node) > _LINKED:
        return True
    return bool(_HINT.search(_names(node)))


def _mark_foreign(node: Node, kept: tuple[int, ...], body: range, skip: set[int]) -> None:
    """Gather the ids of the foreign elements below the node; `body` holds running text."""
    for child in node.elements():
        if child.tag in {"td", "tr", "tbody", "span", "p", "a", "b", "i", "u"} and not child.links:
            continue
        holds = any(child.start <= at < child.end for at in kept)
        small = child.end - child.start < 0.2 * (node.end - node.start) or len(kept) == 2
        inside = child.start in body and _density(child) < 0.9
        if not holds and small and _is_foreign(child) and not inside and child.tag != "tr":
            skip.add(id(child))
        elif child.links or child.attrs or child.tag in {"div", "section", "body"}:
            _mark_foreign(child, kept, body, skip)


def find_document(page: Page) -> tuple[list[Node], set[int]]:
    """(the elements that hold the document in order, ids of the elements in them to leave out)."""
    header = find_header(page)
    sign_off = find_sign_off(page, header or 0)
    kept = tuple(at for at in (header, sign_off) if at is not None)
    if not kept:
        path = _densest(page)
    elif header is None or sign_off is None:
        path = _grown(_path(page.root, *kept), page)
    else:
        path = _path(page.root, *kept)
    while len(path) > 1 and path[-1].tag in {"tr", "tbody", "thead", "p", "span", "b", "strong"}:
        path = path[:-1]
    found = [path[-1], *_annexes(path, page)]
    skip: set[int] = set()
    body = range(header, sign_off) if header is not None and sign_off is not None else range(0)
    for node in found:
        _mark_foreign(node, kept, body, skip)
    return found, skip
