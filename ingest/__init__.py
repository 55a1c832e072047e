"""A file in, a Plan with its metadata, outline, tables and chunks out."""
