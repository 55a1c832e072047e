"""What the rules make of each question, as asked and with its evidence taken away."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.answer import ChatInput, Turn
from app.chain import Assistant
from app.proving.confidence import signs
from app.proving.verify import verify
from app.reading.material import Material
from app.understanding.question import Question
from app.writers import declining
from app.writers.choice import drafted
from eval.calibration.leaving_out import left_out
from eval.measures.matching import forbidden_said, missing_groups
from eval.questions.dataset import QAItem


class Origin(StrEnum):
    """Whether the plans hold what they held when the question was written."""

    ASKED = "asked"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class Example:
    """One question and the rules' draft for it.

    `group` is the item it comes from, whose other forms must not judge it. `answerable` is False
    where the plans do not hold the answer (any more). `signs` are None where the draft is a
    refusal or of a kind that is not judged.
    """

    group: str
    origin: Origin
    answerable: bool
    declined: bool
    right: bool
    signs: dict[str, float] | None

    @property
    def label(self) -> bool | None:
        """Whether its signs are those of an answer; None for one that teaches nothing."""
        if self.signs is None or self.right is not self.answerable:
            return None
        return self.answerable


def examples(assistant: Assistant, items: Sequence[tuple[str, QAItem]]) -> Iterator[Example]:
    """Yield the examples of (group, item), in order."""
    for group, item in items:
        question = _understood(assistant, item.turns)
        material = assistant.material(question)
        yield _example(assistant, item, group, Origin.ASKED, material)
        if not item.answerable:
            continue
        without = left_out(assistant, item, question)
        if without is not None:
            yield _example(assistant, item, group, Origin.LEFT_OUT, without)


def _understood(assistant: Assistant, turns: Sequence[str]) -> Question:
    """The question of the last turn after the others."""
    history: tuple[Turn, ...] = ()
    for message in turns[:-1]:
        answer = assistant.invoke(ChatInput(message, history))
        history += (Turn(message, answer.trace.standalone, answer),)
    return assistant.understand(ChatInput(turns[-1], history))


def _example(
    assistant: Assistant, item: QAItem, group: str, origin: Origin, material: Material
) -> Example:
    """The example of one item over one material; what still says all it must is right."""
    draft = drafted(material, assistant.catalogue.plans())
    verified = verify(draft, assistant.catalogue.plan)
    declined = draft.writer == declining.WRITER or not (verified.statements or verified.table)
    said = "\n".join(statement.text for statement in verified.statements)
    full = not missing_groups(said, item.must) and not forbidden_said(said, item.must_not)
    right = item.answerable and full and not declined
    return Example(
        group=group,
        origin=origin,
        answerable=right if origin is Origin.LEFT_OUT else item.answerable,
        declined=declined,
        right=right,
        signs=None if declined else signs(material, draft),
    )
