"""A run on disk: predictions.jsonl, summary.json and report.html in one folder."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel

from eval.case import Case
from eval.errors import EvalInputError
from eval.measures import judge
from eval.predictions import write_predictions
from eval.report import report_html
from eval.summary import Summary, git_revision, summarise
from prompts import text


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """A context in which `path`'s folder exists; EvalInputError for whatever cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as exc:
        problem = exc.strerror or str(exc)
        raise EvalInputError(text("eval.unwritable", path=path, problem=problem)) from exc


def run_folder(home: Path, now: datetime) -> Path:
    """The default folder of a run that starts at `now` (UTC): home/runs/20210131T093000Z."""
    return home / "runs" / now.strftime("%Y%m%dT%H%M%SZ")


def current_snapshot(index_home: Path) -> str | None:
    """The name of the live snapshot, None when none is published."""
    current = index_home / "current"
    return current.read_text(encoding="utf-8").strip() if current.is_file() else None


def record(
    folder: Path, cases: Sequence[Case], *, created: datetime, snapshot: str | None
) -> Summary:
    """The summary of the judged cases, once all three files are written into `folder`."""
    judged = judge(cases)
    revision = git_revision(Path(__file__).parent)
    summary = summarise(judged, created=created, revision=revision, snapshot=snapshot)
    page = report_html(judged, summary)
    with writing(folder / "predictions.jsonl"):
        write_predictions(folder / "predictions.jsonl", (case.prediction for case in cases))
        write_json(folder / "summary.json", summary)
        (folder / "report.html").write_text(page, encoding="utf-8")
    return summary


def write_json(path: Path, figures: BaseModel) -> None:
    """Write a model as indented JSON, making the folder; EvalInputError when that fails."""
    with writing(path):
        path.write_text(figures.model_dump_json(indent=1) + "\n", encoding="utf-8")
