"""Citation recall and precision after ALCE, decided by containment instead of a model.

Gao, Yen, Yu and Chen 2023, "Enabling Large Language Models to Generate Text with Citations",
§3: a statement is supported when the passages it cites, taken together, entail it; a citation
is irrelevant when it does not support the statement alone and the others support it without it.
Entailment is decided by what must not be wrong: the statement's figures (after conversion of
units), document numbers and names stand in the cited text. A statement with none of these is
entailed when at least half of its syllables stand there.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from eval.case import Case
from eval.measures.claims import Claim, claims
from eval.measures.figures import cited_rows, unproved
from eval.measures.matching import collapse
from eval.measures.notation import read_figures
from eval.predictions import CitedPassage

# "12/QĐ-TTg", "34/2020/NĐ-CP", "56-NQ/TW".
_DOCUMENT_NUMBER = re.compile(r"(?<!\w)\d+(?:/\d{4})?[-/]\w*[A-ZĐ][\w-]*(?:/[A-ZĐ]\w*)?")
# Two or more capitalised syllables in a row ("Thanh Hóa", "Sở Tư"), or an acronym ("LGSP").
_WORD = re.compile(r"[^\W\d_]+")
_MIN_ACRONYM = 3
_MIN_SHARED_SYLLABLES = 0.5
# "Có nêu" says no more than that there is a passage.
_MIN_SYLLABLES = 3
# Nothing can be cited for what is not there.
_ABSENCE = re.compile(
    r"\b(?:không|chưa)\s+(?:nêu|có|thấy|đề cập|ghi|nói|quy định)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """How the claims of one answer are supported; claims of absence are not among them."""

    n_claims: int
    n_supported: int
    n_citations: int
    n_relevant: int


def names(text: str) -> tuple[str, ...]:
    """The names in a text, as written: runs of capitalised syllables, and acronyms."""
    found: list[str] = []
    run: list[str] = []
    end = -2
    for match in _WORD.finditer(text):
        word = match.group()
        joined = match.start() == end + 1 and text[end] == " "
        if not word[0].isupper() or not joined:
            found += _name(run)
            run = []
        if word[0].isupper():
            run.append(word)
        end = match.end()
    return tuple(found + _name(run))


def _name(run: list[str]) -> list[str]:
    if len(run) > 1:
        return [" ".join(run)]
    return [word for word in run if word.isupper() and len(word) >= _MIN_ACRONYM]


def document_numbers(text: str) -> tuple[str, ...]:
    """The numbers of documents in a text, as written."""
    return tuple(_DOCUMENT_NUMBER.findall(text))


@lru_cache(maxsize=20_000)
def _form(text: str) -> str:
    return collapse(text).casefold()


def _cited_text(case: Case, citation: CitedPassage) -> str:
    """What a reader of the citation sees: document, headings, quote, and the table of a row."""
    parts = [citation.plan, citation.section, citation.quote]
    plan = case.plan(citation.plan)
    if plan is not None:
        parts += [plan.doc_type, plan.province, plan.issuer, plan.title, plan.signer]
        parts += [plan.reading(citation.start, citation.end), plan.signer_title]
        for table, _ in cited_rows(plan, citation):
            parts += [table.caption, *table.columns]
        for chunk in plan.chunks:
            if chunk.start < citation.end and citation.start < chunk.end:
                parts += chunk.headings
    return _form(" ".join(parts))


def supports(case: Case, claim: Claim) -> bool:
    """Whether the claim's citations, taken together, entail it; False without a citation."""
    if not claim.citations or unproved(case, claim):
        return False
    cited = " ".join(_cited_text(case, citation) for citation in claim.citations)
    wanted = [*document_numbers(claim.text), *names(claim.text)]
    if wanted or read_figures(claim.text):
        return all(_form(one) in cited for one in wanted)
    syllables = _WORD.findall(_form(claim.text))
    if len(syllables) < _MIN_SYLLABLES:
        return True
    held = set(_WORD.findall(cited))
    shared = sum(syllable in held for syllable in syllables)
    return shared >= _MIN_SHARED_SYLLABLES * len(syllables)


def _is_irrelevant(case: Case, claim: Claim, citation: CitedPassage) -> bool:
    alone = replace(claim, citations=(citation,))
    others = replace(claim, citations=tuple(c for c in claim.citations if c is not citation))
    return not supports(case, alone) and supports(case, others)


def attribution(case: Case) -> Attribution:
    """The counts of the answer's claims and of its citations, claim by claim."""
    judged = [
        claim
        for claim in claims(case.prediction)
        if claim.citations or not _ABSENCE.search(claim.text)
    ]
    supported = [claim for claim in judged if supports(case, claim)]
    relevant = sum(
        not _is_irrelevant(case, claim, citation)
        for claim in supported
        for citation in claim.citations
    )
    return Attribution(
        n_claims=len(judged),
        n_supported=len(supported),
        n_citations=sum(len(claim.citations) for claim in judged),
        n_relevant=relevant,
    )
