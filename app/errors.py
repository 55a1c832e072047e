"""Errors of the assistant's own room.

AssistantError (ingest.errors)
├── ServeError      the chat could not be served (a port in use, …)
└── FeedbackError   feedback could not be kept or read (a damaged or full file, …)
"""

from ingest.errors import AssistantError

__all__ = ["AssistantError", "FeedbackError", "ServeError"]


class ServeError(AssistantError):
    """The chat screen could not be started."""


class FeedbackError(AssistantError):
    """Feedback could not be kept or read."""
