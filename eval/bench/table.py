"""The comparison in rows and plots, in Vietnamese for the screen and in English for the README."""

import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from eval.bench.figures import CUTS, TEXT_CUTS, Contender, Costs, Evidence, SideBySide
from eval.console import aligned
from eval.report.texts import NO_VALUE, Language, Number, percentage
from prompts import text

ENGLISH_FILE = Path(__file__).with_name("table_en.toml")
_BETWEEN_SETS = " / "

Rows = list[list[str]]
Cell = Callable[[Contender], str]


@cache
def _english() -> Mapping[str, str]:
    return {
        key: str(sentence)
        for key, sentence in tomllib.loads(ENGLISH_FILE.read_text(encoding="utf-8")).items()
    }


def say(language: Language, key: str, /, **values: object) -> str:
    """A sentence of the comparison in the language, its placeholders filled."""
    if language is Language.ENGLISH:
        return _english()[key].format(**values)
    return text(f"bench.{key}", **values)


@dataclass(frozen=True, slots=True)
class Tables:
    """What was compared; tables of evidence, benchmarks (where asked) and costs, each with header."""

    caption: str
    tables: tuple[Rows, ...]
    problems: tuple[str, ...]


def tables(found: SideBySide, language: Language) -> Tables:
    """The tables of a comparison; a figure that is missing is "–"."""
    problems = (f"{one.name}: {problem}" for one in found.contenders for problem in one.problems)
    columns = (_evidence(found, language), _recall(found, language), _costs(language))
    shown = tuple(_rows(found, language, one) for one in columns if one)
    return Tables(_caption(found, language), shown, tuple(problems))


def screen_text(found: SideBySide) -> str:
    """The comparison for the terminal."""
    shown = tables(found, Language.VIETNAMESE)
    problems = "\n".join(shown.problems)
    parts = [shown.caption, *map(aligned, shown.tables), problems, found.missing]
    return "\n\n".join(part for part in parts if part)


def markdown(found: SideBySide) -> str:
    """The comparison for the README."""
    shown = tables(found, Language.ENGLISH)
    return "\n\n".join([shown.caption, *map(_markdown, shown.tables)])


def _caption(found: SideBySide, language: Language) -> str:
    first = next((one for one in found.contenders if one.evidence), None)
    every = first.evidence if first else {}
    named = [say(language, "split", split=name, n=one.n_questions) for name, one in every.items()]
    return say(
        language,
        "sets",
        sets=_BETWEEN_SETS.join(named) or NO_VALUE,
        machine=found.machine,
        n_cpus=found.n_cpus,
    )


def _rows(found: SideBySide, language: Language, columns: Mapping[str, Cell]) -> Rows:
    header = [say(language, "way"), *columns]
    return [
        header,
        *([one.name, *(cell(one) for cell in columns.values())] for one in found.contenders),
    ]


def _evidence(found: SideBySide, language: Language) -> dict[str, Cell]:
    splits = _first_keys(one.evidence for one in found.contenders)

    def evidence(shares: Callable[[Evidence], Mapping[int, float]], k: int) -> Cell:
        return lambda one: _BETWEEN_SETS.join(
            percentage(shares(one.evidence[name])[k] if name in one.evidence else None).written(
                language
            )
            for name in splits
        )

    columns = {say(language, "per_plan", k=k): evidence(lambda one: one.per_plan, k) for k in CUTS}
    return columns | {
        say(language, "listed", k=k): evidence(lambda one: one.listed, k) for k in CUTS
    }


def _recall(found: SideBySide, language: Language) -> dict[str, Cell]:
    def recall(name: str, k: int) -> Cell:
        return lambda one: percentage(
            one.recall[name].at[k] if name in one.recall else None
        ).written(language)

    return {
        say(language, "recall", name=name, k=k): recall(name, k)
        for name in _first_keys(one.recall for one in found.contenders)
        for k in TEXT_CUTS
    }


def _costs(language: Language) -> dict[str, Cell]:
    def cell(value: Callable[[Costs], float], decimals: int) -> Cell:
        return lambda one: Number(value(one.costs) if one.costs else None, decimals).written(
            language
        )

    return {
        say(language, "build"): cell(lambda costs: costs.build_s, 1),
        say(language, "cold"): cell(lambda costs: costs.cold_s, 2),
        say(language, "ms", percent=50): cell(lambda costs: costs.ms_p50, 1),
        say(language, "ms", percent=95): cell(lambda costs: costs.ms_p95, 1),
        say(language, "memory"): cell(lambda costs: costs.peak_mib, 0),
    }


def _first_keys(maps: Iterable[Mapping[str, object]]) -> tuple[str, ...]:
    """The keys of the first map that has any."""
    return next((tuple(one) for one in maps if one), ())


def _markdown(rows: Sequence[Sequence[str]]) -> str:
    header, *others = rows
    lines = [header, ["---"] * len(header), *others]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
