"""What differs between cells that state times or names: which comes first, or that all say the same."""

from collections.abc import Sequence

from app.comparing.cells import quoted_span
from app.comparing.passages import Cell
from app.comparing.times import Moment, moment
from app.draft import DraftStatement
from app.reading.finding import Finding
from app.reading.material import proof
from app.words import wording
from prompts import text as say


def times_differ(cells: Sequence[Cell]) -> Sequence[DraftStatement]:
    """Which plan names the earlier time; of more than two their order. () unless all name one."""
    dated = [
        (when, cell.finding)
        for cell in cells
        if cell.finding is not None and (when := moment(cell.finding.lead))
    ]
    if len(dated) < 2 or len(dated) < len(cells):
        return ()
    dated.sort(key=lambda pair: pair[0])
    ranks: list[tuple[Moment, list[Finding]]] = []
    for when, finding in dated:
        if ranks and ranks[-1][0] == when:
            ranks[-1][1].append(finding)
        else:
            ranks.append((when, [finding]))
    proofs = tuple(proof(finding.chunk, quoted_span(finding)) for _, finding in dated)
    if len(ranks) == 1:
        named = ", ".join(finding.plan.province for finding in ranks[0][1])
        return (DraftStatement(say("comparison.same_time", provinces=named), proofs),)
    if len(dated) == len(ranks) == 2:
        return (_pair(ranks[0][1][0], ranks[1][1][0]),)
    shown = [_shown(findings) for _, findings in ranks]
    first, *middle, last = shown
    between = say("comparison.between", provinces="; ".join(middle)) if middle else ""
    text = say("comparison.earliest", earliest=first, between=between, latest=last)
    lead = ", ".join(finding.plan.province for finding in ranks[0][1])
    return (DraftStatement(text, proofs, lead=lead),)


def same_words(cells: Sequence[Cell]) -> Sequence[DraftStatement]:
    """That all plans name the same ("Sở Nội vụ"); () where one names another or none."""
    found = [cell.finding for cell in cells if cell.finding is not None]
    if len(found) < 2 or len(found) < len(cells) or any(finding.figure for finding in found):
        return ()
    said = {" ".join(wording.folded(finding.lead).split()) for finding in found}
    if len(said) != 1 or "" in said:
        return ()
    named = ", ".join(finding.plan.province for finding in found)
    proofs = tuple(proof(finding.chunk, quoted_span(finding)) for finding in found)
    text = say("comparison.same_words", provinces=named, value=found[0].lead)
    return (DraftStatement(text, proofs),)


def _pair(early: Finding, late: Finding) -> DraftStatement:
    text = say(
        "comparison.earlier",
        early=early.plan.province,
        late=late.plan.province,
        left=early.lead.strip(),
        right=late.lead.strip(),
    )
    proofs = tuple(proof(finding.chunk, quoted_span(finding)) for finding in (early, late))
    return DraftStatement(text, proofs, lead=early.plan.province)


def _shown(findings: Sequence[Finding]) -> str:
    """The provinces of one time, with it in the words of the first."""
    named = ", ".join(finding.plan.province for finding in findings)
    return say("comparison.ranked", provinces=named, value=findings[0].lead.strip())
