"""Numbers of a spreadsheet as a Vietnamese reader sees them: "1.234,5", "25%", "05/03/2024".

Follows the cell's number format (ISO/IEC 29500-1, 18.8.30) as far as it changes what is read;
leaves out colours, alignment and conditions other than by sign.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import lru_cache

# The formats that a file names by number only (18.8.30); dates by any format of their kind.
_DATE, _TIME, _LOSS, _LOSS_2 = "dd/mm/yyyy", "hh:mm", "#,##0;(#,##0)", "#,##0.00;(#,##0.00)"
BUILT_IN = (
    dict(zip((1, 2, 3, 4, 9, 10), ("0", "0.00", "#,##0", "#,##0.00", "0%", "0.00%"), strict=True))
    | dict.fromkeys((14, 15), _DATE)
    | dict(zip((16, 17, 22, 49), ("dd/mm", "mm/yyyy", f"{_DATE} {_TIME}", "@"), strict=True))
    | dict.fromkeys((18, 19, 20, 21, 45, 46, 47), _TIME)
    | dict(zip((37, 38, 39, 40), (_LOSS, _LOSS, _LOSS_2, _LOSS_2), strict=True))
    | dict.fromkeys((41, 42), f'{_LOSS};"-"')
    | dict.fromkeys((43, 44), f'{_LOSS_2};"-"')
)
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[\$(?P<currency>[^\]-]*)[^\]]*\]|\[[^\]]*\]'
    r"|(?P<digits>[#0?][#0?,]*(?:\.[#0?]*)?,*|\.[#0?]+)|(?P<general>General)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_MAX_CODE = 300
_MAX_DECIMALS = 15
_SHOWN = set(" %()-+/:.,₫đĐ$€")
# Nothing a plan counts is larger; numbers beyond are left as they are written.
_LARGEST = Decimal(10) ** 15
_YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class _Section:
    """One section of a format: text around the digits, and how these are written."""

    before: str = ""
    after: str = ""
    digits: str | None = None
    date: str = ""
    general: bool = False

    @property
    def is_percent(self) -> bool:
        return "%" in self.before + self.after


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[_Section, ...]:
    """The sections of a format code; a code beyond sane length is "General"."""
    if len(code) > _MAX_CODE:
        return (_Section(general=True),)
    found: list[_Section] = []
    around, digits, date, general = ["", ""], None, "", False
    for match in _TOKEN.finditer(code):
        other = match["other"] or ""
        if other == ";":
            found.append(_Section(around[0], around[1], digits, date, general))
            around, digits, date, general = ["", ""], None, "", False
            continue
        shown = match["quoted"] or match["escaped"] or match["currency"] or ""
        if match["digits"]:
            digits = match["digits"] if digits is None else digits + match["digits"]
        elif match["general"]:
            general = True
        elif other.lower() in set("ymdhs") and other:
            date += other.lower()
        elif other in _SHOWN:
            shown = other
        around[digits is not None or general] += shown
    return (*found, _Section(around[0], around[1], digits, date, general))


def is_date(code: str) -> bool:
    """Whether the format writes a number as a date or a time."""
    return bool(_sections(code)[0].date)


def grouped(digits: str) -> str:
    """The digits of a whole number with dots: "1234567" → "1.234.567"."""
    return re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ".", digits)


def _written(number: Decimal, decimals: int, at_least: int, bare: bool) -> str:
    """A number that is not negative with at most, and at least, so many decimals."""
    unit = Decimal(1).scaleb(-decimals)
    # The usual precision of 28 digits is too little for 15 digits and 15 decimals.
    rounded = number.quantize(unit, rounding=ROUND_HALF_UP, context=Context(prec=60))
    whole, _, rest = f"{rounded:f}".partition(".")
    while len(rest) > at_least and rest.endswith("0"):
        rest = rest[:-1]
    return (whole if bare else grouped(whole)) + ("," + rest if rest else "")


def _general(number: Decimal, bare: bool) -> str:
    """A number that is not negative as the format "General" writes it, ten digits at most."""
    n_whole = max(number.adjusted() + 1, 1)
    return _written(number, min(max(10 - n_whole, 0), _MAX_DECIMALS), 0, bare)


def format_number(raw: str, code: str, bare: bool = False) -> str:
    """The number written by a format code; `bare` leaves out the dots of whole parts.

    Text that is no number, or too large for one, is returned as it is.
    """
    try:
        number = Decimal(raw)
    except InvalidOperation:
        return raw
    if not number.is_finite() or abs(number) >= _LARGEST:
        return raw
    sections = _sections(code)
    by_sign = (
        1 if number < 0 and len(sections) > 1 else 2 if not number and len(sections) > 2 else 0
    )
    section = sections[by_sign]
    sign = "-" if number < 0 and not by_sign else ""
    # Unlike abs(), this does not round to the usual precision.
    number = number.copy_abs()
    if "E+" in code.upper() or "?/" in code:
        return sign + _general(number, bare)
    if section.digits is None:
        if section.general or not (section.before or section.after):
            return section.before + sign + _general(number, bare or code == "@") + section.after
        return (section.before + section.after).strip()
    return f"{section.before}{sign}{_by_digits(number, section, bare)}{section.after}".strip()


def _by_digits(number: Decimal, section: _Section, bare: bool) -> str:
    whole, _, rest = (section.digits or "0").partition(".")
    if section.is_percent:
        number *= 100
    thousands = len(rest or whole) - len((rest or whole).rstrip(","))
    if thousands:
        number = number.scaleb(-3 * min(thousands, 4))
    places = rest.rstrip(",")[:_MAX_DECIMALS]
    text = _written(number, len(places), places.count("0"), bare and "," not in whole.rstrip(","))
    if text == "0" and "0" not in whole:
        return ""
    padding = min(whole.count("0"), 20) - len(text.partition(",")[0].replace(".", ""))
    return "0" * max(padding, 0) + text


def format_date(raw: str, code: str, from_1904: bool) -> str:
    """The date of a serial number as "05/03/2024", "03/2024", "2024" or with "08:30".

    Text that is no serial number of a date is returned as it is.
    """
    try:
        # Excel counts a 29 February 1900, so serial numbers before March 1900 are off by one.
        epoch = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30)
        moment = epoch + timedelta(seconds=round(float(raw) * 86400))
    except (ValueError, OverflowError):
        return raw
    parts = set(_sections(code)[0].date)
    if parts <= set("hms") and (parts != {"m"}):
        return f"{moment:%H:%M}"
    if "d" in parts:
        day = f"{moment:%d/%m}/{moment.year:04d}" if "y" in parts else f"{moment:%d/%m}"
    else:
        day = f"{moment:%m}/{moment.year:04d}" if "m" in parts else f"{moment.year:04d}"
    return f"{day} {moment:%H:%M}" if "h" in parts else day


def is_year(raw: str, code: str) -> bool:
    """Whether a plain number could be a year: whole, 1900 to 2100, in a format without dots."""
    return raw.isdecimal() and int(raw[:5]) in _YEARS and len(raw) == 4 and "," not in code
