"""Several things asked of one plan at once: the sentence that tells each of them."""

from dataclasses import replace

from app.draft import Draft
from app.reading.answer_types import wants_figure
from app.reading.finding import Finding, find
from app.reading.material import Material, Search
from app.understanding.facets import Facet, facets
from app.writers.quoting import told
from ingest.plan import Plan

WRITER = "facets"
_TOGETHER = 0.6
"""The share of each thing that one passage must hold to answer for all of them."""
_TOLD = 0.75
"""The share of a thing that the passage told for it must hold."""


def write(material: Material) -> Draft:
    """A passage for each thing asked of the only plan concerned, where no one passage has all."""
    search = material.search
    if len(material.plans) != 1 or search is None or material.question.focus:
        return Draft(WRITER)
    (plan,) = material.plans
    parts = facets(material.question.standalone, material.plans)
    if not parts or _told_together(material, plan, parts):
        return Draft(WRITER)
    found = [_found(material, plan, part, search) for part in parts]
    findings = [finding for finding in found if finding is not None]
    sentences = {finding.sentence.start: finding for finding in findings}
    if len(findings) < len(parts) or len(sentences) < 2:
        return Draft(WRITER)
    return Draft(
        WRITER, tuple(said for one in sentences.values() for said in told(one, several=True))
    )


def _told_together(material: Material, plan: Plan, parts: tuple[Facet, ...]) -> bool:
    best = find(material, plan, figure=wants_figure(material.question))
    return best is not None and all(_held(material, best, part) >= _TOGETHER for part in parts)


def _found(material: Material, plan: Plan, part: Facet, search: Search) -> Finding | None:
    """The passage of one thing, if it holds enough of it."""
    question = replace(material.question, standalone=part.question, topic=part.topic)
    asked = replace(material, question=question, hits=search(part.topic, [plan.plan_id]))
    finding = find(asked, plan, figure=wants_figure(material.question))
    return finding if finding and _held(material, finding, part) >= _TOLD else None


def _held(material: Material, finding: Finding, part: Facet) -> float:
    text = finding.sentence.of(finding.plan.text)
    return material.coverage(part.topic, " ".join((*finding.chunk.headings[-1:], text)))
