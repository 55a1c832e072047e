"""Repairs of a scanned page, its ruling lines and cells, on pictures made by hand."""

import io

import numpy as np
import pytest
import scans
from PIL import Image, ImageDraw

from ingest.errors import RejectedFileError
from ingest.limits import Limits
from ingest.readers.image_cells import Box, cells_of, strips_of, without_cells
from ingest.readers.image_ink import with_pen, without_colour
from ingest.readers.image_repairs import (
    flattened,
    skew_of,
    straightened,
    without_borders,
    without_grey_seal,
    without_specks,
)
from ingest.readers.image_rules import rules_of
from ingest.readers.raster import opened_pdf, page_size, read_images, render_page
from ingest.readers.words import Rule

RED, BLUE, BLACK, PAPER = (214, 40, 48), (40, 60, 190), (25, 25, 28), (240, 238, 235)


def paper(height: int = 400, width: int = 400) -> np.ndarray:
    return np.full((height, width), 255, np.uint8)


def test_coloured_ink_goes_and_print_under_it_stays():
    pixels = np.full((40, 40, 3), PAPER, np.uint8)
    pixels[5:15] = RED
    pixels[20:25] = BLUE
    pixels[:, 18:22] = BLACK
    grey = without_colour(pixels)
    assert set(grey[5:15, :18].ravel()) == {255}
    assert set(grey[20:25, :18].ravel()) == {255}
    assert set(grey[:, 18:22].ravel()) == {28}
    assert grey[0, 0] == 240


def test_a_page_printed_in_colour_keeps_its_print():
    pixels = np.full((40, 40, 3), PAPER, np.uint8)
    pixels[10:12] = BLUE
    assert set(without_colour(pixels)[10:12].ravel()) == {40}


def test_shadow_becomes_white_and_print_black():
    grey = np.tile(np.linspace(130, 250, 800).astype(np.uint8), (400, 1))
    grey[200:206, 100:700] = 20
    even = flattened(grey)
    assert even[50, 30:770].min() > 240
    assert even[203, 110:690].max() < 20


def test_dark_border_goes_and_a_table_line_near_it_stays():
    grey = paper()
    grey[:, :16] = 10
    grey[392:] = 10
    grey[200:204, 60:] = 0
    page = without_borders(grey)
    assert set(page[:190, :20].ravel()) == {255}
    assert set(page[392:].ravel()) == {255}
    assert set(page[200:204, 60:370].ravel()) == {0}


@pytest.mark.parametrize("angle", [-5.0, -0.6, 0.0, 1.2, 4.9])
def test_skew_is_found_and_undone(angle):
    sheet = scans.blank((595, 400))
    scans.type_prose(sheet, scans.PROSE[:4])
    grey = np.asarray(scans.scanned(sheet.image, skew=-angle).convert("L"))
    assert skew_of(grey) == pytest.approx(angle, abs=0.08)
    assert abs(skew_of(straightened(grey))) < 0.08


def test_blank_page_has_no_skew():
    assert skew_of(paper()) == 0.0


def test_specks_go_and_the_dot_of_an_i_stays():
    grey = paper(60, 60)
    grey[10:12, 10:12] = 0
    grey[30:34, 30:34] = 0
    page = without_specks(grey)
    assert page[10:12, 10:12].min() == 255
    assert page[30:34, 30:34].max() == 0


def test_a_grey_seal_goes_and_pale_print_over_the_page_stays():
    page = Image.new("L", (2480, 1800), 255)
    draw = ImageDraw.Draw(page)
    for row in range(100, 1700, 60):
        draw.rectangle((200, row, 2300, row + 8), fill=5)
    draw.ellipse((1500, 700, 1900, 1100), outline=90, width=9)
    grey, seal = without_grey_seal(np.asarray(page), 300)
    assert seal is not None
    assert seal[0] < 1500 * 72 / 300 < 1900 * 72 / 300 < seal[2]
    assert grey[700:1100][:, 1498:1510].min() < 20
    assert np.count_nonzero((grey > 60) & (grey < 120)) < 3000
    for left in range(200, 2300, 300):
        draw.rectangle((left, 1760, left + 60, 1790), fill=90)
    same, seal = without_grey_seal(np.asarray(page), 300)
    assert seal is None
    assert same[1780, 230] == 90


def table_page() -> np.ndarray:
    """Two rows of two cells at 300 dpi, 3 pixels of line, the words as blocks; an underline."""
    grey = paper(700, 900)
    for row in (100, 200, 300):
        grey[row : row + 3, 100:703] = 0
    for column in (100, 300, 700):
        grey[100:303, column : column + 3] = 0
    grey[140:165, 130:140] = 0
    grey[240:265, 330:400] = 0
    grey[600:603, 200:400] = 0
    grey[590:615, 250:256] = 0
    return grey


def test_ruling_lines_in_points_and_the_page_without_them():
    rules, page = rules_of(table_page(), 300)
    point = 72 / 300
    level = [rule for rule in rules if rule.x1 - rule.x0 > 100]
    assert [rule.top for rule in level] == pytest.approx([24, 48, 72], abs=2 * point)
    assert [rule.bottom for rule in level] == pytest.approx([24.72, 48.72, 72.72], abs=2 * point)
    assert [rule.x0 for rule in level] == pytest.approx([24] * 3, abs=4 * point)
    assert [rule.x1 for rule in level] == pytest.approx([168.72] * 3, abs=4 * point)
    upright = [rule for rule in rules if rule.bottom - rule.top > 20]
    assert [round(rule.x0) for rule in upright] == [24, 72, 168]
    assert page[100:303, 100:128].min() == 255
    assert page[140:165, 130:140].max() == 0
    assert page[590:615, 251:255].max() == 0, "a letter's stroke that crosses an underline"
    assert page[600:603, 300:390].min() == 255


def test_text_has_no_ruling_lines():
    sheet = scans.blank((595, 400))
    scans.type_prose(sheet, scans.PROSE[:6])
    grey = np.asarray(sheet.image.convert("L"))
    rules, page = rules_of(grey, 300)
    assert rules == ()
    assert np.array_equal(page, grey)


def test_cells_and_their_strip_lead_back_to_the_page():
    rules, page = rules_of(table_page(), 300)
    cells = cells_of(rules, 300)
    assert [(cell.left, cell.top) for cell in cells] == [
        pytest.approx(place, abs=3) for place in ((101, 101), (301, 101), (101, 201), (301, 201))
    ]
    (strip,) = strips_of(page, cells)
    assert [box for _, box in strip.places] == [
        Box(127, 137, 143, 168),
        Box(327, 237, 403, 268),
    ]
    for row, box in strip.places:
        inside = (24, row, 24 + box.right - box.left, row + box.bottom - box.top)
        assert strip.on_page(*inside) == (box.left, box.top, box.right, box.bottom)
    assert without_cells(page, cells)[:500].min() == 255


def test_a_merged_cell_is_one_and_an_open_side_is_none():
    box = [Rule(0, y, 200, y + 1) for y in (0, 50, 100)] + [
        Rule(0, 0, 1, 100),
        Rule(100, 50, 101, 100),
        Rule(200, 0, 201, 100),
    ]
    assert cells_of(box, 72) == (Box(0, 0, 200, 50), Box(0, 50, 100, 100), Box(100, 50, 200, 100))
    assert cells_of([rule for rule in box if rule.x0 < 200], 72) == ()


def test_rendering_keeps_the_page_upright_and_bounded():
    picture = Image.new("RGB", (1240, 620), "white")
    picture.paste((0, 0, 0), (0, 0, 620, 310))
    with opened_pdf(scans.pdf_of([picture], dpi=150)) as document:
        raster = render_page(document, 1)
        assert page_size(document, 1) == pytest.approx((595.2, 297.6))
    assert raster.grey.shape == pytest.approx((1240, 2480), abs=1)
    assert (raster.grey[100, 100] < 30, raster.grey[100, 1500] > 225) == (True, True)
    with opened_pdf(scans.pdf_of([picture], dpi=5)) as document:
        huge = render_page(document, 1)
    assert 17_000_000 < huge.grey.size < 19_000_000
    assert huge.width == pytest.approx(1240 * 72 / 5, rel=0.001)


def test_pictures_too_large_or_damaged():
    out = io.BytesIO()
    Image.new("1", (12_000, 12_000), 1).save(out, "PNG")
    for data, code in (
        (out.getvalue(), "page_too_large"),
        (out.getvalue()[:40], "damaged_image"),
        (b"not a picture", "damaged_image"),
    ):
        with pytest.raises(RejectedFileError) as caught:
            list(read_images(data, Limits()))
        assert caught.value.code == code
        assert "Hãy" in caught.value.user_message


def test_a_photograph_turned_by_its_tag_and_without_dots_an_inch():
    picture = Image.new("RGB", (1754, 1240), "white")
    picture.paste((0, 0, 0), (0, 0, 100, 100))
    tag = Image.Exif()
    tag[0x0112] = 6  # turn by 90 degrees clockwise to show
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=tag)
    ((n_pages, raster),) = read_images(out.getvalue(), Limits())
    assert n_pages == 1
    assert (round(raster.width), round(raster.height)) == (595, 842)
    assert raster.grey[50, -50] < 60
    assert raster.grey[50, 50] > 250


def test_the_thin_dark_edges_of_a_red_seal_go_and_print_under_it_stays():
    pixels = np.full((200, 200, 3), 255, np.uint8)
    pixels[40:160, 40:160] = (210, 40, 50)  # the seal
    pixels[40:160, 39] = (150, 40, 50)  # its edge, where colour is coarser than brightness
    pixels[40:160, 38] = (170, 150, 150)
    pixels[90:100, 20:180] = (150, 20, 25)  # a stroke under it
    pixels[90:100, 20:40] = pixels[90:100, 160:180] = (20, 20, 20)
    grey = without_colour(pixels)
    assert (grey[42:86, 36:164] == 255).all()
    assert (grey[91:99, 22:178] < 128).all()


def test_a_grey_seal_paler_than_ink_goes_and_print_near_it_stays():
    page = np.full((1650, 1275), 255, np.uint8)
    for row in range(200, 1400, 40):
        page[row : row + 6, 150:1100] = 20
    seal = page[1000:1250, 700:950]
    seal[(seal > 200)] = 170
    cleaned, box = without_grey_seal(page, 150.0)
    assert box is not None
    assert (cleaned[1010:1036, 760:900] == 255).all()
    assert (cleaned[1001:1005, 710:940] < 128).all()


def test_a_pens_blue_ink_is_kept_beside_the_page_without_it():
    pixels = np.full((1000, 700, 3), 255, np.uint8)
    pixels[100:130, 300:340] = (26, 47, 154)
    pixels[900:930, 300:340] = (26, 47, 154)
    pixels[300:700, 100:600:4] = 30
    grey = without_colour(pixels)
    pen = with_pen(pixels, grey)
    assert pen is not None and grey[110, 320] == 255
    assert pen[110, 320] == 26 and pen[910, 320] == 255
    pixels[100:130, 300:340] = 255
    assert with_pen(pixels, without_colour(pixels)) is None
