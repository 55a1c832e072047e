"""What a file may cost before it is rejected; read from `HOIKH_INGEST__…`, passed to readers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of one file. Bytes, pages, seconds of wall time; `ocr_workers` processes."""

    max_bytes: int = 50 * 2**20
    max_inflated_bytes: int = 200 * 2**20
    max_pages: int = 1000
    max_seconds: int = 900
    max_memory_bytes: int = 2**30
    ocr_workers: int = 2


LIMITS = Limits()
"""The bounds where nobody sets others."""
