"""Who signed, and in what office: read from the lines of the sign-off."""

import re
from collections.abc import Sequence

from ingest.metadata.offices import office_name
from ingest.structure.sign_off import (
    goes_on_office,
    is_name_in_capitals,
    is_person_name,
    is_sign_off_line,
)

# "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH": on whose behalf, not the signer's own office.
_ON_BEHALF = re.compile(r"(?:T/?M|T/?L|TUQ|[KT]/?[TIL1]|Q)(?:[.,:]|\s)")


def find_signer(signature: Sequence[str]) -> tuple[str, str]:
    """(name, office in running text) of a sign-off; "" for what it does not say."""
    signature = _whole_offices(signature)
    names = [text for text in signature if is_person_name(text)]
    names += [text.title() for text in signature if is_name_in_capitals(text)]
    offices = [text for text in signature if is_sign_off_line(text)]
    plain = [text for text in offices if not _ON_BEHALF.match(text)]
    deputed = [
        re.sub(r"^Q[.,]\s*", "QUYỀN ", text) for text in offices if text.startswith(("Q.", "Q,"))
    ]
    return (names or [""])[-1], office_name((plain or deputed or [""])[-1])


def _whole_offices(signature: Sequence[str]) -> list[str]:
    """The lines with an office that is written in two of them made one."""
    found: list[str] = []
    for text in signature:
        if found and is_sign_off_line(found[-1]) and goes_on_office(text):
            found[-1] = f"{found[-1]} {text}"
        else:
            found.append(text)
    return found
