"""A file's bytes in, a Plan out: the one place that knows the order of the steps."""

import hashlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from ingest.checks.doubts import find_doubts
from ingest.cleaning.blocks import Blocks, clean_parts, to_blocks
from ingest.cleaning.item_ends import with_item_ends
from ingest.cleaning.renumbering import renumbered
from ingest.cleaning.repairs import repair
from ingest.cleaning.side_by_side import column_by_column
from ingest.cleaning.site import strip_site
from ingest.errors import RejectedFileError
from ingest.legal.bases import find_legal_bases
from ingest.limits import LIMITS, Limits
from ingest.lines import Block, Source, place
from ingest.metadata.reading import read_metadata
from ingest.metadata.sidecar import Overrides, read_sidecar
from ingest.plan import NoteMark, Plan, Table
from ingest.readers import read
from ingest.running.files import find_files as find_files
from ingest.running.files import read_file
from ingest.structure.chunks import build_chunks
from ingest.structure.gaps import find_gaps
from ingest.structure.layout import Layout, find_layout, is_cut_mark
from ingest.structure.notes import find_notes
from ingest.structure.outline import Outline, build_outline
from ingest.tables.flattened import RawTable, find_flattened
from ingest.tables.grids import moved
from ingest.tables.typed import build_table
from ingest.vietnamese import slug

_LOG = logging.getLogger(__name__)
NO_OVERRIDES = Overrides()


def _without_cut_mark(found: Blocks) -> tuple[Blocks, bool]:
    """The blocks without a closing "[...]", and whether there was one."""
    written = [index for index, block in enumerate(found.blocks) if block.text]
    in_table = bool(found.tables) and bool(written) and written[-1] < found.tables[-1].end
    if written and not in_table and is_cut_mark(found.blocks[written[-1]].text):
        return Blocks(found.blocks[: written[-1]], found.tables), True
    return found, False


@dataclass(frozen=True, slots=True)
class _Tables:
    """The tables that could be rebuilt, raw and typed, and the outline that leaves them out."""

    raws: tuple[RawTable, ...]
    typed: tuple[Table, ...]
    outline: Outline


def plan_id_of(number: str, province: str) -> str:
    """The plan's id: "12/KH-UBND" of Hà Nam → "12-kh-ubnd-ha-nam"."""
    return slug(f"{number} {province}")


def _ocr_confidence(source: Source) -> float:
    """The mean over the pages that OCR read; 1 when it read none."""
    return sum(page.confidence for page in source.ocr) / len(source.ocr) if source.ocr else 1.0


def ingest_bytes(
    name: str, data: bytes, limits: Limits = LIMITS, overrides: Overrides = NO_OVERRIDES
) -> Plan:
    """The Plan in the content of a file called `name`. Raises RejectedFileError."""
    source = repair(read(data, limits))
    parts, facts = strip_site(clean_parts(column_by_column(source.parts)))
    found, cut = _without_cut_mark(to_blocks(parts, source.paragraphs))
    scanned = {page.page for page in source.ocr}
    blocks, text = place(with_item_ends(renumbered(found.blocks, scanned), scanned))
    if not text:
        raise RejectedFileError("empty", "Tệp không có chữ nào. Hãy chọn tệp có nội dung kế hoạch.")
    layout = find_layout(blocks, cut)
    metadata = read_metadata(blocks, layout, facts, overrides, _ocr_confidence(source))
    notes = find_notes(text, blocks, layout)
    raws = _raw_tables(blocks, found.tables, layout.header_end)
    tables = _build(blocks, notes, raws, layout)
    plan_id = plan_id_of(metadata.number, metadata.province)
    chunks = build_chunks(plan_id, text, blocks, layout, tables.outline, tables.raws)
    _LOG.info("%s: %s, %d chunks, %d tables", name, plan_id, len(chunks), len(tables.typed))
    warnings = [*source.warnings, *metadata.warnings]
    if len(tables.raws) < len(raws):
        warnings.append("Có bảng không dựng lại được; nội dung giữ ở dạng từng dòng.")
    warnings.extend(find_doubts(text, notes, tables.outline.sections, source.ocr))
    return Plan(
        plan_id=plan_id,
        number=metadata.number,
        doc_type=metadata.doc_type,
        title=metadata.title,
        province=metadata.province,
        issuer=metadata.issuer,
        issued=metadata.issued,
        period=metadata.period,
        signer=metadata.signer,
        signer_title=metadata.signer_title,
        sha256=hashlib.sha256(data).hexdigest(),
        source=Path(name).name,
        text=text,
        sections=tables.outline.sections,
        chunks=chunks,
        tables=tables.typed,
        notes=notes,
        gaps=find_gaps(blocks, tables.outline, layout.cut),
        warnings=tuple(warnings),
        pages=source.pages,
        ocr=source.ocr,
        kind=source.kind,
        issued_by=metadata.issued_by,
        legal_bases=tuple(b for b in find_legal_bases(text) if b.number != metadata.number),
        provenance=metadata.provenance,
    )


def _raw_tables(
    blocks: Sequence[Block], real: Sequence[RawTable], header_end: int
) -> list[RawTable]:
    """The real tables and, between them, those that were flattened, in order."""
    found = [raw for raw in real if raw.start >= header_end]
    edges = [header_end, *(edge for raw in found for edge in (raw.start, raw.end)), len(blocks)]
    for start, end in list(pairwise(edges))[::2]:
        flattened = find_flattened(blocks[start:end], 0)
        found.extend(moved(raw, start) for raw in flattened)
    return sorted(found, key=lambda raw: raw.start)


def _build(
    blocks: Sequence[Block], notes: Sequence[NoteMark], raws: Sequence[RawTable], layout: Layout
) -> _Tables:
    """Type the tables; those whose header does not fit stay paragraphs."""
    outline = _outline(blocks, layout, raws)
    fitting = [raw for raw in raws if build_table(0, raw, blocks, notes, outline)]
    if len(fitting) < len(raws):
        outline = _outline(blocks, layout, fitting)
    typed = [build_table(i, raw, blocks, notes, outline) for i, raw in enumerate(fitting)]
    return _Tables(tuple(fitting), tuple(table for table in typed if table), outline)


def _outline(blocks: Sequence[Block], layout: Layout, raws: Sequence[RawTable]) -> Outline:
    inside = {index for raw in raws for index in range(raw.start, raw.end)}
    return build_outline(blocks, layout, inside)


def ingest_file(path: Path) -> Plan:
    """The Plan in the file, read in this process (isolation.py reads it in another).

    Raises RejectedFileError, also when the file or its sidecar cannot be read.
    """
    data = read_file(path, LIMITS)
    return ingest_bytes(path.name, data, LIMITS, read_sidecar(path) or NO_OVERRIDES)
