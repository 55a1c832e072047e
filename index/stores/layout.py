"""Which segments a build keeps, which it merges, and which plans it has to read anew."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from index.stores.manifest import Manifest, SegmentEntry
from ingest.plan import Plan

CLOSED_ROWS = 50_000
"""A segment of so many rows is merged no more."""


def plan_digest(plan: Plan) -> str:
    """The checksum of all that was read of a plan; any change of any field changes it."""
    digest = hashlib.sha256(plan.text.encode())
    rest = replace(plan, text="", chunks=(), tables=())
    for part in (rest, *plan.tables):
        digest.update(repr(part).encode())
    for chunk in plan.chunks:
        # Its text is a slice of the plan's.
        digest.update(repr(replace(chunk, text="")).encode())
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Layout:
    """The segments of a new snapshot: `whole` as they are, then one of `merged` and `new`.

    `merged` are segments with the ids of those of their plans that stay.
    """

    whole: tuple[SegmentEntry, ...]
    merged: tuple[tuple[SegmentEntry, tuple[str, ...]], ...]
    new: tuple[Plan, ...]

    @property
    def merged_ids(self) -> tuple[str, ...]:
        """The plans of the merged segment, in the order of its rows."""
        kept = (key for _, ids in self.merged for key in ids)
        return (*kept, *(plan.plan_id for plan in self.new))


def laid_out(plans: Sequence[Plan], digests: Mapping[str, str], before: Manifest | None) -> Layout:
    """The layout for these plans after the snapshot `before`, which this program made."""
    if before is None:
        return Layout((), (), tuple(plans))
    old = {entry.plan_id: entry for entry in before.plans}
    same = {key for key in digests.keys() & old.keys() if old[key].digest == digests[key]}
    new = tuple(plan for plan in plans if plan.plan_id not in same)
    kept = {one: tuple(key for key in one.plan_ids if key in same) for one in before.segments}
    touched = bool(new) or any(kept[one] != one.plan_ids for one in before.segments)

    def is_closed(one: SegmentEntry) -> bool:
        return sum(old[key].chunks for key in one.plan_ids) >= CLOSED_ROWS

    whole = tuple(
        one
        for one in before.segments
        if kept[one] == one.plan_ids and (is_closed(one) or not touched)
    )
    merged = ((one, kept[one]) for one in before.segments if one not in whole and kept[one])
    return Layout(whole, tuple(merged), new)
