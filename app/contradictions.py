"""What a reader is told where the cited passage contradicts itself."""

from ingest.checks.contradictions import ExceedingParts, exceeding_parts, malformed_numbers
from ingest.plan import Plan
from ingest.quantities import format_number
from prompts import text as say


def contradictions(plan: Plan, start: int, end: int) -> list[tuple[int, str]]:
    """(offset of the figure concerned, what a reader must be told) within `[start, end)`."""
    return [
        *(
            (found.whole.start, _told(found))
            for found in exceeding_parts(plan.text, plan.notes, start, end)
        ),
        *(
            (at, say("notices.malformed", raw=raw))
            for at, raw in malformed_numbers(plan.text, start, end)
        ),
    ]


def _told(found: ExceedingParts) -> str:
    return say(
        "notices.exceeding_parts",
        whole=" ".join(found.whole.raw.split()),
        parts=" + ".join(format_number(part.value) for part in found.parts),
        total=format_number(found.total),
    )
