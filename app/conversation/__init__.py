"""A message after other messages: what it leans on, and the standalone question it means."""
