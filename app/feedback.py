"""What readers think of answers: one SQLite file in the home, one row for each judged answer.

The row holds the conversation that led to the answer and the answer itself, so that a
maintainer can ask it again. It does not hold who judged. Nothing of it is ever logged.
"""

import json
import sqlite3
import threading
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from app.answer import Answer, Status
from app.errors import FeedbackError
from app.render import answer_text
from prompts import text

FILE_NAME = "feedback.sqlite"
MAX_TURNS = 20
MAX_TURN_CHARS = 2_000
MAX_COMMENT_CHARS = 500
MAX_ROWS = 100_000
_SCHEMA_VERSION = 1
WAIT_S = 5.0
_DAMAGED = {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_SCHEMA = """
CREATE TABLE feedback (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, created TEXT NOT NULL, turns TEXT NOT NULL,
    understood TEXT NOT NULL, status TEXT NOT NULL, writer TEXT NOT NULL, answer TEXT NOT NULL,
    citations TEXT NOT NULL, helpful INTEGER NOT NULL, reason TEXT, comment TEXT NOT NULL)
"""
_KEEP = """
INSERT INTO feedback (key, created, turns, understood, status, writer, answer, citations,
    helpful, reason, comment) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (key) DO UPDATE SET created = excluded.created, turns = excluded.turns,
    understood = excluded.understood, status = excluded.status, writer = excluded.writer,
    answer = excluded.answer, citations = excluded.citations, helpful = excluded.helpful,
    reason = excluded.reason, comment = excluded.comment
"""


class Reason(StrEnum):
    """Why an answer did not help."""

    WRONG_ANSWER = "wrong_answer"
    WRONG_EVIDENCE = "wrong_evidence"
    INCOMPLETE = "incomplete"
    SHOULD_DECLINE = "should_decline"
    MISUNDERSTOOD = "misunderstood"
    OTHER = "other"


class Cited(NamedTuple):
    """A citation of the judged answer: the plan's number, the place in it, the verbatim quote."""

    number: str
    section: str
    quote: str


@dataclass(frozen=True, slots=True)
class Feedback:
    """One judged answer.

    `created` is in UTC. `turns` are the reader's messages, oldest first; the last one got
    the answer. `answer` is Markdown without its source list. `reason` is None when helpful.
    """

    id: int
    created: datetime
    turns: tuple[str, ...]
    understood: str
    status: Status
    writer: str
    answer: str
    citations: tuple[Cited, ...]
    helpful: bool
    reason: Reason | None
    comment: str


class FeedbackStore:
    """The feedback kept in a home; safe to share between threads.

    Each call opens the file for itself and waits `wait_s` for whoever is writing. The file
    is made by the first `add`.
    """

    def __init__(self, home: Path, *, max_rows: int = MAX_ROWS, wait_s: float = WAIT_S) -> None:
        self._file = home / FILE_NAME
        self._max_rows = max_rows
        self._wait_s = wait_s
        # Two connections that both turn a new file to WAL do not wait for each other.
        self._writing = threading.Lock()

    def add(
        self,
        key: str,
        *,
        turns: Sequence[str],
        answer: Answer,
        helpful: bool,
        reason: Reason | None = None,
        comment: str = "",
    ) -> None:
        """Keep what a reader thinks of an answer; an earlier opinion under `key` gives way.

        The last MAX_TURNS turns are kept, MAX_TURN_CHARS of each. Raises: FeedbackError when
        the file is full, damaged or cannot be written; ValueError for an answer that helped
        and has a reason, or did not help and has none.
        """
        if helpful is (reason is not None):
            raise ValueError("an answer has a reason when it did not help, and only then")
        opinion = (helpful, reason.value if reason else None, tidy_comment(comment))
        created = datetime.now(UTC).isoformat()
        row = (key, created, _turns_column(turns), *_answer_columns(answer), *opinion)
        with self._writing, _told(self._file, "screen.feedback_unwritable"):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            # What readers typed is for the account that serves the chat alone.
            self._file.touch(mode=0o600)
            with self._opened() as base:
                if not _is_prepared(base):
                    # Not possible inside a transaction; the file keeps it.
                    base.execute("PRAGMA journal_mode = WAL")
                base.execute("BEGIN IMMEDIATE")
                if not _is_prepared(base):
                    base.execute(_SCHEMA)
                    base.execute(f"PRAGMA user_version = {_SCHEMA_VERSION}")
                self._check_room(base, key)
                base.execute(_KEEP, row)
                base.execute("COMMIT")

    def all(self) -> tuple[Feedback, ...]:
        """Everything kept, in the order first given; () when nothing ever was.

        Raises: FeedbackError when the file is damaged or cannot be read.
        """
        with _told(self._file, "screen.feedback_unreadable"):
            if not self._file.exists():
                return ()
            with self._opened() as base:
                if not _is_prepared(base):
                    return ()
                rows = base.execute("SELECT * FROM feedback ORDER BY id").fetchall()
        try:
            return tuple(map(_feedback, rows))
        except (ValueError, TypeError) as exc:
            detail = f"{self._file}: a row that cannot be read"
            raise FeedbackError(text("screen.feedback_damaged"), detail=detail) from exc

    def _check_room(self, base: sqlite3.Connection, key: str) -> None:
        (others,) = base.execute("SELECT count(*) FROM feedback WHERE key <> ?", (key,)).fetchone()
        if others >= self._max_rows:
            raise FeedbackError(
                text("screen.feedback_full"), detail=f"{self._file}: {others} rows, no more taken"
            )

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        """A connection of its own; what it has not committed is undone."""
        address = f"{self._file.resolve().as_uri()}?mode=rw"
        connection = sqlite3.connect(address, uri=True, timeout=self._wait_s, isolation_level=None)
        with closing(connection) as base:
            base.row_factory = sqlite3.Row
            yield base


def tidy_comment(comment: str) -> str:
    """The comment on one line, without control characters, cut at MAX_COMMENT_CHARS."""
    line = " ".join(comment[: 4 * MAX_COMMENT_CHARS].split())
    visible = "".join(c for c in line if unicodedata.category(c) not in {"Cc", "Cf", "Cs"})
    return visible[:MAX_COMMENT_CHARS].strip()


def _storable(content: str) -> str:
    """The text without lone surrogates, which no UTF-8 file can hold."""
    return content.encode("utf-8", "replace").decode("utf-8")


def _turns_column(turns: Sequence[str]) -> str:
    kept = [_storable(turn[:MAX_TURN_CHARS]) for turn in turns[-MAX_TURNS:]]
    return json.dumps(kept, ensure_ascii=False)


def _answer_columns(answer: Answer) -> tuple[str, ...]:
    """The columns from `understood` to `citations`."""
    cited = [Cited(found.number, found.section, found.quote) for found in answer.citations]
    columns = (
        answer.trace.standalone,
        answer.status.value,
        answer.trace.writer,
        answer_text(answer),
        json.dumps(cited, ensure_ascii=False),
    )
    return tuple(map(_storable, columns))


def _is_prepared(base: sqlite3.Connection) -> bool:
    """Whether the table is there; False for an empty file.

    Raises: FeedbackError for a file of another version; DatabaseError for another program's.
    """
    (version,) = base.execute("PRAGMA user_version").fetchone()
    if version == _SCHEMA_VERSION:
        return True
    (n_tables,) = base.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if version or n_tables:
        detail = f"schema version {version} with {n_tables} tables, expected {_SCHEMA_VERSION}"
        raise FeedbackError(text("screen.feedback_foreign"), detail=detail)
    return False


def _feedback(row: sqlite3.Row) -> Feedback:
    return Feedback(
        id=row["id"],
        created=datetime.fromisoformat(row["created"]).astimezone(UTC),
        turns=tuple(json.loads(row["turns"])),
        understood=row["understood"],
        status=Status(row["status"]),
        writer=row["writer"],
        answer=row["answer"],
        citations=tuple(Cited(*cited) for cited in json.loads(row["citations"])),
        helpful=bool(row["helpful"]),
        reason=Reason(row["reason"]) if row["reason"] else None,
        comment=row["comment"],
    )


@contextmanager
def _told(file: Path, otherwise: str) -> Iterator[None]:
    """Errors of the file become FeedbackErrors: it is damaged, or the sentence `otherwise`."""
    try:
        yield
    except sqlite3.DatabaseError as exc:
        # Extended codes carry the primary one in their lowest byte (sqlite.org/rescode.html).
        damaged = getattr(exc, "sqlite_errorcode", 0) & 0xFF in _DAMAGED
        sentence = text("screen.feedback_damaged" if damaged else otherwise)
        raise FeedbackError(sentence, detail=f"{file}: {exc}") from exc
    except OSError as exc:
        raise FeedbackError(text(otherwise), detail=f"{file}: {exc}") from exc
