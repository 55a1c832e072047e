"""A value of the metadata together with where it was read, and how far that is to be trusted."""

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

CONFIDENCE = {
    "sidecar": 1.0,
    "letterhead": 0.98,
    "title": 0.95,
    "sign-off": 0.95,
    "number": 0.9,
    "site": 0.85,
    "annex": 0.8,
    "stamp": 0.8,
    "body": 0.7,
    "issued": 0.5,
    "absent": 0.0,
}
"""How far each origin is to be trusted, on a text that was not read by OCR."""


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value and the origin it was read from; see CONFIDENCE."""

    value: T
    origin: str


ABSENT = Found("", "absent")


def first(*candidates: tuple[T, str]) -> Found[T] | None:
    """The first candidate that has a value."""
    return next((Found(value, origin) for value, origin in candidates if value), None)


def given(override: T | None) -> Found[T] | None:
    """What a person wrote beside the file, or None when nothing was given."""
    return None if override is None else Found(override, "sidecar")


def confidence(origin: str, ocr_confidence: float) -> float:
    """How sure a value of this origin is, 0 to 1; OCR lowers what was read from the text."""
    read = origin not in ("sidecar", "site")
    return CONFIDENCE[origin] * (ocr_confidence if read else 1.0)
