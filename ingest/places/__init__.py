"""Provinces and districts, in any spelling."""
