"""What one plan says to one aspect: a passage, the value in it, or that it says nothing.

The value is what is asked: the figure with its unit and object, the date, office, address or
document, else the clause that holds most of the aspect.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app import wording
from app.comparing.aspects import Aspect
from app.draft import DraftCell
from app.evidence import years_fit
from app.finding import Finding, find
from app.grounds import numbers
from app.kinds import Kind
from app.sentences import Span, clauses
from app.writers.lists import named_section
from app.writers.material import Material, proof, quoted, reading, trimmed
from ingest.plan import Plan
from prompts import text as say

MAX_QUOTE_CHARS = 260
MAX_VALUE_CHARS = 140
SECTION_SCORE = 2.0
"""The score of a passage under the very heading that is asked for."""
_COMPARES_AMOUNTS = wording.any_of(
    r"(?:nhieu|it|cao|thap|lon|nho|nhanh|cham|ngan|dai)(?: \w+){0,3}? (?:hon|nhat)", r"chenh(?: lech| nhau)?", r"gap (?:may|bao nhieu)",
    r"tu (?:nhieu|cao|lon|it|thap|nho|be) (?:xuong|den|toi|len)", r"dan truoc", r"con so", r"thong ke", r"hon kem",
)  # fmt: skip
_PLACES = re.compile(r"(?<!\w)(?:dia chi|trang web|website|duong dan|link)(?!\w)")


@dataclass(frozen=True, slots=True)
class Cell:
    """What one plan says to one aspect; `finding` is None when it says nothing."""

    finding: Finding | None
    figures: bool
    lacks: str = ""

    @property
    def has_figure(self) -> bool:
        """Whether the cell's value is a figure."""
        return self.finding is not None and self.finding.figure is not None


def wants_figures(question: str, aspect: Aspect) -> bool:
    """Whether the aspect's value is an amount."""
    folded = wording.folded(aspect.text)
    if wording.asks_how_many(folded) or wording.MONEY.search(folded):
        return True
    return bool(_COMPARES_AMOUNTS.search(wording.folded(question)))


def asked_of(material: Material, plan: Plan, aspect: Aspect) -> Material:
    """The material for one plan and one aspect: what is searched is the aspect alone."""
    question = material.question
    kind = Kind.FIGURE if wants_figures(question.standalone, aspect) else Kind.FACT
    asked = replace(question, standalone=aspect.text, topic=aspect.topic, kind=kind, focus="")
    if any(years_fit(asked, held, "") for held in material.plans):
        # The years are meant for one of the plans compared.
        asked = replace(asked, years=())
    hits = material.hits
    if material.search is not None and aspect.topic != question.topic:
        hits = {**hits, **material.search(aspect.topic, [plan.plan_id])}
    return replace(material, question=asked, plans=(plan,), hits=hits)


def found_in(material: Material, plan: Plan, aspect: Aspect) -> Cell:
    """The best passage of `plan` for `aspect`, its figure when one is wanted."""
    figures = wants_figures(material.question.standalone, aspect)
    asked = asked_of(material, plan, aspect)
    if figures and (finding := find(asked, plan, figure=True)):
        return Cell(finding, figures)
    return Cell(_plain(asked, plan), figures)


def _plain(asked: Material, plan: Plan) -> Finding | None:
    """The best passage without regard to figures, or the section that the aspect names."""
    plain = find(asked, plan, figure=False)
    section = named_section(asked, plan)
    if section is None:
        return plain
    inside = {item.chunk.chunk_id for item in section[1].items}
    if plain is not None and plain.chunk.chunk_id in inside:
        return plain
    item = section[1].items[0]
    score = max(plain.score if plain else 0.0, SECTION_SCORE)
    return Finding(plan, item.chunk, item.span, item.span, "", None, score, score)


def held(material: Material, cell: Cell, aspect: Aspect) -> float:
    """The share of the aspect that the passage with its heading holds; -1 without a passage."""
    if cell.finding is None:
        return -1.0
    chunk = cell.finding.chunk
    heading = chunk.headings[-1] if chunk.headings else ""
    words = cell.finding.sentence.of(cell.finding.plan.text)
    return material.coverage(aspect.topic, f"{heading} {words}")


def value_cell(material: Material, cell: Cell, aspect: Aspect) -> DraftCell:
    """The value with its proof; "Kế hoạch không nêu" when there is none."""
    finding = cell.finding
    if finding is None:
        return DraftCell(say("comparison.silent"))
    piece = quoted_span(finding)
    if cell.figures and finding.figure is None and not numbers(piece.of(finding.plan.text)):
        return DraftCell(say("comparison.no_figure"))
    if _PLACES.search(wording.folded(aspect.text)) and not finding.lead:
        return DraftCell(say("comparison.no_address"))
    text = finding.lead or reading(finding.plan, _clause(material, finding, piece, aspect))
    return DraftCell(text.strip(" ,;"), (proof(finding.chunk, piece),))


def quote_cell(cell: Cell) -> DraftCell:
    """The passage in its own words; "Kế hoạch không nêu" when there is none."""
    finding = cell.finding
    if finding is None:
        return DraftCell(say("comparison.silent"))
    piece = quoted_span(finding)
    return DraftCell(quoted(finding.plan, piece, finding.sentence), (proof(finding.chunk, piece),))


def quoted_span(finding: Finding) -> Span:
    """What a cell quotes of the passage."""
    return trimmed(finding.plan, finding.sentence, finding.focus, MAX_QUOTE_CHARS)


def _clause(material: Material, finding: Finding, piece: Span, aspect: Aspect) -> Span:
    """The clauses of `piece` that hold most of the aspect, as many as a value may be long."""
    text = finding.plan.text
    if piece.end - piece.start <= MAX_VALUE_CHARS:
        return piece
    parts: Sequence[Span] = clauses(piece.of(text), piece.start) or [piece]
    best = max(
        parts, key=lambda part: (material.coverage(aspect.topic, part.of(text)), -part.start)
    )
    return trimmed(finding.plan, piece, best, MAX_VALUE_CHARS)
