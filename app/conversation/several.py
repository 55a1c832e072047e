"""Several questions in one message: each answered in its turn, under a line of its own.

The later ones may lean on the earlier ones ("Ai ký? Ngày nào?"), as in a conversation. At most
MAX_QUESTIONS are answered; a sentence says so when there were more.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from app.answer import (
    Answer,
    ChatInput,
    Citation,
    ComparisonTable,
    Done,
    Said,
    Statement,
    Status,
    StreamEvent,
    Trace,
    Turn,
    Understood,
)
from app.understanding.mentions import asked_provinces
from app.understanding.own_words import asks, specific_words
from app.understanding.topic import topic_of
from app.words import wording
from prompts import text as say

KIND = "several"
MAX_QUESTIONS = 5
_MIN_WORDS = 2
_OWN_WORDS = 2
_MAX_COUNTED = 200
_LINE_MARK = r"(?:\(?\d{1,2}[.)]|[-•*–+])\s+"
_BREAK = re.compile(rf"(?<=\?)[\s.]+(?=\S)|[ \t]*\n[\s]*|(?<=[\s;]){_LINE_MARK}(?=\S)")
_LIST = re.compile(rf"(?:^|[\s;])(?={_LINE_MARK})")
_OF_PLAN = wording.any_of(
    r"(?:ky|ban hanh|so hieu)[\w\s]* ke hoach", r"ke hoach[\w\s]* (?:ky|ban hanh|so hieu)", r"ai ky"
)
_MARK = re.compile(rf"^{_LINE_MARK}")
_ABBREVIATION = re.compile(r"(?<!\w)AI(?!\w)")
# What goes on with the question before it.
_GOES_ON = wording.any_of(
    r"hay",
    r"hoac",
    r"nho",
    r"luu y",
    r"yeu cau",
    r"de nghi",
    r"ghi ro",
    r"tra loi",
    r"chi can",
    r"can",
    r"neu",
    r"tuc la",
    r"y (?:toi|minh|em)",
    r"vi du",
    r"khong phai",
)
_BIDS = wording.any_of(
    r"so sanh", r"liet ke", r"neu", r"ke ten", r"cho (?:toi |em )?biet", r"tom tat", r"thong ke"
)


def questions(message: str) -> tuple[str, ...]:
    """The questions of `message`, in order; one or none when it is a single message."""
    found: list[str] = []
    before = ""
    for piece in _pieces(message):
        folded = wording.folded(piece)
        is_question = piece.endswith("?") or _asks(piece) or _bids(piece)
        is_question = is_question and len(piece.split()) >= _MIN_WORDS
        if found and (_GOES_ON.match(folded) or not is_question):
            found[-1] = f"{found[-1]} {piece}"
        elif is_question:
            found.append(f"{before} {piece}".strip())
            before = ""
        else:
            before = f"{before} {piece}".strip()
    if len(found) == 2 and (_compares(*found) or not _is_apart(found[1], message)):
        return ()
    return tuple(found)


def _is_apart(second: str, message: str) -> bool:
    """Whether the second of two questions has a matter of its own, or stands on its own line."""
    if len(_LIST.findall(message)) > 1 or _OF_PLAN.search(wording.folded(second)):
        return True
    return len(specific_words(topic_of(second))) >= _OWN_WORDS


def _asks(piece: str) -> bool:
    """Whether a word of `piece` asks; "AI" among small letters is the abbreviation, not "ai"."""
    return asks(piece if piece.isupper() else _ABBREVIATION.sub(" ", piece))


def _bids(piece: str) -> bool:
    """Whether `piece` asks for something of its own ("so sánh …", but not "kể tên giúp tôi")."""
    folded = wording.folded(piece)
    if wording.COMPARE.match(folded):
        return True
    return bool(_BIDS.match(folded)) and len(specific_words(topic_of(piece))) >= _OWN_WORDS


def _compares(first: str, second: str) -> bool:
    """Whether two questions ask much the same of two provinces: that is a comparison."""
    places = [set(asked_provinces(question, ())) for question in (first, second)]
    said = [set(specific_words(topic_of(question))) for question in (first, second)]
    apart = all(places) and not places[0] & places[1]
    return apart and bool(said[1]) and len(said[0] & said[1]) * 2 >= len(said[1])


def _pieces(message: str) -> list[str]:
    parts = _BREAK.split(message.strip(), maxsplit=_MAX_COUNTED)
    return [bare for part in parts if (bare := _MARK.sub("", part.strip()).strip(" ;"))]


def answered(
    asked: tuple[str, ...], chat: ChatInput, answer_one: Callable[[ChatInput], Answer]
) -> Answer:
    """One answer made of the answers to each of `asked`."""
    return _joined(_in_turn(asked, chat, answer_one), len(asked))


def streamed(
    asked: tuple[str, ...], chat: ChatInput, answer_one: Callable[[ChatInput], Answer]
) -> Iterator[StreamEvent]:
    """The events of the answers, one after the other; the last is the whole answer."""
    done: list[Answer] = []
    for answer in _in_turn(asked, chat, answer_one):
        done.append(answer)
        whole = _joined(iter(done), len(done))
        yield Understood(whole.trace.standalone)
        shown = len(_joined(iter(done[:-1]), len(done) - 1).statements) if done[:-1] else 0
        markers = {c.marker for c in whole.citations}
        for statement in whole.statements[shown:]:
            new = tuple(c for c in whole.citations if c.marker in set(statement.markers) & markers)
            markers -= set(statement.markers)
            yield Said(statement, new)
    whole = _joined(iter(done), len(asked))
    for statement in whole.statements[len(_joined(iter(done), len(done)).statements) :]:
        yield Said(statement)
    yield Done(whole)


def _in_turn(
    asked: tuple[str, ...], chat: ChatInput, answer_one: Callable[[ChatInput], Answer]
) -> Iterator[Answer]:
    history = chat.history
    for question in asked[:MAX_QUESTIONS]:
        answer = answer_one(replace(chat, message=question, history=history))
        history = (*history, Turn(question, answer.trace.standalone, answer))
        yield answer


def _joined(answers: Iterator[Answer], n_asked: int) -> Answer:
    """The answers as one, each under its question, their citations numbered on."""
    parts = tuple(answers)
    statements: list[Statement] = []
    citations: list[Citation] = []
    for number, answer in enumerate(parts, start=1):
        shift = len(citations)
        heading = _heading(number, answer.trace.standalone)
        statements.append(Statement(heading, lead=heading))
        statements += [_shifted(s, shift) for s in (*_rows(answer.table), *answer.statements)]
        citations += [replace(c, marker=c.marker + shift) for c in answer.citations]
    if n_asked > len(parts):
        statements.append(Statement(say("social.too_many", count=n_asked, answered=len(parts))))
    return Answer(
        status=_status(parts),
        statements=tuple(statements),
        citations=tuple(citations),
        notices=tuple(dict.fromkeys(notice for answer in parts for notice in answer.notices)),
        trace=_trace(parts),
    )


def _heading(number: int, question: str) -> str:
    """The line above an answer: its question, unless that holds figures that nothing here proves."""
    place = say("social.places").split()[number - 1]
    return say(
        "social.part" if re.search(r"\d", question) else "social.part_of",
        place=place,
        question=question,
    )


def _shifted(statement: Statement, by: int) -> Statement:
    return replace(statement, markers=tuple(marker + by for marker in statement.markers))


def _rows(table: ComparisonTable | None) -> Iterator[Statement]:
    """The rows of a comparison as bullets: a message of several questions has no one table."""
    for row in table.rows if table else ():
        text = f"{row.province}: {'; '.join(cell.text for cell in row.cells)}"
        markers = dict.fromkeys(marker for cell in row.cells for marker in cell.markers)
        yield Statement(text, tuple(markers), lead=row.province, bullet=True)


def _status(parts: tuple[Answer, ...]) -> Status:
    found = {answer.status for answer in parts}
    return found.pop() if len(found) == 1 else Status.PARTIAL


def _trace(parts: tuple[Answer, ...]) -> Trace:
    traces = [answer.trace for answer in parts]
    return Trace(
        standalone=" ".join(trace.standalone for trace in traces),
        kind=KIND,
        plans=tuple(dict.fromkeys(plan for trace in traces for plan in trace.plans)),
        writer=next(
            (t.writer for t, a in zip(traces, parts, strict=True) if a.citations), traces[0].writer
        ),
        passages=tuple(passage for trace in traces for passage in trace.passages),
        dropped=tuple(dropped for trace in traces for dropped in trace.dropped),
        latency_ms=sum(trace.latency_ms for trace in traces),
    )
