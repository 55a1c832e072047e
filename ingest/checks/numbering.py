"""Slips of a document's own numbering: labels that repeat, or that leave some out."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.plan import Section
from ingest.structure.labels import successor

_MAX_SKIPPED = 20


@dataclass(frozen=True, slots=True)
class NumberingFault:
    """Two sisters that follow each other with labels that do not."""

    before: Section
    after: Section

    @property
    def repeats(self) -> bool:
        """Whether both carry the same label; else some labels between them are missing."""
        return self.before.label == self.after.label


def numbering_faults(sections: Sequence[Section]) -> list[NumberingFault]:
    """The faults among sisters of one kind, in document order."""
    last: dict[int | None, Section] = {}
    faults: list[NumberingFault] = []
    for section in sections:
        sister = last.get(section.parent_id)
        last[section.parent_id] = section
        if sister is not None and _is_fault(sister.label, section.label):
            faults.append(NumberingFault(sister, section))
    return faults


def _is_fault(before: str, label: str) -> bool:
    if label == before:
        return True
    expected = successor(before)
    return bool(expected and successor(label) and _skips(expected, label))


def _skips(expected: str, label: str) -> bool:
    """Whether the label comes later in the same numbering than the one expected."""
    step: str | None = expected
    for _ in range(_MAX_SKIPPED):
        step = successor(step) if step else None
        if step == label:
            return True
    return False
