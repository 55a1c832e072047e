"""Text as vectors: the seam for any model, and the shipped bag of terms without torch."""
