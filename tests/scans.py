"""Pages as an office's scanner gives them: known words in known places, then skew, noise, seal."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from ingest.readers.words import Word

DPI = 300
FONTS = Path("/usr/share/fonts/truetype")
# Of the free serif fonts these have the Vietnamese letters (Liberation Serif lacks them).
FACES = (
    ("noto/NotoSerif-Regular.ttf", "noto/NotoSerif-Bold.ttf"),
    ("dejavu/DejaVuSerifCondensed.ttf", "dejavu/DejaVuSerifCondensed-Bold.ttf"),
    ("dejavu/DejaVuSerif.ttf", "dejavu/DejaVuSerif-Bold.ttf"),
)
BODY = 11.5  # Noto Serif's small letters are then as high as Times New Roman's at 13.5 pt
A4 = (595.0, 842.0)
MARGIN = 72.0

PROSE = (
    "I. MỤC TIÊU",
    "1. Mục tiêu chung: Đẩy mạnh ứng dụng công nghệ thông tin trong hoạt động của cơ quan nhà "
    "nước trên địa bàn tỉnh An Giang, nâng cao chất lượng phục vụ người dân và doanh nghiệp, bảo "
    "đảm an toàn thông tin mạng cho các hệ thống thông tin dùng chung của tỉnh.",
    "2. Mục tiêu cụ thể đến hết năm 2027:",
    "- 85% hồ sơ công việc tại cấp tỉnh, 70% hồ sơ công việc tại cấp huyện được xử lý trên môi "
    "trường mạng (trừ hồ sơ thuộc phạm vi bí mật nhà nước).",
    "- Tối thiểu 60% thủ tục hành chính có yêu cầu nghĩa vụ tài chính được thanh toán trực tuyến; "
    "tỷ lệ người dân, doanh nghiệp hài lòng đạt từ 92,5% trở lên.",
    "- 100% máy chủ, máy trạm của 19 sở, ban, ngành được cài đặt phần mềm phòng, chống mã độc.",
    "II. NHIỆM VỤ VÀ GIẢI PHÁP",
    "1. Sở Thông tin và Truyền thông chủ trì, phối hợp với Công an tỉnh và Ủy ban nhân dân các "
    "huyện, thị xã, thành phố rà soát, sửa đổi quy chế quản lý, vận hành Trung tâm dữ liệu; báo "
    "cáo kết quả trước ngày 15 tháng 11 hằng năm.",
    "2. Kinh phí thực hiện dự kiến là 12.450 triệu đồng, trong đó ngân sách địa phương 9.800 triệu "
    "đồng; nguồn vốn hợp pháp khác theo quy định tại Nghị định số 73/2019/NĐ-CP.",
    "3. Tổ chức ít nhất 02 lớp bồi dưỡng kỹ năng số cho 350 cán bộ, công chức, viên chức; diễn tập "
    "ứng cứu sự cố an toàn thông tin mạng mỗi năm một lần./.",
)
TABLE = (
    ("TT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Thời gian", "Kinh phí (triệu đồng)"),
    ("1", "Nâng cấp cổng dịch vụ công của tỉnh", "Sở Thông tin và Truyền thông", "2026", "3.250"),
    ("2", "Thuê đường truyền số liệu chuyên dùng", "Văn phòng UBND tỉnh", "2026-2027", "1.480"),
    (
        "3",
        "Giám sát an toàn thông tin cho Trung tâm tích hợp dữ liệu, cập nhật bản vá định kỳ",
        "Công an tỉnh",
        "Quý IV/2026",
        "2.075",
    ),
    ("4", "Số hóa 120.000 hồ sơ lưu trữ", "Sở Nội vụ", "2027", "4.600"),
    ("5", "Đào tạo kỹ năng số cho cán bộ cấp xã", "Trường Chính trị tỉnh", "Hằng năm", "395"),
    ("6", "Diễn tập ứng cứu sự cố", "Sở Thông tin và Truyền thông", "Quý III/2027", "650"),
    ("", "Tổng cộng", "", "", "12.450"),
)
WIDTHS = (28.0, 168.0, 110.0, 72.0, 73.0)
LEFT_HEAD = (("ỦY BAN NHÂN DÂN", False), ("TỈNH CAO BẰNG", True), ("Số: 12/KH-UBND", False))
RIGHT_HEAD = (
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True),
    ("Độc lập - Tự do - Hạnh phúc", True),
    ("Cao Bằng, ngày 20 tháng 3 năm 2026", False),
)
TITLE = ("KẾ HOẠCH", "Ứng dụng công nghệ thông tin và bảo đảm an toàn", "thông tin mạng năm 2026")
RECEIVERS = (
    "Nơi nhận:",
    "- Bộ Khoa học và Công nghệ;",
    "- Các sở, ban, ngành;",
    "- Lưu: VT, KGVX.",
)


@dataclass
class Sheet:
    """A typed page: its image, the words with their boxes in points, and its text areas.

    An area is (x0, top, x1, bottom, text): a column, a paragraph's block or a table's cell.
    """

    image: Image.Image
    words: list[Word] = field(default_factory=list)
    areas: list[tuple[float, float, float, float, str]] = field(default_factory=list)


def font(size: float, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    """A serif font at a size in points: the first of FACES that is installed."""
    pair = next(pair for pair in FACES if (FONTS / pair[0]).is_file())
    return ImageFont.truetype(FONTS / pair[bold], round(size * DPI / 72))


def blank(size: tuple[float, float] = A4) -> Sheet:
    """A white sheet; its size is in points."""
    return Sheet(Image.new("RGB", (round(size[0] * DPI / 72), round(size[1] * DPI / 72)), "white"))


def type_line(
    sheet: Sheet, x: float, top: float, text: str, size: float = BODY, *, bold: bool = False
) -> float:
    """Draw one line of words at a place in points; returns where it ends."""
    face, scale = font(size, bold=bold), 72 / DPI
    draw = ImageDraw.Draw(sheet.image)
    for word in text.split():
        draw.text((x / scale, top / scale), word, font=face, fill=(25, 25, 28))
        x0, y0, x1, y1 = draw.textbbox((x / scale, top / scale), word, font=face)
        sheet.words.append(Word(word, x0 * scale, y0 * scale, x1 * scale, y1 * scale))
        x += (draw.textlength(word + " ", font=face)) * scale
    return x


def width_of(text: str, size: float = BODY, *, bold: bool = False) -> float:
    """The width of a line in points."""
    return float(font(size, bold=bold).getlength(text)) * 72 / DPI


def folded(text: str, width: float, size: float = BODY) -> list[str]:
    """The text in lines no wider than `width` points."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if width_of(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def type_prose(sheet: Sheet, paragraphs: Sequence[str], top: float = MARGIN) -> float:
    """Paragraphs down the page as one area; returns where they end."""
    width, start = sheet.image.width * 72 / DPI, top
    for text in paragraphs:
        for line in folded(text, width - 2 * MARGIN - 10):
            type_line(sheet, MARGIN, top, line, bold=text.isupper())
            top += 19
        top += 4
    sheet.areas.append((0, start - 5, width, top, " ".join(paragraphs)))
    return top


def type_letterhead(sheet: Sheet) -> float:
    """The two-column head of an official letter with its underlines and title."""
    for middle, lines in ((150.0, LEFT_HEAD), (410.0, RIGHT_HEAD)):
        for row, (text, bold) in enumerate(lines):
            x = middle - width_of(text, 10.5, bold=bold) / 2
            type_line(sheet, x, 60.0 + 20 * row, text, 10.5, bold=bold)
        area = (0, 50, 245, 125) if middle < 200 else (245, 50, 595, 125)
        sheet.areas.append((*area, " ".join(text for text, _ in lines)))
    rule(sheet, 115, 96, 185, 96)
    rule(sheet, 335, 97, 485, 97)
    for row, text in enumerate(TITLE):
        type_line(
            sheet, 297 - width_of(text, 12.5, bold=True) / 2, 145 + 20 * row, text, 12.5, bold=True
        )
    sheet.areas.append((0, 135, 595, 206, " ".join(TITLE)))
    return 225.0


def type_receivers(sheet: Sheet, top: float) -> None:
    """The foot of a letter: receivers at the left in small type, the signer at the right."""
    for row, text in enumerate(RECEIVERS):
        type_line(sheet, MARGIN, top + 14 * row, text, 9.5)
    sheet.areas.append((0, top - 5, 260, top + 60, " ".join(RECEIVERS)))
    for row, text in enumerate(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")):
        x = 420 - width_of(text, bold=True) / 2
        type_line(sheet, x, top + 20 * row, text, bold=True)
    sheet.areas.append((260, top - 5, 595, top + 60, "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH"))


def rule(sheet: Sheet, x0: float, top: float, x1: float, bottom: float, wide: float = 0.5) -> None:
    """Draw a line, in points."""
    spots = [round(value * DPI / 72) for value in (x0, top, x1, bottom)]
    ImageDraw.Draw(sheet.image).line(spots, fill=(20, 20, 20), width=max(1, round(wide * DPI / 72)))


def type_table(
    sheet: Sheet,
    rows: Sequence[Sequence[str]] = TABLE,
    widths: Sequence[float] = WIDTHS,
    top: float = MARGIN,
    size: float = 10.5,
) -> float:
    """A ruled table whose cells are centred upright; returns where it ends."""
    edges = [MARGIN]
    for width in widths:
        edges.append(edges[-1] + width)
    start, pitch = top, size + 5
    rule(sheet, edges[0], top, edges[-1], top)
    for row in rows:
        cells = [folded(text, width - 8, size) for text, width in zip(row, widths, strict=True)]
        height = max(len(lines) for lines in cells) * pitch + 6
        for lines, text, left, right in zip(cells, row, edges, edges[1:], strict=False):
            sheet.areas.append((left, top, right, top + height, text))
            y = top + 2 + (height - 6 - len(lines) * pitch) / 2
            for line in lines:
                type_line(sheet, left + 4, y, line, size)
                y += pitch
        top += height
        rule(sheet, edges[0], top, edges[-1], top)
    for x in edges:
        rule(sheet, x, start, x, top)
    return top


def seal(image: Image.Image, x: float, y: float, radius: float = 52) -> Image.Image:
    """The page with a round red seal over it, as ink that lets the print through."""
    ink = Image.new("RGB", image.size, "white")
    draw, scale = ImageDraw.Draw(ink), DPI / 72
    red = (214, 40, 48)
    for reach in (radius, radius - 14):
        box = [(x - reach) * scale, (y - reach) * scale, (x + reach) * scale, (y + reach) * scale]
        draw.ellipse(box, outline=red, width=round(1.6 * scale))
    draw.text((x * scale, y * scale), "★", font=star(30), fill=red, anchor="mm")
    draw.text((x * scale, (y + 30) * scale), "TỈNH CAO BẰNG", font=font(9), fill=red, anchor="mm")
    mixed = np.asarray(image).astype(np.uint16) * np.asarray(ink) // 255
    return Image.fromarray(mixed.astype(np.uint8))


def star(size: float) -> ImageFont.FreeTypeFont:
    """A font that has the star."""
    return ImageFont.truetype(FONTS / "dejavu/DejaVuSans.ttf", round(size * DPI / 72))


def scanned(
    image: Image.Image, *, skew: float = 0.0, noise: float = 12.0, specks: int = 300, seed: int = 1
) -> Image.Image:
    """What the scanner makes of a page: turned by `skew` degrees, grey paper, noise, specks."""
    turned = image.rotate(skew, Image.Resampling.BICUBIC, fillcolor=(255, 255, 255))
    turned = turned.filter(ImageFilter.GaussianBlur(0.7))
    random = np.random.default_rng(seed)
    pixels = np.asarray(turned).astype(np.float32) * 0.93
    pixels += random.normal(0, noise, (*pixels.shape[:2], 1)).astype(np.float32)
    for y, x in zip(
        random.integers(0, pixels.shape[0] - 2, specks),
        random.integers(0, pixels.shape[1] - 2, specks),
        strict=True,
    ):
        pixels[y : y + 2, x : x + 2] = 60
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def pdf_of(images: Sequence[Image.Image], *, quality: int = 70, dpi: int = DPI) -> bytes:
    """A PDF with one JPEG a page and no text layer."""
    out = io.BytesIO()
    images[0].save(
        out, "PDF", resolution=dpi, quality=quality, save_all=True, append_images=images[1:]
    )
    return out.getvalue()
