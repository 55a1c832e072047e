"""Term vectors → the folder of a sentence-transformers model: int8 rows, a scale a row."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save_file

from index.embedding.term_vectors import (
    CONFIG_FILE,
    MODEL_TYPE,
    VOCABULARY_FILE,
    WEIGHTS_FILE,
    Vocabulary,
)

_MODULES = [
    {"idx": 0, "name": "0", "path": "", "type": "index.embedding.term_bag.TermBag"},
    {
        "idx": 1,
        "name": "1",
        "path": "1_Normalize",
        "type": "sentence_transformers.base.modules.normalize.Normalize",
    },
]
_LIBRARY_CONFIG = {"model_type": "SentenceTransformer", "similarity_fn_name": "cosine"}


def quantise(vectors: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Rows rounded to -127..127 and the factor that undoes it, per row."""
    scales = np.maximum(np.abs(vectors).max(axis=1), 1e-9) / 127
    rows = np.rint(vectors / scales[:, None]).astype(np.int8)
    return rows, scales.astype(np.float32)


def _write_json(content: object, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def write_model(
    vectors: NDArray[np.float32], names: Sequence[str], counts: Sequence[int], folder: Path
) -> str:
    """The fingerprint of the model written into the folder; rows in alphabetical order."""
    folder.mkdir(parents=True, exist_ok=True)
    order = sorted(range(len(names)), key=lambda row: names[row])
    rows, scales = quantise(vectors[order])
    save_file({"rows": rows, "scales": scales}, folder / WEIGHTS_FILE)
    (folder / WEIGHTS_FILE).chmod(0o644)  # the library writes it for its owner alone
    Vocabulary([names[i] for i in order], [counts[i] for i in order]).write(
        folder / VOCABULARY_FILE
    )
    digest = hashlib.sha256()
    for name in (WEIGHTS_FILE, VOCABULARY_FILE):
        digest.update((folder / name).read_bytes())
    fingerprint = digest.hexdigest()[:12]
    config = {"model_type": MODEL_TYPE, "dim": vectors.shape[1], "fingerprint": fingerprint}
    _write_json(config, folder / CONFIG_FILE)
    _write_json(_MODULES, folder / "modules.json")
    _write_json(_LIBRARY_CONFIG, folder / "config_sentence_transformers.json")
    _write_json({}, folder / "1_Normalize" / CONFIG_FILE)
    return fingerprint
