"""Checks of a QA set beyond its format: is every item fair to judge against these plans."""

from collections.abc import Iterator, Mapping, Sequence

from eval.case import plan_key
from eval.measures.matching import collapse, forbidden_said, missing_groups
from eval.questions.dataset import QAItem, QASet
from eval.questions.twins import Twin
from ingest.places.provinces import all_provinces
from ingest.plan import Plan
from prompts import text

FOLLOWUP = "followup"


def objections(item: QAItem, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield what is wrong with an item; `texts` are collapsed plan texts by `plan_key`."""
    if item.answerable and not item.must:
        yield text("eval.nothing_to_match", id=item.id)
    if item.answerable and not item.evidence:
        yield text("eval.evidence_missing", id=item.id)
    if not item.answerable and (item.must or item.evidence):
        yield text("eval.unanswerable_expects", id=item.id)
    if (item.category == FOLLOWUP) != (len(item.turns) > 1):
        yield text("eval.turns_and_category", id=item.id, category=FOLLOWUP)
    yield from _unknown_provinces(item)
    yield from _evidence_objections(item, texts)
    yield from _wording_objections(item, texts)


def _unknown_provinces(item: QAItem) -> Iterator[str]:
    known = {province.name for province in all_provinces()}
    for name in item.province:
        if name not in known:
            yield text("eval.province_unknown", id=item.id, province=name)


def _evidence_objections(item: QAItem, texts: Mapping[str, str]) -> Iterator[str]:
    for evidence in item.evidence:
        plan_text = texts.get(plan_key(evidence.doc))
        if plan_text is None:
            numbers = evidence.doc
            yield f"{item.id}: {text('eval.item_plan_missing', numbers=numbers)}"
        elif collapse(evidence.quote) not in plan_text:
            quote = evidence.quote
            yield text("eval.quote_not_verbatim", id=item.id, number=evidence.doc, quote=quote)


def _wording_objections(item: QAItem, texts: Mapping[str, str]) -> Iterator[str]:
    """What is asked for stands in the evidence, is not in the question, and is not forbidden."""
    quotes = "\n".join(evidence.quote for evidence in item.evidence)
    named = "\n".join(texts.get(plan_key(evidence.doc), "") for evidence in item.evidence)
    ungrounded = missing_groups(f"{quotes}\n{named}", item.must)
    if item.evidence and ungrounded and not item.note:
        said = "; ".join(" / ".join(group) for group in ungrounded)
        yield text("eval.must_ungrounded", id=item.id, groups=said)
    if item.must and not missing_groups(item.turns[-1], item.must):
        yield text("eval.echo_passes", id=item.id)
    wanted = [quotes, *(option for group in item.must for option in group)]
    barred = dict.fromkeys(one for said in wanted for one in forbidden_said(said, item.must_not))
    for expression in barred:
        yield text("eval.forbidden_wanted", id=item.id, expression=expression)


def check_sets(sets: Sequence[QASet], plans: Sequence[Plan]) -> tuple[str, ...]:
    """Every objection to every item, in order; empty when the sets are fair to judge."""
    texts = {plan_key(plan.number): collapse(plan.text) for plan in plans}
    items = (item for qa_set in sets for item in qa_set.items)
    return tuple(objection for item in items for objection in objections(item, texts))


def check_twins(twins: Sequence[Twin]) -> tuple[str, ...]:
    """An objection for every twin whose own words would pass."""
    return tuple(
        text("eval.echo_passes", id=twin.item.id)
        for twin in twins
        if twin.item.must and not missing_groups(twin.item.turns[-1], twin.item.must)
    )
