"""What an administrator should look at: contradictions, numbering, bad pages."""
