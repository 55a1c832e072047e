"""The chat screen: draws answers and sources, decides nothing."""
