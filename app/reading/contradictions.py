"""What a reader is told where the cited passage contradicts itself or another place of its plan."""

import re
from collections.abc import Iterator

from app.citing import section_line
from ingest.checks.contradictions import StatedSum, broken_sums, malformed_numbers
from ingest.checks.dates import DatedMention, dated_mentions, otherwise_dated
from ingest.checks.numbering import NumberingFault
from ingest.plan import NoteMark, Plan
from ingest.quantities import format_number, parse_quantities
from ingest.tables.totals import examine_totals
from prompts import text as say

# "42,895 (Bốn mươi hai tỷ, …)": a figure without unit, followed by its words.
_IN_WORDS = re.compile(
    r"(?<![\w.,/])(?P<raw>\d[\d.,]*\d)\s*\((?:bằng chữ:?\s*)?"
    r"(?P<words>(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s[^()\d]{6,150}?)[.;]?\)",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"(?<!\w)(?:tỷ|tỉ|triệu|nghìn|ngàn|đồng)(?!\w)", re.IGNORECASE)
_YEARED = re.compile(r"/((?:19|20)\d\d)/")
_NOTE_REACH = 40


def contradictions(plan: Plan, start: int, end: int) -> list[tuple[int, str]]:
    """(offset of the figure concerned, what a reader must be told) within `[start, end)`."""
    return [
        *(
            (found.whole.start, unequal(found))
            for found in broken_sums(plan.text, plan.notes, start, end)
        ),
        *(
            (at, say("notices.malformed", raw=raw))
            for at, raw in malformed_numbers(plan.text, start, end)
        ),
        *_without_unit(plan, start, end),
        *_dates(plan, start, end),
        *_notes(plan, start, end),
    ]


def unequal(found: StatedSum) -> str:
    """That the parts of a whole do not make it."""
    return say(
        "notices.unequal_parts",
        whole=" ".join(found.whole.raw.split()),
        parts=" + ".join(format_number(part.value) for part in found.parts),
        total=format_number(found.total),
    )


def numbering(fault: NumberingFault) -> str:
    """That two headings carry one number, or that numbers between them are missing."""
    key = "notices.number_twice" if fault.repeats else "notices.number_skipped"
    before, after = (_headline(node.label, node.heading) for node in (fault.before, fault.after))
    return say(key, before=before, after=after)


def _headline(label: str, heading: str) -> str:
    heading = " ".join(heading.split())
    return heading if not label or heading.startswith(label) else f"{label}. {heading}".strip(". ")


def totals(plan: Plan, table_id: int, row_index: int) -> Iterator[str]:
    """Where the total in a row is not the sum of the rows that it sums up."""
    table = plan.tables[table_id]
    if table.rows[row_index].kind.value != "total":
        return
    for mismatch in examine_totals(table).mismatches:
        if mismatch.row == row_index:
            yield say(
                "notices.total",
                column=" ".join(table.columns[mismatch.column].split()),
                stated=format_number(mismatch.stated),
                computed=format_number(mismatch.computed),
            )


def _without_unit(plan: Plan, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Amounts whose unit stands only in the words behind them."""
    for match in _IN_WORDS.finditer(plan.text, start, end):
        if _AMOUNT.search(match["words"]):
            text = say("notices.no_unit", raw=match["raw"], words=" ".join(match["words"].split()))
            yield match.start(), text


def _dates(plan: Plan, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Documents whose date the plan gives differently elsewhere, or against their own number."""
    for mention in dated_mentions(plan.text, start, end):
        own_year = _YEARED.search(mention.number)
        if own_year is not None and int(own_year.group(1)) != mention.year:
            text = say("notices.year_of_number", number=mention.number, date=_date(mention))
            yield mention.start, text
        for other in otherwise_dated(plan.text, mention):
            yield (
                mention.start,
                say(
                    "notices.dates_differ",
                    number=mention.number,
                    date=_date(mention),
                    other=_date(other),
                    place=_place(plan, other.start),
                ),
            )


def _date(mention: DatedMention) -> str:
    return f"{mention.day}/{mention.month}/{mention.year}"


def _place(plan: Plan, at: int) -> str:
    chunk = next((c for c in plan.chunks if c.start <= at < c.end), None)
    return section_line(plan, chunk) if chunk is not None else say("citation.header")


def _notes(plan: Plan, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Figures with a footnote whose parts are more than the figure."""
    for mark in plan.notes:
        if start <= mark.start < end and mark.note and (found := _broken_down(plan, mark, end)):
            yield mark.start, unequal(found)


def _broken_down(plan: Plan, mark: NoteMark, end: int) -> StatedSum | None:
    """The figure right behind a mark with the parts that its footnote names, if they cannot make it."""
    reach = min(end, mark.end + _NOTE_REACH)
    near = parse_quantities(plan.text[mark.end : reach], (), mark.end)
    if not near or not mark.note:
        return None
    whole = near[0]
    parts = [q for q in parse_quantities(mark.note) if q.unit.casefold() == whole.unit.casefold()]
    found = StatedSum(whole, tuple(parts))
    return found if len(parts) >= 2 and whole.unit not in ("", "%") and found.contradicts else None
