"""report.html: one self-contained page on which an official can follow every verdict.

The page is made of jinja2 templates with autoescape, because everything on it (questions, plans,
answers, tracebacks) comes from files and is hostile until escaped. It loads nothing and, by its
own policy, runs no script but its own.
"""

import base64
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from eval.measures.definitions import Judged
from eval.measures.scores import EVIDENCE_K
from eval.report import overview, texts
from eval.report.item_view import (
    Verdict,
    count_verdicts,
    item_views,
    passage_numbers,
    segments,
)
from eval.report.plots import FEW, all_plots
from eval.summary import GAP_POINTS, Summary, split_gaps

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER = Path(__file__).parent
_POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; "
    "style-src 'unsafe-inline'; script-src 'sha256-{script}'"
)


def report_html(judged: Sequence[Judged], summary: Summary) -> str:
    """The whole page as HTML, in Vietnamese and English; the same figures give the same text."""
    twins = summary.twins.pairs if summary.twins else ()
    items = item_views(judged, twins)
    return (
        _environment()
        .get_template("report.html")
        .render(
            summary=summary,
            gaps=split_gaps(summary),
            plots=all_plots(summary),
            items=items,
            passages=passage_numbers(items),
            n_verdicts=count_verdicts(items),
            policy=policy(),
            texts=texts.label_texts(),
        )
    )


def policy() -> str:
    """The page's Content-Security-Policy: its own script by its hash, and nothing from outside."""
    digest = hashlib.sha256((FOLDER / "report.js").read_bytes()).digest()
    return _POLICY.format(script=base64.b64encode(digest).decode("ascii"))


def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(
        t=texts.t,
        numeral=texts.numeral,
        label=texts.label,
        term_label=texts.term_label,
        named=texts.named,
        number_of=texts.Number,
        moment=texts.Moment,
        percentage=texts.percentage,
        of_hundred=texts.of_hundred,
        measure_table=overview.measure_table,
        declining_rows=overview.declining_rows,
        headline=overview.HEADLINE,
        tiles=overview.TILES,
        segments=segments,
        held_out=overview.HELD_OUT,
        verdicts=tuple(Verdict),
        evidence_k=EVIDENCE_K,
        gap_points=GAP_POINTS,
        few=FEW,
    )
    return environment
