"""A question as the searched corpus reads it: slips repaired, words opened, read once."""

from collections import OrderedDict
from dataclasses import replace
from threading import Lock

from index.queries.query import QueryReader, QueryTerms
from index.queries.slips import SlipReader
from index.stores.bm25_store import Bm25Store

_REMEMBERED = 256
"""An answer asks for the coverage of its question by a hundred passages."""


class QuestionReading:
    """Reads questions against one lexical index; safe to share between threads."""

    def __init__(self, store: Bm25Store, words: QueryReader) -> None:
        self._words = words
        self._slips = SlipReader(store, words.known, words.stop)
        self._read: OrderedDict[str, QueryTerms] = OrderedDict()
        self._lock = Lock()

    def __call__(self, question: str) -> QueryTerms:
        """The terms of a question; all empty when it has no word."""
        with self._lock:
            if question in self._read:
                self._read.move_to_end(question)
                return self._read[question]
        text, slips = self._slips.corrected(self._words.shortened(question))
        terms = replace(self._words.read(text), slips=slips)
        with self._lock:
            self._read[question] = terms
            while len(self._read) > _REMEMBERED:
                self._read.popitem(last=False)
        return terms
