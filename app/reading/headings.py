"""The section a question means by its kind, number or heading ("chương giải pháp", "mục II.1").

Plans and officials name the same part differently: "tồn tại" is asked for as "điểm yếu". The
families of such names stand in headings.tsv; what the question says beyond the family must be
held by the section's own heading or by those above it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from app.words.word_lists import lines
from app.words.wording import any_of, folded
from app.words.years import YEAR
from ingest.plan import Plan, Section

REST_COVERAGE = 0.6
"""Share of the question beyond the family that the headings must hold."""
_OWN_WEIGHT, _LITERAL_BONUS, _DEPTH_COST = 0.3, 0.2, 0.03
_WORD = re.compile(r"\w+")
_NO_SUBJECT = any_of(
    "phan", "muc", "chuong", "tieu muc", "de muc", "dau muc", "muc lon", "nhom", "noi dung", "chinh", "chu yeu",
    "trong tam", "co ban", "lon", "dat", "dat ra", "de ra", "neu ra", "dua ra", "duoc neu", "chia", "chia thanh", "thanh",
    "tong cong", "so luong", "ten", "goi", "chi tiet", "thuc hien", "trien khai", "kehoach", "ke hoach", "nam", "giai doan",
    "den", "het", "toi", "cuoi", "hang nam", "don vi", "co quan", "cap", "tinh", "y", "diem", "dau", "viec", "truoc", "sau",
    "bao gom", "gom", "dua", "trong", "ngoai", "danh sach", "day du", "toan bo", "het", "hien", "hien nay", "con", "phai",
    "phan dau", "dat duoc", "can", "nham", "duoc", "giao", "yeu", "con so", "so", "ty le", "moc", "doan", "tom tat", "tom luoc",
    "tom gon", "khai quat", "so luoc", "y chinh", "tong quan", "net", "cua", "va", "cac", "nhung", "cho", "ve", "o", "tai",
    "thang", "dau nam", "quy", "nay", "do", "thi", "sao", "qua", "lam", "gap", "moi", "tung", "trinh bay", "neu", "ra",
    "ke", "chi", "thoi", "biet", "xem", "giup", "vao", "tru cot", "linh vuc", "mang", "khau", "huong", r"\d+(?:-\d+)?",
)  # fmt: skip
"""Words that say nothing of a section's subject."""

Coverage = Callable[[str, str], float]


@dataclass(frozen=True, slots=True)
class Family:
    """Names of one kind of section: as questions say them and as headings do."""

    name: str
    asked: re.Pattern[str]
    headed: re.Pattern[str]


@cache
def families() -> tuple[Family, ...]:
    """The families of headings.tsv, in its order."""
    rows = [line.split("\t") for line in lines("headings.tsv")]
    return tuple(
        Family(name, any_of(*asked.split("|")), any_of(*headed.split("|")))
        for name, asked, headed in rows
    )


def families_asked(question: str) -> list[Family]:
    """The kinds of section that a question names; what lies inside a longer name is not one."""
    text = folded(question)
    named = [
        (family, match.span()) for family in families() for match in family.asked.finditer(text)
    ]
    return [
        family
        for family in families()
        if any(
            named_family is family
            and not any(
                low <= start and end <= high and high - low > end - start
                for _, (low, high) in named
            )
            for named_family, (start, end) in named
        )
    ]


def families_within(question: str) -> list[Family]:
    """All kinds of section that stand in a question, inside longer names too."""
    return [family for family in families() if family.asked.search(folded(question))]


def bare(section: Section) -> str:
    """The heading's words, folded, without label and punctuation."""
    heading = folded(section.heading)
    label = folded(section.label)
    if label != heading:
        heading = heading.removeprefix(label)
    return " ".join(heading.strip(" .:;)/-").split())


def lineage(plan: Plan, section: Section) -> list[Section]:
    """The sections from the root down to `section`, itself included."""
    nodes = [section]
    while (parent := nodes[0].parent_id) is not None:
        nodes.insert(0, plan.sections[parent])
    return nodes


def children(plan: Plan, section: Section) -> list[Section]:
    """The sections right below `section` that have a heading of their own, in order."""
    return [s for s in plan.sections if s.parent_id == section.section_id and s.heading]


def section_meant(plan: Plan, question: str, topic: str, coverage: Coverage) -> Section | None:
    """The section that `question` asks for by its kind, best match of the rest of its topic.

    None when it names no kind of section, or when no heading holds what else it says.
    """
    rest = subject(topic, question)
    for asked_for in (families_asked(question), families_within(question)):
        scored = [
            (score, -section.section_id, section)
            for section in plan.sections
            if section.heading
            and (score := _match(plan, section, asked_for, question, rest, coverage)) is not None
        ]
        if scored:
            return max(scored)[2]
    return None


def subject(topic: str, question: str | None = None) -> str:
    """What a topic is about beyond the kind of section it names and the years.

    `question` is the text that the topic was taken from: phrases are whole only there.
    """
    whole = topic if question is None else question
    letters = list(whole)
    for pattern in (*(family.asked for family in families()), _NO_SUBJECT):
        for match in pattern.finditer(folded(whole)):
            letters[match.start() : match.end()] = " " * (match.end() - match.start())
    kept = set(_WORD.findall(YEAR.sub(" ", "".join(letters)).lower()))
    return " ".join(word for word in topic.split() if kept.issuperset(_WORD.findall(word.lower())))


def _match(
    plan: Plan,
    section: Section,
    asked_for: Sequence[Family],
    question: str,
    rest: str,
    coverage: Coverage,
) -> float | None:
    """How well a section answers to the families and the rest, None when it does not."""
    chain = lineage(plan, section)
    own = bare(section)
    headed = [family for family in asked_for if any(family.headed.search(bare(n)) for n in chain)]
    if not headed or _other_year(plan, section, question):
        return None
    in_own = [family for family in headed if family.headed.search(own)]
    if not in_own and not rest and not _years_in(section.heading) & _years_in(question):
        return None
    held = coverage(rest, " ".join(node.heading for node in chain)) if rest else 1.0
    held_own = coverage(rest, section.heading) if rest else 0.0
    if held < REST_COVERAGE or (not in_own and rest and held_own < REST_COVERAGE / 2):
        return None
    literal = any(
        match.group() in folded(question) for f in in_own for match in f.headed.finditer(own)
    )
    year = bool(_years_in(section.heading) & _years_in(question))
    return (
        held
        + _OWN_WEIGHT * held_own
        + len(in_own) / len(asked_for) * _OWN_WEIGHT
        + _LITERAL_BONUS * (literal + year)
        - _DEPTH_COST * len(chain)
    )


def _years_in(text: str) -> set[str]:
    return set(YEAR.findall(text))


def _other_year(plan: Plan, section: Section, question: str) -> bool:
    """Whether a sister's heading names the year asked for and this one names another."""
    asked, own = _years_in(question), _years_in(section.heading)
    if not asked or not own or asked & own:
        return False
    sisters = [s for s in plan.sections if s.parent_id == section.parent_id]
    return any(_years_in(sister.heading) & asked for sister in sisters)
