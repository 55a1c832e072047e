"""Plain text → lines, and tables whose cells are parted by tabs or bars."""

from ingest.cleaning.clean import split_lines
from ingest.cleaning.encodings import decode_named
from ingest.cleaning.page_numbers import without_page_numbers
from ingest.errors import RejectedFileError
from ingest.limits import LIMITS, Limits
from ingest.lines import Source
from ingest.readers.text_tables import with_tables


def legacy_warning(encoding: str) -> str:
    """The sentence that tells the user that letters were rebuilt from an old encoding."""
    return (
        f"Văn bản dùng bảng mã cũ ({encoding}), đã được chuyển sang Unicode."
        " Hãy đối chiếu chữ hoa, dấu thanh với bản gốc khi trích dẫn."
    )


def too_large(max_bytes: int) -> RejectedFileError:
    """The rejection of a file whose content is larger than `max_bytes`."""
    return RejectedFileError(
        "too_large",
        f"Nội dung tệp lớn hơn {max_bytes // 2**20} MB. Hãy tách riêng bản kế hoạch rồi nạp lại.",
    )


def read_text(data: bytes, limits: Limits = LIMITS) -> Source:
    """The lines of a plain-text file; it has no pages.

    Raises RejectedFileError "not_text", or "too_large" beyond `limits.max_inflated_bytes`.
    """
    if len(data) > limits.max_inflated_bytes:
        raise too_large(limits.max_inflated_bytes)
    decoded = decode_named(data)
    warnings = (legacy_warning(decoded.encoding),) if decoded.is_legacy else ()
    parts = with_tables(without_page_numbers(split_lines(decoded.text)))
    return Source(tuple(parts), kind="text", warnings=warnings)
