"""The truth lines of documents: what `python -m ingest --json` should say of their files."""

import re
from typing import TypeAlias

from documents.derive import Node, articles, columns, outline, row_values, walk
from documents.spec import Bullet, Document, Heading, Paragraph, Table, plain

Json: TypeAlias = "str | int | float | list[Json] | dict[str, Json] | None"
_SENTENCE = re.compile(r"[^.;]+(?:[.;](?=\S)[^.;]*)*[.;]?(?:\s|$)")
_MAX_PROBES = 10


def _sentences(text: str) -> list[str]:
    """Sentences without footnotes, long enough to stand nowhere else."""
    whole = [s.strip() for s in _SENTENCE.findall(plain(text)) if "[^" not in text]
    return [s for s in whole if 45 <= len(s) <= 420]


def _cells(table: Table, count: int) -> list[str]:
    """The first long cells of a table, each from another row."""
    long = (
        next((cell for cell in row if len(cell) > 30 and " // " not in cell), "")
        for row in table.rows
    )
    return [cell for cell in long if cell][:count]


def probes(document: Document) -> list[Json]:
    """Up to ten sentences spread over the document, with the path of their section."""
    found: dict[str, tuple[str, ...]] = {}
    seen: list[str] = []
    n_cells = 8 if document.kind == "xlsx" else 1
    for part, path in walk(document):
        if isinstance(part, Heading):
            texts = _sentences(part.rest)
        elif isinstance(part, Paragraph | Bullet):
            texts = [] if getattr(part, "closing", False) else _sentences(part.text)
        else:
            texts = _cells(part, n_cells) if isinstance(part, Table) else []
        for text in texts:
            found[text] = path
            seen.append(text)
    once = [text for text in found if sum(text in other for other in seen) == 1]
    step = max(1.0, len(once) / _MAX_PROBES)
    picked = [once[int(i * step)] for i in range(min(_MAX_PROBES, len(once)))]
    return [{"text": text, "path": list(found[text])} for text in picked]


def _sections(nodes: list[Node]) -> Json:
    return [
        {"path": list(n.path), "label": n.label, "heading": n.heading, "level": n.level}
        for n in nodes
    ]


def _table(table: Table) -> Json:
    rows, covered = row_values(table)
    return {
        "caption": table.caption,
        "unit": table.unit,
        "columns": list(columns(table)),
        "rows": [list(row) for row in rows],
        "covered": [list(place) for place in covered],
    }


def truth_line(
    document: Document, file: str, pages: int | None = None, ocr_pages: tuple[int, ...] = ()
) -> "dict[str, Json]":
    """One line of truth.jsonl. A field of the metadata that the file lacks is None."""
    meta = document.meta
    fields: dict[str, Json] = {
        "number": meta.number,
        "doc_type": meta.doc_type,
        "title": meta.title,
        "province": meta.province,
        "issuer": meta.issuer,
        "issued": meta.issued.isoformat(),
        "period": list(meta.period) if meta.period else None,
        "signer": meta.signer,
        "signer_title": meta.signer_title,
    }
    for name in document.lost:
        fields[name] = None
    tables = [part for part in document.parts if isinstance(part, Table)]
    return {
        "file": file,
        "kind": document.kind,
        "kept_aside": document.kept_aside,
        "also": [{"field": name, "value": text} for name, text in meta.also],
        "optional": _sections(articles(document)),
        "plan": fields
        | {
            "pages": pages,
            "ocr_pages": list(ocr_pages),
            "outline": _sections(outline(document)),
            "tables": [_table(table) for table in tables],
        },
        "probes": probes(document),
    }
