"""The documents that the plans cite, searched as records: "which plans cite 749/QĐ-TTg?"."""

from collections.abc import Iterable
from dataclasses import dataclass

from index.terms.analyzer import fold
from ingest.plan import LegalBasis, Plan


@dataclass(frozen=True, slots=True)
class Citing:
    """A plan and one document that it cites."""

    plan: Plan
    basis: LegalBasis


def find_citing(plans: Iterable[Plan], wanted: str) -> list[Citing]:
    """The citations whose number, kind and title hold all words of `wanted`, marks or not.

    A word with digits must be the number or its beginning ("749" is not in "1749/QĐ-TTg"). An
    empty `wanted` gives all citations. Plans in their order, citations in order of mention.
    """
    words = fold(wanted).lower().split()
    return [
        Citing(plan, basis)
        for plan in plans
        for basis in plan.legal_bases
        if all(_holds(basis, word) for word in words)
    ]


def _holds(basis: LegalBasis, word: str) -> bool:
    number = fold(basis.number).lower()
    if any(map(str.isdigit, word)):
        rest = number.removeprefix(word)
        return number.startswith(word) and not rest[:1].isdigit()
    return word in fold(f"{basis.doc_type} {basis.issuer} {basis.title}").lower().split() or (
        word in number
    )
