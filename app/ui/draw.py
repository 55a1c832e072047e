"""The screen's HTML, drawn by autoescaping templates: plans and messages are hostile text.

Functions here turn domain objects into HTML and read nothing but their templates.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from app.answer import Statement
from app.sources import SourceView
from app.ui.exchange import Exchange
from ingest.plan import Plan
from prompts import text

MAX_PLANS_LISTED = 12
_QUOTE_CHARS = 160


@dataclass(frozen=True, slots=True)
class Lead:
    """A statement's text around the part set in bold."""

    before: str
    lead: str
    after: str


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbouring statements that make one list, or none."""

    bullets: bool
    statements: tuple[Statement, ...]


def header_html(plans: Sequence[Plan]) -> str:
    """The masthead: the name and the plans that answers come from."""
    listed = plans[:MAX_PLANS_LISTED]
    provinces = list(dict.fromkeys(plan.province for plan in listed))
    more = (
        text("screen.held_more", count=len(plans) - len(listed)) if len(plans) > len(listed) else ""
    )
    return _template("header").render(
        held=text("screen.held", count=len(plans), provinces=", ".join(provinces)),
        lines=[plan_line(plan) for plan in listed],
        more=more,
    )


def conversation_html(exchanges: Sequence[Exchange], examples: Sequence[str]) -> str:
    """The conversation so far; the example questions while it is empty."""
    return _template("conversation").render(exchanges=exchanges, examples=examples)


def source_html(view: SourceView, *, turn: int, marker: int, page: int | None) -> str:
    """The source panel, open at a passage."""
    return _template("source").render(view=view, turn=turn, marker=marker, page=page, missing=False)


def no_source_html(*, missing: bool = False) -> str:
    """The source panel with nothing in it; `missing` says that a source could not be opened."""
    return _template("source").render(view=None, missing=missing)


def footer_html() -> str:
    """The line under the question box: what an answer is and is not."""
    return _template("footer").render()


def plan_line(plan: Plan) -> str:
    """A plan in one line: province, number and period."""
    first, last = plan.period
    key = "screen.period_year" if first == last else "screen.period_years"
    return text(
        "screen.plan_line",
        province=plan.province,
        doc_type=plan.doc_type,
        number=plan.number,
        period=text(key, first=first, last=last),
    )


def split_lead(statement: Statement) -> Lead:
    """The statement's text, divided where its lead stands."""
    before, lead, after = statement.text.partition(statement.lead) if statement.lead else ("",) * 3
    return Lead(before, lead, after) if lead else Lead(statement.text, "", "")


def grouped(statements: Sequence[Statement]) -> tuple[Group, ...]:
    """The statements in order, with neighbouring bullets gathered into one list."""
    return tuple(
        Group(bullets, tuple(members))
        for bullets, members in groupby(statements, key=lambda statement: statement.bullet)
    )


def shortened(quote: str) -> str:
    """The quote on one line, cut at a word when it is long."""
    line = " ".join(quote.split())
    return line if len(line) <= _QUOTE_CHARS else f"{line[:_QUOTE_CHARS].rsplit(' ', 1)[0]}…"


def _template(name: str) -> Template:
    return _environment().get_template(f"{name}.html.j2")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("app", "ui"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(t=text, split_lead=split_lead, grouped=grouped, shortened=shortened)
    return environment
