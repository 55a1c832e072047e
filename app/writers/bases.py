"""Lists of the documents a plan rests on or cites, and the document that deals with a subject."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from app.citing import short_document
from app.draft import Derived, Draft, DraftStatement, Operation
from app.reading.document_records import Record, asked_types, by_subject, records, shown
from app.reading.material import Material, proof, quoted, reading, trimmed
from app.reading.sentences import Span, sentences
from app.words import wording
from ingest.plan import Chunk, Plan
from prompts import text as say

WRITER = "bases"
MAX_ITEMS = 20
MAX_ITEM_CHARS = 260
MAX_NAMED = 3
_SURE = 0.85
"""Fit of a document's title to the subject from which it is the one asked for."""
_KIND = r"(?:nghi dinh|quyet dinh|chi thi|nghi quyet|thong tu|cong van|(?:dao |bo )?luat|van ban(?: phap ly| phap luat| quy pham(?: phap luat)?)?|can cu(?: phap ly)?)"
_ASKED = wording.any_of(
    rf"(?:nhung|cac|may|bao nhieu|liet ke|danh sach|ke ten|ke|neu) (?:cac |nhung |van ban la |toan bo |ten )*({_KIND})",
    rf"({_KIND}) nao",
)
# What the whole plan rests on or puts into effect, asked without naming a kind of document.
_ASKED_OPENLY = wording.any_of(
    r"(?:can cu|dua)(?: phap ly)?(?: vao| tren)? (?:dau|gi|nhung gi|cai gi|co so nao)",
    r"(?:can cu|co so|nen tang) phap ly(?: cua [\w ]+)?(?: la)?(?: gi| nhung gi| dau)?(?=[ ?.!]*$)",
    r"(?:tren|theo) co so (?:nao|gi)",
)
_PLAN_KIND = r"(?:ke hoach|chuong trinh|de an|chien luoc|ket luan|nghi quyet|chi thi|quyet dinh)"
# "để thực hiện kế hoạch dài hạn nào của tỉnh": the document that this one puts into effect.
_IMPLEMENTS = wording.any_of(
    rf"(?:ke hoach|van ban)(?: [\w/.-]+){{0,8}}? (?:thuc hien|trien khai|cu the hoa|thi hanh) (?:nhung |cac )?"
    rf"({_PLAN_KIND})(?: \w+){{0,3}} nao"
)
_RESTS = wording.any_of(
    r"can cu", r"co so phap ly", r"dua (?:vao|tren)", r"(?:lam|lay lam) co so", r"vien dan", r"trich dan", r"dan", r"bam theo", r"bam vao", r"nen tang phap ly",
)  # fmt: skip
_SPEAKS_OF_DOCUMENTS = wording.any_of(_KIND, r"qd", r"ke hoach", r"so hieu", r"ky hieu")
_LEGAL_HEADING = re.compile(r"can cu|phap ly|phap luat")
_OPENING = re.compile(r"(?:can cu|thuc hien|theo de nghi|trien khai)(?!\w)")
_ISSUERS = {
    "thu tuong": "thu tuong",
    "chinh phu": "chinh phu",
    "bo chinh tri": "bo chinh tri",
    "ubnd tinh": "ubnd tinh",
    "quoc hoi": "quoc hoi",
    "bo thong tin": "bo thong tin",
    "bo tttt": "bo thong tin",
    "tinh uy": "tinh uy",
}


def write(material: Material) -> Draft:
    """The cited documents of the asked kind, issuer and year that each plan rests on."""
    folded = wording.folded(material.question.standalone)
    kind = _kind_asked(folded)
    if not kind:
        return Draft(WRITER)
    rests = bool(_RESTS.search(folded) or _IMPLEMENTS.search(folded))
    counts = bool(wording.COUNTING.search(folded))
    statements: list[DraftStatement] = []
    for plan in material.plans:
        found = [r for r in _bases(plan, kind) if _fits(r, kind, folded, material)]
        if found and (rests or len(found) > 1):
            statements.extend(_told(plan, found, counts=counts))
    return Draft(WRITER, tuple(statements))


def _kind_asked(folded: str) -> str:
    """The kind of document that a folded question asks a list of, or "" when it asks for none."""
    if implemented := _IMPLEMENTS.search(folded):
        return implemented.group(1)
    if asked := _ASKED.search(folded):
        kind = asked.group(1) or asked.group(2)
        of_any_kind = kind.startswith(("van ban", "can cu"))
        sure = _RESTS.search(folded) or (asked.group(1) is not None and not of_any_kind)
        return kind if sure else ""
    return "can cu" if _ASKED_OPENLY.search(folded) else ""


def write_subject(material: Material) -> Draft:
    """The cited document that deals with the subject of a question after its number or date."""
    question = material.question
    folded = wording.folded(question.standalone)
    if not wording.ASKS_DOCUMENT.search(folded) or not _SPEAKS_OF_DOCUMENTS.search(folded):
        return Draft(WRITER)
    best = [
        found[0]
        for plan in material.plans
        if (
            found := by_subject(
                plan, question.standalone, question.topic, material.coverage, floor=_SURE
            )
        )
    ]
    if not best:
        return Draft(WRITER)
    top = max(record.fit for record in best)
    named = sorted((r for r in best if r.fit >= top - 0.05), key=lambda record: -record.fit)
    return Draft(WRITER, tuple(map(_document, named[:MAX_NAMED])))


def _document(record: Record) -> DraftStatement:
    whole = _sentence(record.chunk, record.span)
    piece = trimmed(record.plan, whole, record.span)
    text = say(
        "bases.document",
        document=shown(record.basis),
        plan=short_document(record.plan),
        quote=quoted(record.plan, piece, whole),
    )
    return DraftStatement(text, (proof(record.chunk, piece),), lead=shown(record.basis))


def _bases(plan: Plan, kind: str) -> list[Record]:
    """What the plan names as its legal bases; all that it cites when it names none as such.

    Asked for as "căn cứ", those of its opening words alone, where it has any.
    """
    opening = [chunk for chunk in plan.chunks if _opens_with_base(chunk)]
    resting = [chunk for chunk in plan.chunks if _is_base(chunk)]
    if kind.startswith("can cu") and opening:
        resting = opening
    cited = [Record(plan, basis, chunk, 1.0) for basis, chunk in records(plan)]
    based = [found for record in cited if (found := _in_chunks(record, resting))]
    return sorted(based, key=lambda record: record.span.start) or cited


def _in_chunks(record: Record, chunks: Sequence[Chunk]) -> Record | None:
    """The record where one of `chunks` names its document; its first mention may be elsewhere."""
    if any(chunk.chunk_id == record.chunk.chunk_id for chunk in chunks):
        return record
    name = record.basis.number or f"{record.basis.doc_type} {record.basis.title}"
    pattern = re.compile(rf"(?<![\w/]){re.escape(name)}(?!\w)", re.IGNORECASE)
    for chunk in chunks:
        if match := pattern.search(chunk.text):
            start = chunk.start + match.start()
            basis = replace(record.basis, start=start, end=chunk.start + match.end())
            return replace(record, basis=basis, chunk=chunk)
    return None


def _is_base(chunk: Chunk) -> bool:
    """Whether a chunk stands under a heading on legal bases or among the opening words."""
    if any(_LEGAL_HEADING.search(wording.folded(heading)) for heading in chunk.headings):
        return True
    return _opens_with_base(chunk)


def _opens_with_base(chunk: Chunk) -> bool:
    return chunk.section_id is None and bool(
        _OPENING.match(wording.folded(chunk.text.lstrip("-–+ ")))
    )


def _fits(record: Record, kind: str, folded: str, material: Material) -> bool:
    """Whether a base is of the asked kind, issuer and year."""
    basis = record.basis
    kinds = asked_types(kind)
    if kinds and basis.doc_type not in kinds:
        return False
    issuer = wording.folded(basis.issuer)
    asked = [
        held
        for name, held in _ISSUERS.items()
        if re.search(rf"(?:cua|do) (?:chu tich )?{name}|{name} (?:ban hanh|phe duyet|ky)", folded)
    ]
    own = {y for p in material.plans for y in range(p.period[0], p.period[1] + 1)}
    years = set(material.question.years) - own
    if years and (basis.issued is None or basis.issued.year not in years):
        return False
    return all(name in issuer for name in asked)


def _told(plan: Plan, found: list[Record], *, counts: bool) -> Iterator[DraftStatement]:
    if counts:
        evidence = tuple(dict.fromkeys(proof(r.chunk, r.span) for r in found))
        derived = (Derived(Decimal(len(evidence)), Operation.COUNT),)
        text = say("bases.counted", province=plan.province, n=len(evidence))
        yield DraftStatement(text, evidence, lead=plan.province, derived=derived)
    else:
        yield DraftStatement(say("bases.title", province=plan.province), lead=plan.province)
    for record in found[:MAX_ITEMS]:
        whole = _sentence(record.chunk, record.span)
        piece = trimmed(plan, whole, record.span, MAX_ITEM_CHARS)
        text = reading(plan, piece).rstrip(";.,") + (" …" if piece.end < whole.end else "")
        yield DraftStatement(text, (proof(record.chunk, piece),), bullet=True)
    if len(found) > MAX_ITEMS:
        yield DraftStatement(say("lists.more", province=plan.province))


def _sentence(chunk: Chunk, span: Span) -> Span:
    """The sentence of `chunk` in which `span` begins."""
    pieces = sentences(chunk.text, chunk.start)
    return next((piece for piece in pieces if piece.start <= span.start < piece.end), span)
