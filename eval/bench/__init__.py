"""Speed and memory of this program, and its retrieval side by side with what others would use."""
