"""The numbered passages that a model is given, fenced as data.

What retrieval found and the floor of evidence lets through, first what code itself would quote.
Tables are left to code. A passage that speaks to an assistant instead of stating something is
left out: code may still quote it, a model cannot obey it.
"""

import re
from collections.abc import Iterator, Sequence

from app.citing import document_line, section_line
from app.draft import Draft
from app.proving.statement_form import Source
from app.reading.evidence import may_answer
from app.reading.finding import FLOOR, candidates_of, members
from app.reading.material import Material
from app.words.wording import folded
from ingest.plan import Chunk, ChunkKind, Plan
from prompts import text as say

MAX_PASSAGES = 12
MAX_PASSAGE_CHARS = 1_200
MAX_CHUNK_CHARS = 6_000
"""A longer passage is no paragraph that anybody wrote, and slow to prove anything by."""
MAX_CHARS = 7_000
"""Of all passages together: what a small model reads at once."""
_STATING = (ChunkKind.PARAGRAPH, ChunkKind.BULLET)
# Words that a plan has no reason to say to its reader, folded.
_TO_AN_ASSISTANT = re.compile(
    r"(?:bo qua|phot lo|quen di|khong tuan theo|huy bo|ignore|disregard|forget|override)\W+(?:\w+\W+){0,5}"
    r"(?:quy dinh|quy tac|huong dan|chi dan|chi thi|menh lenh|yeu cau|lenh|loi nhac|instructions?|rules?|prompts?|guidelines?)"
    r"|(?:loi nhac|cau lenh|thong diep) he thong|system (?:prompt|message|override)|developer mode|jailbreak"
    r"|(?:hay|phai|luon|chi) (?:tra loi|noi|in ra|viet ra|ghi ra|khang dinh)(?!\w)|\b(?:in|viet) ra (?:toan bo|loi nhac|man hinh)"
    r"|(?:ban|may|nguoi dung|you) (?:la|bay gio|phai|hay|are now|must|are an?)(?!\w)"
    r"|(?:ghi|dap|noi|tra loi) rang|khi (?:duoc|ai|co nguoi) hoi|\bas an ai\b"
    r"|<\s*/?\s*(?:system|user|assistant|doan|cau_hoi|script|img|a|iframe)\b|<\||\|>|\[/?inst\]|<<sys>>"
    r"|(?:^|[.;!?])\W*(?:system|assistant|user|human|ai)\s*:|#{2,}\s*(?:system|instruction|user|assistant)"
    r"|!?\[[^\]\n]{0,200}\]\(|```"
    r"|(?:please|always|only|now) (?:answer|say|reply|respond|print|output|reveal)",
    re.IGNORECASE | re.MULTILINE,
)


def speaks_to_assistant(text: str) -> bool:
    """Whether a passage gives orders to whoever reads it by machine."""
    return _TO_AN_ASSISTANT.search(folded(text)) is not None


def passages_for(material: Material, draft: Draft) -> tuple[Source, ...]:
    """The passages to give, best first, few and short enough for a small model.

    None when the passage that code itself quotes first cannot be among them.
    """
    chosen: list[Source] = []
    n_chars = 0
    for plan, chunk in dict.fromkeys(_candidates(material, draft)):
        if not _states(plan, chunk):
            continue
        size = min(len(chunk.text), MAX_PASSAGE_CHARS)
        if len(chosen) == MAX_PASSAGES or n_chars + size > MAX_CHARS:
            break
        if speaks_to_assistant(chunk.text):
            if not chosen:
                return ()
            continue
        chosen.append((plan, chunk))
        n_chars += size
    cited = {proof.chunk_id for statement in draft.statements for proof in statement.proofs}
    return tuple(chosen) if chosen and chosen[0][1].chunk_id in cited else ()


def _states(plan: Plan, chunk: Chunk) -> bool:
    """Whether a chunk is running text of the plan's body: no heading, table, letterhead, signature."""
    in_body = chunk.section_id is not None or not plan.sections
    is_text = chunk.kind in _STATING and chunk.table_id is None
    return in_body and is_text and len(chunk.text) <= MAX_CHUNK_CHARS


def _candidates(material: Material, draft: Draft) -> Iterator[Source]:
    plans = {plan.plan_id: plan for plan in material.plans}
    for statement in draft.statements:
        for proof in statement.proofs:
            plan = plans[proof.plan_id]
            chunk = next(c for c in plan.chunks if c.chunk_id == proof.chunk_id)
            yield plan, chunk
            yield from ((plan, member) for member in members(plan, chunk))
    found = [
        finding
        for plan in material.plans
        for finding in candidates_of(material, plan, figure=False)
        if finding.evidence >= FLOOR and may_answer(material, plan, finding.chunk)
    ]
    for finding in sorted(found, key=lambda finding: -finding.score):
        yield finding.plan, finding.chunk
        yield from ((finding.plan, member) for member in members(finding.plan, finding.chunk))


def fenced(text: str) -> str:
    """`text` as data between tags: it can neither close its tag, nor open one, nor name a passage."""
    return text.translate(_HARMLESS)


_HARMLESS = str.maketrans({"<": "‹", ">": "›", "[": "(", "]": ")", '"': "”", "`": "'"})


def request_of(question: str, sources: Sequence[Source]) -> str:
    """The question and its numbered passages as they are sent."""
    listed = "\n".join(_passage(n, plan, chunk) for n, (plan, chunk) in enumerate(sources, 1))
    return say("model.request", question=fenced(question), passages=listed)


def _passage(number: int, plan: Plan, chunk: Chunk) -> str:
    text = plan.reading(chunk.start, chunk.end)
    if len(text) > MAX_PASSAGE_CHARS:
        text = text[:MAX_PASSAGE_CHARS].rsplit(" ", 1)[0] + " …"
    return say(
        "model.passage",
        number=number,
        document=fenced(document_line(plan)),
        section=fenced(section_line(plan, chunk)),
        text=fenced(text),
    )
