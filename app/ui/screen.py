"""The chat screen in Gradio: components and the events between them, no logic.

What is said comes from talk.py, what is shown is drawn in draw.py and panel.py. The
conversation is drawn as HTML rather than by Gradio's chatbot: its Markdown would give
meaning to characters of the plans, and its marks could not open the source panel.
"""

from collections.abc import Iterator
from importlib import resources

import gradio
from fastapi import FastAPI

from app.feedback import FeedbackStore
from app.ui.contract import ChatAssistant
from app.ui.draw import closed_source_html, conversation_html, footer_html, header_html
from app.ui.examples import example_questions
from app.ui.opinion import Opinions, with_opinion
from app.ui.panel import chosen_source_html
from app.ui.talk import Exchanges, respond
from prompts import text

MAX_ANSWERS_AT_ONCE = 8
MAX_SESSIONS = 500
SESSION_LIFE_S = 8 * 3600
# The screen takes no files; Gradio's upload route is there all the same.
_MAX_UPLOAD = "1kb"
_BOX_LINES = 5


def screen_server(assistant: ChatAssistant, feedback: FeedbackStore) -> FastAPI:
    """The screen as a web application at "/"; it fetches nothing from outside."""
    blocks = screen(assistant, feedback)
    blocks.state_session_capacity = MAX_SESSIONS
    server: FastAPI = gradio.mount_gradio_app(
        FastAPI(docs_url=None, redoc_url=None, openapi_url=None),
        blocks,
        path="/",
        footer_links=[],
        run_history=False,
        show_error=False,
        enable_monitoring=False,
        ssr_mode=False,
        pwa=False,
        mcp_server=False,
        max_file_size=_MAX_UPLOAD,
        # A theme of system fonts: Gradio's own would be fetched or shipped without need.
        theme=gradio.themes.Base(font="system-ui", font_mono="monospace"),
        css=_files("screen.css", "opinion.css"),
        js=_files("screen.js"),
    )
    return server


def screen(assistant: ChatAssistant, feedback: FeedbackStore) -> gradio.Blocks:
    """The components and their events, not yet served."""
    events = _Events(assistant, feedback)
    with gradio.Blocks(
        title=text("screen.name"), analytics_enabled=False, fill_width=True
    ) as blocks:
        exchanges = gradio.State((), time_to_live=SESSION_LIFE_S)
        opinions = gradio.State({}, time_to_live=SESSION_LIFE_S)
        _html(header_html(assistant.catalogue.plans()), "masthead")
        with gradio.Row(elem_id="rooms"):
            with gradio.Column(elem_id="talk-room"):
                conversation = _html(
                    events.opening, "conversation", "conversation.js", "opinion.js", "revise.js"
                )
                box, send, renew = _question_row()
            with gradio.Column(elem_id="source-room"):
                panel = _html(events.closed, "source", "source.js")
        quiet = {"show_progress": "hidden", "api_visibility": "private"}
        asked = gradio.on(
            [send.click, box.submit],
            events.ask,
            [box, exchanges, opinions],
            [box, exchanges, conversation],
            **quiet,
        )
        revised = conversation.revise(
            events.revise,
            [exchanges, opinions],
            [exchanges, conversation],
            **quiet,
        )
        conversation.cite(events.cite, [exchanges], [panel], **quiet)
        # One at a time, so that of two opinions neither is lost. Drawn afterwards, from what
        # the conversation is by then: a slow disk must not bring an older one back.
        conversation.opine(
            events.opine,
            [exchanges, opinions],
            [opinions],
            concurrency_limit=1,
            trigger_mode="multiple",
            **quiet,
        ).then(events.draw, [exchanges, opinions], [conversation], **quiet)
        panel.dismiss(events.dismiss, None, [panel], **quiet)
        renew.click(
            events.renew,
            None,
            [box, exchanges, conversation, panel],
            cancels=[asked, revised],
            **quiet,
        )
    blocks.queue(default_concurrency_limit=MAX_ANSWERS_AT_ONCE)
    return blocks


class _Events:
    """What happens on an event; methods, because Gradio cannot read the types of partials."""

    def __init__(self, assistant: ChatAssistant, feedback: FeedbackStore) -> None:
        self._assistant = assistant
        self._feedback = feedback
        plans = assistant.catalogue.plans()
        self._examples = example_questions(plans)
        self.closed = closed_source_html(plans)
        self.opening = conversation_html((), self._examples)

    def ask(
        self, message: str | None, exchanges: Exchanges, opinions: Opinions
    ) -> Iterator[tuple[str, Exchanges, str]]:
        """The emptied box, the conversation and its drawing, again and again as it grows."""
        for grown in respond(self._assistant, exchanges, message or ""):
            yield "", grown, conversation_html(grown, self._examples, opinions)

    def revise(
        self, exchanges: Exchanges, opinions: Opinions, event: gradio.EventData
    ) -> Iterator[tuple[Exchanges, str]]:
        """The conversation and its drawing as it grows with an edited question, asked alone."""
        sent = event._data
        question = sent.get("question") if isinstance(sent, dict) else None
        said = question if isinstance(question, str) else ""
        for grown in respond(self._assistant, exchanges, said, alone=True):
            yield grown, conversation_html(grown, self._examples, opinions)

    def cite(self, exchanges: Exchanges, event: gradio.EventData) -> str:
        """The source panel at the mark that was chosen."""
        return chosen_source_html(self._assistant, exchanges, event._data)

    def opine(self, exchanges: Exchanges, opinions: Opinions, event: gradio.EventData) -> Opinions:
        """The opinions with the one that was given."""
        return with_opinion(self._feedback, exchanges, opinions, event._data)

    def draw(self, exchanges: Exchanges, opinions: Opinions) -> object:
        """The conversation as it is; no change while an answer that draws it is on its way."""
        if exchanges and exchanges[-1].searching:
            return gradio.skip()
        return conversation_html(exchanges, self._examples, opinions)

    def dismiss(self) -> str:
        """The source panel with nothing in it."""
        return self.closed

    def renew(self) -> tuple[str, Exchanges, str, str]:
        """An empty box, conversation and panel."""
        return "", (), self.opening, self.closed


def _html(value: str, elem_id: str, *scripts: str) -> gradio.HTML:
    """A piece of drawn HTML; its scripts declare the events it triggers and share one scope."""
    return gradio.HTML(
        value,
        elem_id=elem_id,
        js_on_load=_files(*scripts) or None,
        apply_default_css=False,
    )


def _question_row() -> tuple[gradio.Textbox, gradio.Button, gradio.Button]:
    """The question box, the button that sends it and the one that starts anew."""
    with gradio.Row(elem_id="question-row"):
        box = gradio.Textbox(
            label=text("screen.box_label"),
            placeholder=text("screen.box_placeholder"),
            show_label=False,
            container=False,
            lines=1,
            max_lines=_BOX_LINES,
            elem_id="question-box",
        )
        send = gradio.Button(text("screen.send"), variant="primary", elem_id="send-button")
    with gradio.Row(elem_id="foot-row"):
        renew = gradio.Button(text("screen.new"), size="sm", elem_id="new-button")
        _html(footer_html(), "footer")
    return box, send, renew


def _files(*names: str) -> str:
    """The texts of these files beside this module, one after the other."""
    folder = resources.files("app.ui")
    return "\n".join(folder.joinpath(name).read_text(encoding="utf-8") for name in names)
