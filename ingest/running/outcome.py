"""What became of one file: a plan or the reason for its rejection, and what it took."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from ingest.errors import RejectedFileError
from ingest.plan import Plan
from ingest.running.files import printable


@dataclass(frozen=True, slots=True)
class Outcome:
    """One file of a run.

    `sha256` is that of its bytes, "" when they could not be read. `key` changes when reading it
    again would give something else. `seconds` is wall time; `cached`: it was not read in this
    run. `warnings` are Vietnamese sentences beside those of the plan. `kept` is False for a
    file that is set aside because another one holds the same plan.
    """

    path: Path
    result: Plan | RejectedFileError
    key: str
    sha256: str = ""
    seconds: float = 0.0
    cached: bool = False
    warnings: tuple[str, ...] = ()
    kept: bool = True

    @property
    def plan(self) -> Plan | None:
        """The plan, or None for a rejected file."""
        return self.result if isinstance(self.result, Plan) else None

    @property
    def error(self) -> RejectedFileError | None:
        """The reason for the rejection, or None for a file that was ingested."""
        return None if isinstance(self.result, Plan) else self.result

    @property
    def shown_name(self) -> str:
        """The file's path as it can be shown."""
        return printable(str(self.path))

    def warned(self, sentences: Iterable[str]) -> "Outcome":
        """The same with further warnings."""
        return replace(self, warnings=(*self.warnings, *sentences))
