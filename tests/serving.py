"""The chat screen served on a free port and looked at in Debian's Chromium, for tests."""

import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from app.feedback import FeedbackStore
from app.serve import listen, url_of, web_server
from app.ui.contract import ChatAssistant

CHROMIUM = shutil.which("chromium")
DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}
_ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
    # No other host is ever looked up, even by mistake.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


@contextmanager
def served(assistant: ChatAssistant, home: Path | None = None) -> Iterator[str]:
    """The address of a running screen, ended with the block; feedback goes to `home`."""
    with tempfile.TemporaryDirectory(prefix="hoikh-test-") as folder:
        listener = listen("127.0.0.1", 0)
        server = web_server(assistant, FeedbackStore(home or Path(folder)))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield url_of(listener)
        finally:
            server.should_exit = True
            thread.join(timeout=20)
            listener.close()


@contextmanager
def browser() -> Iterator[Any]:
    """Chromium under Playwright."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(_ARGUMENTS))
        try:
            yield chromium
        finally:
            chromium.close()


def ask(page: Any, question: str) -> Any:
    """The turn that answers the question, once it is complete."""
    number = page.locator(".turn").count()
    page.fill("#question-box textarea", question)
    page.click("#send-button")
    turn = page.locator(f'.turn[data-number="{number}"]')
    turn.locator('.answer[aria-busy="false"]').wait_for(timeout=20_000)
    return turn
