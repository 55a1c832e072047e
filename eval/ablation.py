"""What each part of retrieval is worth: the whole set without it, against the whole set with it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from eval.case import Case
from eval.compare import OVERALL, Difference, cell_text, compare
from eval.console import aligned, percent
from eval.measures.definitions import all_measures, judge
from eval.questions.dataset import QASet
from eval.run import run_sets
from eval.summary import ItemScores, item_scores
from index.search.parts import ALL_PARTS, PART_NAMES, Parts
from prompts import text

if TYPE_CHECKING:
    from app.chain import Assistant

SHOWN_MEASURES = ("evidence", "recall", "ndcg", "passed", "right_decline")


class Ablation(BaseModel):
    """For each part, each measure with all parts ("before") and without that one ("after")."""

    model_config = ConfigDict(frozen=True)

    n_items: int
    without: dict[str, dict[str, Difference]]


def _scores(sets: Sequence[QASet], assistant: "Assistant", parts: Parts) -> tuple[ItemScores, ...]:
    from tqdm import tqdm

    able = assistant.using(parts)
    walk = run_sets(sets, able, able.catalogue.plans())
    total = sum(len(qa_set.items) for qa_set in sets)
    title = ", ".join(parts.left_out) or "–"
    cases: list[Case] = list(tqdm(walk, desc=title, total=total, unit="câu", disable=None))
    return tuple(item_scores(one) for one in judge(cases))


def ablate(sets: Sequence[QASet], assistant: "Assistant") -> Ablation:
    """The items of the sets with all parts of retrieval, and without each of them in turn."""
    whole = _scores(sets, assistant, ALL_PARTS)
    without = {}
    for part in PART_NAMES:
        parts = replace(ALL_PARTS, **{part: False})
        without[part] = compare(whole, _scores(sets, assistant, parts)).groups[OVERALL]
    return Ablation(n_items=len(whole), without=without)


def ablation_text(found: Ablation) -> str:
    """A row per part that was left out: the measures' differences and 95 % intervals."""
    titles = {measure.name: measure.title for measure in all_measures()}
    rows = [[text("eval.ablation_part"), *(titles[name] for name in SHOWN_MEASURES)]]
    first = next(iter(found.without.values()))
    whole = [percent(first[name].before) if name in first else "–" for name in SHOWN_MEASURES]
    rows.append([text("eval.ablation_whole"), *whole])
    for part, differences in found.without.items():
        cells = [cell_text(differences.get(name)) for name in SHOWN_MEASURES]
        rows.append([text(f"eval.ablation_{part}"), *cells])
    return "\n".join([aligned(rows), text("eval.compare_note")])
