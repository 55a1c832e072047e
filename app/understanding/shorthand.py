"""A message with its chat shorthand and raw Telex written out ("bn tiền": "bao nhiêu tiền")."""

import re

from app.words.word_lists import chat_shorthand, department_short_forms
from index.terms.analyzer import fold, has_diacritics
from index.terms.telex import untelex

_OFFICE = re.compile(
    r"(?<!\w)(sở|so)\s+([\wđĐ]{2,8}(?:\s?[&.-]\s?[\wđĐ]{1,5}){0,3})", re.IGNORECASE
)
# "CA tỉnh", "PL01", "PL II": the police, an annex.
_POLICE = re.compile(r"(?<!\w)CA(?= (?:tỉnh|tinh|huyện|huyen|xã|xa|thành phố|thanh pho)(?!\w))")
_ANNEX = re.compile(r"(?<!\w)(?:PL|pl)\.? ?(?=(?:0?\d|[IVX]{1,4})(?!\w))")
_WORD = re.compile(r"(?<![\w/.-])\w+(?![\w/-])")


def _department(match: re.Match[str]) -> str:
    """The office in full ("Sở TN&MT"), typed as the message is; other offices as they stand."""
    key = re.sub(r"[^a-z]", "", fold(match.group(2)).lower())
    full = department_short_forms().get(key)
    if full is None:
        return match.group()
    return f"{match.group(1)} {full if has_diacritics(match.group(1)) else fold(full)}"


def written_out(message: str) -> str:
    """`message` with shorthand replaced; without diacritics when the message has none.

    Most capitals are the plans' own abbreviations and stay. A message
    typed without diacritics stays so, because then all of it is matched folded.
    """
    message = untelex(message)
    accented = has_diacritics(message)
    message = _OFFICE.sub(_department, message)
    for pattern, full_form in ((_POLICE, "Công an"), (_ANNEX, "phụ lục ")):
        message = pattern.sub(full_form if accented else fold(full_form), message)

    def full(match: re.Match[str]) -> str:
        form = chat_shorthand().get(match.group())
        if form is None:
            return match.group()
        return form if accented else fold(form)

    return re.sub(
        r"\bbao nhiu\b", "bao nhiêu" if accented else "bao nhieu", _WORD.sub(full, message)
    )
