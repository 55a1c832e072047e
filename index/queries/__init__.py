"""A question before it meets the corpus: content words, synonyms, slips of typing, the office's own words."""
