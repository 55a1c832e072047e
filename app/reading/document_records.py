"""The documents that plans cite, found by what they deal with: which number, date, issuer."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.reading.material import Coverage
from app.reading.sentences import Span
from app.words import wording
from ingest.plan import Chunk, LegalBasis, Plan

FLOOR = 0.6
"""Coverage of the topic by a document's title from which it is the one asked for."""
_PRECISION_WEIGHT = 0.35
_TYPES = {
    "nghi dinh": ("Nghị định",),
    "quyet dinh": ("Quyết định",),
    "qd": ("Quyết định",),
    "nghi quyet": ("Nghị quyết",),
    "chi thi": ("Chỉ thị",),
    "thong tu": ("Thông tư", "Thông tư liên tịch"),
    "cong van": ("Công văn",),
    "ke hoach": ("Kế hoạch",),
    "dao luat": ("Luật", "Bộ luật"),
    "luat": ("Luật", "Bộ luật"),
}
_TYPE = wording.any_of(*_TYPES)
# Words that ask for the document and are not in its title.
_ASKING = wording.any_of(
    r"(?:van ban|quyet dinh|qd|nghi quyet|nghi dinh|chi thi|thong tu|cong van|ke hoach|dao luat|luat)", r"so (?:hieu|may|nao|bao nhieu|gi)?", r"ky hieu",
    r"ngay (?:nao|may|bao nhieu)?", r"hom nao", r"ban hanh", r"phe duyet", r"duyet", r"nam (?:o|trong)", r"the hien", r"lam can cu", r"can cu", r"dua (?:vao|tren)", r"theo", r"ra",
    r"trien khai", r"thuc hien", r"cua ai", r"ubnd tinh", r"uy ban nhan dan tinh",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Record:
    """A cited document with the chunk of its first mention; `fit` is how well it is meant."""

    plan: Plan
    basis: LegalBasis
    chunk: Chunk
    fit: float

    @property
    def span(self) -> Span:
        """The mention, kept within its chunk."""
        return Span(max(self.basis.start, self.chunk.start), min(self.basis.end, self.chunk.end))


def asked_types(folded: str) -> tuple[str, ...]:
    """The kinds of document that a folded text names ("nghị định nào")."""
    names = (match.group().strip() for match in _TYPE.finditer(folded))
    return tuple(dict.fromkeys(kind for name in names for kind in _TYPES.get(name, ())))


def records(plan: Plan) -> Iterator[tuple[LegalBasis, Chunk]]:
    """Each cited document of `plan` with the chunk of its first mention; the plan itself left out."""
    chunks = iter(plan.chunks)
    chunk = next(chunks, None)
    for basis in plan.legal_bases:
        while chunk is not None and chunk.end <= basis.start:
            chunk = next(chunks, None)
        if chunk is None:
            return
        if chunk.start <= basis.start and basis.number != plan.number:
            yield basis, chunk


def by_subject(
    plan: Plan, question: str, topic: str, coverage: Coverage, *, floor: float = FLOOR
) -> list[Record]:
    """The documents of `plan` that deal with `topic`, best first.

    The kinds that `question` names are the only ones, if the plan cites any of them.
    """
    folded = wording.folded(question)
    subject = _subject(topic)
    kinds = asked_types(folded)
    found = [
        Record(plan, basis, chunk, fit)
        for basis, chunk in records(plan)
        if (not kinds or basis.doc_type in kinds)
        and (fit := _fit(basis, subject, coverage)) >= floor
    ]
    return sorted(found, key=lambda record: -record.fit)


def _fit(basis: LegalBasis, subject: str, coverage: Coverage) -> float:
    title = basis.title or ""
    if not title or not subject:
        return 0.0
    held = coverage(subject, f"{title} {basis.issuer}")
    return held + _PRECISION_WEIGHT * coverage(title, subject) if held else 0.0


def _subject(topic: str) -> str:
    """`topic` without the words that only ask for a document."""
    letters = list(topic)
    for match in _ASKING.finditer(wording.folded(topic)):
        letters[match.start() : match.end()] = " " * (match.end() - match.start())
    return " ".join("".join(letters).split())


def shown(basis: LegalBasis) -> str:
    """A cited document as it is named: "Quyết định số 12/QĐ-TTg", "Luật Giao dịch điện tử"."""
    if basis.number:
        return f"{basis.doc_type} số {basis.number}"
    return f"{basis.doc_type} {basis.title}"
