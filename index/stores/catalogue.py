"""Plans in SQLite, and back again, equal to what ingestion gave.

Chunk texts are not stored: they are slices of the plan's text, and stay so.
"""

import json
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import cast

from index.stores.catalogue_schema import SCHEMA, TABLES, TEXT_PART
from index.stores.pool import WHOLE_ROWS
from index.stores.stored_chunks import StoredChunks, opened, read_chunk, strings
from ingest.plan import (
    Cell,
    Chunk,
    Gap,
    GapKind,
    LegalBasis,
    NoteMark,
    OcrPage,
    Plan,
    Provenance,
    Row,
    RowKind,
    Section,
    Table,
)


def _dump(values: Iterable[object]) -> str:
    return json.dumps(list(values), ensure_ascii=False)


def _dump_cells(cells: Sequence[Cell]) -> str:
    """Text as a string, a number as ["1.5"], a blank as null."""
    return _dump([str(cell)] if isinstance(cell, Decimal) else cell for cell in cells)


def _read_cells(text: str) -> tuple[Cell, ...]:
    return tuple(Decimal(cell[0]) if isinstance(cell, list) else cell for cell in json.loads(text))


def _insert(base: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    columns = base.execute(f"SELECT * FROM {table} LIMIT 0").description  # noqa: S608 - constant
    places = ",".join("?" * len(columns))
    base.executemany(f"INSERT INTO {table} VALUES ({places})", rows)  # noqa: S608 - constant


def _write_plan(base: sqlite3.Connection, plan: Plan) -> None:
    key = plan.plan_id
    metadata = (
        key, plan.number, plan.doc_type, plan.title, plan.province, plan.issuer,
        plan.issued.isoformat(), *plan.period, plan.signer, plan.signer_title, plan.sha256,
        plan.source, _dump(plan.warnings), plan.pages,
        _dump([page.page, page.confidence] for page in plan.ocr), plan.kind, plan.issued_by, 0,
    )  # fmt: skip
    _insert(base, "plans", [metadata])
    starts = range(0, len(plan.text), TEXT_PART)
    _insert(base, "texts", ((key, plan.text[i : i + TEXT_PART]) for i in starts))
    _insert(base, "sections", (
        (key, s.section_id, s.parent_id, s.label, s.heading, s.level, _dump(s.path), s.start, s.end)
        for s in plan.sections
    ))  # fmt: skip
    _insert(base, "chunks", (
        (key, c.chunk_id, c.kind, c.section_id, _dump(c.path), _dump(c.headings), c.start, c.end,
         c.lead_id, c.table_id, c.row_index, c.page)
        for c in plan.chunks
    ))  # fmt: skip
    _insert(base, "tables", (
        (key, t.table_id, t.section_id, t.caption, t.unit, _dump(t.columns), t.start, t.end)
        for t in plan.tables
    ))  # fmt: skip
    _insert(base, "rows", (
        (key, t.table_id, r.kind, r.label, r.group, _dump_cells(r.cells), r.start, r.end)
        for t in plan.tables for r in t.rows
    ))  # fmt: skip
    _insert(base, "notes", ((key, n.label, n.start, n.end, n.note) for n in plan.notes))
    _insert(base, "gaps", ((key, g.kind, g.detail, g.section_id) for g in plan.gaps))
    _insert(base, "legal_bases", (
        (key, b.doc_type, b.number, b.issued.isoformat() if b.issued else None, b.issuer, b.title,
         b.start, b.end)
        for b in plan.legal_bases
    ))  # fmt: skip
    _insert(base, "provenance", ((key, p.field, p.origin, p.confidence) for p in plan.provenance))


def write_catalogue(
    plans: Sequence[Plan],
    file: Path,
    before: Path | None = None,
    kept: AbstractSet[str] = frozenset(),
) -> None:
    """Write a catalogue; plans whose ids are in `kept` are taken from the catalogue `before`.

    Raises: sqlite3.IntegrityError for a repeated plan or chunk id.
    """
    if before is not None:
        shutil.copyfile(before, file)
    with closing(sqlite3.connect(file)) as base:
        if before is None:
            base.executescript(SCHEMA)
        _keep(base, kept)
        for plan in plans:
            if plan.plan_id not in kept:
                _write_plan(base, plan)
        places = ((i, plan.plan_id) for i, plan in enumerate(plans))
        base.executemany("UPDATE plans SET place = ? WHERE plan_id = ?", places)
        base.commit()


def _keep(base: sqlite3.Connection, kept: AbstractSet[str]) -> None:
    """Remove all plans but those; the file shrinks when that leaves more than half of it empty."""
    held = [key for (key,) in base.execute("SELECT plan_id FROM plans")]
    for key in held:
        if key not in kept:
            for table in TABLES:
                base.execute(f"DELETE FROM {table} WHERE plan_id = ?", (key,))  # noqa: S608 - constant
    base.commit()
    (free,), (pages,) = (
        base.execute(f"PRAGMA {name}").fetchone() for name in ("freelist_count", "page_count")
    )
    if 2 * free > pages:
        base.execute("VACUUM")


def _select(base: sqlite3.Connection, table: str, key: str) -> Iterator[sqlite3.Row]:
    query = f"SELECT * FROM {table} WHERE plan_id = ? ORDER BY rowid"  # noqa: S608 - constant names
    yield from base.execute(query, (key,))


def _read_chunks(base: sqlite3.Connection, file: Path, key: str, text: str) -> Sequence[Chunk]:
    (count,) = base.execute("SELECT COUNT(*) FROM chunks WHERE plan_id = ?", (key,)).fetchone()
    if count > WHOLE_ROWS:
        return StoredChunks(file, key, text)
    return tuple(read_chunk(row, text) for row in _select(base, "chunks", key))


def _read_tables(base: sqlite3.Connection, key: str) -> tuple[Table, ...]:
    rows: dict[int, list[Row]] = {}
    for r in _select(base, "rows", key):
        cells = _read_cells(r["cells"])
        row = Row(RowKind(r["kind"]), r["label"], r["group_label"], cells, r["start"], r["end"])
        rows.setdefault(r["table_id"], []).append(row)
    return tuple(
        Table(
            t["table_id"], t["section_id"], t["caption"], t["unit"], strings(t["columns"]),
            tuple(rows.get(t["table_id"], ())), t["start"], t["end"],
        )
        for t in _select(base, "tables", key)
    )  # fmt: skip


def _read_sections(base: sqlite3.Connection, key: str) -> tuple[Section, ...]:
    return tuple(
        Section(
            s["section_id"], s["parent_id"], s["label"], s["heading"], s["level"],
            strings(s["path"]), s["start"], s["end"],
        )
        for s in _select(base, "sections", key)
    )  # fmt: skip


def _read_legal_bases(base: sqlite3.Connection, key: str) -> tuple[LegalBasis, ...]:
    return tuple(
        LegalBasis(
            b["doc_type"], b["number"], date.fromisoformat(b["issued"]) if b["issued"] else None,
            b["issuer"], b["title"], b["start"], b["end"],
        )
        for b in _select(base, "legal_bases", key)
    )  # fmt: skip


def _read_plan(base: sqlite3.Connection, file: Path, p: sqlite3.Row) -> Plan:
    key = p["plan_id"]
    text = "".join(row["part"] for row in _select(base, "texts", key))
    notes = (
        NoteMark(n["label"], n["start"], n["end"], n["note"]) for n in _select(base, "notes", key)
    )
    gaps = (
        Gap(GapKind(g["kind"]), g["detail"], g["section_id"]) for g in _select(base, "gaps", key)
    )
    return Plan(
        key, p["number"], p["doc_type"], p["title"], p["province"], p["issuer"],
        date.fromisoformat(p["issued"]), (p["period_first"], p["period_last"]), p["signer"],
        p["signer_title"], p["sha256"], p["source"], text,
        sections=_read_sections(base, key),
        # All that a Plan's readers do with its tuple a sequence does too.
        chunks=cast(tuple[Chunk, ...], _read_chunks(base, file, key, text)),
        tables=_read_tables(base, key),
        notes=tuple(notes),
        gaps=tuple(gaps),
        warnings=strings(p["warnings"]),
        pages=p["pages"],
        ocr=tuple(OcrPage(page, confidence) for page, confidence in json.loads(p["ocr"])),
        kind=p["kind"],
        issued_by=p["issued_by"],
        legal_bases=_read_legal_bases(base, key),
        provenance=tuple(
            Provenance(f["field"], f["origin"], f["confidence"])
            for f in _select(base, "provenance", key)
        ),
    )  # fmt: skip


class Catalogue:
    """The plans of a snapshot, held in memory but for the chunks of very long ones."""

    def __init__(self, plans: Iterable[Plan]) -> None:
        self._plans = {plan.plan_id: plan for plan in plans}

    @classmethod
    def read(cls, file: Path) -> "Catalogue":
        """The catalogue of a file. Raises: sqlite3.DatabaseError when it is not one."""
        with closing(opened(file)) as base:
            rows = base.execute("SELECT * FROM plans ORDER BY place").fetchall()
            return cls(_read_plan(base, file, row) for row in rows)

    def plans(self) -> tuple[Plan, ...]:
        """All plans, in the order they were given."""
        return tuple(self._plans.values())

    def plan(self, plan_id: str) -> Plan:
        """One plan. Raises: KeyError for an unknown id."""
        return self._plans[plan_id]
