"""Comparisons: the aspects of a question, a cell for each plan and aspect, and what differs."""
