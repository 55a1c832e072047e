"""What an answer is worth: one module per idea, definitions.py lists every measure."""
