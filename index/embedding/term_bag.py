"""The shipped model as a sentence-transformers module; imported by that library, never by ours.

`SentenceTransformer("index/model", trust_remote_code=True)` resolves `modules.json` to this
class (the library asks for the flag for every module class that is not its own). The program
itself reads the same files without torch through `term_vectors.py`.
"""

from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from sentence_transformers.base.modules import InputModule

from index.embedding.term_vectors import (
    CONFIG_FILE,
    MODEL_TYPE,
    VOCABULARY_FILE,
    WEIGHTS_FILE,
    Vocabulary,
)


class TermBag(InputModule):  # type: ignore[misc]  # the library ships no types for mypy
    """Sums the vectors of a text's terms; followed by the library's `Normalize`."""

    config_file_name = CONFIG_FILE
    config_keys = ["model_type", "dim", "fingerprint"]  # noqa: RUF012

    def __init__(
        self, vocabulary: Vocabulary, rows: torch.Tensor, scales: torch.Tensor, fingerprint: str
    ) -> None:
        super().__init__()
        self.vocabulary = vocabulary
        self.model_type, self.fingerprint, self.dim = MODEL_TYPE, fingerprint, int(rows.shape[1])
        self.register_buffer("rows", rows)
        self.register_buffer("scales", scales)

    def preprocess(
        self, inputs: list[str], prompt: str | None = None, **_: Any
    ) -> dict[str, torch.Tensor]:
        """Rows of all texts, and the offset at which each text's begin."""
        bags = [self.vocabulary.bag((prompt or "") + text) for text in inputs]
        return {
            "input_ids": torch.from_numpy(np.concatenate(bags)),
            "offsets": torch.from_numpy(np.cumsum([0, *(len(rows) for rows in bags[:-1])])),
        }

    def forward(self, features: dict[str, torch.Tensor], **_: Any) -> dict[str, torch.Tensor]:
        """Adds `sentence_embedding`, (n, dim) float32, not yet normalised."""
        used, position = torch.unique(features["input_ids"], return_inverse=True)
        features["sentence_embedding"] = torch.nn.functional.embedding_bag(
            position,
            self.rows[used].float() * self.scales[used, None],
            features["offsets"],
            mode="sum",
        )
        return features

    @property
    def max_seq_length(self) -> None:
        """No limit."""
        return None

    def get_embedding_dimension(self) -> int:
        """The length of a vector."""
        return self.dim

    def save(self, output_path: str, *_: Any, **__: Any) -> None:
        """Write weights, vocabulary and configuration into the folder."""
        folder = Path(output_path)
        save_file({"rows": self.rows, "scales": self.scales}, folder / WEIGHTS_FILE)
        self.vocabulary.write(folder / VOCABULARY_FILE)
        self.save_config(output_path)

    @classmethod
    def load(cls, model_name_or_path: str, subfolder: str = "", **_: Any) -> "TermBag":
        """The module of a local folder."""
        folder = Path(model_name_or_path, subfolder)
        weights = load_file(folder / WEIGHTS_FILE)
        fingerprint = str(cls.load_config(str(folder))["fingerprint"])
        vocabulary = Vocabulary.read(folder / VOCABULARY_FILE)
        return cls(vocabulary, weights["rows"], weights["scales"], fingerprint)
