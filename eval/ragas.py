"""A run in the field names of ragas, for those who use its measures beside ours.

The names are those of ragas's SingleTurnSample. A conversation is exported as its standalone
question, because a single-turn sample has no history.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from eval.case import Case
from eval.record import write_lines


class RagasSample(BaseModel):
    """One line of the export; `reference` states the expected content, one group a line."""

    model_config = ConfigDict(frozen=True)

    user_input: str
    retrieved_contexts: tuple[str, ...]
    response: str
    reference: str
    reference_contexts: tuple[str, ...]


def sample(case: Case) -> RagasSample:
    """A case as a ragas sample."""
    item, prediction = case.item, case.prediction
    single = len(item.turns) == 1
    return RagasSample(
        user_input=item.turns[0] if single else prediction.understood or item.turns[-1],
        retrieved_contexts=tuple(passage.text for passage in prediction.retrieved),
        response=prediction.answer,
        reference="\n".join(group[0] for group in item.must),
        reference_contexts=tuple(evidence.quote for evidence in item.evidence),
    )


def export(path: Path, cases: Iterable[Case]) -> Sequence[RagasSample]:
    """The samples of all cases, once written to a JSONL file."""
    samples = tuple(sample(case) for case in cases)
    write_lines(path, samples)
    return samples
