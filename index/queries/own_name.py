"""A question without the province whose plan is searched: the name tells no two chunks apart."""

import re

from ingest.places.provinces import find_provinces

_UNIT = re.compile(r"\b(?:tỉnh|tinh|thành phố|thanh pho|tp\.?)\s*$", re.IGNORECASE)


def without_province(query: str, province: str) -> str | None:
    """The question without that province and the word for its kind; None if it is not named."""
    kept, position = [], 0
    for mention, start, end in find_provinces(query):
        if mention.name == province:
            kept.append(_UNIT.sub("", query[position:start]))
            position = end
    return " ".join([*kept, query[position:]]) if kept else None
