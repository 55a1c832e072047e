"""Example questions, made from whichever plans are held. Pure."""

from collections.abc import Sequence

from ingest.plan import Plan
from prompts import keys, text

MAX_EXAMPLES = 4


def example_questions(plans: Sequence[Plan]) -> tuple[str, ...]:
    """Up to MAX_EXAMPLES questions, each about another province; comparisons need two."""
    provinces = tuple(dict.fromkeys(plan.province for plan in plans if plan.province))
    if not provinces:
        return ()
    singles = [
        text(f"screen.{key}", province=provinces[place % len(provinces)])
        for place, key in enumerate(_keys("example_one_"))
    ]
    pairs = [
        text(f"screen.{key}", first=provinces[place % len(provinces)], second=provinces[-1 - place])
        for place, key in enumerate(_keys("example_two_"))
        if place < len(provinces) // 2
    ]
    return (*singles[: MAX_EXAMPLES - len(pairs)], *pairs)


def _keys(prefix: str) -> tuple[str, ...]:
    return tuple(key for key in keys("screen") if key.startswith(prefix))
