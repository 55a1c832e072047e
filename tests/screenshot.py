"""Draws the pictures in docs/ from the running program, over the plans that ship.

    .venv/bin/python tests/screenshot.py              # docs/screenshot.png: the chat
    .venv/bin/python tests/screenshot.py RUN_FOLDER   # docs/report.png: a run's summary and plots

Needs Debian's chromium. The chat is served on a free port, asked one question, and its first
source opened; nothing but the picture is written outside a temporary folder.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "screenshot.png"
REPORT = ROOT / "docs" / "report.png"
QUESTION = "Tổng kinh phí thực hiện kế hoạch của Thanh Hóa là bao nhiêu?"


def draw(picture: Path = PICTURE) -> Path:
    """The picture's path, once it is written."""
    sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
    from assistants import four_plans
    from serving import CHROMIUM, DESKTOP, ask, browser, served

    if CHROMIUM is None:
        sys.exit("Debian's chromium is not installed (apt install chromium)")
    with served(four_plans()) as address, browser() as chromium:
        page = chromium.new_page(viewport=DESKTOP, device_scale_factor=1.5)
        page.goto(address)
        page.locator(".welcome").wait_for()
        ask(page, QUESTION).locator(".mark").first.click()
        page.locator(".source.open mark").first.wait_for()
        page.locator("#question-box textarea").hover()
        picture.parent.mkdir(exist_ok=True)
        page.screenshot(path=str(picture))
    return picture


def draw_report(run: Path, picture: Path = REPORT) -> Path:
    """The picture's path, once summary and plots of the run's report are written to it."""
    sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
    from serving import CHROMIUM, browser

    if CHROMIUM is None:
        sys.exit("Debian's chromium is not installed (apt install chromium)")
    with browser() as chromium:
        page = chromium.new_page(viewport={"width": 1280, "height": 800})
        page.goto((run / "report.html").resolve().as_uri())
        page.click("#language")
        page.mouse.move(0, 0)
        height = page.locator("#declining").bounding_box()["y"]
        whole = {"x": 0, "y": 0, "width": 1280, "height": height}
        page.screenshot(path=str(picture), full_page=True, clip=whole)
    return picture


if __name__ == "__main__":
    print(draw_report(Path(sys.argv[1])) if len(sys.argv) > 1 else draw())
