"""How the shipped embedding model is made and measured; never needed to answer a question."""
