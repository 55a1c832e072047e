"""Retrieval alone, on any corpus: the lexical half, the dense half and their fusion side by side.

The corpus is indexed as one plan whose chunks are its texts, through the same builder and
retriever that serve the plans, so what is measured is what runs. Every question has one relevant
text; its rank decides every measure.
"""

import math
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from pydantic import BaseModel, ConfigDict

from eval.console import aligned
from eval.errors import EvalInputError
from eval.questions.dataset import NonBlank, Record, read_records
from ingest.plan import Chunk, ChunkKind, Plan
from prompts import text

if TYPE_CHECKING:
    from index.search.retriever import ScoredChunk
    from index.settings import Settings

SYSTEMS = ("lexical", "dense", "hybrid")
_PLAN_ID = "corpus"


class _Lenient(Record):
    # Benchmarks carry more fields than are needed here; they are none of our business.
    model_config = ConfigDict(extra="ignore")


class Query(_Lenient):
    """A question and the id of the one text that answers it."""

    id: NonBlank
    question: NonBlank
    doc: NonBlank


class Text(_Lenient):
    """A text of the corpus."""

    doc: NonBlank
    text: NonBlank


class SystemScores(BaseModel):
    """Means over all questions, 0..1; a question whose text is not retrieved counts 0."""

    model_config = ConfigDict(frozen=True)

    r_at_1: float
    r_at_5: float
    r_at_10: float
    ndcg_at_10: float
    mrr: float


class Comparison(BaseModel):
    """The scores of each system, and for each question the rank that each gave its text."""

    model_config = ConfigDict(frozen=True)

    embedder: str
    n_queries: int
    n_texts: int
    systems: dict[str, SystemScores]
    ranks: dict[str, dict[str, int | None]]


class Searching(Protocol):
    """What is needed of a retriever."""

    def search(
        self, query: str, plan_ids: Sequence[str] | None = None, k: int = 10
    ) -> "dict[str, tuple[ScoredChunk, ...]]":
        """Each plan's best chunks."""
        ...


def read_inputs(queries: Path, corpus: Path) -> tuple[tuple[Query, ...], tuple[Text, ...]]:
    """The questions and the texts. Raises EvalInputError, also for a question without its text."""
    lines: dict[str, int] = {}
    texts = read_records(corpus, Text)
    for line, one in texts:
        first = lines.setdefault(one.doc, line)
        if first != line:
            place = f"{corpus}:{first}"
            raise EvalInputError(
                text("eval.duplicate", file=corpus, line=line, field="doc", id=one.doc, first=place)
            )
    asked = read_records(queries, Query)
    seen: dict[str, int] = {}
    for line, query in asked:
        if query.doc not in lines:
            raise EvalInputError(text("eval.unknown_doc", file=queries, line=line, doc=query.doc))
        first = seen.setdefault(query.id, line)
        if first != line:
            place = f"{queries}:{first}"
            raise EvalInputError(
                text(
                    "eval.duplicate", file=queries, line=line, field="id", id=query.id, first=place
                )
            )
    return tuple(query for _, query in asked), tuple(one for _, one in texts)


def _chunks(texts: Sequence[str]) -> Iterator[Chunk]:
    start = 0
    for i, one in enumerate(texts):
        end = start + len(one)
        yield Chunk(f"{_PLAN_ID}:{i}", _PLAN_ID, ChunkKind.PARAGRAPH, None, (), (), start, end, one)
        start = end + 1


def corpus_plan(texts: Sequence[Text]) -> Plan:
    """One plan whose chunk i is text i; its metadata is empty."""
    composed = [unicodedata.normalize("NFC", one.text) for one in texts]
    return Plan(
        plan_id=_PLAN_ID,
        number="",
        doc_type="",
        title="",
        province="",
        issuer="",
        issued=date(1970, 1, 1),
        period=(1970, 1970),
        signer="",
        signer_title="",
        sha256="",
        source="",
        text="\n".join(composed),
        chunks=tuple(_chunks(composed)),
    )


def rank_of(position: int, scores: Sequence[float]) -> int | None:
    """The 1-based rank of the text at `position`; of equal scores the earlier text leads.

    None when it scores 0 or less: it is not retrieved.
    """
    own = scores[position]
    if own <= 0:
        return None
    ahead = sum(
        1 for i, score in enumerate(scores) if score > own or (score == own and i < position)
    )
    return ahead + 1


def query_ranks(
    retriever: Searching, question: str, position: int, n_texts: int
) -> dict[str, int | None]:
    """The rank of the text at `position` in each system's ranking of all texts."""
    scores = {name: [0.0] * n_texts for name in SYSTEMS}
    for hit in retriever.search(question, k=n_texts).get(_PLAN_ID, ()):
        i = int(hit.chunk.chunk_id.rpartition(":")[2])
        scores["lexical"][i] = hit.lexical
        scores["dense"][i] = hit.dense
        scores["hybrid"][i] = hit.score
    return {name: rank_of(position, values) for name, values in scores.items()}


def scored(ranks: Sequence[int | None]) -> SystemScores:
    """The means of R@k, nDCG@10 and reciprocal rank with one relevant text a question.

    With one relevant text nDCG is 1/log2(rank + 1) (Järvelin and Kekäläinen 2002).
    """
    found = [rank for rank in ranks if rank is not None]
    n = max(len(ranks), 1)
    return SystemScores(
        r_at_1=sum(rank <= 1 for rank in found) / n,
        r_at_5=sum(rank <= 5 for rank in found) / n,
        r_at_10=sum(rank <= 10 for rank in found) / n,
        ndcg_at_10=sum(1 / math.log2(rank + 1) for rank in found if rank <= 10) / n,
        mrr=sum(1 / rank for rank in found) / n,
    )


def compare_retrieval(queries: Path, corpus: Path, settings: "Settings") -> Comparison:
    """The three systems on the questions, over an index built in a temporary folder."""
    from tqdm import tqdm

    from index.builder import build_plans
    from index.embedding.embedder import load_embedder

    asked, texts = read_inputs(queries, corpus)
    position = {one.doc: i for i, one in enumerate(texts)}
    embedder = load_embedder(settings.embedder)
    with tempfile.TemporaryDirectory(prefix="hoikh-retrieval-") as folder:
        retriever = build_plans([corpus_plan(texts)], Path(folder), embedder).retriever
        ranks = {
            query.id: query_ranks(retriever, query.question, position[query.doc], len(texts))
            for query in tqdm(asked, unit="câu", disable=None)
        }
    return Comparison(
        embedder=embedder.identity,
        n_queries=len(asked),
        n_texts=len(texts),
        systems={name: scored([one[name] for one in ranks.values()]) for name in SYSTEMS},
        ranks=ranks,
    )


def comparison_text(comparison: Comparison) -> str:
    """The systems as rows of a table for the terminal."""
    rows = [["Cách tìm", "R@1", "R@5", "R@10", "nDCG@10", "MRR"]]
    for name, scores in comparison.systems.items():
        rows.append([name, *(f"{value:.3f}" for value in scores.model_dump().values())])
    return f"{comparison.n_queries} câu hỏi, {comparison.n_texts} văn bản\n{aligned(rows)}"
