"""Errors of the assistant's own room.

AssistantError (ingest.errors)
├── ModelError      the language model gave no usable reply (never shown: code answers instead)
├── ServeError      the chat could not be served (a port in use, …)
└── FeedbackError   feedback could not be kept or read (a damaged or full file, …)
"""

from ingest.errors import AssistantError

__all__ = ["AssistantError", "FeedbackError", "ModelError", "ServeError"]


class ModelError(AssistantError):
    """The language model could not be reached in time or its reply could not be used."""


class ServeError(AssistantError):
    """The chat screen could not be started."""


class FeedbackError(AssistantError):
    """Feedback could not be kept or read."""
