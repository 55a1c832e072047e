"""What the assistant says: an Answer of statements, each proved by citations.

Pure data and its plain-text form. Nothing here retrieves, decides or draws.
"""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from prompts import VIETNAMESE


class Status(StrEnum):
    """How far the question could be answered."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    DECLINED = "declined"


class NoticeKind(StrEnum):
    """What a reader must know beside the answer."""

    PERIODS_DIFFER = "periods_differ"
    SOURCE_CONTRADICTS = "source_contradicts"
    TEXT_CUT = "text_cut"
    ANNEX_ABSENT = "annex_absent"
    FOOTNOTE = "footnote"
    DISTRICT_ABOLISHED = "district_abolished"
    PROVINCE_MERGED = "province_merged"
    OTHER_PERIOD = "other_period"
    LANGUAGE_MODEL = "language_model"
    PERIOD_ASSUMED = "period_assumed"


@dataclass(frozen=True, slots=True)
class Citation:
    """A proof: `quote == plan.text[start:end]`, character for character.

    `marker` is the 1-based number in the order of first appearance. `document` names the
    plan in full ("Kế hoạch số … ngày … của UBND tỉnh …"), `section` the place in it
    ("Phần II, mục III.2"). `page` is None when the source has no pages.
    """

    marker: int
    plan_id: str
    number: str
    document: str
    section: str
    quote: str
    start: int
    end: int
    chunk_id: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence, bullet or lead of an answer and the markers that prove it.

    `text` is plain; `lead` is the part a reader looks for first (the figure, the name),
    always a prefix or part of `text` that the screen may set in bold, or "".
    """

    text: str
    markers: tuple[int, ...] = ()
    lead: str = ""
    bullet: bool = False

    def parted(self) -> tuple[str, str, str]:
        """The text before the lead, the lead, the text behind; the whole text first without one.

        A lead of digits alone is not found inside a longer number ("2" in "2025").
        """
        whole = re.search(rf"(?<![\w.,]){re.escape(self.lead)}(?![\w]|[.,]\d)", self.text)
        start = whole.start() if whole else self.text.find(self.lead)
        if not self.lead or start < 0:
            return self.text, "", ""
        return self.text[:start], self.lead, self.text[start + len(self.lead) :]


@dataclass(frozen=True, slots=True)
class ComparisonCell:
    """A cell of a comparison: its text and the markers that prove it (none: not stated)."""

    text: str
    markers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One province's row; `cells` align with `ComparisonTable.columns`."""

    province: str
    cells: tuple[ComparisonCell, ...]


@dataclass(frozen=True, slots=True)
class ComparisonTable:
    """A comparison: `columns` name the compared aspects (without the province column)."""

    columns: tuple[str, ...]
    rows: tuple[ComparisonRow, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader must know: periods differ, the source contradicts itself, …"""

    kind: NoticeKind
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A retrieved passage as the trace shows it (ranked, what the writer saw)."""

    plan_id: str
    number: str
    section: str
    text: str
    score: float
    chunk_id: str


@dataclass(frozen=True, slots=True)
class Trace:
    """How the answer came about: for the screen, the evaluation and the maintainer.

    `expansions` are the words searched beside or instead of the question's own, "CNTT → công
    nghệ thông tin".
    """

    standalone: str = ""
    kind: str = ""
    plans: tuple[str, ...] = ()
    writer: str = ""
    passages: tuple[Passage, ...] = ()
    dropped: tuple[str, ...] = ()
    expansions: tuple[str, ...] = ()
    latency_ms: float = 0.0


@dataclass(frozen=True, slots=True)
class Answer:
    """A complete answer. A declined answer carries its reason as statements, no citations.

    `suggestions` are questions one could ask next, found only where they are asked for.
    `language` is that of its own words, "vi" or "en"; quotes are the plan's.
    """

    status: Status
    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...] = ()
    table: ComparisonTable | None = None
    notices: tuple[Notice, ...] = ()
    trace: Trace = field(default_factory=Trace)
    suggestions: tuple[str, ...] = ()
    language: str = VIETNAMESE


@dataclass(frozen=True, slots=True)
class Understood:
    """Stream event: the standalone question, before anything is searched."""

    standalone: str


@dataclass(frozen=True, slots=True)
class Said:
    """Stream event: the next verified statement and the citations it introduces."""

    statement: Statement
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Done:
    """Stream event: the finished answer; its statements are those already said, in order."""

    answer: Answer


@dataclass(frozen=True, slots=True)
class Suggested:
    """Stream event after the answer: questions one could ask next, which the plans answer."""

    questions: tuple[str, ...]


StreamEvent: TypeAlias = Understood | Said | Done | Suggested


@dataclass(frozen=True, slots=True)
class Turn:
    """An earlier exchange; only `standalone` informs the next question, never `answer`."""

    message: str
    standalone: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class ChatInput:
    """The chain's input: the new message and what was said before, oldest first."""

    message: str
    history: tuple[Turn, ...] = ()
