"""Draws docs/screenshot.png from the running program, over the plans that ship.

    .venv/bin/python tests/screenshot.py

Needs Debian's chromium. It serves the screen on a free port, asks one question and opens
its first source; nothing but the picture is written outside a temporary folder.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "screenshot.png"
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


if __name__ == "__main__":
    print(draw())
