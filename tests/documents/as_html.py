"""A document as a saved web page: its body within the page of a site.

Words of the variant: `lawsite`, `portal` (nested layout tables), `legaldb` (attribute table and
tabs), `modern` (semantic HTML, cookie banner, comments) or `word` (Word's "web page, filtered").
"""

import html
import unicodedata

from documents.body_html import Body
from documents.spec import Document

_RELATED = (
    ("Quyết định 871/QĐ-UBND năm 2019 phê duyệt Đề án đô thị thông minh", "12/4/2019"),
    ("Công văn 2204/STTTT-CNTT về báo cáo chuyển đổi số quý II", "30/6/2023"),
    ("Nghị quyết 17/NQ-HĐND về dự toán ngân sách địa phương", "08/12/2022"),
)
_NEWS = (
    "Khai trương điểm hỗ trợ dịch vụ công trực tuyến tại bưu điện xã",
    "Tập huấn tổ công nghệ số cộng đồng năm nay: 1.240 học viên tham gia",
    "Thông báo lịch tiếp công dân tháng 5 của lãnh đạo UBND tỉnh",
)


def write_html(document: Document) -> bytes:
    """The bytes of the saved page."""
    body = "\n".join(part for part in Body(document).parts() if part)
    if document.has("nfd"):
        body = unicodedata.normalize("NFD", body)
    for name, site in (
        ("lawsite", _lawsite), ("portal", _portal), ("legaldb", _legaldb), ("modern", _modern),
    ):  # fmt: skip
        if document.has(name):
            return site(document, body).encode("utf-8-sig" if document.has("bom") else "utf-8")
    return _word(document, body).encode("utf-8")


def _name(document: Document) -> str:
    meta = document.meta
    number = document.decision.number if document.decision else meta.number
    kind = "Quyết định" if document.decision else meta.doc_type
    return html.escape(
        f"{kind} {number} năm {meta.issued.year} về {meta.title} do {meta.issuer} ban hành"
    )


def _facts(document: Document, row: str) -> str:
    meta = document.meta
    facts = (
        ("Số hiệu", document.decision.number if document.decision else meta.number),
        ("Loại văn bản", "Quyết định" if document.decision else meta.doc_type),
        ("Nơi ban hành", f"{'Thành phố' if meta.issuer.startswith('UBND thành') else 'Tỉnh'} {meta.province}"),
        ("Người ký", meta.signer),
        ("Ngày ban hành", f"{meta.issued:%d/%m/%Y}"),
        ("Ngày hiệu lực", f"{meta.issued:%d/%m/%Y}"),
        ("Ngày công báo", "Đang cập nhật"),
        ("Tình trạng", "Đã biết"),
    )  # fmt: skip
    return "\n".join(row.format(name, html.escape(str(said))) for name, said in facts)


def _lawsite(document: Document, body: str) -> str:
    row = '<tr><td class="hd">{0}:</td><td class="ds">{1}</td></tr>'
    related = "".join(
        f'<li><a href="/van-ban/{i}.aspx">{t}</a></li>' for i, (t, _) in enumerate(_RELATED)
    )
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>{_name(document)}</title><meta name="keywords" content="{document.meta.number},Kế hoạch" />
<script type="text/javascript">var ads = ["<table><tr><td>Quảng cáo</td></tr></table>"]; function showTab(i){{ if (i < 3 && i > 0) return; }}</script>
<style>.hd {{ font-weight: bold }} .MsoNormal {{ margin: 0 }} /* <p>không hiển thị</p> */</style></head>
<body><form id="aspnetForm" method="post"><input type="hidden" name="__VIEWSTATE" value="/wEPDwUKMTY1NDU2MTA1MmRk{"A" * 400}" />
<div id="header"><ul class="menu"><li><a href="/">Trang chủ</a></li><li><a href="/tnpl">Thuật ngữ pháp lý</a></li><li><a href="/dv">Gói dịch vụ</a></li></ul>
<input type="text" name="key" value="" placeholder="Nhập số hiệu, tên văn bản" /><button>Tìm kiếm</button></div>
<div class="breadcrumb"><a>Văn bản pháp luật</a> &raquo; <a>Công nghệ thông tin</a></div>
<h1 class="title-vb">{_name(document)}</h1>
<div class="tabs"><a>Tóm tắt</a><a class="on">Nội dung</a><a>Tiếng Anh</a><a>Lược đồ</a><a>Tải về</a></div>
<table class="thuoctinh">{_facts(document, row)}</table>
<div class="adv">Quảng cáo: Tra cứu mã số thuế miễn phí chỉ 3 giây!</div>
<div class="cldivContentDocVn"><div class="content1"><div>
{body}
</div></div></div>
<div class="ghichu"><a href="#">Lưu trữ</a> <a href="#">Ghi chú</a> <a href="#">Ý kiến</a> <a href="#">In</a></div>
<div class="lienquan"><b>Văn bản liên quan</b><ul>{related}</ul></div>
<div id="footer"><p>Bản quyền &copy; 2008-2026 Thư viện văn bản mẫu. Địa chỉ: 25 đường Hoa Phượng, quận 3.</p>
<p>Giấy phép số 27/GP-TTĐT, cấp ngày 09/5/2019. Hotline: 0900 000 000</p></div></form>
<noscript><img src="https://example.org/pixel.gif" /></noscript></body></html>"""


def _portal(document: Document, body: str) -> str:
    menu = "".join(
        f'<tr><td class="m"><a href="#">{m}</a></td></tr>'
        for m in ("Giới thiệu", "Tin tức", "Văn bản chỉ đạo điều hành", "Công khai ngân sách")
    )
    news = "".join(
        f'<tr><td><img src="n.gif" width=4> <a href="#">{n}</a> <font color=gray>(12/5/2023)</font></td></tr>'
        for n in _NEWS
    )
    return f"""<html><head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><title>Cổng thông tin điện tử {document.meta.place}</title></head>
<body bgcolor=#ffffff topmargin=0><table width=1000 align=center cellspacing=0 cellpadding=0><tr><td colspan=3 background=banner.jpg height=120>
<font size=5 color=red>CỔNG THÔNG TIN ĐIỆN TỬ</font><br><font size=6>{document.meta.place.upper()}</font></td></tr>
<tr><td colspan=3><table width=100%><tr><td>Thứ Tư, 17/05/2023 10:24</td><td align=right>Liên hệ | Sơ đồ cổng | English</td></tr></table></td></tr>
<tr><td width=180 valign=top><table width=100%>{menu}</table><br><table><tr><td>Số lượt truy cập</td></tr><tr><td>3.482.190</td></tr><tr><td>Đang trực tuyến: 57</td></tr></table></td>
<td width=640 valign=top><table width=100%><tr><td><font size=4 color=navy>{html.escape(document.meta.title)}</font></td></tr>
<tr><td><i>Đăng ngày: {document.meta.issued:%d/%m/%Y} 08:15 | Lượt xem: 1.204</i></td></tr>
<tr><td><table width=100% cellpadding=6><tr><td class=noidung>
{body}
</td></tr></table></td></tr>
<tr><td>Tệp đính kèm: <a href="#">ke-hoach-signed.pdf</a> (2,4 MB)</td></tr>
<tr><td><b>Các tin khác</b></td></tr><tr><td><table>{news}</table></td></tr></table></td>
<td width=180 valign=top><table width=100%><tr><td><b>Thăm dò ý kiến</b></td></tr><tr><td><input type=radio> Rất hài lòng</td></tr><tr><td><input type=radio> Hài lòng</td></tr></table></td></tr>
<tr><td colspan=3 align=center bgcolor=#eeeeee>Cơ quan chủ quản: Ủy ban nhân dân {document.meta.place}<br>Chịu trách nhiệm: Chánh Văn phòng. Điện thoại: 0200 3888 999. Ghi rõ nguồn khi phát hành lại thông tin.</td></tr></table></body></html>"""


def _legaldb(document: Document, body: str) -> str:
    row = "<tr><td class='label'>{0}</td><td>{1}</td></tr>"
    return f"""<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Cơ sở dữ liệu quốc gia về văn bản</title></head><body>
<div class="header"><h2>CƠ SỞ DỮ LIỆU VĂN BẢN</h2><div class="nav"><a>VB gốc</a> <a>Toàn văn</a> <a>Thuộc tính</a> <a>Lịch sử</a> <a>VB liên quan</a> <a>Lược đồ</a></div></div>
<div class="box-container"><div class="vbInfo"><ul><li class="green"><span>Hiệu lực: Còn hiệu lực</span></li><li><span>Ngày có hiệu lực: {document.meta.issued:%d/%m/%Y}</span></li></ul></div>
<div class="fulltext"><div id="toanvancontent">
{body}
</div></div>
<div class="vbProperties" style="display:none"><table>{_facts(document, row)}</table></div></div>
<div class="footer"><p>CƠ SỞ DỮ LIỆU VĂN BẢN - TRANG TRUNG ƯƠNG</p><p>Bản quyền thuộc về cơ quan chủ quản. Phát triển bởi Công ty Phần mềm Sao Mai</p></div></body></html>"""


def _modern(document: Document, body: str) -> str:
    cards = "".join(
        f'<article class="card"><h3><a href="#">{t}</a></h3><time>{d}</time><p>Xem chi tiết…</p></article>'
        for t, d in _RELATED
    )
    return f"""<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{_name(document)} | Văn bản số</title>
<script type="application/ld+json">{{"@type":"Article","headline":"{_name(document)}"}}</script><link rel="stylesheet" href="a.css"></head>
<body class="theme-light"><div class="cookie-banner" role="dialog"><p>Chúng tôi sử dụng cookie để nâng cao trải nghiệm của bạn.</p><button>Đồng ý</button></div>
<header><nav aria-label="chính"><a href="/">Văn bản số</a><ul><li>Lĩnh vực<ul><li>Thuế</li><li>Đất đai</li></ul></li><li>Đăng ký</li></ul></nav></header>
<main><ol class="crumbs"><li>Trang chủ</li><li>Kế hoạch</li></ol>
<section class="meta"><dl><dt>Số ký hiệu</dt><dd>{document.decision.number if document.decision else document.meta.number}</dd><dt>Ngày ban hành</dt><dd>{document.meta.issued:%d/%m/%Y}</dd><dt>Người ký</dt><dd>{document.meta.signer}</dd></dl>
<div class="share"><button>Chia sẻ Zalo</button><button>Sao chép liên kết</button></div></section>
<article class="document">
{body}
</article>
<section class="comments"><h2>Bình luận (2)</h2><div><b>Minh Trí</b><p>Cho mình hỏi phụ lục tải ở đâu ạ?</p></div><div><b>Quản trị viên</b><p>Bạn xem ở mục Tải về nhé.</p></div></section></main>
<aside><h2>Có thể bạn quan tâm</h2>{cards}</aside>
<footer><p>© 2026 Văn bản số. Mọi quyền được bảo lưu.</p><address>Tầng 5, số 10 phố Hàng Than</address></footer></body></html>"""


def _word(document: Document, body: str) -> str:
    return f"""<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15 (filtered)"><title>ỦY BAN NHÂN DÂN</title>
<!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>Administrator</o:Author><o:Pages>4</o:Pages></o:DocumentProperties></xml><![endif]-->
<style><!-- p.MsoNormal {{margin:0in; font-size:14.0pt;}} @page WordSection1 {{size:595.3pt 841.9pt;}} --></style></head>
<body lang=EN-US style='tab-interval:36.0pt'><div class=WordSection1>
{body}
</div></body></html>"""
