"""The shipped model without torch: a text's vector is the sum of its terms' vectors.

Rows are stored as int8 with a scale each. A text typed without diacritics is read with the
likeliest ones, so that such typing needs no rows of its own. `term_bag.py` serves the same files
to sentence-transformers.
"""

import json
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import safe_open

from index.terms.analyzer import Analyzer, has_diacritics, terms_of
from index.terms.restore import Restorer

CONFIG_FILE, VOCABULARY_FILE, WEIGHTS_FILE = "config.json", "vocabulary.tsv", "model.safetensors"
MODEL_TYPE = "term-bag"

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


def is_term_bag(folder: Path) -> bool:
    """Whether the folder holds a model of this kind."""
    config = folder / CONFIG_FILE
    if not (config.is_file() and (folder / VOCABULARY_FILE).is_file()):
        return False
    return bool(json.loads(config.read_text(encoding="utf-8")).get("model_type") == MODEL_TYPE)


def normalise(vectors: Floats) -> Floats:
    """Rows at length 1; zero rows stay zero."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-12), dtype=np.float32)


class Vocabulary:
    """Terms ↔ rows, and the weighted rows that stand for a text."""

    def __init__(self, terms: list[str], counts: list[int]) -> None:
        self.terms = terms
        self.counts = counts
        self._row = {term: row for row, term in enumerate(terms)}
        self._analyzer = Analyzer()

    @classmethod
    def read(cls, file: Path) -> "Vocabulary":
        """The vocabulary of a file of lines "term TAB texts that hold it"; line number is row."""
        return _read_vocabulary(file, file.stat().st_mtime_ns)

    def write(self, file: Path) -> None:
        """Write what `read` reads."""
        pairs = zip(self.terms, self.counts, strict=True)
        file.write_text("".join(f"{t}\t{n}\n" for t, n in pairs), encoding="utf-8")

    @cached_property
    def counted(self) -> dict[str, int]:
        """How many texts hold each term."""
        return dict(zip(self.terms, self.counts, strict=True))

    @cached_property
    def _restorer(self) -> Restorer:
        return Restorer(self.counted)

    def bag(self, text: str) -> Ints:
        """The rows of a text's known terms, with repetition; diacritics restored when it has none."""
        runs: Iterable[Sequence[str]] = self._analyzer.runs(text)
        if not has_diacritics(text):
            runs = [self._restorer.run(run) for run in runs]
        known = (self._row.get(term) for term in terms_of(runs))
        return np.array([row for row in known if row is not None], dtype=np.int64)


@lru_cache(maxsize=2)  # the model, the repair of slips and the compounds read the same file
def _read_vocabulary(file: Path, _changed: int) -> Vocabulary:
    cells = file.read_text(encoding="utf-8").replace("\n", "\t").split("\t")[:-1]
    return Vocabulary(cells[0::2], [*map(int, cells[1::2])])


class TermVectors:
    """A term-bag model read from its folder; an `Embedder` (embedder.py)."""

    def __init__(
        self, vocabulary: Vocabulary, rows: NDArray[np.int8], scales: Floats, fingerprint: str
    ) -> None:
        if len(rows) != len(scales) or len(rows) != len(vocabulary.terms):
            raise ValueError(
                f"{len(vocabulary.terms)} terms, {len(rows)} rows, {len(scales)} scales: must be equal"
            )
        self.vocabulary = vocabulary
        self.identity = f"{MODEL_TYPE}/{fingerprint}"
        self.dim = int(rows.shape[1])
        self._rows, self._scales = rows, scales

    @classmethod
    def read(cls, folder: Path) -> "TermVectors":
        """The model of a folder. Raises: OSError, ValueError, KeyError when it is not whole."""
        config = json.loads((folder / CONFIG_FILE).read_text(encoding="utf-8"))
        with safe_open(folder / WEIGHTS_FILE, framework="np") as weights:
            rows, scales = weights.get_tensor("rows"), weights.get_tensor("scales")
        vocabulary = Vocabulary.read(folder / VOCABULARY_FILE)
        return cls(vocabulary, rows, scales, str(config["fingerprint"]))

    def encode(self, texts: list[str]) -> Floats:
        """(n, dim) float32, L2-normalised; a text without a known term is a zero row."""
        vectors = np.zeros((len(texts), self.dim), dtype=np.float32)
        for i, text in enumerate(texts):
            rows = self.vocabulary.bag(text)
            if len(rows):
                vectors[i] = self._scales[rows] @ self._rows[rows].astype(np.float32)
        return normalise(vectors)

    def encode_queries(self, texts: list[str]) -> Floats:
        """Same as `encode`: this model has no separate query side."""
        return self.encode(texts)
