"""What was asked before a message, and what the answers cited: names, never statements.

Only questions inform a question. Of an earlier answer nothing is read but the names that it
quoted from a plan ("dự án đó" after one project was cited) and where it quoted: the names are put
into the question, where the reader sees them, and are proved anew by whatever answers it; the
places only say where to look first.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.answer import Answer, Turn
from app.words import wording
from app.words.entities import DEPARTMENT
from ingest.places.provinces import find_provinces

MAX_NAME_WORDS = 24
_NAME_END = re.compile(r"\s*(?:[:;(–“]|\.\s|\.$|,\s(?=\d))")
# "4. Thu hút nguồn lực", "a) Vốn đầu tư": the number of an item is no part of its name.
_NUMBERING = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)|[IVX]{1,4}[.)])\s+")
# Where a long name goes on to tell where its matter is or what it is for.
_FURTHER = re.compile(
    r"\s(?:(?:đặt|được|đang|đã|triển khai) )?(?:tại|ở|của|cho|trên|nhằm|để|phục vụ|bao gồm|gồm|thuộc|theo|với|trong)\s", re.IGNORECASE
)  # fmt: skip
_LOOSE_END = re.compile(r"\s+(?:từ|và|của|cho|tại|ở|với|đến|tới|các|những|trong|theo|về|do|để)$")
_LEAST_WORDS = 12
_FIGURE = re.compile(rf"^[\d.,\s/%-]+(?:[{wording.LOWER}]+\s*){{0,3}}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier question; of its answer the provinces, the listed names and the name it led with.

    `members` are in the order in which they were listed. All names stand in cited quotes.
    `passages` are the ids of the chunks that it cited: where a question that goes on may look.
    """

    question: str
    provinces: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    lead: str = ""
    passages: tuple[str, ...] = ()


def earlier_of(turn: Turn) -> Earlier:
    """What of a turn may inform the next question."""
    answer = turn.answer
    listed = [_name(s.text) for s in answer.statements if s.bullet and s.markers]
    leads = [s.lead for s in answer.statements if s.lead and not _FIGURE.match(s.lead)]
    return Earlier(
        question=turn.standalone.rpartition("? ")[2],
        provinces=tuple(dict.fromkeys(_cited_provinces(answer))),
        members=tuple(name for name in listed if name and _is_quoted(name, answer)),
        passages=tuple(dict.fromkeys(citation.chunk_id for citation in answer.citations)),
        lead=next((_name(lead) for lead in leads if _is_quoted(_name(lead), answer)), ""),
    )


def _cited_provinces(answer: Answer) -> Iterable[str]:
    for citation in answer.citations:
        for province, _, _ in find_provinces(citation.document)[:1]:
            yield province.name


def _name(text: str) -> str:
    """The beginning of a statement that names its matter."""
    bare = _NUMBERING.sub("", text.strip(" -–+•“”\"'"))
    end = _NAME_END.search(bare)
    words = (bare[: end.start()] if end else bare).split()
    if len(words) <= MAX_NAME_WORDS:
        return " ".join(words)
    kept = " ".join(words[:MAX_NAME_WORDS])
    cuts = [match.start() for match in _FURTHER.finditer(kept)]
    whole = [at for at in cuts if len(kept[:at].split()) >= _LEAST_WORDS]
    return _LOOSE_END.sub("", kept[: whole[-1]] if whole else kept)


def _is_quoted(name: str, answer: Answer) -> bool:
    if DEPARTMENT.fullmatch(name):  # told from a section's heading; every province has it
        return True
    said = " ".join(wording.folded(name).split())
    return bool(said) and any(
        said in " ".join(wording.folded(citation.quote).split()) for citation in answer.citations
    )
