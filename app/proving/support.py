"""Whether a free sentence follows from the passages it names: the checks beside verify's.

Only shortening is provable without understanding: every content word of the sentence must stand
in a few neighbouring sentences of the passage, mostly in their order, names and figures beside
the same words, with the passage's negations, conditions and province. Whatever else a sentence
says, however likely, has no proof and does not leave.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.citing import document_line
from app.draft import Proof
from app.proving.aligning import (
    Word,
    common,
    follows_order,
    foreign,
    holds,
    negations,
    phrases_of,
    unframed,
    words,
)
from app.proving.grounds import PlanOf
from app.proving.siding import siding_objection
from app.proving.statement_form import (
    MAX_FOREIGN,
    Source,
    form_objection,
    unit_objection,
    without_addresses,
)
from app.proving.verify import objection
from app.reading.sentences import Span, sentences
from ingest.places.provinces import find_provinces
from ingest.plan import Plan

MAX_SENTENCES = 4
"""Neighbouring sentences of one passage that may prove a statement together."""
MIN_SHARE = 2
"""A sentence that proves too must hold more words than this that its neighbours lack."""
MIN_WORDS = 3
"""Fewer content words name something and state nothing."""
# Text for a machine inside a passage: a tag, a role mark.
_TAG = re.compile(r"</?\s*[A-Za-z|][^<>]{0,100}>|<\||\[/?[A-Z]{3,12}\]")
_LISTS = "gồm"


@dataclass(frozen=True, slots=True)
class Ruling:
    """The narrowest proofs of a sentence, or the objection to it (then there are none)."""

    proofs: tuple[Proof, ...] = ()
    objection: str = ""


@dataclass(frozen=True, slots=True)
class _Window:
    """Neighbouring sentences of a passage, as words and as a span of the plan."""

    source: Source
    span: Span
    found: tuple[Word, ...]
    sentence_starts: tuple[int, ...]

    @property
    def proof(self) -> Proof:
        plan, chunk = self.source
        return Proof(plan.plan_id, chunk.chunk_id, self.span.start, self.span.end)


def rule(text: str, sources: Sequence[Source], plan_of: PlanOf) -> Ruling:
    """Whether `sources`, the passages that a sentence names, prove it."""
    if problem := form_objection(text, sources):
        return Ruling(objection=problem)
    plan = sources[0][0]
    said = _said(text, plan, " ".join(chunk.text for _, chunk in sources))
    if sum(word.carries for word in said) < MIN_WORDS:
        return Ruling(objection="says nothing")
    windows = _windows(said, sources)
    proofs = tuple(window.proof for window in windows)
    quotes = [window.span.of(plan.text) for window in windows]
    problem = (
        objection(text, proofs, plan_of, paraphrase=True)
        or unit_objection(text, quotes)
        or _words_objection(said, windows)
        or _scope_objection(said, windows)
        or siding_objection(said, _read(windows))
    )
    return Ruling(objection=problem) if problem else Ruling(proofs)


def _said(text: str, plan: Plan, read: str) -> list[Word]:
    """The words of a sentence that its passages, read as one text, must prove.

    Left out are the plan's own name and place before it ("Kế hoạch của tỉnh … nêu rõ"), phrases
    that only join sentences, and addresses that stand in the passages.
    """
    bare = without_addresses(_without_own_place(text, plan), read)
    found = unframed(words(bare), words(read))
    own = {word.form for word in words(document_line(plan))}
    start = 0
    while start < len(found) and (found[start].form in own or not found[start].carries):
        start += 1
    return found[start:]


def _without_own_place(text: str, plan: Plan) -> str:
    """`text` without the name of the plan's own province and its number, which its place proves."""
    kept, position = [], 0
    for province, start, end in find_provinces(text):
        if province.name == plan.province:
            kept.append(text[position:start])
            position = end
    return " ".join([*kept, text[position:]]).replace(plan.number, " ")


def _windows(said: Sequence[Word], sources: Sequence[Source]) -> tuple[_Window, ...]:
    """For each passage its few sentences that hold most of the words; no passage in vain."""
    wanted = {word.form for word in said if word.carries}
    kept: list[_Window] = []
    covered: set[str] = set()
    for source in dict.fromkeys(sources):
        best = max(
            _windows_of(source),
            key=lambda window: (
                len(wanted & {word.form for word in window.found})
                - MIN_SHARE * len(window.sentence_starts),
                window.span.start - window.span.end,
            ),
        )
        forms = wanted & {word.form for word in best.found}
        if not kept or forms - covered:
            kept.append(best)
            covered |= forms
    return tuple(kept)


def _windows_of(source: Source) -> list[_Window]:
    plan, chunk = source
    pieces = sentences(chunk.text, chunk.start) or [Span(chunk.start, chunk.end)]
    texts = [piece.of(plan.text) for piece in pieces]
    parts = [tuple(words(without_addresses(text, text))) for text in texts]
    found = []
    for first in range(len(pieces)):
        for last in range(first, min(first + MAX_SENTENCES, len(pieces))):
            starts: list[int] = []
            joined: list[Word] = []
            for part in parts[first : last + 1]:
                starts.append(len(joined))
                joined += part
            span = Span(pieces[first].start, pieces[last].end)
            found.append(_Window(source, span, tuple(joined), tuple(starts)))
    return found


def _read(windows: Sequence[_Window]) -> list[Word]:
    """The words of all windows, each under the headings of its passage."""
    read: list[Word] = []
    for window in windows:
        read += words("\n".join(window.source[1].headings))
        read += window.found
    return read


def _words_objection(said: Sequence[Word], windows: Sequence[_Window]) -> str:
    """Content words that no passage holds, or that it holds in another order."""
    held = _read(windows)
    known = {word.form for word in held}
    loose = [w.form for w in said if w.carries and w.form not in known]
    if loose:
        return f"not in its passages ({', '.join(dict.fromkeys(loose))})"
    return "" if follows_order(said, held) else "other order of words than in its passages"


def _scope_objection(said: Sequence[Word], windows: Sequence[_Window]) -> str:
    """A negation, condition or attribution that only one of the two sides has."""
    denied: Counter[str] = Counter()
    for window in windows:
        region = _region(said, window)
        if _TAG.search(window.span.of(window.source[0].text)):
            return "marks for a machine in its passage"
        if len(foreign(region) - foreign(said)) > MAX_FOREIGN:
            return "leaves out another language of its passage"
        denied += negations(region)
        for phrase in sorted(phrases_of("scope")):
            if holds(region, phrase) and not holds(said, phrase):
                return f"leaves out what limits its passage ({phrase})"
    if denied != negations(said):
        return "other negation than in its passages"
    forms = {word.form for word in said}
    if _LISTS in forms and any(_listed(window) - forms for window in windows):
        return "gives part of a list as the whole"
    return ""


def _listed(window: _Window) -> set[str]:
    """The content words that a window's sentence lists after "gồm", {} without a list."""
    ends = [*window.sentence_starts[1:], len(window.found)]
    for start, end in zip(window.sentence_starts, ends, strict=True):
        sentence = window.found[start:end]
        at = next((i for i, word in enumerate(sentence) if word.form == _LISTS), None)
        if at is not None:
            return {word.form for word in sentence[at + 1 :] if word.carries}
    return set()


def _region(said: Sequence[Word], window: _Window) -> Sequence[Word]:
    """The words of a window from the sentence in which the common words begin to their end."""
    pairs = common(said, window.found)
    if not pairs:
        return ()
    first, last = pairs[0][1], pairs[-1][1]
    start = max(start for start in window.sentence_starts if start <= first)
    return window.found[start : last + 1]
