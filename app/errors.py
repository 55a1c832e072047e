"""Errors of the assistant's own room.

AssistantError (ingest.errors)
└── ServeError      the chat could not be served (a port in use, …)
"""

from ingest.errors import AssistantError

__all__ = ["AssistantError", "ServeError"]


class ServeError(AssistantError):
    """The chat screen could not be started."""
