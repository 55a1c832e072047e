"""The passage of one plan that answers one aspect of a comparison.

An amount is sought where one is asked for, a cited document by its subject, a time or an office
where one is named; what the aspect alone does not find may be found by the whole question.
"""

from dataclasses import dataclass, replace

from app.comparing.aspects import Aspect
from app.comparing.budget import asks_whole_cost, whole_cost
from app.comparing.plain import AS_GOOD, named_or_plain
from app.comparing.rows import bare_topic, row_amount, row_office
from app.comparing.times import tells_when_due
from app.comparing.wanted import asks_time, compares_degree, says_time, wants_figures
from app.reading.counted import MONEY_UNIT, PERCENT_UNIT
from app.reading.counted import asked as counted
from app.reading.document_records import by_subject, shown
from app.reading.evidence import may_answer, years_fit
from app.reading.finding import FLOOR, Finding, candidates_of, find
from app.reading.locality import of_another_locality
from app.reading.material import Material
from app.reading.sentences import clauses, sentences
from app.reading.suitability import tells_founding
from app.reading.tense import Tense, asked_tense, told_tense
from app.understanding.kinds import Kind
from app.words import wording
from app.words.years import ASKED_YEAR
from ingest.plan import ChunkKind, Plan, Quantity
from ingest.quantities import canonical

_NOW = "hiện có"
"""Set side by side are the things that there are, where a comparison says nothing of the time."""
_MIN_HELD = 0.3


@dataclass(frozen=True, slots=True)
class Cell:
    """What one plan says to one aspect; `finding` is None when it says nothing.

    `figures`: an amount is asked for. `whole`: it is what the whole plan costs, wherever said.
    """

    finding: Finding | None
    figures: bool
    whole: bool = False


def asked_of(material: Material, plan: Plan, aspect: Aspect, *, now: bool = False) -> Material:
    """The material for one plan and one aspect: what is searched is the aspect alone."""
    question = material.question
    kind = Kind.FIGURE if wants_figures(question.standalone, aspect) else Kind.FACT
    text = aspect.text
    if now or (counted(text).noun and not says_time(question.standalone, plan)):
        text = f"{text} {_NOW}"
    asked = replace(question, standalone=text, topic=aspect.topic, kind=kind, focus="")
    years = tuple(int(year) for year in ASKED_YEAR.findall(aspect.text))
    if years or any(years_fit(asked, held, "") for held in material.plans):
        # Years that are not said of this plan are meant for one of the others.
        asked = replace(asked, years=years)
    hits = material.hits
    if material.search is not None and aspect.topic != question.topic:
        hits = {**hits, **material.search(aspect.topic, [plan.plan_id])}
    return replace(material, question=asked, plans=(plan,), hits=hits)


def tense_of(cell: Cell, first_year: int) -> Tense | None:
    """Whether a cell's figure tells what there is or what is planned; None where that is open."""
    finding = cell.finding
    if finding is None or finding.figure is None:
        return None
    text = finding.sentence.of(finding.plan.text)
    if finding.chunk.kind is ChunkKind.ROW:
        return Tense.STATE
    horizons = asked_tense(text, first_year)
    return told_tense(finding.chunk.headings, text) or horizons


def found_in(material: Material, plan: Plan, aspect: Aspect, *, now: bool = False) -> Cell:
    """The best passage of `plan` for `aspect`, its figure when one is wanted.

    What the aspect alone does not find may be found by the words of the whole question. With
    `now`, what there is is sought before what is planned.
    """
    figures = wants_figures(material.question.standalone, aspect)
    asked = asked_of(material, plan, aspect, now=now)
    ways = _ways(material, asked)
    if wording.ASKS_DOCUMENT.search(wording.folded(aspect.text)) and (
        named := _document(asked, plan)
    ):
        return Cell(named, figures=False)
    of_whole = figures and asks_whole_cost(aspect.topic, material.question.standalone)
    if of_whole and (cost := whole_cost(plan)):
        return Cell(cost, figures=True, whole=True)
    soft = not figures and not asks_time(aspect) and compares_degree(material.question.standalone)
    row = row_amount(asked, plan) if figures else None
    if figures or soft:
        for way in ways:
            if (finding := find(way, plan, figure=True)) and _counts(asked, finding):
                return Cell(_nearer(asked, _of_noun(way, finding), row), figures)
    if row is not None:
        return Cell(row, figures)
    office = _office(asked, plan)
    if office is not None:
        return Cell(office, figures)
    for way in ways:
        if (finding := named_or_plain(way, plan)) and _tells(aspect, finding):
            return Cell(finding, figures)
    return Cell(None, figures)


def _tells(aspect: Aspect, finding: Finding) -> bool:
    """Whether a passage tells what no answer to the aspect can lack: a deadline, a founding."""
    said = finding.sentence.of(finding.plan.text)
    return tells_when_due(aspect.text, finding) and tells_founding(aspect.text, said)


def _ways(material: Material, asked: Material) -> list[Material]:
    """What is sought, strictest first: of its years, of any, by the words of the whole question."""
    ways = [asked]
    if asked.question.years:
        ways.append(replace(asked, question=replace(asked.question, years=())))
    if material.question.topic != asked.question.topic:
        wider = replace(ways[-1].question, topic=material.question.topic)
        ways.append(replace(material, question=wider, plans=asked.plans))
    return ways


def _of_noun(asked: Material, finding: Finding) -> Finding:
    """A passage whose figure counts the very thing that is asked for, when it is nearly as good.

    Beside "sự cố nặng nhất … mã hóa 03 máy chủ" the number of incidents is that of "112 sự cố".
    """
    noun = wording.folded(counted(asked.question.standalone).noun).split()[:1]
    if not noun or _counted_word(finding) in ([], noun):
        return finding
    counting = [
        other
        for other in candidates_of(asked, finding.plan, figure=True)
        if other.evidence >= FLOOR
        and other.score >= AS_GOOD * finding.score
        and _counted_word(other) == noun
        and may_answer(asked, finding.plan, other.chunk)
    ]
    return max(counting, key=lambda other: other.score, default=finding)


def measured_in(
    material: Material, plan: Plan, aspect: Aspect, cell: Cell, kind: str
) -> Cell | None:
    """A passage nearly as good as the cell's whose figure is of `kind` (đồng, %, "" a count).

    What it counts must be named by the aspect.
    """
    if cell.finding is None or counted(aspect.text).unit:
        return None
    asked = asked_of(material, plan, aspect)
    named = set(wording.folded(aspect.topic).split())
    measuring = [
        other
        for other in candidates_of(asked, plan, figure=True)
        if other.evidence >= FLOOR
        and other.score >= AS_GOOD * cell.finding.score
        and other.figure is not None
        and kind_of(other.figure.quantity) == kind
        and named.issuperset(_counted_word(other))
        and may_answer(asked, plan, other.chunk)
    ]
    best = max(measuring, key=lambda other: other.score, default=None)
    return None if best is None else replace(cell, finding=best)


def kind_of(quantity: Quantity) -> str:
    """What a quantity measures: money, a share, or "" for a count of things."""
    unit = canonical(quantity)[1]
    return unit if unit in (MONEY_UNIT, PERCENT_UNIT) else ""


def _counted_word(finding: Finding) -> list[str]:
    """The first syllable of what a finding's figure counts, folded."""
    unit = finding.figure.quantity.unit if finding.figure else ""
    return wording.folded(unit).split()[:1]


def _nearer(asked: Material, finding: Finding, row: Finding | None) -> Finding:
    """The row that the aspect names, unless the clause of the figure holds as much of it."""
    if row is None or finding.figure is None:
        return finding
    text = finding.plan.text
    elsewhere = of_another_locality(asked.question.standalone, finding.plan, finding.chunk)
    if finding.chunk.kind is ChunkKind.ROW or elsewhere:
        return row
    at = finding.figure.quantity.start
    parts = clauses(finding.sentence.of(text), finding.sentence.start)
    own = next((part for part in parts if part.start <= at < part.end), finding.sentence)
    topic = bare_topic(asked.question.topic)
    said, named = asked.coverage(topic, own.of(text)), asked.coverage(topic, row.sentence.of(text))
    money = kind_of(finding.figure.quantity) == MONEY_UNIT
    return finding if said > named or (said == named and not money) else row


def _office(asked: Material, plan: Plan) -> Finding | None:
    """Who is in charge of the project that the aspect names, when it asks for that."""
    folded = wording.folded(asked.question.standalone)
    asks = wording.WHO.search(folded) and wording.TABLE.search(folded)
    return row_office(asked, plan) if asks else None


def _document(asked: Material, plan: Plan) -> Finding | None:
    """The cited document that the aspect asks for by its subject."""
    question = asked.question
    subjects = by_subject(plan, question.standalone, question.topic, asked.coverage)
    found = [r for r in subjects if tells_founding(question.standalone, r.chunk.text)]
    if not found:
        return None
    best = found[0]
    whole = next(
        (
            sentence
            for sentence in sentences(best.chunk.text, best.chunk.start)
            if sentence.start <= best.span.start < sentence.end
        ),
        best.span,
    )
    return Finding(plan, best.chunk, whole, best.span, shown(best.basis), None, best.fit, best.fit)


def _counts(asked: Material, finding: Finding) -> bool:
    """Whether the clause of the figure speaks of what is counted, its passage of what it is for."""
    wanted = counted(asked.question.standalone)
    if finding.figure is None:
        return True
    text, topic = finding.plan.text, asked.question.topic
    if wanted.unit:
        purpose = wording.without(wording.PERCENT, wording.without(wording.MONEY, topic))
        said = " ".join((*finding.chunk.headings, finding.sentence.of(text)))
        return not purpose or asked.coverage(purpose, said) >= _MIN_HELD
    if not wanted.noun:
        return True
    parts = clauses(finding.sentence.of(text), finding.sentence.start)
    at = finding.figure.quantity.start
    own = next((part for part in parts if part.start <= at < part.end), finding.sentence)
    return asked.coverage(f"{wanted.noun} {topic}", own.of(text)) > 0
