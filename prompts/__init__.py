"""Every sentence the assistant says, in Vietnamese, kept in TOML files beside this one.

`text("declines.no_plan", province="…")` is the sentence `no_plan` of declines.toml with its
placeholders filled. What a question in English is answered with stands in `en/`; a sentence
that is not there is said in Vietnamese. Only `app` and `eval` read prompts; the package reads
nothing else.
"""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib import resources

VIETNAMESE, ENGLISH = "vi", "en"
_FOLDERS = {VIETNAMESE: ".", ENGLISH: "en"}
_language = ContextVar("language", default=VIETNAMESE)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Within it sentences are said in `language`; not for generators, whose caller would share it."""
    token = _language.set(language)
    try:
        yield
    finally:
        _language.reset(token)


def spoken() -> str:
    """The language in which sentences are said now."""
    return _language.get()


@cache
def _sentences(file: str, language: str) -> dict[str, str]:
    place = resources.files(__name__).joinpath(_FOLDERS[language], f"{file}.toml")
    if language != VIETNAMESE and not place.is_file():
        return {}
    content = tomllib.loads(place.read_text(encoding="utf-8"))
    return {name: str(sentence) for name, sentence in content.items()}


def text(name: str, /, **values: object) -> str:
    """The sentence `file.key` with `{placeholders}` filled; KeyError names a missing one."""
    file, _, key = name.partition(".")
    try:
        sentence = _sentences(file, spoken()).get(key) or _sentences(file, VIETNAMESE)[key]
    except (KeyError, FileNotFoundError) as exc:
        raise KeyError(f"prompts: no sentence named {name!r}") from exc
    return sentence.format(**values)


def keys(file: str) -> tuple[str, ...]:
    """The names of the sentences of one file, in file order."""
    return tuple(_sentences(file, VIETNAMESE))


def templates(file: str, language: str = VIETNAMESE) -> tuple[str, ...]:
    """The sentences of one file in `language` as they stand, with their placeholders."""
    return tuple(_sentences(file, language).values())
