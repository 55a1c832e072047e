"""Fits the term vectors: in-batch softmax over pairs, a bag of term vectors on both sides."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from index.training.bags import Bags, Ints, TermTable

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FitOptions:
    """How long and how hard to fit; the defaults made the shipped model.

    `dropout` is the share of terms left out of each text each time it is seen: without it
    the second pass recognises pairs by their rare terms and learns nothing. `spread` is the
    initial deviation of a term of average idf; rarer terms start longer.
    """

    dim: int = 256
    epochs: int = 5
    batch: int = 1024
    temperature: float = 0.05
    rate: float = 0.01
    dropout: float = 0.5
    spread: float = 0.1
    seed: int = 7
    threads: int = 2


class _Fitting:
    """The state of one fit."""

    def __init__(self, table: TermTable, n_texts: int, options: FitOptions) -> None:
        torch.manual_seed(options.seed)
        torch.set_num_threads(options.threads)
        self.options = options
        self.random = np.random.default_rng(options.seed)
        n_terms = len(table.names)
        self.vectors = torch.nn.EmbeddingBag(n_terms, options.dim, mode="sum", sparse=True)
        idf = np.log(n_texts / table.counts)
        lengths = torch.from_numpy(idf / idf.mean()).float()
        torch.nn.init.normal_(self.vectors.weight, std=options.spread)
        self.vectors.weight.data.mul_(lengths[:, None])
        self.optimizer = torch.optim.SparseAdam(list(self.vectors.parameters()), lr=options.rate)

    def embed(self, bags: Bags, numbers: Ints) -> torch.Tensor:
        """(batch, dim) unit vectors of the numbered texts, some terms left out."""
        rows, offsets = bags.take(numbers)
        kept = self.random.random(len(rows)) >= self.options.dropout
        before = np.concatenate(([0], np.cumsum(kept)))
        bag = self.vectors(torch.from_numpy(rows[kept]), torch.from_numpy(before[offsets]))
        return torch.nn.functional.normalize(bag)

    def step(self, queries: Bags, passages: Bags, numbers: Ints, rate: float) -> float:
        """The loss of one batch, after which the vectors are moved."""
        scores = self.embed(queries, numbers) @ self.embed(passages, numbers).T
        scores = scores / self.options.temperature
        target = torch.arange(len(numbers))
        loss = torch.nn.functional.cross_entropy(scores, target)
        loss = (loss + torch.nn.functional.cross_entropy(scores.T, target)) / 2
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        self.optimizer.zero_grad()
        torch.autograd.backward(loss)
        self.optimizer.step()  # type: ignore[no-untyped-call]  # torch ships it untyped
        return float(loss.item())


def _batches(fitting: _Fitting, n_pairs: int) -> Iterator[Ints]:
    size = min(fitting.options.batch, n_pairs)
    for _epoch in range(fitting.options.epochs):
        order = fitting.random.permutation(n_pairs)
        yield from (order[i : i + size] for i in range(0, n_pairs - size + 1, size))


def fit(
    queries: Bags, passages: Bags, table: TermTable, options: FitOptions
) -> NDArray[np.float32]:
    """Term vectors, (n_terms, dim) float32; their lengths weigh the terms in a sum."""
    fitting = _Fitting(table, len(queries) + len(passages), options)
    steps = options.epochs * max(1, len(queries) // options.batch)
    for number, batch in enumerate(_batches(fitting, len(queries))):
        rate = options.rate * max(1 - number / steps, 0.0)
        loss = fitting.step(queries, passages, batch, rate)
        if number % 50 == 0:
            _LOG.info("step %d of %d, loss %.3f", number, steps, loss)
    return np.asarray(fitting.vectors.weight.detach().numpy(), dtype=np.float32)
