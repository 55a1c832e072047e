"""The laws that a question names by their names rather than by a number."""

import re

from ingest.legal.bases import find_legal_bases

# The name of a law that is in no list may run on into the question.
_NAME_END = re.compile(
    r"\s+(?:năm \d{4}|(?:thì|dc|ở|nào|bởi|trên|dẫn|làm|lấy|có|được|ngày|ban hành|này)(?!\w).*)$"
)


def laws_named(question: str) -> tuple[str, ...]:
    """The laws that `question` names ("Luật Giao dịch điện tử"), in order."""
    return tuple(
        f"{basis.doc_type} {_NAME_END.sub('', basis.title)}"
        for basis in find_legal_bases(question)
        if not basis.number and basis.title and basis.doc_type in ("Luật", "Bộ luật")
    )
