"""Blocks → regions, outline, notes, gaps and chunks."""
