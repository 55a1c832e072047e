"""Sentences of the plans pass as they stand and shortened; altered ones do not."""

import re
from collections.abc import Callable

from assistants import with_made_up_plan

from app.proving.statement_form import Source
from app.proving.support import rule
from app.reading.sentences import sentences
from ingest.plan import ChunkKind

EVERY = 4
"""Of so many sentences one is tried: all of them take half a minute."""
TURNED = (
    ("tăng", "giảm"), ("cấp huyện", "cấp xã"), ("cấp tỉnh", "cấp xã"), ("chủ trì", "phối hợp"), ("trước", "sau"),
    ("tối thiểu", "tối đa"), ("triệu", "tỷ"), ("tỷ", "triệu"), ("Sở", "Bộ"), ("ban hành", "bãi bỏ"), ("đã", "chưa"),
)  # fmt: skip


def tried() -> list[tuple[str, Source]]:
    """Sentences of all plans held, each with its passage."""
    found = []
    for plan in with_made_up_plan().catalogue.plans():
        for chunk in plan.chunks:
            if chunk.kind is ChunkKind.ROW or chunk.kind is ChunkKind.HEADING:
                continue
            if chunk.section_id is None or chunk.table_id is not None:
                continue
            for span in sentences(chunk.text, chunk.start):
                text = " ".join(plan.reading(span.start, span.end).strip(" -+;.•").split())
                if 40 <= len(text) <= 500:
                    found.append((f"{text}.", (plan, chunk)))
    return found[::EVERY]


def other_figure(text: str) -> str:
    """One digit of the last figure changed."""
    digits = [match.start() for match in re.finditer(r"\d", text)]
    if not digits:
        return text
    at = digits[-1]
    return f"{text[:at]}{(int(text[at]) + 3) % 10}{text[at + 1 :]}"


def negated(text: str) -> str:
    """A negation put before the fourth word."""
    words = text.split()
    return " ".join((*words[:3], "không", *words[3:]))


def turned(text: str) -> str:
    """One word put for its opposite or its neighbour."""
    for word, other in TURNED:
        if re.search(rf"(?<!\w){word}(?!\w)", text):
            return re.sub(rf"(?<!\w){word}(?!\w)", other, text, count=1)
    return text


def moved(text: str) -> str:
    """The sentence said of a province whose plan is not held."""
    return f"Cao Bằng: {text}"


def accepted(mutate: Callable[[str], str], *, same: bool = False) -> tuple[int, int]:
    """(accepted, tried) over the sentences that `mutate` changes, or all with `same`."""
    plan_of = with_made_up_plan().catalogue.plan
    changed = [(mutate(text), source) for text, source in tried() if same or mutate(text) != text]
    passed = [text for text, source in changed if not rule(text, [source], plan_of).objection]
    return len(passed), len(changed)


def test_a_sentence_of_a_plan_is_proved_by_its_passage() -> None:
    passed, n = accepted(lambda text: text, same=True)
    assert n > 150
    assert passed >= 0.97 * n


def test_a_sentence_without_one_of_its_clauses_is_too() -> None:
    def shortened(text: str) -> str:
        clauses = text.rstrip(".").split(", ")
        return text if len(clauses) < 3 else ", ".join((*clauses[:1], *clauses[2:])) + "."

    passed, n = accepted(shortened)
    assert n > 60
    assert passed >= 0.85 * n


def test_altered_sentences_are_caught() -> None:
    counts = [accepted(mutate) for mutate in (other_figure, negated, turned, moved)]
    assert all(n > 50 for _, n in counts)
    passed, n = (sum(column) for column in zip(*counts, strict=True))
    assert passed <= 0.01 * n, counts
