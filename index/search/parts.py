"""The parts of retrieval that can be switched off, so that each can be shown to earn its place."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Parts:
    """Which parts are in use: all of them, except in ablation studies.

    `dense`: cosine beside BM25. `bigrams`: pairs of syllables as terms of the question.
    `glossary`: abbreviations and synonyms opened. `per_plan`: every plan has its own k chunks;
    without it the k best chunks of all asked plans together are shared out to their plans.
    """

    dense: bool = True
    bigrams: bool = True
    glossary: bool = True
    per_plan: bool = True

    @property
    def left_out(self) -> tuple[str, ...]:
        """The names of the parts that are switched off."""
        return tuple(field.name for field in fields(self) if not getattr(self, field.name))


ALL_PARTS = Parts()
PART_NAMES = tuple(field.name for field in fields(Parts))
