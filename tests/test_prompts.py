"""Every sentence is used, every used sentence exists, and all of them are civil Vietnamese."""

import ast
import re
import string
import tomllib
import unicodedata
from pathlib import Path

import pytest

import prompts

ROOT = Path(__file__).parents[1]
FILES = sorted(path.stem for path in (ROOT / "prompts").glob("*.toml"))
SENTENCES = {
    f"{file}.{key}": sentence
    for file in FILES
    for key, sentence in tomllib.loads((ROOT / "prompts" / f"{file}.toml").read_text()).items()
}
SOURCES = sorted([*ROOT.glob("app/**/*.py"), *ROOT.glob("eval/**/*.py")])
TEMPLATES = sorted([*ROOT.glob("app/**/*.j2"), *ROOT.glob("eval/**/*.html")])
CALLERS = {"say", "text"}
FOR_FOREIGNERS = "social.foreign"
"""It also says in English what to write in."""
ENGLISH = re.compile(
    r"\b(?:the|and|or|is|are|not|error|file|please|with|for|your|answer|question|found)\b", re.I
)


def name_pattern(node: ast.expr) -> str | None:
    """What the first argument of a call may be, as a pattern; None when it is no sentence name."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        pattern = re.escape(node.value)
    elif isinstance(node, ast.JoinedStr):
        parts = (re.escape(p.value) if isinstance(p, ast.Constant) else r"\w+" for p in node.values)
        pattern = "".join(parts)
    elif isinstance(node, ast.IfExp):
        return "|".join(filter(None, map(name_pattern, (node.body, node.orelse))))
    else:
        return None
    return pattern if re.match(rf"(?:{'|'.join(FILES)})\\\.", pattern) else None


def calls() -> list[tuple[str, str, set[str] | None]]:
    """(where, pattern of the name, names of the values given or None when they are unpacked)."""
    found = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args):
                continue
            pattern = name_pattern(node.args[0]) if node.func.id in CALLERS else None
            if pattern is not None:
                given = {keyword.arg for keyword in node.keywords}
                where = f"{path.relative_to(ROOT)}:{node.lineno}"
                found.append((where, pattern, None if None in given else given))
    return found


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


CALLS = calls()


def test_the_calls_are_found() -> None:
    assert len(CALLS) > 60
    assert any(pattern == re.escape("declines.silent") for _, pattern, _ in CALLS)


@pytest.mark.parametrize(("where", "pattern", "given"), CALLS, ids=[call[0] for call in CALLS])
def test_a_used_sentence_exists_and_gets_its_values(where, pattern, given) -> None:
    meant = [name for name in SENTENCES if re.fullmatch(pattern, name)]
    assert meant
    if given is not None and not re.search(r"\\w", pattern):
        for name in meant:
            assert placeholders(SENTENCES[name]) <= given, name


def test_every_sentence_is_used() -> None:
    patterns = [pattern for _, pattern, _ in CALLS]
    texts = "\n".join(path.read_text(encoding="utf-8") for path in (*SOURCES, *TEMPLATES))
    unused = [
        name
        for name in SENTENCES
        if not any(re.fullmatch(pattern, name) for pattern in patterns)
        and not re.search(rf"\b{re.escape(name.partition('.')[2])}\b", texts)
    ]
    assert unused == []


@pytest.mark.parametrize("name", SENTENCES)
def test_a_sentence_is_civil_vietnamese(name: str) -> None:
    sentence = SENTENCES[name]
    words = re.sub(r"`[^`]*`|\{\w+\}|--?\w+(?: [A-Z]+)?|HOIKH\w*", " ", sentence)
    assert sentence == unicodedata.normalize("NFC", sentence) == sentence.rstrip()
    assert "!" not in sentence
    assert "  " not in sentence
    assert name == FOR_FOREIGNERS or not ENGLISH.search(words)


def test_text_fills_in_values_and_names_what_is_missing() -> None:
    assert prompts.text("table.year", year=2022, amount="5") == "năm 2022: 5"
    assert prompts.keys("notices")[0] == "text_cut"
    for wrong in ("table.khong_co", "khong_co.row", "table"):
        with pytest.raises(KeyError, match="no sentence named"):
            prompts.text(wrong)
    with pytest.raises(KeyError, match="amount"):
        prompts.text("table.year", year=2022)


def test_values_are_not_read_as_placeholders() -> None:
    assert prompts.text("table.of_owner", owner="{year}") == " của {year}"
