"""The root of every error a user may see, and ingestion's own.

AssistantError
└── IngestError            a file or a folder could not be ingested
    └── RejectedFileError       one file, with a machine-readable code

`index` and `app` derive theirs from AssistantError in their own `errors.py`.
"""


class AssistantError(Exception):
    """Something the user can be told; `user_message` is Vietnamese and shown as it is.

    It says what happened and what to do. `detail` is for the log: file, page, id.
    """

    def __init__(self, user_message: str, *, detail: str = "") -> None:
        super().__init__(detail or user_message)
        self.user_message = user_message
        self.detail = detail


class IngestError(AssistantError):
    """Ingestion failed."""


class RejectedFileError(IngestError):
    """A file that cannot be ingested; `code` is stable ("empty", "not_a_plan", …)."""

    def __init__(self, code: str, user_message: str, *, detail: str = "") -> None:
        super().__init__(user_message, detail=detail)
        self.code = code
