"""What one plan says to one aspect, as a cell: the value, the quotation, or that it says nothing.

The value is what is asked: the figure with its unit and object, the date, office, address or
document, else the clause that holds most of the aspect.
"""

import re
from collections.abc import Sequence

from app.comparing.aspects import Aspect
from app.comparing.passages import Cell
from app.draft import Draft, DraftCell, DraftStatement
from app.proving.confidence import JUDGED, confidence
from app.reading.counted import asked
from app.reading.figures import holds_amount
from app.reading.finding import Finding
from app.reading.material import Material, proof, quoted, reading, trimmed
from app.reading.sentences import Span, clauses
from app.words import wording
from prompts import text as say

MAX_QUOTE_CHARS = 260
MAX_VALUE_CHARS = 140
_MIN_CLAUSE = 0.25
"""Coverage of the aspect by a clause from which its number is of the aspect."""
_PLACES = re.compile(r"(?<!\w)(?:dia chi|trang web|website|duong dan|link)(?!\w)")


def held(material: Material, cell: Cell, aspect: Aspect) -> float:
    """The share of the aspect that the passage with its headings holds; -1 without a passage."""
    if cell.finding is None or cell.whole:
        return 1.0 if cell.whole else -1.0
    words = cell.finding.sentence.of(cell.finding.plan.text)
    return material.coverage(aspect.topic, " ".join((*cell.finding.chunk.headings, words)))


def lacks_figure(material: Material, cell: Cell, aspect: Aspect) -> bool:
    """Whether an amount is asked for and the passage has none of its kind that speaks of the aspect."""
    finding = cell.finding
    if finding is None or not cell.figures or finding.figure is not None:
        return finding is None
    text, wanted = finding.plan.text, asked(aspect.text)
    for part in clauses(finding.sentence.of(text), finding.sentence.start):
        said = part.of(text)
        told = holds_amount(finding.plan, part, wanted, material.coverage, said)
        if told and material.coverage(aspect.topic, said) >= _MIN_CLAUSE:
            return False
    return True


def told_beside(material: Material, cell: Cell, aspect: Aspect) -> float:
    """The share of the aspect that the clause of the cell's figure holds, 0 without a figure."""
    finding = cell.finding
    if finding is None or finding.figure is None:
        return 0.0
    at, text = finding.figure.quantity.start, finding.plan.text
    parts = clauses(finding.sentence.of(text), finding.sentence.start)
    own = next((part for part in parts if part.start <= at < part.end), finding.sentence)
    return material.coverage(aspect.topic, own.of(text))


def sureness(asked: Material, cell: Cell) -> float:
    """How probably (0..1) the cell's passage answers its plan's own question."""
    finding = cell.finding
    if finding is None:
        return 0.0
    piece = proof(finding.chunk, quoted_span(finding))
    statement = DraftStatement(finding.lead, (piece,), lead=finding.lead)
    return confidence(asked, Draft(JUDGED[0], (statement,))) or 0.0


def value_cell(material: Material, cell: Cell, aspect: Aspect) -> DraftCell:
    """The value with its proof; "Kế hoạch không nêu" when there is none."""
    finding = cell.finding
    if finding is None:
        return DraftCell(say("comparison.silent"))
    piece = quoted_span(finding)
    if lacks_figure(material, cell, aspect):
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
