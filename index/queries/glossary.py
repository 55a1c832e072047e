"""An office's own words: groups of synonyms in `synonyms.tsv` of the home folder.

They widen the question only, so the index need not be built again; the program reads them when it
starts. The form is that of the list shipped beside this file: a group a line, tab-separated.
"""

from pathlib import Path

from index.errors import GlossaryError
from index.terms.analyzer import Analyzer
from index.terms.word_files import rows

MAX_BYTES, MAX_GROUPS, MAX_PHRASES, MAX_SYLLABLES = 1_000_000, 5_000, 20, 8


def read_glossary(file: Path) -> tuple[tuple[str, ...], ...]:
    """The groups of a file, () when there is none.

    Raises: GlossaryError, naming the first line that cannot be used.
    """
    try:
        if not file.exists():
            return ()
        if file.stat().st_size > MAX_BYTES:
            raise GlossaryError(file.name, f"tệp lớn hơn {MAX_BYTES // 1000} KB")
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as exc:
        raise GlossaryError(file.name, "không đọc được, cần mã UTF-8", detail=str(exc)) from exc
    groups = tuple(_group(file.name, row) for row in rows(text) if any(map(str.strip, row)))
    if len(groups) > MAX_GROUPS:
        raise GlossaryError(file.name, f"quá {MAX_GROUPS} nhóm từ")
    return groups


def _group(name: str, row: list[str]) -> tuple[str, ...]:
    phrases = tuple(dict.fromkeys(cell.strip() for cell in row if cell.strip()))
    shown = " | ".join(row)[:80]
    if not 2 <= len(phrases) <= MAX_PHRASES:
        raise GlossaryError(name, f"dòng “{shown}” phải có từ 2 đến {MAX_PHRASES} cách nói")
    for phrase in phrases:
        if not 1 <= len(Analyzer().syllables(phrase)) <= MAX_SYLLABLES:
            raise GlossaryError(
                name, f"cách nói “{phrase[:80]}” phải có 1 đến {MAX_SYLLABLES} tiếng"
            )
    return phrases
