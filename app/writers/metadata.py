"""Answers about plans as documents: signer, office, date, number, issuer, title, period, make-up.

One plan is told in sentences, several named provinces in a table with what differs, and plans
chosen by what they are ("bản nào do Phó Chủ tịch ký") in one line each.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from app.citing import short_document
from app.draft import Derived, Draft, DraftCell, DraftStatement, DraftTable, Operation, Proof
from app.reading.material import Material, proof, reading
from app.reading.sentences import Span
from app.understanding import document_choice
from app.understanding.document_choice import Choice, Order
from app.understanding.document_questions import asked_attributes
from app.words import wording
from app.writers.document_fields import FIELDS, office, parts_of, proofs, stands_for
from ingest.plan import Plan
from prompts import text as say

WRITER = "metadata"
MAX_PLANS = 40
_DAYS_A_MONTH = 30.44
_LAST_NUMERAL = 12
_DEFAULT = ("number", "issued", "title")


def write(material: Material) -> Draft:
    """The asked attributes of each plan that is meant, each proved by the line that states it."""
    question = material.question
    chosen = document_choice.choose(question.standalone, material.plans)
    wanted = _wanted(asked_attributes(question.standalone, material.plans), chosen)
    if not chosen.plans:
        return Draft(WRITER)
    if len(material.plans) == 1 and not question.missing:
        return Draft(WRITER, tuple(s for name in wanted for s in _sentences(chosen.plans[0], name)))
    statements = [*_interval(chosen), *_ordered(chosen)]
    if len(question.provinces) > 1 and not chosen.by:
        told = statements or [*_differences(material.plans, wanted)]
        return Draft(WRITER, tuple(told), _table(material, wanted))
    if not statements:
        statements += [line for plan in chosen.plans[:MAX_PLANS] if (line := _line(plan, wanted))]
    statements += [line for plan in chosen.also if (line := _line(plan, wanted))]
    return Draft(WRITER, tuple(statements))


def _wanted(asked: Sequence[str], chosen: Choice) -> tuple[str, ...]:
    """The attributes to tell: those asked for, and those by which plans were chosen."""
    names = [name for name in asked if name not in ("document", "province")]
    by = ["signer" if name == "office" else name for name in chosen.by]
    if chosen.order is not Order.NONE or chosen.interval:
        by.append("issued")
    told = tuple(dict.fromkeys((*names, *by)))
    if told:
        return told
    return ("province",) if asked == ("province",) else _DEFAULT


def _sentences(plan: Plan, name: str) -> Sequence[DraftStatement]:
    """One plan's attribute as sentences, () when the text does not state it."""
    if name == "structure":
        return _structure(plan)
    value, evidence = FIELDS[name].value(plan), proofs(plan, name)
    document = short_document(plan)
    if name == "office" and not value and plan.signer:
        text = say("metadata.no_office", document=document, signer=plan.signer)
        return (DraftStatement(text, proofs(plan, "signer")),)
    if not value or not evidence:
        return ()
    key = name
    if name in ("signer", "office") and plan.signer_title:
        key = "signer_for" if stands_for(plan) else "signer_titled"
    lead = plan.signer if name == "signer" else value
    text = say(
        f"metadata.{key}",
        value=value,
        document=document,
        signer=plan.signer,
        title=office(plan),
    )
    return (DraftStatement(text, evidence, lead=lead),)


def _structure(plan: Plan) -> Sequence[DraftStatement]:
    """How many parts the text has, and their headings."""
    parts = parts_of(plan)
    if not parts:
        return ()
    evidence = tuple(proof(chunk) for _, chunk in parts)
    named = all(
        wording.folded(section.label).startswith(("phan", "phu luc")) for section, _ in parts
    )
    text = say(
        "metadata.structure" if named else "metadata.structure_items",
        document=short_document(plan),
        n=len(parts),
    )
    derived = (Derived(Decimal(len(parts)), Operation.COUNT),)
    lead = text.partition(" gồm ")[2].rstrip(":")
    told = [DraftStatement(text, evidence, lead=lead, derived=derived)]
    for _, chunk in parts:
        heading = reading(plan, Span(chunk.start, chunk.end))
        told.append(DraftStatement(heading, (proof(chunk),), bullet=True))
    return told


def _phrase(plan: Plan, name: str) -> tuple[str, tuple[Proof, ...]]:
    """An attribute as a part of a line, and its proofs; ("", ()) when it is not stated."""
    if name not in FIELDS:
        return "", ()
    value, evidence = FIELDS[name].value(plan), proofs(plan, name)
    if not value or not evidence:
        return "", ()
    if name == "signer" and plan.signer_title:
        value = f"{value} ({office(plan)})"
    return say(f"metadata.{name}_part", value=value), evidence


def _line(plan: Plan, wanted: Sequence[str]) -> DraftStatement | None:
    """One plan on one line: the document, then its attributes."""
    told = [_phrase(plan, name) for name in wanted]
    parts = "; ".join(text for text, _ in told if text)
    if not parts:
        return None
    document = short_document(plan)
    evidence = tuple(dict.fromkeys(proof for _, found in told for proof in found))
    text = say("metadata.line", document=document, parts=parts)
    return DraftStatement(text, evidence, lead=document, bullet=True)


def _ordered(chosen: Choice) -> Sequence[DraftStatement]:
    """The plan issued last (or first), then the others in that order, each with its date line."""
    if chosen.order is Order.NONE and not chosen.interval:
        return ()
    told: list[DraftStatement] = []
    for place, plan in enumerate(chosen.plans[:MAX_PLANS]):
        key = chosen.order.value if place == 0 and chosen.order is not Order.NONE else "dated"
        value = plan.issued.strftime("%d/%m/%Y")
        text = say(f"metadata.{key}", document=short_document(plan), value=value)
        lead = short_document(plan) if place == 0 else ""
        told.append(DraftStatement(text, proofs(plan, "issued"), lead=lead, bullet=place > 0))
    return told


def _table(material: Material, wanted: Sequence[str]) -> DraftTable:
    """A row a plan in the order of the question, a column an attribute."""
    names = [name for name in wanted if name in FIELDS]
    rows = [(plan.province, tuple(_cell(plan, name) for name in names)) for plan in material.plans]
    absent = DraftCell(say("comparison.no_plan"))
    rows += [(province, (absent,) * len(names)) for province in material.question.missing]
    return DraftTable(tuple(say(f"metadata.{name}_column") for name in names), tuple(rows))


def _cell(plan: Plan, name: str) -> DraftCell:
    value, evidence = FIELDS[name].value(plan), proofs(plan, name)
    if not value or not evidence:
        return DraftCell(say("metadata.not_stated"))
    if name == "signer" and plan.signer_title:
        value = f"{value} ({office(plan)})"
    return DraftCell(value, evidence)


def _differences(plans: Sequence[Plan], wanted: Sequence[str]) -> Iterator[DraftStatement]:
    """What differs between the plans in the asked attributes that can be ordered."""
    if len(plans) < 2:
        return
    if "issued" in wanted:
        first, *others = sorted(plans, key=lambda plan: plan.issued)
        later = ", ".join(plan.province for plan in others)
        evidence = tuple(proof for plan in (first, *others) for proof in proofs(plan, "issued"))
        yield DraftStatement(
            say("metadata.earlier", first=short_document(first), others=later), evidence
        )
    if "period" in wanted:
        same = len({plan.period for plan in plans}) == 1
        yield DraftStatement(say("metadata.same_period" if same else "metadata.other_period"))


def _interval(chosen: Choice) -> Sequence[DraftStatement]:
    """How long the first and the last of the plans lie apart, in words: no passage holds it."""
    if not chosen.interval or len(chosen.plans) < 2:
        return ()
    by_date = sorted(chosen.plans, key=lambda plan: plan.issued)
    first, last = by_date[0], by_date[-1]
    months = round((last.issued - first.issued).days / _DAYS_A_MONTH)
    years, rest = divmod(months, 12)
    spans = [
        say(f"metadata.{unit}", n=say(f"metadata.number_{count}"))
        for unit, count in (("n_years", years), ("n_months", rest))
        if 0 < count <= _LAST_NUMERAL
    ]
    text = say(
        "metadata.interval",
        first=short_document(first),
        last=short_document(last),
        span=" ".join(spans) or say("metadata.within_a_month"),
    )
    return (DraftStatement(text, (*proofs(first, "issued"), *proofs(last, "issued"))),)
