"""What a standalone question asks: which plans, which period, what kind of answer.

Rules only. A follow-up is made standalone first (followup.py); nothing here searches.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.understanding.kinds import Kind, kind_of
from app.understanding.mentions import asked_plans, asked_provinces, clean, references
from app.understanding.pointing import with_years
from app.understanding.topic import topic_of
from app.words import wording
from app.words.years import ASKED_YEAR
from ingest.plan import Plan

MAX_CHARS = 2_000
"""A longer message is answered with a request to shorten it."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question understood.

    `topic` is what is searched: the question without places, plan numbers and filler words.
    `provinces` are the asked names in order, `plan_ids` the held plans it concerns (all when
    no place is named), `missing` the asked provinces without a plan. `years` are the years it
    names, `references` the numbers of other documents ("12/QĐ-TTg"). `focus` are the words of
    the newest message when the question was completed from an earlier one; `detailed` asks for
    the whole passage; `assumed` says what "năm nay" was taken for. `near` are the chunks that the
    answer before it cited, for a message that goes on about the same.
    """

    standalone: str
    kind: Kind
    topic: str = ""
    provinces: tuple[str, ...] = ()
    plan_ids: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    references: tuple[str, ...] = ()
    focus: str = ""
    detailed: bool = False
    assumed: str = ""
    near: tuple[str, ...] = ()

    @property
    def names_place(self) -> bool:
        """Whether the question names a province or a plan."""
        return bool(self.provinces)


def understand(standalone: str, plans: Sequence[Plan], focus: str = "") -> Question:
    """The Question that `standalone` asks of `plans`."""
    text = clean(standalone)
    if not re.search(r"\w", text):
        return Question(text, Kind.EMPTY)
    if len(text) > MAX_CHARS:
        return Question(f"{text[:MAX_CHARS]}…", Kind.TOO_LONG)
    provinces = asked_provinces(text, plans)
    if len(provinces) == 1 and wording.EVERY_PROVINCE.search(wording.folded(text)):
        # "những tỉnh nào có …, An Giang có không?" asks of all.
        provinces = tuple(dict.fromkeys((*(plan.province for plan in plans), *provinces)))
    concerned = [plan for plan in plans if plan.province in provinces]
    exact = asked_plans(text, plans)
    chosen = [p for p in concerned if not exact or p in exact or p.province not in _places(exact)]
    text, assumed = with_years(text, chosen if provinces else plans)
    cited = references(text, plans)
    topic = topic_of(text, plans)
    kind = kind_of(text, provinces, cited, concerned if provinces else plans)
    held = {plan.province for plan in plans}
    return Question(
        standalone=text,
        kind=kind,
        topic=topic,
        provinces=provinces,
        plan_ids=tuple(plan.plan_id for plan in (chosen if provinces else plans)),
        missing=tuple(name for name in provinces if name not in held),
        years=tuple(dict.fromkeys(int(year) for year in ASKED_YEAR.findall(text))),
        references=cited,
        focus=focus,
        assumed=assumed,
    )


def _places(plans: Sequence[Plan]) -> set[str]:
    return {plan.province for plan in plans}
