"""The document's parts without what a flat page leaves before and behind them."""

import re

from ingest.lines import Grid
from ingest.readers.html_blocks import Item
from ingest.vietnamese import fold, is_all_caps

_MOTTO = re.compile(r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI\s+CHỦ\s+NGH[ĨIÃ]A")
_TYPE = re.compile(r"(?:KẾ HOẠCH|QUYẾT ĐỊNH|NGHỊ QUYẾT|CHỈ THỊ|ĐỀ ÁN|CHƯƠNG TRÌNH)\s*:?")
# "ỦY BAN NHÂN DÂN", "TỈNH AN GIANG", "SỞ THÔNG TIN VÀ TRUYỀN THÔNG"
_ISSUER = re.compile(
    r"(?:ỦY|UỶ) BAN NHÂN|HỘI ĐỒNG NHÂN|UBND|HĐND|TỈNH |THÀNH PHỐ|BỘ |SỞ |BAN |CHÍNH PHỦ|THỦ TƯỚNG|HUYỆN |QUẬN "
)
# "Số: 12/KH-UBND", "An Giang, ngày 05 tháng 3 năm 2024", "Độc lập - Tự do - Hạnh phúc"
_LETTERHEAD = re.compile(
    r"S[ốỐ]\s*:|.{0,40}\bngày\b.{0,12}\btháng\b.{0,12}\bnăm\b|Độc lập|V/v", re.IGNORECASE
)
_SIGN_OFF = re.compile(r"N[ơƠ][iI] [nN][hH][ậẬ][nN]\s*:?|(?:TM|KT|TL|TUQ|Q)\s?\.\s?[A-ZĐÀ-Ỹ]{2}")
_NOTE = re.compile(r"\[\d{1,3}\]")
# Headings and buttons that sites put around a document, folded, alone in their line.
_AROUND = re.compile(
    r"(?:cac )?(?:van ban|tin|bai|bai viet|tin tuc)(?: (?:lien quan|khac|moi|cung|cu hon|goc"
    r"|tieng anh|duoc|bi)\b)+.{0,40}"
    r"|(?:y kien|gui|viet|xem|thong tin|luoc do|thuoc tinh|noi dung|tai|in|luu|chia se|danh gia"
    r"|tu khoa|binh luan|phan hoi|gop y|dang nhap|hieu luc|luot|so lan) (?:binh luan|phan hoi|y kien"
    r"|them|van ban|ve|trang|bai|ban doc|xem|truy cap|qua|khoa|cua ban|email|facebook|tep|file"
    r"|dinh kem|dang nhap|nay)\b.{0,40}"
    r"|binh luan(?: \(\d+\))?|luoc do|thuoc tinh|tai ve|in trang|chia se|tu khoa|tags|dang nhap"
    r"|quay lai|ve dau trang|len dau trang|file dinh kem|tep dinh kem|bai lien quan"
    r"|file duoc dinh kem theo van ban|copyright.{0,80}|©.{0,80}|ban quyen.{0,80}"
)
# "PHỤ LỤC II", "Phụ lục 03: DANH MỤC": whatever stands before it belongs to the document.
_ANNEX = re.compile(r"(?:PHỤ LỤC|Phụ lục)\b")
_MAX_AROUND = 90
_MAX_HEAD = 10


def _text(item: Item) -> str:
    return "" if isinstance(item.part, Grid) else item.part.text


def _start(items: list[Item]) -> int:
    """Where the letterhead begins; 0 when there is none."""
    texts = [_text(item) for item in items[:400]]
    motto = next((i for i, t in enumerate(texts) if is_all_caps(t) and _MOTTO.search(t)), None)
    if motto is None:
        motto = next((i for i, text in enumerate(texts) if _TYPE.fullmatch(text)), None)
        if motto is None:
            return 0
    start = motto
    for index in range(motto - 1, max(motto - _MAX_HEAD, 0) - 1, -1):
        text = texts[index]
        if items[index].linked or not (is_all_caps(text) or _LETTERHEAD.match(text)):
            break
        if _ISSUER.match(text) or _LETTERHEAD.match(text):
            start = index
    return start


def _is_around(item: Item) -> bool:
    text = _text(item)
    if not text or len(text) > _MAX_AROUND:
        return False
    return bool(_AROUND.fullmatch(fold(text).strip(" .:»›>|-")))


def _end(items: list[Item]) -> int:
    """Where the document ends: before the site's own headings and links behind the sign-off."""
    signs = [i for i, item in enumerate(items) if _SIGN_OFF.match(_text(item))]
    annexes = [i for i, item in enumerate(items) if not item.linked and _ANNEX.match(_text(item))]
    from_ = max([*signs[-1:], *annexes[-1:]]) if signs else _last_long(items)
    end = len(items)
    for index in range(from_ + 1, end):
        if _is_around(items[index]) or all(item.linked for item in items[index : index + 3]):
            end = index
            break
    while end > from_ + 1 and items[end - 1].linked:
        end -= 1
    return end


def _last_long(items: list[Item]) -> int:
    """The last paragraph or table of running text."""
    long = (
        index
        for index in range(len(items) - 1, -1, -1)
        if not items[index].linked
        and (isinstance(items[index].part, Grid) or len(_text(items[index])) > 150)
    )
    return next(long, 0)


def trimmed(items: list[Item]) -> list[Item]:
    """The items from the letterhead on to the end of the sign-off, its annexes and notes."""
    start = _start(items)
    kept = items[start:]
    end = _end(kept)
    notes = [item for item in kept[end:] if item.note]
    return kept[:end] + notes
