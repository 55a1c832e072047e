"""The evaluation's commands: arguments in, text and files out; what is done lies elsewhere."""
