"""What a free sentence must be before it is held against its passages, and its figures' units.

A Vietnamese statement of one plan, without markup, naming no province but that plan's or one
that its passages speak of.
"""

import re
import unicodedata
from collections.abc import Sequence

from app.proving.aligning import foreign, words
from index.terms.analyzer import has_diacritics
from ingest.places.provinces import find_provinces
from ingest.plan import Chunk, Plan
from ingest.quantities import canonical, parse_quantities

MAX_CHARS = 600
"""A longer sentence is not one statement."""
MAX_FOREIGN = 2
"""Words of another language that a sentence may hold, or leave out of its passage."""
_MARKUP = re.compile(
    r"<\s*/?\s*[A-Za-z|!]|\]\s*\(|!\[|\[\[|https?:|www\.|data:|javascript:|[{}<>\\|^~`]", re.I
)
_ADDRESS = re.compile(r"(?:https?://|www\.)[\w./?=&%#-]*[\w/]|(?<![\w.-])[\w-]+(?:\.[\w-]+){2,}")
_MEASURED = ("đồng", "%")

Source = tuple[Plan, Chunk]


def without_addresses(text: str, read: str) -> str:
    """`text` without the addresses of the network that stand in `read` letter by letter."""
    return _ADDRESS.sub(lambda match: " " if match.group() in read else match.group(), text)


def form_objection(text: str, sources: Sequence[Source]) -> str:
    """What is no Vietnamese statement about one province's plan."""
    if not sources:
        return "names no passage"
    if len(text) > MAX_CHARS:
        return "too long"
    read = " ".join(chunk.text for _, chunk in sources)
    bare = without_addresses(text, read)
    if _MARKUP.search(bare):
        return "markup or address"
    letters = {c for c in text if c.isalpha()}
    strange_letters = any(not unicodedata.name(c, "").startswith("LATIN") for c in letters)
    unmarked = len(text.split()) > 3 and not has_diacritics(text)
    if strange_letters or unmarked or len(foreign(words(bare))) > MAX_FOREIGN:
        return "not Vietnamese"
    if len({plan.plan_id for plan, _ in sources}) > 1:
        return "passages of several plans"
    plan = sources[0][0]
    known = {plan.province} | {province.name for province, _, _ in find_provinces(read)}
    strange = [p.name for p, _, _ in find_provinces(text) if p.name not in known]
    return f"other province ({', '.join(strange)})" if strange else ""


def unit_objection(text: str, quotes: Sequence[str]) -> str:
    """A figure that counts something else, or in another unit, than in its passages."""
    held = [quantity for quote in quotes for quantity in parse_quantities(quote)]
    for quantity in parse_quantities(text):
        value, unit = canonical(quantity)
        if any(canonical(other) == (value, unit) for other in held):
            continue
        same = [canonical(other)[1] for other in held if other.value == quantity.value]
        measured = unit in _MEASURED or any(other in _MEASURED for other in same)
        if measured or (same and unit and not any(_alike(unit, other) for other in same)):
            return f"figure in another unit than in its passages ({quantity.raw.strip()})"
    return ""


def _alike(unit: str, other: str) -> bool:
    return not other or unit.split()[0] == other.split()[0]
