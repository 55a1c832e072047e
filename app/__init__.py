"""The assistant: a question and its history in, a cited and verified answer out."""
