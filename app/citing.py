"""How a place in a plan is named to an official: the document, its period, the section."""

from app.answer import Citation
from app.draft import Proof
from ingest.plan import Chunk, Plan, Section
from prompts import text as say

_MAX_HEADING_CHARS = 80


def document_line(plan: Plan) -> str:
    """The plan in full: "Kế hoạch số 12/KH-UBND ngày 01/02/2022 của UBND tỉnh …"."""
    return say(
        "citation.document",
        doc_type=plan.doc_type,
        number=plan.number,
        issued=plan.issued.strftime("%d/%m/%Y"),
        issuer=plan.issuer,
    )


def short_document(plan: Plan) -> str:
    """The plan in short: "Kế hoạch 12/KH-UBND của …"."""
    return say("citation.short", doc_type=plan.doc_type, number=plan.number, province=plan.province)


def period_text(plan: Plan) -> str:
    """The plan's period: "năm 2022" or "giai đoạn 2021-2025"."""
    first, last = plan.period
    if first == last:
        return say("metadata.year", year=first)
    return say("metadata.years", first=first, last=last)


def section_line(plan: Plan, chunk: Chunk) -> str:
    """The place of `chunk`: "Phần II, mục III.2"; its row when it is one.

    Where two sections of one parent carry the same label, the heading tells them apart.
    """
    if chunk.section_id is None:
        return say("citation.signature" if _is_after_outline(plan, chunk) else "citation.header")
    section = plan.sections[chunk.section_id]
    line = section_path(plan, section)
    if chunk.table_id is not None and chunk.row_index is not None:
        row = plan.tables[chunk.table_id].rows[chunk.row_index]
        group = say("citation.group", group=row.group) if row.group else ""
        line = ", ".join(part for part in (line, group, _row_name(row.label)) if part)
    return line


def _row_name(label: str) -> str:
    return say("citation.row", label=label) if label else ""


def _is_after_outline(plan: Plan, chunk: Chunk) -> bool:
    return bool(plan.sections) and chunk.start >= plan.sections[0].start


def section_path(plan: Plan, section: Section) -> str:
    """The place of a section: "Phần II, mục III.2"."""
    named = [node for node in _ancestry(plan, section) if _is_named(node.label)]
    items = [node for node in _ancestry(plan, section) if not _is_named(node.label) and node.label]
    parts = [node.label + _telling(plan, node) for node in named]
    if items:
        labels = ".".join(node.label + _telling(plan, node) for node in _telling_items(plan, items))
        parts.append(say("citation.item", labels=labels))
    if not parts:
        parts.append(section.heading[:_MAX_HEADING_CHARS])
    return ", ".join(parts)


def _is_named(label: str) -> bool:
    """Whether the label says what it is ("Phần II", "Phụ lục I", "Điều 3")."""
    return " " in label


def _telling_items(plan: Plan, items: list[Section]) -> list[Section]:
    """The items without those whose number the next one repeats: "4.1" says "4" by itself."""
    following = [node.label for node in items[1:]]
    repeated = [
        label.startswith(f"{node.label}.") and not _telling(plan, node)
        for node, label in zip(items, following, strict=False)
    ]
    return [node for node, is_said in zip(items, [*repeated, False], strict=False) if not is_said]


def _ancestry(plan: Plan, section: Section) -> list[Section]:
    chain = [section]
    while chain[0].parent_id is not None:
        chain.insert(0, plan.sections[chain[0].parent_id])
    return chain


def _telling(plan: Plan, node: Section) -> str:
    """The heading in brackets when a sibling carries the same label, else ""."""
    twins = [s for s in plan.sections if s.parent_id == node.parent_id and s.label == node.label]
    return f" ({node.heading[:_MAX_HEADING_CHARS]})" if len(twins) > 1 and node.heading else ""


def citation(plan: Plan, chunk: Chunk, proof: Proof, marker: int) -> Citation:
    """The Citation for `proof`; its quote is copied from the plan."""
    return Citation(
        marker=marker,
        plan_id=plan.plan_id,
        number=plan.number,
        document=document_line(plan),
        section=section_line(plan, chunk),
        quote=plan.text[proof.start : proof.end],
        start=proof.start,
        end=proof.end,
        chunk_id=chunk.chunk_id,
        page=chunk.page,
    )
