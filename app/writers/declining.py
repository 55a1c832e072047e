"""The reason why there is no answer: what was looked for and where.

A refusal is a result. It cites nothing, and names the first reason that applies: no plan of
that province, another period, text or annex missing from the file, the plan is silent.
"""

from app.citing import period_text, section_path
from app.draft import Draft, DraftStatement
from app.proving.grounds import MONEY
from app.reading.counted import asked
from app.reading.material import Material
from app.understanding.kinds import Kind
from app.understanding.question import Question
from app.words import wording
from ingest.places.provinces import province_by_name
from ingest.plan import Gap, GapKind, Plan
from prompts import text as say

WRITER = "declining"
_NEAR_COVERAGE = 0.4
"""The share of the question from which a passage is worth naming as the nearest."""
_MAX_HEADING_CHARS = 120


def write(material: Material) -> Draft:
    """The refusal: for each asked plan the reason that weighs most."""
    question = material.question
    if question.kind is Kind.OUTSIDE:
        return Draft(WRITER, (DraftStatement(say("declines.outside")),), own_words=True)
    if question.missing and not material.plans:
        return _no_plan(question)
    plans = material.plans if question.names_place else ()
    sentences = [missing_sentence(name) for name in question.missing]
    sentences += [_with_nearest(material, plan, _reason(question, plan)) for plan in plans]
    if not sentences:
        places = ", ".join(dict.fromkeys(plan.province for plan in material.plans))
        sentences = [say("declines.nowhere", provinces=places)]
    statements = tuple(DraftStatement(sentence) for sentence in dict.fromkeys(sentences))
    return Draft(WRITER, statements, own_words=True)


def _with_nearest(material: Material, plan: Plan, reason: str) -> str:
    """The reason, and which section of the plan comes nearest to the question, if any is near.

    Another year's section would only mislead.
    """
    if _other_years(material.question, plan):
        return reason
    near = (hit.chunk.section_id for hit in material.of(plan) if hit.coverage >= _NEAR_COVERAGE)
    section = next((plan.sections[at] for at in near if at is not None), None)
    if section is None or not section.heading.strip():
        return reason
    heading = " ".join(section.heading.split()).rstrip(" .:;")
    if len(heading) > _MAX_HEADING_CHARS:
        heading = heading[:_MAX_HEADING_CHARS].rsplit(" ", 1)[0] + " …"
    place = section_path(plan, section)
    return f"{reason} {say('declines.nearest', place=place, heading=heading)}"


def _no_plan(question: Question) -> Draft:
    statements = [DraftStatement(missing_sentence(name)) for name in question.missing]
    return Draft(WRITER, tuple(statements), own_words=True)


def missing_sentence(name: str) -> str:
    """That no plan of this province is held, and where the province went in 2025."""
    province = province_by_name(name)
    sentence = say("declines.no_plan", province=name)
    if province and province.merged_into and province.merged_into != name:
        sentence += " " + say("declines.merged", province=name, into=province.merged_into)
    return sentence


def _reason(question: Question, plan: Plan) -> str:
    if foreign := _other_years(question, plan):
        years = ", ".join(map(str, foreign))
        return say(
            "declines.other_period",
            province=plan.province,
            number=plan.number,
            period=period_text(plan),
            years=years,
        )
    gaps = _relevant_gaps(question, plan)
    if gaps:
        return say(
            f"declines.{gaps[0].kind.value}",
            province=plan.province,
            number=plan.number,
            detail=_detail(plan, gaps),
        )
    return say("declines.silent", province=plan.province, number=plan.number)


def _other_years(question: Question, plan: Plan) -> list[int]:
    first, last = plan.period
    known = range(min(first, plan.issued.year) - 1, last + 1)
    return [year for year in question.years if year not in known]


def _relevant_gaps(question: Question, plan: Plan) -> list[Gap]:
    """A cut text may hide anything; an absent annex hides projects and their money."""
    cut = [gap for gap in plan.gaps if gap.kind is GapKind.TEXT_CUT]
    if cut:
        return cut
    folded = wording.folded(question.standalone)
    about_annex = wording.TABLE.search(folded) or asked(question.standalone).unit == MONEY
    return [gap for gap in plan.gaps if gap.kind is GapKind.ANNEX_ABSENT] if about_annex else []


def _detail(plan: Plan, gaps: list[Gap]) -> str:
    if gaps[0].kind is GapKind.ANNEX_ABSENT:
        return ", ".join(dict.fromkeys(gap.detail for gap in gaps))
    section_id = gaps[0].section_id
    return section_path(plan, plan.sections[section_id]) if section_id is not None else ""
