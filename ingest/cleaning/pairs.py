"""How often two syllables stand side by side in official Vietnamese: the evidence for repairs.

The table `pairs.txt.xz` was counted over the Ministry of Justice's codification (Bộ pháp điển)
and later laws, official texts outside copyright: pairs seen at least MIN_COUNT times, their
counts as powers of two. To count it anew: `python -m ingest.cleaning.pairs TEXT… --out FILE`.
"""

import argparse
import lzma
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise
from pathlib import Path

from ingest.vietnamese import canonical_tone, fold, nfc

MIN_COUNT = 12
_FILE = "pairs.txt.xz"
_MAX_BYTES = 8 * 2**20
_WORD = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"[.,;:()“”\"\n!?/\-–]")


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs' counts (lower bounds, powers of two), the syllables by bare letters, their totals."""

    counts: dict[tuple[str, str], int]
    spellings: dict[str, tuple[str, ...]]
    totals: dict[str, int]

    def count(self, left: str | None, right: str | None) -> int:
        """How often the pair was seen, 0 for never or when one of the two is missing."""
        return self.counts.get((left, right), 0) if left and right else 0

    def knows(self, syllable: str) -> bool:
        """Whether the syllable stands in any pair."""
        return syllable in self.totals


@cache
def load_pairs() -> Pairs:
    """The shipped table. Raises ValueError when the file is not one."""
    packed = resources.files(__package__).joinpath(_FILE).read_bytes()
    text = lzma.LZMADecompressor().decompress(packed, _MAX_BYTES).decode("utf-8")
    return read_pairs(text.splitlines())


def read_pairs(lines: Iterable[str]) -> Pairs:
    """The table in lines "left right5 other3": counts are 2 to the power of the digits."""
    counts: dict[tuple[str, str], int] = {}
    totals: Counter[str] = Counter()
    known: dict[str, dict[str, None]] = {}
    for line in lines:
        left, *rights = line.split(" ")
        for entry in rights:
            right = entry.rstrip("0123456789")
            counts[left, right] = 2 ** int(entry[len(right) :])
            for syllable in (left, right):
                totals[syllable] += counts[left, right]
                known.setdefault(fold(syllable), {})[syllable] = None
    spellings = {bare: tuple(spelled) for bare, spelled in known.items()}
    return Pairs(counts, spellings, totals)


def write_pairs(counts: Counter[tuple[str, str]]) -> Iterator[str]:
    """The lines of the table of these counts, sorted."""
    by_left: dict[str, list[str]] = {}
    for (left, right), count in sorted(counts.items()):
        if count >= MIN_COUNT:
            by_left.setdefault(left, []).append(f"{right}{count.bit_length() - 1}")
    for left, rights in by_left.items():
        yield " ".join([left, *rights])


def count_pairs(texts: Iterable[str]) -> Counter[tuple[str, str]]:
    """The pairs of neighbouring syllables, in lower case and the newer tone placement."""
    counts: Counter[tuple[str, str]] = Counter()
    for text in texts:
        for clause in _BREAK.split(nfc(text).lower()):
            words = [canonical_tone(word) for word in _WORD.findall(clause)]
            counts.update(pairwise(words))
    return counts


def main(arguments: Sequence[str] | None = None) -> int:
    """Count the pairs of plain texts (.xz or not) into a table; exit code 0."""
    parser = argparse.ArgumentParser(prog="python -m ingest.cleaning.pairs", description=__doc__)
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(arguments)

    def lines() -> Iterator[str]:
        for path in options.texts:
            opener = lzma.open if path.suffix == ".xz" else open
            with opener(path, "rt", encoding="utf-8") as file:
                yield from file

    table = "\n".join(write_pairs(count_pairs(lines())))
    options.out.write_bytes(lzma.compress(table.encode("utf-8"), preset=9))
    return 0


if __name__ == "__main__":
    sys.exit(main())
