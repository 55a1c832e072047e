"""All documents as files in a folder, with truth.jsonl beside them."""

import json
from collections.abc import Sequence
from pathlib import Path

from documents.as_text import write_text
from documents.library import all_documents
from documents.spec import Document
from documents.truth import truth_line

SUFFIXES = {
    "text": "txt",
    "html": "html",
    "docx": "docx",
    "pdf": "pdf",
    "scan": "pdf",
    "xlsx": "xlsx",
}
KINDS = tuple(SUFFIXES)


def write(document: Document, folder: Path, cache: Path) -> dict[str, object]:
    """Write one document into `folder`; its line of truth. `cache` keeps printed PDFs."""
    path = folder / f"{document.key}.{SUFFIXES[document.kind]}"
    pages, ocr_pages = None, ()
    if document.kind == "text":
        path.write_bytes(write_text(document))
    elif document.kind == "html":
        from documents.as_html import write_html

        path.write_bytes(write_html(document))
    elif document.kind == "docx":
        from documents.as_docx import write_docx

        path.write_bytes(write_docx(document))
    elif document.kind == "xlsx":
        from documents.as_xlsx import write_xlsx

        path.write_bytes(write_xlsx(document))
    elif document.kind == "pdf":
        from documents.as_pdf import count_pages, write_pdf

        path.write_bytes(write_pdf(document, cache))
        pages = count_pages(path.read_bytes())
    else:
        from documents.as_scan import write_scan

        data, pages, ocr_pages = write_scan(document, cache)
        path.write_bytes(data)
    return truth_line(document, path.name, pages, ocr_pages)


def build(
    folder: Path,
    kinds: Sequence[str] = KINDS,
    cache: Path | None = None,
    documents: Sequence[Document] | None = None,
) -> list[str]:
    """The files of the documents of these kinds, written with truth.jsonl into `folder`.

    Of the whole library, unless `documents` are given.
    """
    folder.mkdir(parents=True, exist_ok=True)
    cache = cache or folder / "printed"
    lines = [
        write(document, folder, cache)
        for document in documents or all_documents()
        if document.kind in kinds
    ]
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    (folder / "truth.jsonl").write_text(text, encoding="utf-8")
    return [str(line["file"]) for line in lines]
