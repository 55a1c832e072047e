"""What a run tells: screen, JSON lines, HTML page."""
