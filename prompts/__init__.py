"""Every sentence the assistant says, in Vietnamese, kept in TOML files beside this one.

`text("declines.no_plan", province="…")` is the sentence `no_plan` of declines.toml with
its placeholders filled. Only `app` and `eval` read prompts; the package reads nothing else.
"""

import tomllib
from functools import cache
from importlib import resources


@cache
def _sentences(file: str) -> dict[str, str]:
    content = resources.files(__name__).joinpath(f"{file}.toml").read_text(encoding="utf-8")
    return {name: str(sentence) for name, sentence in tomllib.loads(content).items()}


def text(name: str, /, **values: object) -> str:
    """The sentence `file.key` with `{placeholders}` filled; KeyError names a missing one."""
    file, _, key = name.partition(".")
    try:
        sentence = _sentences(file)[key]
    except (KeyError, FileNotFoundError) as exc:
        raise KeyError(f"prompts: no sentence named {name!r}") from exc
    return sentence.format(**values)


def keys(file: str) -> tuple[str, ...]:
    """The names of the sentences of one file, in file order."""
    return tuple(_sentences(file))


def templates(file: str) -> tuple[str, ...]:
    """The sentences of one file as they stand, with their placeholders."""
    return tuple(_sentences(file).values())
