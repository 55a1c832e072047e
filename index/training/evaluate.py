"""How well questions find their passage on two public benchmarks that are never trained on.

ALQAC 2022 (legal questions, one article each) and XQuAD-vi (translated questions about
encyclopedia paragraphs). Every question ranks the whole corpus; ties count against the system.
"""

import json
import lzma
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.embedding.embedder import Embedder
from index.search.scoring import HybridScorer, Scores
from index.terms.analyzer import fold


@dataclass(frozen=True, slots=True)
class Benchmark:
    """`gold[i]` is the number of the text that answers question i."""

    name: str
    questions: tuple[str, ...]
    gold: tuple[int, ...]
    texts: tuple[str, ...]

    def without_marks(self) -> "Benchmark":
        """The same with questions typed without diacritics."""
        folded = tuple(fold(question) for question in self.questions)
        return Benchmark(
            f"{self.name}, questions without diacritics", folded, self.gold, self.texts
        )


def _records(file: Path) -> list[dict[str, str]]:
    with lzma.open(file, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def read_benchmarks(folder: Path) -> list[Benchmark]:
    """Both benchmarks from `bench_*.jsonl.xz` in the folder."""
    corpus = _records(folder / "bench_alqac2022_corpus.jsonl.xz")
    number = {record["doc"]: i for i, record in enumerate(corpus)}
    legal = _records(folder / "bench_alqac2022.jsonl.xz")
    alqac = Benchmark(
        "ALQAC-2022",
        tuple(record["question"] for record in legal),
        tuple(number[record["doc"]] for record in legal),
        tuple(record["text"] for record in corpus),
    )
    general = _records(folder / "bench_xquad_vi.jsonl.xz")
    contexts = tuple(dict.fromkeys(record["context"] for record in general))
    place = {context: i for i, context in enumerate(contexts)}
    xquad = Benchmark(
        "XQuAD-vi",
        tuple(record["question"] for record in general),
        tuple(place[record["context"]] for record in general),
        contexts,
    )
    return [alqac, xquad]


def _rank(scores: NDArray[np.float32] | None, gold: int, n_texts: int) -> int:
    """The gold text's rank, 1-based; last when nothing was scored."""
    return n_texts if scores is None else int((scores >= scores[gold]).sum())


def _half(scores: Scores | None, name: str) -> NDArray[np.float32] | None:
    if scores is None:
        return None
    return {"lexical": scores.lexical, "dense": scores.dense, "hybrid": scores.fused}[name]


def recalls(ranks: Sequence[int]) -> tuple[float, float]:
    """R@1 and R@10."""
    array = np.array(ranks)
    return float((array <= 1).mean()), float((array <= 10).mean())


def measure(benchmark: Benchmark, embedder: Embedder) -> dict[str, tuple[float, float]]:
    """(R@1, R@10) of the lexical half, the dense half and their weighted sum."""
    scorer = HybridScorer.over(benchmark.texts, embedder)
    ranks: dict[str, list[int]] = {"lexical": [], "dense": [], "hybrid": []}
    for question, gold in zip(benchmark.questions, benchmark.gold, strict=True):
        scores = scorer.score(question)
        for name, found in ranks.items():
            found.append(_rank(_half(scores, name), gold, len(benchmark.texts)))
    return {name: recalls(found) for name, found in ranks.items()}


def report(folder: Path, embedder: Embedder) -> str:
    """A Markdown table of all benchmarks, with and without diacritics in the questions."""
    lines = ["| benchmark | half | R@1 | R@10 |", "|---|---|---|---|"]
    for benchmark in read_benchmarks(folder):
        for variant in (benchmark, benchmark.without_marks()):
            for name, (first, tenth) in measure(variant, embedder).items():
                lines.append(f"| {variant.name} | {name} | {first:.3f} | {tenth:.3f} |")
    return "\n".join(lines)
