"""Raw lines made clean: NFC, invisible characters, lone decoration.

Keeps the document's own words exactly; joining wrapped lines is unwrap.py's work.
"""

import re

from ingest.vietnamese import nfc

# Zero-width and bidirectional marks, soft hyphens, controls: never part of a word.
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffc"
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]"
)
# Lines of decoration, e.g. "|" left over from a layout table, "-------" under the issuer.
_DECORATION = re.compile(r"[|¦]+|[-_=*~–—.\s]{3,}|[_=*~]+")
_LINE_BREAKS = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


def split_lines(text: str) -> list[str]:
    """The lines of a text, whatever it uses as line break."""
    return _LINE_BREAKS.split(text)


def clean_line(text: str) -> str:
    """The line in NFC without invisible characters; white space inside becomes single spaces.

    "" for an empty line; " " for a line of white space only (a blank cell), for decoration "".
    """
    visible = _INVISIBLE.sub("", nfc(text))
    if not visible:
        return ""
    collapsed = " ".join(visible.split())
    if not collapsed:
        return " "
    return "" if _DECORATION.fullmatch(collapsed) and collapsed not in {"...", "…"} else collapsed
