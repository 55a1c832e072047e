"""The comparison in the README: tables between two marks, plots in docs/ beside it."""

from pathlib import Path

from eval.bench.figures import SideBySide
from eval.bench.plots import comparison_plots
from eval.bench.table import markdown
from eval.errors import EvalInputError
from eval.record import writing
from eval.report.texts import Language
from prompts import text

BEGIN, END = "<!-- bench: written by make bench -->", "<!-- /bench -->"


def write_plots(found: SideBySide, folder: Path, language: Language) -> None:
    """Write the plots as bench-NAME.svg. Raises EvalInputError when that fails."""
    for name, drawing in comparison_plots(found, language).items():
        place = folder / f"bench-{name}.svg"
        with writing(place):
            place.write_text(drawing, encoding="utf-8")


def publish(found: SideBySide, readme: Path) -> None:
    """Put tables and plots into a page. Raises EvalInputError when it has no place for them."""
    try:
        page = readme.read_text(encoding="utf-8")
    except OSError as exc:
        problem = exc.strerror or str(exc)
        raise EvalInputError(text("eval.unreadable", file=readme, problem=problem)) from exc
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise EvalInputError(text("bench.no_place", path=readme, begin=BEGIN, end=END))
    write_plots(found, readme.parent / "docs", Language.ENGLISH)
    with writing(readme):
        readme.write_text(f"{before}{BEGIN}\n{markdown(found)}\n{END}{after}", encoding="utf-8")
