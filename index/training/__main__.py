"""`python -m index.training fit|evaluate --data DIR`: makes or measures the shipped model."""

import argparse
import logging
import sys
from pathlib import Path

import numpy as np

from index.embedding.embedder import load_embedder
from index.settings import SHIPPED_MODEL
from index.terms.analyzer import Analyzer
from index.training.bags import SyllableIds, choose_terms, flatten
from index.training.evaluate import report
from index.training.model_files import write_model
from index.training.pairs import Pair, read_pairs

_LOG = logging.getLogger(__name__)

# 95,000 rows of 256 bytes, their scales and the vocabulary stay under 27 MB.
N_TERMS, MIN_TEXTS = 95_000, 5


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="index.training", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    fit = commands.add_parser("fit", help="train and write a model")
    fit.add_argument("--out", type=Path, default=SHIPPED_MODEL, help="folder to write")
    fit.add_argument("--limit", type=int, help="train on this many random pairs only")
    evaluate = commands.add_parser("evaluate", help="print recall on both benchmarks")
    evaluate.add_argument("--model", default=str(SHIPPED_MODEL), help="folder or hub name")
    for command in (fit, evaluate):
        command.add_argument("--data", type=Path, required=True, help="folder of .xz texts")
    return parser


def _sample(pairs: list[Pair], limit: int | None) -> list[Pair]:
    if limit is None or limit >= len(pairs):
        return pairs
    order = np.random.default_rng(1).permutation(len(pairs))[:limit]
    return [pairs[i] for i in order]


def _fit(data: Path, out: Path, limit: int | None) -> None:
    from index.training.fit import FitOptions, fit

    pairs = _sample(read_pairs(data), limit)
    ids = SyllableIds(Analyzer())
    queries = [ids(pair.query) for pair in pairs]
    passages = [ids(pair.passage) for pair in pairs]
    table = choose_terms([*queries, *passages], ids, N_TERMS, MIN_TEXTS)
    _LOG.info("%d pairs, %d terms", len(pairs), len(table.names))
    vectors = fit(
        flatten(map(table.rows, queries)), flatten(map(table.rows, passages)), table, FitOptions()
    )
    print(write_model(vectors, table.names, table.counts.tolist(), out))


def main() -> int:
    """The exit code of one command."""
    given = _parser().parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    if given.command == "fit":
        _fit(given.data, given.out, given.limit)
    else:
        print(report(given.data, load_embedder(given.model)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
