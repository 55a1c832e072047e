"""Citations checked against the plans and against the item's evidence."""

from eval.case import Case, plan_key
from eval.measures.matching import collapse
from eval.predictions import CitedPassage


def is_verbatim(case: Case, citation: CitedPassage) -> bool:
    """True when the quote is `plan.text[start:end]`, character for character."""
    plan = case.plan(citation.plan)
    if plan is None or not 0 <= citation.start < citation.end <= len(plan.text):
        return False
    return plan.text[citation.start : citation.end] == citation.quote


def broken_quotes(case: Case) -> tuple[CitedPassage, ...]:
    """The citations that are not verbatim, in the answer's order."""
    return tuple(c for c in case.prediction.citations if not is_verbatim(case, c))


def _shows(citation: CitedPassage, doc: str, quote: str) -> bool:
    """True when the cited passage contains the evidence or is a part of it."""
    if plan_key(citation.plan) != plan_key(doc):
        return False
    cited, wanted = collapse(citation.quote), collapse(quote)
    return bool(cited) and (wanted in cited or cited in wanted)


def cited_evidence(case: Case) -> tuple[bool, ...]:
    """For each evidence quote of the item: does some citation show it."""
    return tuple(
        any(
            _shows(citation, evidence.doc, evidence.quote) for citation in case.prediction.citations
        )
        for evidence in case.item.evidence
    )
