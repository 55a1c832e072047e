"""Whether a figure that a question states is the plan's ("… có 200 điểm cầu, đúng không?")."""

import re
from dataclasses import replace

from app.draft import Draft, DraftStatement
from app.reading.figures import Picked
from app.reading.finding import Finding, find
from app.reading.material import MAX_QUOTE_CHARS, Material, proof, quoted, trimmed
from app.words import wording
from ingest.plan import Quantity
from ingest.quantities import canonical, parse_quantities
from prompts import text as say

WRITER = "premise"
_CONFIRMING = wording.any_of(
    r"co (?:dung|phai)(?: la)?", r"(?:dung|phai|chinh xac|that) (?:khong|ko|k|chu|vay|the)", r"dung chua", r"co that",
)  # fmt: skip
_AMOUNTS = {"đồng": "bao nhiêu tiền", "%": "bao nhiêu phần trăm"}
_TAIL = re.compile(
    r"[\s,]*(?:có )?(?:đúng|phải|chính xác|thật)(?: là)? ?(?:không|ko|chứ|vậy|thế|chưa)?\W*$"
)


def write(material: Material) -> Draft:
    """Right or wrong and the plan's own figure, when the question states exactly one."""
    question = material.question
    if len(material.plans) != 1 or not _CONFIRMING.search(wording.folded(question.standalone)):
        return Draft(WRITER)
    stated = parse_quantities(question.standalone)
    if len(stated) != 1:
        return Draft(WRITER)
    finding = find(_asking(material, stated[0]), material.plans[0], figure=True)
    if finding is None or finding.figure is None:
        return Draft(WRITER)
    told = _told(finding, finding.figure, stated[0])
    return Draft(WRITER, (told,) if told else ())


def _asking(material: Material, stated: Quantity) -> Material:
    """The material of the same question with "bao nhiêu" for the stated figure."""
    question = material.question
    text = question.standalone
    number = stated.raw.split()[0].rstrip("%")
    amount = _AMOUNTS.get(canonical(stated)[1], f"bao nhiêu{stated.raw[len(number) :]}")
    asking = f"{text[: stated.start]}{amount}{text[stated.end :]}"
    topic = " ".join(word for word in question.topic.split() if word.strip("%") != number)
    return replace(
        material,
        question=replace(question, standalone=_TAIL.sub("", asking), topic=topic),
    )


def _told(finding: Finding, figure: Picked, stated: Quantity) -> DraftStatement | None:
    """The verdict; none when the passage states both the figure and another one for its noun."""
    plan = finding.plan
    right = canonical(figure.quantity)[0] == canonical(stated)[0]
    passage = parse_quantities(finding.chunk.text)
    if not right and any(canonical(q)[0] == canonical(stated)[0] for q in passage):
        return None
    piece = trimmed(plan, finding.sentence, finding.focus, MAX_QUOTE_CHARS)
    text = say(
        "premise.right" if right else "premise.wrong",
        lead=finding.lead,
        province=plan.province,
        quote=quoted(plan, piece, finding.sentence),
    )
    return DraftStatement(text, (proof(finding.chunk, piece),), lead=finding.lead)
