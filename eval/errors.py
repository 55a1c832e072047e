"""Evaluation's own errors.

AssistantError
└── EvalInputError      a QA, query or corpus file cannot be used; names file, line and field
"""

from ingest.errors import AssistantError


class EvalInputError(AssistantError):
    """An input file of the evaluation is malformed; nothing of it was run."""
