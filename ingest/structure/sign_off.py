"""The end of a document: to whom it goes, on whose behalf and by whom it is signed."""

import re
from collections.abc import Sequence

from ingest.lines import Block
from ingest.structure.grammar import bullet, match_label
from ingest.vietnamese import fold, is_all_caps

_RECIPIENTS = re.compile(r"Nơi nhận\s*:?.*")
# "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH" (a scan's "KI.", "TT,"), "T/M ỦY BAN", folded.
_AUTHORITY = re.compile(r"(?:t/?m|[kt]/?[til1]|tuq|q)(?:[.,:]\s?|\s)\S.*")
# "PHÓ CHỦ TỊCH THƯỜNG TRỰC", "P. GIÁM ĐỐC", folded.
_OFFICE = re.compile(
    r"(?:pho\s+|quyen\s+|p\.\s*|tong\s+|chi\s+)*(?:chu tich|giam doc|chanh van phong|cuc truong"
    r"|vu truong|bo truong|thu truong|truong ban|truong phong|bi thu|chanh thanh tra)"
    r"(?:\s[^.]{0,60})?"
)
_CONNECTED = re.compile(r"(?:VÀ|CÁC|VỀ|THUỘC|TẠI)\s[^a-z]{1,60}$|TỈNH\s[^a-z]{1,30}$")
_OFFICE_WITHIN = re.compile(r"chu tich|giam doc|tich$|truong\b|bi thu|nhan dan")
_NAME_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
# Agencies whose names have capitals alone, folded: "Báo Cà Mau", "Tỉnh Đoàn", "Thanh Tra Tỉnh".
_NAMED_OFFICES = (
    *("bao ", "dai ", "tinh ", "so ", "cong an ", "thanh tra ", "kho bac ", "van phong ", "hoi "),
    *("vnpt ", "viettel ", "buu dien ", "ban ", "cuc ", "chi cuc ", "truong ", "vien ", "lien "),
)
_MAX_RECIPIENTS = 40
_MAX_ITEM = 60
# What OCR makes of a seal's edge in front of a line.
_SPECKS = " '\"`´‘’“”.,_~^-–"


def is_person_name(text: str) -> bool:
    """Whether the block is nothing but a personal name ("Nguyễn Văn A")."""
    words = text.split()
    return 2 <= len(words) <= 5 and all(
        _NAME_WORD.fullmatch(word) and word[0].isupper() and word[1:].islower() | (len(word) == 1)
        for word in words
    )


def is_signers_name(text: str) -> bool:
    """Whether the block is a person's name, and no heading in a name's form ("Báo Yên Bái")."""
    return is_person_name(text) and not fold(text).startswith(_NAMED_OFFICES)


def is_name_in_capitals(text: str) -> bool:
    """Whether the block may be a personal name in capitals, where one is expected."""
    words = text.split()
    plain = 2 <= len(words) <= 5 and all(map(_NAME_WORD.fullmatch, words))
    office = is_sign_off_line(text) or _OFFICE_WITHIN.search(fold(text))
    return plain and is_all_caps(text) and not office and not goes_on_office(text)


def goes_on_office(text: str) -> bool:
    """Whether a line goes on the office above it: "GIÁM ĐỐC SỞ THÔNG TIN" / "VÀ TRUYỀN THÔNG"."""
    return bool(_CONNECTED.match(text))


def is_sign_off_line(text: str) -> bool:
    """Whether the block is a line of authority or office ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")."""
    if not is_all_caps(text):
        return False
    folded = fold(text).lstrip(_SPECKS)
    return bool(_AUTHORITY.fullmatch(folded) or _OFFICE.fullmatch(folded))


def find_sign_off(blocks: Sequence[Block], header_end: int) -> tuple[range, range]:
    """(the recipients' list, the signature), found after the body."""
    recipients = signature = range(0)
    for index in range(header_end, len(blocks)):
        text = blocks[index].text
        if _RECIPIENTS.fullmatch(text) and len(text) < 200 and not recipients:
            recipients = range(index, _list_end(blocks, index))
        elif is_sign_off_line(text) and not signature and index not in recipients:
            signature = range(index, _signature_end(blocks, index))
        if signature and match_label(text):
            break
    return recipients, signature


def _list_end(blocks: Sequence[Block], start: int) -> int:
    end = start + 1
    while end < len(blocks) and (
        bullet(blocks[end].text) or (end > start + 1 and _ends_item(blocks[end].text))
    ):
        end += 1
    return end


def _ends_item(text: str) -> bool:
    """Whether a line behind a recipient may be the rest of it: "UBND tỉnh;"."""
    return text.endswith((";", ",")) and len(text) <= _MAX_ITEM


def _signature_end(blocks: Sequence[Block], start: int) -> int:
    end = last = start
    while end < len(blocks):
        text = blocks[end].text
        if is_person_name(text) or (end > start and is_name_in_capitals(text)):
            return end + 1
        if (bullet(text) or _ends_item(text)) and _name_follows(blocks, end):
            end += 1
            continue
        if (
            text
            and not (is_sign_off_line(text) or goes_on_office(text))
            and not re.fullmatch(r"\(.{0,40}\)", text)
        ):
            break
        last = end if text else last
        end += 1
    return last + 1


def _name_follows(blocks: Sequence[Block], index: int) -> bool:
    """Whether recipients that a page break put into the sign-off are followed by the name."""
    following = (block.text for block in blocks[index : index + _MAX_RECIPIENTS])
    plain = (text for text in following if text and not bullet(text) and not _ends_item(text))
    behind = next((text for text in plain if not is_sign_off_line(text)), "")
    return is_person_name(behind)
