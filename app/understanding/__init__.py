"""What one message asks: its kind, places, documents, years and topic."""
