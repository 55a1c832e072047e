"""Blocks of HTML: the letterhead, the signature, and list items as only Word writes them."""

import html
import re

from documents.spec import Document

# All capitals behind the first of a word, but those of a Roman numeral.
_CAPITALS = re.compile(r"(?<=[^\W\d_a-z])(?<![IVX])[^\W\d_a-z]+")
_WRITTEN = re.compile(r"(?<=ngày |háng )\d+")
PRINTED = {"pdf", "scan"}
MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


def small_capitals(inner: str) -> str:
    """All but the first letter of words in capitals, smaller."""
    return _CAPITALS.sub(lambda match: f'<span class="small">{match[0]}</span>', inner)


def letterhead(document: Document, number: str) -> str:
    """The two-column head: issuer and number, state and date."""
    meta = document.meta
    left = "<br>".join(html.escape(one) for one in meta.letterhead[:-1])
    own = f"<b>{html.escape(meta.letterhead[-1])}</b>"
    issuer = (f"{left}<br>" if left else "") + own
    rule, longer = ("<hr width=60>", "<hr width=160>") if document.kind in PRINTED else (
        "<br>-------", "<br>---------------")  # fmt: skip
    dateline = html.escape(meta.dateline)
    if document.has("byhand"):
        dateline = _WRITTEN.sub(lambda match: f'<span class="hand">{match[0]}</span>', dateline)
    return (
        '<table class="head" border="0" width="100%"><tr>'
        f'<td width="42%" align="center" valign="top"><p align="center">{issuer}{rule}</p></td>'
        f'<td align="center" valign="top"><p align="center"><b>{MOTTO[0]}<br>{MOTTO[1]}{longer}</b></p></td></tr>'
        f'<tr><td align="center"><p align="center">Số: {html.escape(number)}</p></td>'
        f'<td align="right"><p align="right"><i>{dateline}</i></p></td></tr></table>'
    )


def signature(document: Document) -> str:
    """Recipients and signature in a table without borders."""
    meta = document.meta
    to = "<br>".join(html.escape(f"- {one}") for one in meta.recipients)
    sign = "<br>".join(map(html.escape, meta.sign))
    stamp = ""
    if document.has("digital"):
        stamp = (
            f'<div class="stamp">Ký bởi: {html.escape(meta.issuer)}<br>'
            f"Ngày ký: {meta.issued:%d.%m.%Y} 16:32:08 +07:00</div>"
        )
    gap = stamp or "<br><br><br><br>"
    return (
        '<table class="head sign" border="0" width="100%"><tr>'
        f'<td width="50%" valign="top"><p><b><i>Nơi nhận:</i></b><br>{to}</p></td>'
        f'<td align="center" valign="top"><p align="center"><b>{sign}</b>{gap}<b>{html.escape(meta.signer)}</b></p></td></tr></table>'
    )


def word_item(mark: str, inner: str) -> str:
    """A list item as Word exports it: its mark is typed, behind a condition for old browsers."""
    return (
        "<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'>"
        "<![if !supportLists]><span lang=VI><span style='mso-list:Ignore'>"
        f"{mark}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span>"
        f"<![endif]><span lang=VI>{inner}<o:p></o:p></span></p>"
    )
