"""Ingestion scored against documents whose metadata, outline, tables and sentences are known."""
