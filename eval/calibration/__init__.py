"""How sure an answer must be: weights fitted to questions whose evidence was taken away."""
