"""What a plan is as a document: each attribute with its value and the lines that state it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from app.citing import period_text
from app.draft import Proof
from app.reading.material import proof
from app.reading.sentences import Span
from ingest.plan import Chunk, ChunkKind, Plan, Section
from prompts import text as say

_RECIPIENTS = re.compile(r"\s*nơi\s+nhận\s*:?", re.IGNORECASE)
_ARCHIVE = re.compile(r"(?:^|\n|;)[-–\s]*(Lưu\s*:[^\n]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Field:
    """An attribute: how it is said, and the forms in which the text states it, best first."""

    name: str
    value: Callable[[Plan], str]
    forms: Callable[[Plan], tuple[str, ...]]


def _date_forms(plan: Plan) -> tuple[str, ...]:
    day = plan.issued
    days = dict.fromkeys((f"{day.day:02d}", str(day.day)))
    months = dict.fromkeys((f"{day.month:02d}", str(day.month)))
    written = tuple(f"ngày {d} tháng {m} năm {day.year}" for d in days for m in months)
    return (*written, *(f"{d}/{m}/{day.year}" for d in days for m in months))


def _signing_forms(plan: Plan) -> tuple[str, ...]:
    """The sign-off in which the signer stands: "KT. CHỦ TỊCH, PHÓ CHỦ TỊCH, …"."""
    title = plan.signer_title
    if not title:
        return (plan.signer,)
    short = re.sub(r"^Quyền ", "Q. ", title)
    deputy = f"KT. Chủ tịch {title} {plan.signer}" if title.startswith("Phó") else ""
    return tuple(filter(None, (deputy, f"{short} {plan.signer}", plan.signer)))


def office(plan: Plan) -> str:
    """The office in which the signer signs: "Phó Chủ tịch", "Quyền Chủ tịch" for "Q. CHỦ TỊCH"."""
    rest = plan.signer_title.removeprefix("Quyền ")
    return plan.signer_title if rest == plan.signer_title else say("metadata.acting", office=rest)


def recipients(plan: Plan) -> str:
    """The list under "Nơi nhận" on one line, or "" when the file has none."""
    found = _recipients_chunk(plan)
    if found is None:
        return ""
    return " ".join(_RECIPIENTS.sub("", found.text, count=1).split())


def _recipients_chunk(plan: Plan) -> Chunk | None:
    return next((chunk for chunk in plan.chunks if _RECIPIENTS.match(chunk.text)), None)


def archive(plan: Plan) -> str:
    """The line by which the office keeps its copy ("Lưu: VT, …"), or ""."""
    found = _recipients_chunk(plan)
    line = _ARCHIVE.search(found.text) if found else None
    return line.group(1).strip(" .;") if line else ""


FIELDS = {
    field.name: field
    for field in (
        Field("number", lambda p: p.number, lambda p: (p.number,)),
        Field("issued", lambda p: p.issued.strftime("%d/%m/%Y"), _date_forms),
        Field("signer", lambda p: p.signer, _signing_forms),
        Field("office", office, _signing_forms),
        Field("issuer", lambda p: p.issuer, lambda p: ("ủy ban nhân dân", p.issuer)),
        Field("province", lambda p: p.province, lambda p: (f"tỉnh {p.province}", p.province)),
        Field("title", lambda p: p.title, lambda p: (p.title,)),
        Field("type", lambda p: p.doc_type, lambda p: (p.doc_type,)),
        Field("period", period_text, lambda p: (p.title, str(p.period[0]))),
        Field("recipients", recipients, lambda p: (recipients(p),)),
        Field("archive", archive, lambda p: (archive(p),)),
        Field("issuing", lambda p: p.issued_by, lambda p: (p.issued_by,)),
    )
}


def stands_for(plan: Plan) -> bool:
    """Whether the text says that the signer signs in the chairman's place ("KT. CHỦ TỊCH")."""
    form = _loose(f"KT. Chủ tịch {plan.signer_title} {plan.signer}")
    return bool(plan.signer_title and form and form.search(plan.text))


def parts_of(plan: Plan) -> list[tuple[Section, Chunk]]:
    """The outermost parts of the text with the chunks of their headings, in order."""
    heads = {c.section_id: c for c in plan.chunks if c.kind is ChunkKind.HEADING}
    outer = [s for s in plan.sections if s.parent_id is None and s.section_id in heads]
    return [(section, heads[section.section_id]) for section in outer]


def proofs(plan: Plan, name: str) -> tuple[Proof, ...]:
    """The first place of the text that states the field: the header before the body."""
    forms = [pattern for form in FIELDS[name].forms(plan) if (pattern := _loose(form))]
    outside = [chunk for chunk in plan.chunks if chunk.section_id is None]
    for pattern in forms:
        for chunk in (*outside, *plan.chunks):
            if match := pattern.search(chunk.text):
                span = Span(chunk.start + match.start(), chunk.start + match.end())
                return (proof(chunk, _line(plan, span)),)
    return ()


def header_proofs(plan: Plan) -> tuple[Proof, ...]:
    """The lines of the text that state number, date and title."""
    named = ("number", "issued", "title")
    return tuple(dict.fromkeys(found for name in named for found in proofs(plan, name)))


def _loose(form: str) -> re.Pattern[str] | None:
    words = form.split()
    return re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE) if words else None


def _line(plan: Plan, span: Span) -> Span:
    """`span` grown to whole lines of the text."""
    start = plan.text.rfind("\n", 0, span.start) + 1
    end = plan.text.find("\n", span.end)
    return Span(start, end if end >= 0 else len(plan.text))
