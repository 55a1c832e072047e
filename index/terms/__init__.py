"""Vietnamese text as terms: the analyzer, its word lists, telex keys, diacritics restored."""
