"""What the lines around a document's body are: its number, date, issuer, title, signer, recipients.

"Lưu: VT" or a bare name says nothing to a search; the word for it ("nơi nhận", "người ký") stands
nowhere in the document. letterhead.tsv holds the words by which such lines are asked for.
"""

import re
from collections.abc import Iterator
from functools import cache

from index.terms.analyzer import fold
from index.terms.word_files import rows_of
from ingest.places.provinces import find_provinces
from ingest.plan import Chunk, Plan

_MAX_LINE_CHARS = 120
"""A line of a letterhead is short; a paragraph that cites the number or the date is not one."""
_DATED = re.compile(r"ngay\s*(\d{1,2})\s*thang\s*(\d{1,2})\s*nam\s*(\d{4})")
_RECIPIENTS = re.compile(r"noi nhan\b")


@cache
def _words() -> dict[str, str]:
    return {part: "; ".join(words) for part, *words in rows_of("letterhead.tsv")}


def said_of(plan: Plan, chunk: Chunk) -> str:
    """The words by which the chunk is asked for, "" for a chunk of the body."""
    if chunk.section_id is not None or chunk.table_id is not None:
        return ""
    return "; ".join(_words()[part] for part in _parts(plan, chunk.text))


def _parts(plan: Plan, text: str) -> Iterator[str]:
    line = " ".join(fold(text).casefold().split())
    if _RECIPIENTS.match(line):
        yield "recipients"
    if plan.title and line == " ".join(fold(plan.title).casefold().split()):
        yield "title"
    if len(line) > _MAX_LINE_CHARS:
        return
    if plan.number and plan.number.casefold() in "".join(text.casefold().split()):
        yield "number"
    dated = _DATED.search(line)
    if dated and tuple(map(int, dated.groups())) == _day(plan):
        yield "issued"
    if plan.signer and plan.signer in " ".join(text.split()):
        yield "signer"
    if text.isupper() and _names_issuer(plan, line):
        yield "issuer"


def _day(plan: Plan) -> tuple[int, int, int]:
    return plan.issued.day, plan.issued.month, plan.issued.year


def _names_issuer(plan: Plan, line: str) -> bool:
    """Whether the line is the issuing committee or its province, as letterheads part them."""
    province = any(mention.name == plan.province for mention, _, _ in find_provinces(line))
    return line.startswith("uy ban nhan dan") or (
        province and line.startswith(("tinh", "thanh pho"))
    )
