"""Checks of a QA set beyond its format: is every item fair to judge against these plans."""

from collections.abc import Iterator, Mapping, Sequence

from eval.case import plan_key
from eval.dataset import QAItem, QASet
from eval.matching import collapse
from ingest.plan import Plan
from prompts import text


def objections(item: QAItem, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield what is wrong with an item; `texts` are collapsed plan texts by `plan_key`."""
    if item.answerable and not item.must:
        yield text("eval.nothing_to_match", id=item.id)
    if item.answerable and not item.evidence:
        yield text("eval.evidence_missing", id=item.id)
    for evidence in item.evidence:
        plan_text = texts.get(plan_key(evidence.doc))
        if plan_text is None:
            numbers = evidence.doc
            yield f"{item.id}: {text('eval.item_plan_missing', numbers=numbers)}"
        elif collapse(evidence.quote) not in plan_text:
            quote = evidence.quote
            yield text("eval.quote_not_verbatim", id=item.id, number=evidence.doc, quote=quote)


def check_sets(sets: Sequence[QASet], plans: Sequence[Plan]) -> tuple[str, ...]:
    """Every objection to every item, in order; empty when the sets are fair to judge."""
    texts = {plan_key(plan.number): collapse(plan.text) for plan in plans}
    items = (item for qa_set in sets for item in qa_set.items)
    return tuple(objection for item in items for objection in objections(item, texts))
