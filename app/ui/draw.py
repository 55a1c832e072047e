"""The screen's HTML, drawn by autoescaping templates: plans and messages are hostile text.

Functions here turn domain objects into HTML and read nothing but their templates.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TypedDict

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from app.answer import Statement
from app.feedback import MAX_COMMENT_CHARS
from app.sources import SourceView
from app.ui.exchange import Exchange
from app.ui.opinion import Opinions, reason_labels
from app.ui.talk import MAX_MESSAGE_CHARS
from ingest.plan import Plan
from prompts import speaking, text

MAX_PLANS_LISTED = 12
_QUOTE_CHARS = 160


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A plan in a list: its province, its kind, number and period, its title."""

    province: str
    name: str
    title: str


class _Shelf(TypedDict):
    lines: tuple[PlanLine, ...]
    more: str


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
    provinces = dict.fromkeys(plan.province for plan in plans[:MAX_PLANS_LISTED])
    held = text("screen.held", count=len(plans), provinces=", ".join(provinces))
    return _template("header").render(held=held, **_shelf(plans))


def conversation_html(
    exchanges: Sequence[Exchange], examples: Sequence[str], opinions: Opinions | None = None
) -> str:
    """The conversation so far with the opinions given; the examples while it is empty."""
    return _template("conversation").render(
        exchanges=exchanges, examples=examples, opinions=opinions or {}
    )


def source_html(view: SourceView, *, turn: int, marker: int, page: int | None) -> str:
    """The source panel, open at a passage."""
    return _template("source").render(view=view, turn=turn, marker=marker, page=page)


def closed_source_html(plans: Sequence[Plan]) -> str:
    """The source panel with no passage chosen: the plans that can be read in it."""
    return _template("source").render(view=None, missing=False, **_shelf(plans))


def missing_source_html() -> str:
    """The source panel that says a source could not be opened."""
    return _template("source").render(view=None, missing=True, lines=(), more="")


def footer_html() -> str:
    """The line under the question box: what an answer is and is not."""
    return _template("footer").render()


def plan_line(plan: Plan) -> PlanLine:
    """A plan as it stands on the shelf."""
    first, last = plan.period
    key = "screen.period_year" if first == last else "screen.period_years"
    period = text(key, first=first, last=last)
    name = text("screen.plan_name", doc_type=plan.doc_type, number=plan.number, period=period)
    return PlanLine(plan.province, name, plan.title)


def split_lead(statement: Statement) -> Lead:
    """The statement's text, divided where its lead stands."""
    return Lead(*statement.parted())


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


def label(exchange: Exchange, name: str, **values: object) -> str:
    """A label of an answer, in the answer's language."""
    with speaking(exchange.language):
        return text(f"screen.{name}", **values)


def _shelf(plans: Sequence[Plan]) -> _Shelf:
    """The first plans, and how many more there are in a sentence or ""."""
    listed = plans[:MAX_PLANS_LISTED]
    unlisted = len(plans) - len(listed)
    return {
        "lines": tuple(plan_line(plan) for plan in listed),
        "more": text("screen.held_more", count=unlisted) if unlisted else "",
    }


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
    environment.globals.update(t=text, label=label)
    environment.globals.update(split_lead=split_lead, grouped=grouped, shortened=shortened)
    environment.globals.update(reason_labels=reason_labels, max_comment_chars=MAX_COMMENT_CHARS)
    environment.globals.update(max_message_chars=MAX_MESSAGE_CHARS)
    return environment
