"""A run on disk: run.json first, a line per item as it is answered, then figures and the page.

Lines are written one by one, so that a run that was stopped can be taken up where it ended.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from eval.case import Case, shelve
from eval.configuration import Configuration, differing_fields
from eval.errors import EvalInputError
from eval.measures.definitions import judge
from eval.predictions import Prediction
from eval.questions.dataset import QASet
from eval.report.page import report_html
from eval.summary import SUMMARY_FILE, Summary, summarise
from eval.trace import ItemTrace
from eval.twinning import TwinSummary
from ingest.plan import Plan
from prompts import text

CONFIGURATION, PREDICTIONS, TRACES = "run.json", "predictions.jsonl", "traces.jsonl"
TWIN_PREDICTIONS, REPORT = "twins.jsonl", "report.html"

LineT = TypeVar("LineT", bound=BaseModel)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """A context in which `path`'s folder exists; EvalInputError for whatever cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as exc:
        problem = exc.strerror or str(exc)
        raise EvalInputError(text("eval.unwritable", path=path, problem=problem)) from exc


def write_json(path: Path, figures: BaseModel) -> None:
    """Write a model as indented JSON, making the folder; EvalInputError when that fails."""
    with writing(path):
        path.write_text(figures.model_dump_json(indent=1) + "\n", encoding="utf-8")


def write_lines(path: Path, lines: Iterable[BaseModel]) -> None:
    """Write one JSON object a line, UTF-8 with Vietnamese letters as they are."""
    with writing(path):
        path.write_text("".join(f"{line.model_dump_json()}\n" for line in lines), encoding="utf-8")


def run_folder(home: Path, now: datetime) -> Path:
    """The default folder of a run that starts at `now` (UTC): home/runs/20210131T093000Z."""
    return home / "runs" / now.strftime("%Y%m%dT%H%M%SZ")


def begin(folder: Path, made_with: Configuration) -> None:
    """Make the folder that of a new run: its configuration written, earlier results removed."""
    write_json(folder / CONFIGURATION, made_with)
    with writing(folder):
        for name in (PREDICTIONS, TRACES, TWIN_PREDICTIONS, SUMMARY_FILE, REPORT):
            (folder / name).unlink(missing_ok=True)


def keep(folder: Path, case: Case) -> None:
    """Add an answered item to its run; the trace first, so that a prediction implies its trace."""
    with writing(folder / TRACES):
        for name, line in ((TRACES, case.trace), (PREDICTIONS, case.prediction)):
            with (folder / name).open("a", encoding="utf-8") as file:
                file.write(line.model_dump_json() + "\n")


def take_up(
    folder: Path, made_with: Configuration, sets: Sequence[QASet], plans: Sequence[Plan]
) -> dict[str, Case]:
    """The answered items of an unfinished run, by id; their files hold nothing else afterwards.

    Raises: EvalInputError when the folder holds no run or one of another configuration.
    """
    path = folder / CONFIGURATION
    try:
        earlier = Configuration.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, ValidationError) as exc:
        raise EvalInputError(text("eval.no_run", folder=folder)) from exc
    changed = ", ".join(differing_fields(earlier, made_with))
    if changed:
        raise EvalInputError(text("eval.other_run", folder=folder, changed=changed))
    predictions = _whole_lines(folder / PREDICTIONS, Prediction)
    traces = _whole_lines(folder / TRACES, ItemTrace)
    shelf = shelve(plans)
    done = {
        item.id: Case(qa_set.split, item, predictions[item.id], shelf, traces[item.id])
        for qa_set in sets
        for item in qa_set.items
        if item.id in predictions and item.id in traces
    }
    write_lines(folder / PREDICTIONS, (case.prediction for case in done.values()))
    write_lines(folder / TRACES, (case.trace for case in done.values()))
    return done


def _whole_lines(path: Path, model: type[LineT]) -> dict[str, LineT]:
    """The lines by id up to the first that was not written whole; {} without the file."""
    found: dict[str, LineT] = {}
    if path.is_file():
        for line in path.read_bytes().splitlines():
            try:
                one = model.model_validate_json(line)
            except ValidationError:
                break
            found[str(one.id)] = one  # type: ignore[attr-defined]
    return found


def finish(
    folder: Path,
    cases: Sequence[Case],
    *,
    created: datetime,
    made_with: Configuration | None = None,
    twins: TwinSummary | None = None,
) -> Summary:
    """The summary of the judged cases, once figures and report are written into `folder`.

    Predictions and traces are written anew in the sets' order, whatever order they came in.
    """
    judged = judge(cases)
    summary = summarise(judged, created=created, made_with=made_with, twins=twins)
    page = report_html(judged, summary)
    write_lines(folder / PREDICTIONS, (case.prediction for case in cases))
    write_lines(folder / TRACES, (case.trace for case in cases))
    write_json(folder / SUMMARY_FILE, summary)
    with writing(folder / REPORT):
        (folder / REPORT).write_text(page, encoding="utf-8")
    return summary
