"""A file in, a Plan out: the one place that knows the order of the steps."""

import hashlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.chunks import build_chunks
from ingest.clean import clean_lines
from ingest.errors import RejectedFileError
from ingest.flattened import RawTable, find_flattened
from ingest.gaps import find_gaps
from ingest.layout import Layout, find_layout, is_cut_mark
from ingest.lines import Block, place
from ingest.metadata import read_metadata
from ingest.notes import find_notes
from ingest.outline import Outline, build_outline
from ingest.plan import NoteMark, Plan, Table
from ingest.readers import MAX_BYTES, read
from ingest.site import strip_site
from ingest.tables import build_table
from ingest.unwrap import unwrap
from ingest.vietnamese import slug

_LOG = logging.getLogger(__name__)
EXTENSIONS = (".txt", ".pdf")


def _without_cut_mark(blocks: list[Block]) -> tuple[list[Block], bool]:
    """The blocks without a closing "[...]", and whether there was one."""
    written = [index for index, block in enumerate(blocks) if block.text]
    if written and is_cut_mark(blocks[written[-1]].text):
        return blocks[: written[-1]], True
    return blocks, False


@dataclass(frozen=True, slots=True)
class _Tables:
    """The tables that could be rebuilt, raw and typed, and the outline that leaves them out."""

    raws: tuple[RawTable, ...]
    typed: tuple[Table, ...]
    outline: Outline


def plan_id_of(number: str, province: str) -> str:
    """The plan's id: "12/KH-UBND" of Hà Nam → "12-kh-ubnd-ha-nam"."""
    return slug(f"{number} {province}")


def ingest_bytes(name: str, data: bytes) -> Plan:
    """The Plan in the content of a file called `name`. Raises RejectedFileError."""
    source = read(data)
    lines, facts = strip_site(clean_lines(source.lines))
    joined, cut = _without_cut_mark(unwrap(lines))
    blocks, text = place(joined)
    if not text:
        raise RejectedFileError("empty", "Tệp không có chữ nào. Hãy chọn tệp có nội dung kế hoạch.")
    layout = find_layout(blocks, cut)
    metadata = read_metadata(blocks, layout, facts)
    notes = find_notes(text, blocks, layout)
    raws = find_flattened(blocks, layout.header_end)
    found = _build(blocks, notes, raws, layout)
    plan_id = plan_id_of(metadata.number, metadata.province)
    chunks = build_chunks(plan_id, text, blocks, layout, found.outline, found.raws)
    warnings = metadata.warnings
    if len(found.raws) < len(raws):
        warnings = (*warnings, "Có bảng không dựng lại được; nội dung giữ ở dạng từng dòng.")
    _LOG.info("%s: %s, %d chunks, %d tables", name, plan_id, len(chunks), len(found.typed))
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
        sections=found.outline.sections,
        chunks=chunks,
        tables=found.typed,
        notes=notes,
        gaps=find_gaps(blocks, found.outline, layout.cut),
        warnings=warnings,
        pages=source.pages,
    )


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
    """The Plan in the file. Raises RejectedFileError, also when it cannot be read."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise RejectedFileError(
                "too_large",
                f"Tệp lớn hơn {MAX_BYTES // 2**20} MB. Hãy tách riêng bản kế hoạch rồi nạp lại.",
            )
        data = path.read_bytes()
    except FileNotFoundError as exc:
        raise RejectedFileError(
            "not_found", "Không tìm thấy tệp. Hãy kiểm tra lại đường dẫn.", detail=str(path)
        ) from exc
    except OSError as exc:
        raise RejectedFileError(
            "unreadable",
            "Không mở được tệp. Hãy kiểm tra quyền đọc hoặc đóng chương trình đang giữ tệp.",
            detail=f"{path}: {exc}",
        ) from exc
    return ingest_bytes(path.name, data)


def find_files(paths: Sequence[Path]) -> list[Path]:
    """The files to ingest, sorted within each folder; a file named outright is always kept."""
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = (p for p in path.rglob("*") if p.suffix.lower() in EXTENSIONS and p.is_file())
            found.update(dict.fromkeys(sorted(inside)))
        else:
            found[path] = None
    return list(found)
