"""One file's result against its truth: metadata, outline, cells, probes. Pure functions."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eval.ingestion.cells import folded, score_tables
from eval.ingestion.truth import FoundPlan, FoundSection, Probe, Section, TruthLine
from ingest.vietnamese import canonical_tone

FIELDS = (
    "number", "doc_type", "title", "province", "issuer", "issued", "period", "signer",
    "signer_title",
)  # fmt: skip
_CASELESS = {"title", "signer_title"}


@dataclass(frozen=True, slots=True)
class Count:
    """`right` of `total`; the share of an empty total is None."""

    right: int = 0
    total: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.right + other.right, self.total + other.total)

    @property
    def share(self) -> float | None:
        """The quotient; None when there is nothing to count."""
        return self.right / self.total if self.total else None


@dataclass(frozen=True, slots=True)
class Match:
    """An outline's agreement: `both` sections stand in truth and result."""

    both: int = 0
    truth: int = 0
    found: int = 0

    def __add__(self, other: "Match") -> "Match":
        return Match(self.both + other.both, self.truth + other.truth, self.found + other.found)

    @property
    def f1(self) -> float | None:
        """2·both / (truth + found), the harmonic mean of precision and recall."""
        size = self.truth + self.found
        return 2 * self.both / size if size else None


@dataclass(frozen=True, slots=True)
class FileScore:
    """The scores of one file; `misses` says each mistake in words."""

    file: str
    kind: str
    kept_aside: bool
    metadata: Count
    outline: Match
    cells: Count
    probes: Count
    misses: tuple[str, ...]
    extra_tables: int = 0


def _plain(name: str, value: object) -> object:
    if not isinstance(value, str):
        return value
    text = folded(value)
    return canonical_tone(text).casefold() if name in _CASELESS else text


def score_metadata(truth: TruthLine, found: FoundPlan) -> tuple[Count, list[str]]:
    """The metadata fields the file tells, and which of them are wrong."""
    right = total = 0
    misses = []
    for name in FIELDS:
        wanted = getattr(truth.plan, name)
        if wanted is None:
            continue
        accepted = [wanted, *(one.value for one in truth.also if one.field == name)]
        there = getattr(found, name)
        good = _plain(name, there) in [_plain(name, one) for one in accepted]
        total += 1
        right += good
        if not good:
            misses.append(f"{name}: cần {wanted!r}, có {there!r}")
    return Count(right, total), misses


def _keys(
    sections: Iterable[Section | FoundSection],
) -> Counter[tuple[tuple[str, ...], str]]:
    return Counter(
        (tuple(folded(label) for label in one.path), folded(one.heading).rstrip(":. "))
        for one in sections
    )


def score_outline(
    truth: Sequence[Section], found: Sequence[FoundSection], optional: Sequence[Section] = ()
) -> tuple[Match, list[str]]:
    """The multisets of (path, heading) compared; white space and a final colon do not count.

    `optional` sections may be found or not: they are taken off before anything is counted.
    """
    wanted, there = _keys(truth), _keys(found) - _keys(optional)
    both = wanted & there
    misses = [f"thiếu mục {_place(key)}" for key in (wanted - both).elements()]
    misses += [f"thừa mục {_place(key)}" for key in (there - both).elements()]
    return Match(both.total(), wanted.total(), there.total()), misses


def _place(key: tuple[tuple[str, ...], str]) -> str:
    return f"{' > '.join(key[0])}: {key[1]!r}"


def score_probes(probes: Sequence[Probe], found: FoundPlan) -> tuple[Count, list[str]]:
    """The sentences that stand verbatim in a chunk of the right path."""
    chunks = [(folded(chunk.text), chunk.path) for chunk in found.chunks]
    misses = []
    for probe in probes:
        paths = [path for text, path in chunks if folded(probe.text) in text]
        if probe.path not in paths:
            where = " > ".join(paths[0]) or "ngoài các mục" if paths else "không đoạn nào"
            misses.append(f"câu ở {' > '.join(probe.path)}: {probe.text!r}, thấy ở {where}")
    return Count(len(probes) - len(misses), len(probes)), misses


def score_file(truth: TruthLine, found: FoundPlan | None, problem: str = "") -> FileScore:
    """The scores of one file. One that was rejected (`problem`) has everything wrong."""
    plan = found or FoundPlan()
    metadata, wrong_fields = score_metadata(truth, plan)
    outline, wrong_sections = score_outline(truth.plan.outline, plan.outline, truth.optional)
    cells = score_tables(truth.plan.tables, plan.tables)
    probes, lost = score_probes(truth.probes, plan)
    misses = [*wrong_fields, *wrong_sections, *cells.misses, *lost]
    return FileScore(
        truth.file,
        truth.kind,
        truth.kept_aside,
        metadata,
        outline,
        Count(cells.right, cells.total),
        probes,
        tuple(misses if found else [problem or "bị từ chối"]),
        max(0, len(plan.tables) - len(truth.plan.tables)),
    )
