"""General Vietnamese: the words by which questions ask, and the names of what they ask about."""
