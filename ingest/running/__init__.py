"""Files → plans safely: child processes with limits, the cache, duplicates."""
