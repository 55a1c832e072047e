"""The optional language model: it words what retrieval found, and code proves every sentence."""
