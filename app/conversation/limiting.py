"""An earlier question limited to a part of what it asked: "…, riêng cấp xã?".

A part takes the place of one of its kind: of another level, grade, group, quarter or fund.
"""

import re

from app.conversation.opening import without_closing
from app.understanding.placing import lowered, sentence
from app.understanding.typed import words
from app.words import wording

ONLY = ", riêng "
LIMITED = re.compile(r", (?:riêng|rieng) ")
FRAME = re.compile(r"(?:Về|Ve) [^:]+: ")
# Values of one kind: the new one takes the place of the old.
_KINDS = tuple(
    words(kind)
    for kind in (
        r"cấp (?:tỉnh|huyện|xã|sở|trung ương|bộ)", r"mức(?: độ)? [1-4]", r"cấp độ [1-5]", r"quý (?:i{1,3}|iv|[1-4])",
        r"vốn (?:sự nghiệp|đầu tư|đối ứng|vay|xã hội hóa|trung ương|địa phương)", r"(?:nhóm|hạng|lớp) (?:[1-5]|i{1,3}|iv)", r"6 tháng (?:đầu|cuối) năm",
    )
)  # fmt: skip
_THAT_KIND = words(r"(?P<kind>mức|mức độ|cấp|cấp độ|quý|nhóm|hạng)(?: độ)? (?:đó|ấy|này)")
_NUMBER = re.compile(r"(?<!\w)(?:[1-5]|i{1,3}|iv)$", re.IGNORECASE)


def whole_of(question: str) -> str:
    """`question` without the part that it is limited to."""
    return LIMITED.split(question, maxsplit=1)[0]


def narrowed(question: str, detail: str) -> str:
    """`question` limited to `detail`, which takes the place of a limit of its kind."""
    for kind in _KINDS:
        new, old = kind.search(detail), list(kind.finditer(question))
        if new and len(old) == 1 and new.group().lower() != old[0].group().lower():
            value = _with_value(old[0].group(), new.group())
            said = value if old[0].start() == 0 else lowered(value)
            swapped = question[: old[0].start()] + said + question[old[0].end() :]
            rest = f"{detail[: new.start()]} {detail[new.end() :]}".strip(" ,.?")
            return sentence(swapped) if not rest else _limited(swapped, detail)
    return _limited(question, detail)


def limited_to_another(question: str, detail: str) -> str:
    """`question`, limited to a part, limited to a part that begins alike ("văn bản đến"); else ""."""
    limit = LIMITED.search(question)
    before = question[limit.end() :].split()[:1] if limit else []
    same = [word.lower() for word in before] == [word.lower() for word in detail.split()[:1]]
    return narrowed(question, detail) if before and same and len(detail.split()) > 1 else ""


def _with_value(old: str, new: str) -> str:
    """`new`, in the words of `old` where only their numbers differ: "mức 3" after "mức độ 4"."""
    number, other = _NUMBER.search(old), _NUMBER.search(new)
    if number is None or other is None:
        return new
    return f"{old[: number.start()]}{other.group()}"


def without_value(question: str) -> str:
    """`question` without the one value of a kind that it names ("ở cấp xã", "mức độ 4")."""
    found = [match for kind in _KINDS for match in kind.finditer(question)]
    if len(found) != 1:
        return question
    before = re.sub(r"(?i)\s*(?:ở|tại|của|cho)?\s*$", "", question[: found[0].start()])
    return f"{before}{question[found[0].end() :]}".strip()


def _limited(question: str, detail: str) -> str:
    return sentence(f"{bare(question)}{ONLY}{lowered(detail)}?")


def swaps(question: str, detail: str) -> bool:
    """Whether `detail` is another value of a kind that `question` names one of."""
    return any(kind.search(detail) and kind.search(question) for kind in _KINDS)


def is_value(detail: str) -> bool:
    """Whether `detail` begins with a value of a kind ("cấp huyện", "quý II")."""
    return any(kind.match(detail) for kind in _KINDS)


def same_value(body: str, question: str) -> str:
    """`body` with "mức đó", "cấp này" as the value of that kind in `question`."""
    match = _THAT_KIND.search(body)
    if match is None:
        return body
    found = [old.group() for kind in _KINDS if (old := kind.search(question))]
    fitting = [
        old for old in found if wording.folded(old).startswith(wording.folded(match["kind"]))
    ]
    return f"{body[: match.start()]}{fitting[0]}{body[match.end() :]}" if fitting else body


def bare(question: str) -> str:
    """`question` without the limit put to it, its mark and the particles before that."""
    whole = without_closing(whole_of(question)).rstrip(" ?.!")
    return re.sub(r"(?i)\s+(?:rồi|roi)$", "", whole)
