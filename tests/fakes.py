"""Stand-ins with values one can compute by hand: plans of a few lines, an embedder that counts."""

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from ingest.plan import Chunk, ChunkKind, Plan


class CountingEmbedder:
    """Dimension i of a vector counts the i-th word; `calls` records what was encoded."""

    def __init__(self, words: Sequence[str] = ("mạng", "vốn", "đào", "dữ")) -> None:
        self.words = tuple(words)
        self.dim = len(self.words)
        self.identity = f"counting/{'-'.join(self.words)}"
        self.calls: list[str] = []

    def encode(self, texts: list[str]) -> NDArray[np.float32]:
        self.calls.extend(texts)
        counts = [[text.casefold().split().count(word) for word in self.words] for text in texts]
        vectors = np.array(counts, dtype=np.float32).reshape(len(texts), self.dim)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors / np.maximum(lengths, 1e-12)

    def encode_queries(self, texts: list[str]) -> NDArray[np.float32]:
        return self.encode(texts)


def make_plan(
    plan_id: str, lines: Sequence[str], *, province: str = "An Giang", heading: str = ""
) -> Plan:
    """A plan whose every line is a paragraph chunk, all under one heading (in no section)."""
    chunks, start = [], 0
    for number, line in enumerate(lines):
        chunks.append(
            Chunk(
                chunk_id=f"{plan_id}:{number}",
                plan_id=plan_id,
                kind=ChunkKind.PARAGRAPH,
                section_id=None,
                path=(),
                headings=(heading,) if heading else (),
                start=start,
                end=start + len(line),
                text=line,
            )
        )
        start += len(line) + 1
    return Plan(
        plan_id=plan_id,
        number=f"{len(plan_id)}/KH-UBND",
        doc_type="Kế hoạch",
        title=f"Kế hoạch của {province}",
        province=province,
        issuer=f"UBND tỉnh {province}",
        issued=date(2021, 1, 2),
        period=(2021, 2025),
        signer="Nguyễn Văn A",
        signer_title="Chủ tịch",
        sha256=plan_id.ljust(64, "0"),
        source=f"{plan_id}.txt",
        text="\n".join(lines),
        chunks=tuple(chunks),
    )
