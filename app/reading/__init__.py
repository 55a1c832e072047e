"""Retrieved passages: their sentences, figures, names and lists, and which of them answer."""
