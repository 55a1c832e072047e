"""Real and flattened tables → typed tables."""
