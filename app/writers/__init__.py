"""One writer for each kind of answer."""
