"""The sections that a question names by their numbers ("Phần II, mục V.1")."""

import re
from collections.abc import Sequence

from app.reading.headings import lineage
from app.words.wording import folded
from ingest.plan import Plan, Section

_REFERENCE = re.compile(
    r"(?<!\w)(?P<kind>phan|chuong|tieu muc|muc|diem|khoan|sau) (?:so )?"
    r"(?P<label>thu [a-z]{2,4}|[ivxl]+(?:\.\d+)*(?:\.[a-zđ])?|\d+(?:\.\d+)*(?:\.[a-zđ])?|[a-eđ])(?![\w/%]|\s(?:trieu|ty|nghin))"
)
_NAMED = ("phan", "chuong")


def referred_sections(plan: Plan, question: str) -> list[Section]:
    """The sections with the numbers that `question` names, all of them where numbers repeat.

    A number that no section carries is left out: whether there is one may be what is asked.
    """
    asked = [(match["kind"], match["label"]) for match in _REFERENCE.finditer(folded(question))]
    asked.sort(key=lambda pair: pair[0] not in _NAMED)
    steps = [step for kind, label in asked for step in _steps(plan, kind, label)]
    while steps:
        found = [section for section in plan.sections if _answers(plan, section, steps)]
        if found:
            return found
        steps.pop()
    return []


def up_to_reference(question: str, start: int) -> str:
    """`question` up to the first number of a section behind `start`."""
    match = _REFERENCE.search(folded(question), start)
    return question[: match.end()] if match else question


def _steps(plan: Plan, kind: str, label: str) -> list[str]:
    """The labels one below the other that "mục V.1" names; whole where the plan numbers so."""
    known = {_plain(section.label) for section in plan.sections}
    if kind in _NAMED and f"{kind} {label}" in known:
        return [f"{kind} {label}"]
    return [label] if label in known else label.split(".")


def _plain(label: str) -> str:
    return " ".join(folded(label).split())


def _answers(plan: Plan, section: Section, steps: Sequence[str]) -> bool:
    """Whether a section's own number is the last step and those above hold the others in order."""
    labels = [_plain(node.label) for node in lineage(plan, section)]
    if labels[-1] != steps[-1]:
        return False
    above = iter(labels[:-1])
    return all(step in above for step in steps[:-1])
