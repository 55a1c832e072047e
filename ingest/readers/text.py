"""Plain text → lines."""

from ingest.clean import decode, split_lines
from ingest.lines import Line, Source


def read_text(data: bytes) -> Source:
    """The lines of a plain-text file; it has no pages. Raises RejectedFileError "not_text"."""
    return Source(tuple(Line(text) for text in split_lines(decode(data))))
