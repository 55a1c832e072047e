"""One run from the first question to the report: ask, keep, judge, write."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from eval.case import Case, shelve
from eval.configuration import configuration
from eval.measures.definitions import judge
from eval.questions.dataset import QASet, read_sets
from eval.questions.twins import read_twins
from eval.record import TWIN_PREDICTIONS, begin, finish, keep, take_up, write_lines
from eval.run import run_item
from eval.summary import Summary
from eval.twinning import TwinSummary, summarise_twins
from index.search.parts import ALL_PARTS, Parts

if TYPE_CHECKING:
    from app.chain import Assistant
    from index.settings import Settings


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What is to be run: the QA files, where results go, which parts of retrieval are on.

    With `resume` the items that an interrupted run in `folder` has answered are not asked again.
    """

    files: tuple[Path, ...]
    folder: Path
    twins: Path
    parts: Parts = ALL_PARTS
    resume: bool = False


def evaluate(
    asked: Evaluation, assistant: "Assistant", settings: "Settings", created: datetime
) -> Summary:
    """The summary of the run, once its folder holds predictions, traces, figures and report.

    Raises: EvalInputError for files that cannot be read, written or taken up.
    """
    assistant = assistant.using(asked.parts)
    sets = read_sets(asked.files)
    embedder = assistant.retriever.scorer.embedder.identity
    made_with = configuration(settings, embedder, asked.parts, asked.files)
    plans = assistant.catalogue.plans()
    done: dict[str, Case] = {}
    if asked.resume:
        done = take_up(asked.folder, made_with, sets, plans)
    else:
        begin(asked.folder, made_with)
    cases = tuple(_answered(asked.folder, sets, assistant, done))
    twins = _twins(asked, sets, cases, assistant)
    return finish(asked.folder, cases, created=created, made_with=made_with, twins=twins)


def _answered(
    folder: Path, sets: Sequence[QASet], assistant: "Assistant", done: dict[str, Case]
) -> Iterator[Case]:
    """Yield every item's case in the sets' order, asking and keeping those not yet done."""
    from tqdm import tqdm

    shelf = shelve(assistant.catalogue.plans())
    items = [(qa_set.split, item) for qa_set in sets for item in qa_set.items]
    # Without a terminal (CI, a file) a bar would only be noise: disable=None.
    for split, item in tqdm(items, unit="câu", disable=None):
        if item.id not in done:
            done[item.id] = run_item(split, item, assistant, shelf)
            keep(folder, done[item.id])
        yield done[item.id]


def _twins(
    asked: Evaluation, sets: Sequence[QASet], cases: Sequence[Case], assistant: "Assistant"
) -> TwinSummary | None:
    """The twins of the run's items, asked and judged; None when it has none."""
    twins = read_twins(asked.twins, sets)
    shelf = shelve(assistant.catalogue.plans())
    answered = [run_item(twin.split, twin.item, assistant, shelf) for twin in twins]
    if answered:
        write_lines(asked.folder / TWIN_PREDICTIONS, (case.prediction for case in answered))
    originals = {one.case.item.id: one for one in judge(cases)}
    return summarise_twins(originals, twins, judge(answered))
