"""Text → vector: the seam behind which the shipped model or any other one stands."""

import hashlib
import logging
from pathlib import Path
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from index.embedding.term_vectors import TermVectors, is_term_bag
from index.errors import EmbedderError

_LOG = logging.getLogger(__name__)


@runtime_checkable  # pydantic checks the retriever's field
class Embedder(Protocol):
    """Turns texts into unit vectors; equal `identity` means equal vectors for equal texts."""

    identity: str
    dim: int

    def encode(self, texts: list[str]) -> NDArray[np.float32]:
        """(n, dim) float32, L2-normalised; a zero row for a text the model knows nothing of."""
        ...

    def encode_queries(self, texts: list[str]) -> NDArray[np.float32]:
        """As `encode`, with the model's query prompt where it has one."""
        ...


class SentenceTransformersEmbedder:
    """Any sentence-transformers model, from a folder or by its hub name, on its own modules only."""

    def __init__(self, name: str) -> None:
        from sentence_transformers import SentenceTransformer

        self._model = SentenceTransformer(name, trust_remote_code=False)
        self.dim = int(self._model.get_embedding_dimension() or 0)
        self.identity = f"sentence-transformers/{name}/{_fingerprint(Path(name))}"

    def encode(self, texts: list[str]) -> NDArray[np.float32]:
        """See `Embedder`."""
        return self._filled(texts, self._model.encode_document)

    def encode_queries(self, texts: list[str]) -> NDArray[np.float32]:
        """See `Embedder`."""
        return self._filled(texts, self._model.encode_query)

    def _filled(self, texts: list[str], encode: "_Encode") -> NDArray[np.float32]:
        vectors = np.zeros((len(texts), self.dim), dtype=np.float32)
        known = [i for i, text in enumerate(texts) if text.strip()]
        if known:
            vectors[known] = encode(
                [texts[i] for i in known], normalize_embeddings=True, show_progress_bar=False
            )
        return vectors


class _Encode(Protocol):
    def __call__(
        self, texts: list[str], *, normalize_embeddings: bool, show_progress_bar: bool
    ) -> NDArray[np.float32]: ...


def _fingerprint(folder: Path) -> str:
    """Twelve digits over a model folder's file names and sizes; "hub" for a hub name."""
    if not folder.is_dir():
        return "hub"
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            digest.update(f"{file.relative_to(folder)}:{file.stat().st_size}\n".encode())
    return digest.hexdigest()[:12]


def load_embedder(name: str) -> Embedder:
    """The embedder of a folder or hub name; the shipped kind loads without torch.

    Raises: EmbedderError, whatever the reason the model cannot be loaded.
    """
    folder = Path(name)
    try:
        if is_term_bag(folder):
            return TermVectors.read(folder)
        _LOG.info("loading %s through sentence-transformers", name)
        return SentenceTransformersEmbedder(name)
    except Exception as exc:  # the library raises many kinds; every one means "cannot load"
        raise EmbedderError(name, detail=f"{type(exc).__name__}: {exc}") from exc
