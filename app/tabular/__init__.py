"""Questions of a typed table: its columns by role, what is asked, the rows that are meant."""
