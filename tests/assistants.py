"""Assistants over real plans, built once for all tests with the shipped model."""

import tempfile
from functools import cache
from pathlib import Path

from app.chain import Assistant, open_assistant
from index.builder import build
from index.settings import Settings

ROOT = Path(__file__).parents[1]
MADE_UP = ROOT / "tests" / "data" / "tuyen-quang-made-up.txt"
AN_GIANG = ROOT / "tests" / "data" / "an-giang-made-up.txt"
"""A made-up plan with faults: parts that exceed their whole, a number left out, no annex."""


@cache
def assistant_over(*files: Path) -> Assistant:
    """The assistant over `files` in a home of its own that lasts as long as the test run."""
    settings = Settings(home=Path(tempfile.mkdtemp(prefix="hoikh-test-")))
    build(files, settings)
    return open_assistant(settings)


def four_plans() -> Assistant:
    """The assistant over the plans that ship."""
    return assistant_over(ROOT / "plans")


def with_made_up_plan() -> Assistant:
    """The assistant over the plans that ship and a made-up one that no rule was written for."""
    return assistant_over(ROOT / "plans", MADE_UP)
