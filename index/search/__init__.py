"""A question against the stores: scores, their sum, lists kept together, each plan's best chunks."""
