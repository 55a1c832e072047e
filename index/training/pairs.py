"""Training pairs (query side, passage side) from public Vietnamese texts; reads, never writes.

Expected in the data folder, each optional: `phapdien_articles.jsonl.xz` (articles of the
codified law: demuc, title, text, anchor, related), `raw_viwiki.txt.xz` and other `raw_*.txt.xz`
(one paragraph a line). Benchmarks in the folder are not read here.
"""

import json
import lzma
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_ARTICLES = "phapdien_articles.jsonl.xz"
_SENTENCE_END = re.compile(r"(?<=[.;:!?])\s+")
_TOPIC_NUMBER = re.compile(r"^Đề mục [\d.]+\s*")
_COMMON_TITLE = 3  # a title borne by this many articles says nothing without its topic
_MAX_CHARS = 1600  # about 350 syllables: the articles' first page
_LINKED_QUERY_CHARS = 400
_MIN_QUERY_CHARS, _MIN_PASSAGE_CHARS = 20, 60
_MAX_QUERY_CHARS = 240


@dataclass(frozen=True, slots=True)
class Pair:
    """A short text and a passage that answers or continues it."""

    query: str
    passage: str


@dataclass(frozen=True, slots=True)
class _Article:
    title: str
    topic: str
    text: str
    anchor: str
    related: tuple[str, ...]


def _articles(path: Path) -> list[_Article]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return [
        _Article(
            record["title"].strip(),
            _TOPIC_NUMBER.sub("", record["demuc"]).strip(),
            record["text"].strip()[:_MAX_CHARS],
            record["anchor"],
            tuple(str(anchor) for anchor in record["related"]),
        )
        for record in records
    ]


def _titled(articles: list[_Article]) -> Iterator[Pair]:
    """Title → text; a title many articles share is joined with its topic."""
    frequency = Counter(article.title for article in articles)
    for article in articles:
        if article.title and len(article.text) >= _MIN_PASSAGE_CHARS:
            common = frequency[article.title] >= _COMMON_TITLE
            yield Pair(
                f"{article.title}. {article.topic}" if common else article.title, article.text
            )


def _linked(articles: list[_Article]) -> Iterator[Pair]:
    """Title and opening → text of an article that the editors link to it."""
    by_anchor = {article.anchor: article for article in articles}
    for article in articles:
        for anchor in article.related:
            other = by_anchor.get(anchor)
            if other is not None and len(other.text) >= _MIN_PASSAGE_CHARS:
                yield Pair(f"{article.title}. {article.text[:_LINKED_QUERY_CHARS]}", other.text)


def _continued(path: Path) -> Iterator[Pair]:
    """First sentence → rest of each paragraph; every third time a middle sentence → the others."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            sentences = _SENTENCE_END.split(line.strip()[:_MAX_CHARS])
            position = len(sentences) // 2 if number % 3 == 2 else 0
            query = sentences.pop(position)[:_MAX_QUERY_CHARS]
            passage = " ".join(sentences)
            if len(query) >= _MIN_QUERY_CHARS and len(passage) >= _MIN_PASSAGE_CHARS:
                yield Pair(query, passage)


def read_pairs(folder: Path) -> list[Pair]:
    """All pairs of the folder in a fixed order."""
    pairs: list[Pair] = []
    if (folder / _ARTICLES).exists():
        articles = _articles(folder / _ARTICLES)
        pairs += _titled(articles)
        pairs += _linked(articles)
    for path in sorted(folder.glob("raw_*.txt.xz")):
        pairs += _continued(path)
    return pairs
