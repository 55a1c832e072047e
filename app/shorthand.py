"""A message with its chat shorthand and raw Telex written out ("bn tiền": "bao nhiêu tiền")."""

import re
from functools import cache
from importlib import resources

from index.analyzer import fold, has_diacritics
from index.telex import untelex

_WORD = re.compile(r"(?<![\w/.-])\w+(?![\w/-])")


@cache
def _full_forms() -> dict[str, str]:
    content = resources.files("app").joinpath("shorthand.tsv").read_text(encoding="utf-8")
    pairs = (line.split("\t", 1) for line in content.splitlines() if not line.startswith("#"))
    return dict(pairs)


def written_out(message: str) -> str:
    """`message` with shorthand replaced; without diacritics when the message has none.

    Only lower-case words are shorthand: capitals are the plans' own abbreviations. A message
    typed without diacritics stays so, because then all of it is matched folded.
    """
    message = untelex(message)
    accented = has_diacritics(message)

    def full(match: re.Match[str]) -> str:
        form = _full_forms().get(match.group())
        if form is None:
            return match.group()
        return form if accented else fold(form)

    return re.sub(
        r"\bbao nhiu\b", "bao nhiêu" if accented else "bao nhieu", _WORD.sub(full, message)
    )
