"""Answers about a plan as a document: signer, date, number, issuer, title, period."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from app import document_words, wording
from app.citing import period_text, short_document
from app.draft import Draft, DraftStatement, Proof
from app.sentences import Span
from app.writers.material import Material, proof
from ingest.plan import Plan
from prompts import text as say

WRITER = "metadata"


@dataclass(frozen=True, slots=True)
class Aspect:
    """A field of the metadata: how it is asked for, said and found in the text."""

    name: str
    asked: re.Pattern[str]
    value: Callable[[Plan], str]
    forms: Callable[[Plan], tuple[str, ...]]


def _date_forms(plan: Plan) -> tuple[str, ...]:
    day = plan.issued
    return (
        f"ngày {day.day:02d} tháng {day.month:02d} năm {day.year}",
        f"ngày {day.day} tháng {day.month} năm {day.year}",
        f"ngày {day.day:02d} tháng {day.month} năm {day.year}",
        f"ngày {day.day} tháng {day.month:02d} năm {day.year}",
        day.strftime("%d/%m/%Y"),
    )


def recipients(plan: Plan) -> str:
    """The list under "Nơi nhận" on one line, or "" when the file has none."""
    found = next((c for c in plan.chunks if c.text.startswith("Nơi nhận")), None)
    return " ".join(found.text.partition(":")[2].split()) if found else ""


_BY_OFFICE = re.compile(r"do (?:chinh )?((?:pho )?chu tich)(?!\w)[\w\s]* ky")

ASPECTS = (
    Aspect("signer", document_words.SIGNED, lambda p: p.signer, lambda p: (p.signer,)),
    Aspect("issued", document_words.ISSUED, lambda p: p.issued.strftime("%d/%m/%Y"), _date_forms),
    Aspect("number", document_words.NUMBER_OF, lambda p: p.number, lambda p: (p.number,)),
    Aspect(
        "issuer", document_words.ISSUER, lambda p: p.issuer, lambda p: ("ủy ban nhân dân", p.issuer)
    ),
    Aspect("province", document_words.PROVINCE_OF, lambda p: p.province, lambda p: (p.province,)),
    Aspect("title", document_words.TITLE, lambda p: p.title, lambda p: (p.title,)),
    Aspect("recipients", document_words.RECIPIENTS, recipients, lambda p: (recipients(p),)),
    Aspect("period", document_words.PERIOD, period_text, lambda p: (p.title,)),
)


def write(material: Material) -> Draft:
    """The asked fields of each concerned plan, each proved by the line that states it."""
    folded = wording.folded(material.question.standalone)
    if (newest := document_words.NEWEST.search(folded)) or document_words.OLDEST.search(folded):
        return _by_date(material, newest=bool(newest))
    wanted = _wanted(folded)
    plans = _signed_as(material, folded)
    statements = tuple(
        statement
        for plan in plans
        for aspect in wanted
        if (statement := _statement(plan, aspect, several=len(plans) > 1)) is not None
    )
    return Draft(WRITER, statements)


def _signed_as(material: Material, folded: str) -> tuple[Plan, ...]:
    """The plans signed in the office asked for ("bản nào do Phó Chủ tịch ký"), else all of them."""
    match = _BY_OFFICE.search(folded)
    if match is None or material.question.names_place:
        return material.plans
    return tuple(p for p in material.plans if wording.folded(p.signer_title) == match.group(1))


def _by_date(material: Material, *, newest: bool) -> Draft:
    """The plan issued last (or first), then all of them in that order, each with its date line."""
    ordered = sorted(material.plans, key=lambda plan: plan.issued, reverse=newest)
    issued = next(aspect for aspect in ASPECTS if aspect.name == "issued")
    dated = [(plan, proofs) for plan in ordered if (proofs := _proofs(plan, issued))]
    statements = []
    for place, (plan, proofs) in enumerate(dated):
        key = ("newest" if newest else "oldest") if place == 0 else "dated"
        text = say(
            f"metadata.{key}",
            document=short_document(plan),
            value=plan.issued.strftime("%d/%m/%Y"),
        )
        lead = short_document(plan) if place == 0 else ""
        statements.append(DraftStatement(text, proofs, lead=lead, bullet=place > 0))
    return Draft(WRITER, tuple(statements))


def _wanted(folded: str) -> tuple[Aspect, ...]:
    wanted = [aspect for aspect in ASPECTS if aspect.asked.search(folded)]
    names = {aspect.name for aspect in wanted}
    if not wanted:
        wanted = [aspect for aspect in ASPECTS if aspect.name in ("number", "issued", "title")]
    # "ký ngày nào" asks for the date, and "năm nào" beside it does not ask for the period.
    if "issued" in names:
        wanted = [aspect for aspect in wanted if aspect.name != "period"]
    if "signer" in names and "issuer" in names and "co quan" not in folded:
        wanted = [aspect for aspect in wanted if aspect.name != "issuer"]
    return tuple(wanted)


def _statement(plan: Plan, aspect: Aspect, *, several: bool) -> DraftStatement | None:
    value = aspect.value(plan)
    proofs = _proofs(plan, aspect)
    if not value or not proofs:
        return None
    titled = "_titled" if aspect.name == "signer" and plan.signer_title else ""
    text = say(
        f"metadata.{aspect.name}{titled}",
        value=value,
        document=say("metadata.document", doc_type=plan.doc_type, province=plan.province),
        title=plan.signer_title,
    )
    return DraftStatement(text, proofs, lead=value, bullet=several)


def header_proofs(plan: Plan) -> tuple[Proof, ...]:
    """The lines of the text that state number, date and title."""
    named = [aspect for aspect in ASPECTS if aspect.name in ("number", "issued", "title")]
    return tuple(dict.fromkeys(found for aspect in named for found in _proofs(plan, aspect)))


def _proofs(plan: Plan, aspect: Aspect) -> tuple[Proof, ...]:
    """The first place of the text that states the field: the header before the body."""
    forms = [pattern for form in aspect.forms(plan) if (pattern := _loose(form))]
    outside = [chunk for chunk in plan.chunks if chunk.section_id is None]
    for chunk in (*outside, *plan.chunks):
        for pattern in forms:
            if match := pattern.search(chunk.text):
                span = Span(chunk.start + match.start(), chunk.start + match.end())
                return (proof(chunk, _line(plan, span)),)
    return ()


def _loose(form: str) -> re.Pattern[str] | None:
    words = form.split()
    return re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE) if words else None


def _line(plan: Plan, span: Span) -> Span:
    """`span` grown to whole lines of the text."""
    start = plan.text.rfind("\n", 0, span.start) + 1
    end = plan.text.find("\n", span.end)
    return Span(start, end if end >= 0 else len(plan.text))
