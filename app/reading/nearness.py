"""What speaks for the passage that the answer before cited, when a message goes on about the same."""

from app.reading.answer_types import wants_figure
from app.understanding.own_words import specific_words
from app.understanding.question import Question
from app.words import wording
from ingest.plan import Chunk

_BONUS, _OPEN_BONUS = 0.4, 1.2
"""More where it asks when, who, where or how many with no word of its own ("bao giờ xong?")."""


def near_bonus(question: Question, chunk: Chunk) -> float:
    """What is added to the score of a passage beside the earlier answer; 0 for all others.

    What a row says stands in the row, and an extreme is sought among all.
    """
    folded = wording.folded(question.standalone)
    sought = chunk.table_id is not None or wording.SUPERLATIVE.search(folded)
    if chunk.chunk_id not in question.near or sought:
        return 0.0
    typed = any(asks.search(folded) for asks in (wording.WHEN, wording.WHO, wording.WHERE))
    is_open = (typed or wants_figure(question)) and not specific_words(question.focus)
    return _OPEN_BONUS if is_open else _BONUS
