"""Every document, grouped by format."""

from documents import (
    library_bare,
    library_bare2,
    library_bare3,
    library_bare4,
    library_docx,
    library_docx2,
    library_html,
    library_html2,
    library_long,
    library_new,
    library_office,
    library_office2,
    library_office3,
    library_office4,
    library_office5,
    library_office6,
    library_office7,
    library_pdf,
    library_pdf2,
    library_scan,
    library_scan2,
    library_text,
    library_xlsx,
)
from documents.spec import Document

_MODULES = (
    library_text,
    library_html,
    library_html2,
    library_long,
    library_docx,
    library_docx2,
    library_pdf,
    library_pdf2,
    library_scan,
    library_scan2,
    library_xlsx,
)


def all_documents() -> tuple[Document, ...]:
    """The documents of all modules; keys are unique."""
    return tuple(document for module in _MODULES for document in module.DOCUMENTS)


def bare_documents() -> tuple[Document, ...]:
    """PDFs with tables without ruling lines, all of them read while the rules were written."""
    modules = (library_bare, library_bare2, library_bare3, library_bare4)
    return tuple(document for module in modules for document in module.DOCUMENTS)


def new_documents() -> tuple[Document, ...]:
    """Layouts whose figures at first sight are told; their mistakes were looked at since."""
    return library_new.DOCUMENTS


def office_documents() -> tuple[Document, ...]:
    """Documents as offices have them, each in several formats; told like the new ones."""
    modules = (
        *(library_office, library_office2, library_office3, library_office4, library_office5),
        *(library_office6, library_office7),
    )
    return tuple(document for module in modules for document in module.DOCUMENTS)
