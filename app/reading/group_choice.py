"""How well a list of a plan covers a question, and the section whose heading it names."""

import re

from app.reading.evidence import years_fit
from app.reading.finding import evidence
from app.reading.groups import MAX_ITEMS, Group, groups
from app.reading.material import Material
from ingest.plan import Plan

SECTION_COVERAGE, SECTION_PRECISION = 0.8, 0.5
"""From these on a question asks for the section itself, whatever its form."""
_YEARS = re.compile(r"(?i)(?:trong |giai đoạn |giai doan |năm |nam )*20\d\d(?:\s?[-–]\s?20\d\d)?")
_TITLE_WEIGHT, _PRECISION_WEIGHT, _HIT_WEIGHT = 0.7, 0.25, 0.35
_FIRST_HIT_BONUS = 0.3
_CROWD_COST = 0.02


def named_section(material: Material, plan: Plan) -> tuple[float, Group] | None:
    """The section whose heading the question names, with its score."""
    topic = _sought(material)
    named = [
        (group_score(material, group), group)
        for group in groups(plan, material.of(plan))
        if in_period(material, group)
        and material.coverage(topic, group.title) >= SECTION_COVERAGE
        and material.coverage(group.own_title, topic) >= SECTION_PRECISION
    ]
    return max(named, key=lambda pair: pair[0], default=None)


def _sought(material: Material) -> str:
    """The topic without the years it names: they pick the plan, not the heading."""
    return _YEARS.sub(" ", material.question.topic)


def in_period(material: Material, group: Group) -> bool:
    """Whether the years that a list is about are those of the question."""
    text = " ".join((group.title, *(item.span.of(group.plan.text) for item in group.items)))
    return years_fit(material.question, group.plan, text)


def group_score(material: Material, group: Group) -> float:
    """How well title and members cover the question; a crowd of members counts against it."""
    topic = _sought(material)
    hits = {hit.chunk.chunk_id: hit for hit in material.of(group.plan)}
    found = [hits[item.chunk.chunk_id] for item in group.items if item.chunk.chunk_id in hits]
    share = len(found) / len(group.items)
    best = max((evidence(hit) for hit in found), default=0.0)
    crowd = _CROWD_COST * max(0, len(group.items) - MAX_ITEMS)
    by_title = _TITLE_WEIGHT * material.coverage(topic, group.title)
    precision = _PRECISION_WEIGHT * material.coverage(group.own_title, topic)
    first = material.of(group.plan)[:1]
    if first and group.head is not None and first[0].chunk.chunk_id == group.head.chunk_id:
        by_title += _FIRST_HIT_BONUS
    return by_title + precision + _HIT_WEIGHT * best * (0.5 + 0.5 * share) - crowd
