"""Ingestion run over the files of a truth, timed, with what it says kept line by line."""

import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from eval.ingestion.truth import FoundLine, TruthLine
from ingest.errors import RejectedFileError
from ingest.output.jsonl import ok_line, rejected_line
from ingest.pipeline import ingest_file


@dataclass(frozen=True, slots=True)
class Outcome:
    """What ingestion made of one file: `line` as JSON, `found`, wall time and size."""

    truth: TruthLine
    line: str
    found: FoundLine
    seconds: float
    n_bytes: int

    @property
    def problem(self) -> str:
        """Why there is no plan; "" when there is one."""
        if self.found.error is None:
            return ""
        return f"{self.found.status}: {self.found.error.code}: {self.found.error.message}"


def _ingested(path: Path) -> str:
    try:
        return ok_line(str(path), ingest_file(path))
    except RejectedFileError as error:
        return rejected_line(str(path), error)
    except Exception as exc:  # a crash is a result of the run, and the run goes on
        where = traceback.extract_tb(exc.__traceback__)[-1]
        said = f"{exc!r} ({Path(where.filename).name}:{where.lineno})"
        return rejected_line(str(path), RejectedFileError("crashed", said))


def run_files(truths: Iterable[TruthLine], folder: Path) -> Iterator[Outcome]:
    """Yield the outcome of each file of the truth; files lie in `folder`."""
    for truth in truths:
        path = folder / truth.file
        start = perf_counter()
        line = _ingested(path)
        seconds = perf_counter() - start
        n_bytes = path.stat().st_size if path.is_file() else 0
        yield Outcome(truth, line, FoundLine.model_validate_json(line), seconds, n_bytes)
