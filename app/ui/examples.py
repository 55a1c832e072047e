"""Example questions, made from whichever plans are held. Pure."""

from collections.abc import Sequence

from ingest.plan import GapKind, Plan
from prompts import keys, text

MAX_EXAMPLES = 4


def example_questions(plans: Sequence[Plan]) -> tuple[str, ...]:
    """Up to MAX_EXAMPLES questions, each about another province; comparisons need two.

    Whole plans come first: one whose text is cut answers least.
    """
    whole_first = sorted(plans, key=_is_cut)
    provinces = tuple(dict.fromkeys(plan.province for plan in whole_first if plan.province))
    if not provinces:
        return ()
    singles = [
        text(f"screen.{key}", province=provinces[place % len(provinces)])
        for place, key in enumerate(_keys("example_one_"))
    ]
    pairs = [
        text(f"screen.{key}", first=provinces[place % len(provinces)], second=provinces[place + 1])
        for place, key in enumerate(_keys("example_two_"))
        if place < len(provinces) // 2
    ]
    return (*singles[: MAX_EXAMPLES - len(pairs)], *pairs)


def _is_cut(plan: Plan) -> bool:
    return any(gap.kind is GapKind.TEXT_CUT for gap in plan.gaps)


def _keys(prefix: str) -> tuple[str, ...]:
    return tuple(key for key in keys("screen") if key.startswith(prefix))
