"""The documents that a text cites."""
