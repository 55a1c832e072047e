"""An Answer as text: for the terminal, for exports and for what the evaluation judges.

The chat screen draws answers itself, because there every mark is a link.
"""

from collections.abc import Sequence

from app.answer import Answer, Citation, ComparisonTable, Statement
from prompts import VIETNAMESE, speaking
from prompts import text as say


def _marks(markers: tuple[int, ...]) -> str:
    return "".join(f" [{marker}]" for marker in markers)


def statement_text(statement: Statement) -> str:
    """One statement as Markdown, its lead in bold, its markers behind it."""
    before, lead, behind = statement.parted()
    text = f"{before}**{lead}**{behind}" if lead else before
    bullet = "- " if statement.bullet else ""
    return f"{bullet}{text}{_marks(statement.markers)}"


def table_text(table: ComparisonTable) -> str:
    """A comparison as a Markdown table, one row a province."""
    lines = [
        (say("citation.province"), *table.columns),
        tuple("---" for _ in range(len(table.columns) + 1)),
    ]
    for row in table.rows:
        cells = (cell.text.replace("|", "/") + _marks(cell.markers) for cell in row.cells)
        lines.append((row.province, *cells))
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def answer_text(answer: Answer) -> str:
    """The answer as shown, without its source list: table, statements, notices."""
    with speaking(answer.language):
        blocks = [] if answer.table is None else [table_text(answer.table)]
        blocks.append("\n".join(statement_text(statement) for statement in answer.statements))
        blocks.extend(say("citation.notice", text=notice.text) for notice in answer.notices)
    return "\n\n".join(block for block in blocks if block)


def citation_text(citation: Citation) -> str:
    """One entry of the source list: marker, document, place and the verbatim quote."""
    quote = " ".join(citation.quote.split())
    return f'[{citation.marker}] {citation.document}, {citation.section}: "{quote}"'


def full_text(answer: Answer) -> str:
    """The answer, its source list and what to ask next, as the command line prints it."""
    blocks = [answer_text(answer)]
    if answer.citations:
        blocks.append("\n".join(citation_text(citation) for citation in answer.citations))
    if answer.suggestions:
        blocks.append(suggestions_text(answer.suggestions, answer.language))
    return "\n\n".join(blocks)


def suggestions_text(questions: Sequence[str], language: str = VIETNAMESE) -> str:
    """What can be asked next, one question a line under a heading in `language`."""
    with speaking(language):
        heading = say("suggestions.heading")
    return "\n".join((heading, *(f"- {question}" for question in questions)))
