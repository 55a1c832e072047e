"""The tables without ruling lines again, in other layouts."""

from datetime import date

from documents.library_bare import _LONG, _NO_ORDINALS, _SMALL, _TARGETS, _THREE_ROWS
from documents.library_bare2 import _FUNDS, _RESULTS, _SCHEDULE, _SOURCES, _UNITS
from documents.making import document, meta

_NEW = (
    ("bare3-a", "bare sans tight", _FUNDS.replace("Hạng mục", "Danh mục hạng mục đầu tư, mua sắm")),
    ("bare3-b", "bare right once", _THREE_ROWS),
    ("bare3-c", "bare centred light roomy", _NO_ORDINALS),
    ("bare3-d", "bare top tight right centred", _TARGETS),
    ("bare3-e", "bare light top once split", _SOURCES),
    ("bare3-f", "bare centred right light split", _SCHEDULE),
    ("bare3-g", "bare loose centred", _UNITS),
    (
        "bare3-h",
        "bare sans roomy right",
        _SMALL + _RESULTS.split("# 3. | Chỉ tiêu")[1].split("# 4.")[0],
    ),
    ("bare3-i", "bare tight light centred once", _LONG),
)

DOCUMENTS = tuple(
    document(
        key,
        "pdf",
        variant,
        meta(
            f"{300 + i}/KH-UBND",
            "Phát triển hạ tầng số năm 2025",
            "Cao Bằng",
            date(2025, 1, 14),
            (2025, 2025),
            "Lê Hải Hòa",
        ),
        source,
    )
    for i, (key, variant, source) in enumerate(_NEW)
)
