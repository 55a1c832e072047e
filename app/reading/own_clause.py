"""The words that belong to one figure of several: "… 13.610 công chức xã và 58.165 viên chức".

Words between two figures tell the one before them when a comma or "và" stands at once before the
next ("40 xã, 56 phường"); else what stands behind the last comma or "và" tells the next ("cấp
tỉnh có 20, cấp xã có 200", "vốn đầu tư 5 tỷ và vốn sự nghiệp 7 tỷ").
"""

import re

_CLOSED = re.compile(r"(?:^|[,;(]|(?<!\w)(?:và|hoặc|cùng|hay))\s*$", re.IGNORECASE)
# "Tỷ lệ cáp quang: 75%": the words before the colon are the figure's.
_COLON = re.compile(r":\s*$")
_OPENED = re.compile(r"\(\s*$")
_BREAK = re.compile(
    r"[,;:()]\s|[;:()]|\.\s|(?<!\w)(?:và|hoặc|còn|riêng|trong đó)(?!\w)", re.IGNORECASE
)


def own_clause(text: str, left: int, start: int, end: int, right: int) -> str:
    """The words of the figure at `text[start:end]`, whose neighbours end at `left` and begin at `right`."""
    before = _COLON.sub("", text[left:start])
    # "Khối Chính quyền (26 đơn vị)": what stands before the bracket is counted in it.
    named = before[: opened.start()] if (opened := _OPENED.search(before)) else before
    label = "" if _CLOSED.search(named) else named[_last_break(named) :]
    behind = _COLON.sub("", text[end:right])
    if opened := _OPENED.search(behind):
        behind = behind[: opened.start()]
        kept = _last_break(behind) or len(behind)
    else:
        kept = len(behind) if _CLOSED.search(behind) else _last_break(behind) or len(behind)
    return f"{label}{text[start:end]}{behind[:kept]}"


def _last_break(gap: str) -> int:
    """Where the last break of `gap` ends; 0 without any."""
    return max((match.end() for match in _BREAK.finditer(gap)), default=0)
