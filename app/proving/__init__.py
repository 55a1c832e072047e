"""Proofs: every word, figure and name of a statement stands in the passages it cites."""
