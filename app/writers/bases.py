"""Lists of the documents a plan rests on or cites: "những nghị định nào", "mấy quyết định"."""

import re
from collections.abc import Iterator

from app import wording
from app.draft import Draft, DraftStatement
from app.sentences import Span, sentences
from app.writers.material import Material, proof, reading, trimmed
from ingest.plan import Chunk, ChunkKind, Plan
from prompts import text as say

WRITER = "bases"
MAX_ITEMS = 20
MAX_ITEM_CHARS = 260
_TYPES = (
    "nghị định", "quyết định", "chỉ thị", "nghị quyết", "thông tư", "công văn", "luật", "kế hoạch", "văn bản", "căn cứ",
)  # fmt: skip
_ASKED = re.compile(
    r"(?<!\w)(?:nhung|cac|may|bao nhieu|liet ke|danh sach) (?:cac |nhung |van ban la )?"
    r"(nghi dinh|quyet dinh|chi thi|nghi quyet|thong tu|cong van|luat|van ban|can cu)(?!\w)"
)
_RESTS = re.compile(
    r"(?<!\w)(?:can cu|co so phap ly|dua (?:vao|tren)|lam co so|vien dan|dan|bam theo)(?!\w)"
)
_LEGAL_HEADING = re.compile(r"can cu|phap ly|phap luat")
_CITED = re.compile(
    rf"^[-–+•\s]*(?:Căn cứ\s+)?(?P<type>[{wording.UPPER}][{wording.LOWER}]+(?: [{wording.LOWER}]+)?)"
)
_ISSUERS = {
    "thu tuong": "thu tuong",
    "chinh phu": "chinh phu",
    "bo chinh tri": "bo chinh tri",
    "ubnd tinh": "ubnd tinh",
}


def write(material: Material) -> Draft:
    """The cited documents of the asked type in the legal-bases sections of each plan."""
    folded = wording.folded(material.question.standalone)
    asked = _ASKED.search(folded)
    if asked is None or not (_RESTS.search(folded) or asked.group(1) != "van ban"):
        return Draft(WRITER)
    statements: list[DraftStatement] = []
    for plan in material.plans:
        found = [c for c in _bases(plan) if _fits(c, asked.group(1), folded, material)]
        if found and (_RESTS.search(folded) or len(found) > 1):
            statements.extend(_told(plan, found))
    return Draft(WRITER, tuple(statements))


def _bases(plan: Plan) -> Iterator[Chunk]:
    """The items of the sections whose heading speaks of legal bases."""
    for chunk in plan.chunks:
        legal = any(_LEGAL_HEADING.search(wording.folded(h)) for h in chunk.headings)
        if legal and chunk.kind in (ChunkKind.BULLET, ChunkKind.PARAGRAPH):
            yield chunk


def _fits(chunk: Chunk, asked: str, folded: str, material: Material) -> bool:
    """Whether a base is of the asked type, issuer and year."""
    match = _CITED.match(chunk.text)
    if match is None or wording.folded(match["type"]).split()[0] not in _first_words(asked):
        return False
    text = wording.folded(chunk.text)
    issuers = [
        name for name in _ISSUERS if re.search(rf"cua {name}|{name} (?:ban hanh|phe duyet)", folded)
    ]
    dated = re.search(r"(?<!\w)ngay\s*\d{1,2}/\d{1,2}/(20\d\d)", text)
    years = {str(year) for year in material.question.years}
    outside = years - {
        str(y) for plan in material.plans for y in range(plan.period[0], plan.period[1] + 1)
    }
    if outside and (dated is None or dated.group(1) not in outside):
        return False
    return all(f"cua {name}" in text for name in issuers)


def _first_words(asked: str) -> set[str]:
    """The first syllables that a base of the asked type may begin with."""
    if asked in ("van ban", "can cu"):
        return {wording.folded(name).split()[0] for name in _TYPES}
    return {asked.split()[0]}


def _told(plan: Plan, found: list[Chunk]) -> Iterator[DraftStatement]:
    yield DraftStatement(say("bases.title", province=plan.province), lead=plan.province)
    for chunk in found[:MAX_ITEMS]:
        first = sentences(chunk.text, chunk.start)[0]
        piece = trimmed(plan, first, Span(first.start, first.start + 1), MAX_ITEM_CHARS)
        text = reading(plan, piece).rstrip(";.,") + (" …" if piece.end < first.end else "")
        yield DraftStatement(text, (proof(chunk, piece),), bullet=True)
    if len(found) > MAX_ITEMS:
        yield DraftStatement(say("lists.more", province=plan.province))
