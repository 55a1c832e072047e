"""Evaluation's own errors.

AssistantError
└── EvalInputError      a QA, query or corpus file cannot be used; names file, line and field
    └── SpreadsheetError    a question sheet cannot be imported; names every row and column
"""

from collections.abc import Sequence

from ingest.errors import AssistantError


class EvalInputError(AssistantError):
    """An input file of the evaluation is malformed; nothing of it was run."""


class SpreadsheetError(EvalInputError):
    """A question sheet cannot be imported.

    `problems` holds a sentence per problem, all of them, in the order of the sheet; it is empty
    when the file as a whole could not be read.
    """

    def __init__(
        self, user_message: str, *, problems: Sequence[str] = (), detail: str = ""
    ) -> None:
        super().__init__(user_message, detail=detail)
        self.problems = tuple(problems)
