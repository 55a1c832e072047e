"""The source panel for a mark that was chosen on the screen. No Gradio here."""

import logging
from collections.abc import Mapping

from app.errors import AssistantError
from app.sources import source_view
from app.ui.contract import ChatAssistant
from app.ui.draw import missing_source_html, source_html
from app.ui.exchange import Exchange

log = logging.getLogger(__name__)


def chosen_source_html(
    assistant: ChatAssistant, exchanges: tuple[Exchange, ...], chosen: object
) -> str:
    """The panel at `{"turn": 0-based, "marker": 1-based}`; `chosen` comes from the browser.

    Only two numbers are taken from it: the citation itself is the one kept on the server.
    """
    turn, marker = _number(chosen, "turn"), _number(chosen, "marker")
    if turn is None or marker is None or not 0 <= turn < len(exchanges):
        return missing_source_html()
    citation = exchanges[turn].citation(marker)
    if citation is None:
        return missing_source_html()
    try:
        plan = assistant.catalogue.plan(citation.plan_id)
    except (AssistantError, KeyError):
        log.warning("citation of a plan that is not held: %s", citation.plan_id, exc_info=True)
        return missing_source_html()
    view = source_view(plan, citation)
    return source_html(view, turn=turn, marker=marker, page=citation.page)


def _number(values: object, key: str) -> int | None:
    value = values.get(key) if isinstance(values, Mapping) else None
    return value if type(value) is int else None
