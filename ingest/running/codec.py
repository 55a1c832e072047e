"""A dataclass of plan.py as JSON bytes and back, equal to the last digit; nothing is pickled.

The shape is read from the dataclasses themselves, so a new field of Plan needs nothing here.
What comes back is taken from a process that has read hostile content: every type is checked,
an unknown or absent field is an error. A Decimal is `{"decimal": "12.50"}`, a date its ISO form.
"""

import json
import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache
from typing import TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Decoder = Callable[[object], object]
_DECIMAL = "decimal"


class CodecError(ValueError):
    """A value that has no JSON form here, or bytes that are not one of the type asked for."""


def encode(value: object) -> bytes:
    """The value as JSON in UTF-8. Raises CodecError for a type or number without a JSON form."""
    try:
        text = json.dumps(value, default=_plain, ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError, RecursionError) as exc:
        raise CodecError(str(exc)) from exc
    # Text from a damaged file may hold half a surrogate pair, which strict UTF-8 cannot write.
    return text.encode("utf-8", "surrogatepass")


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return {name: getattr(value, name) for name in _names(type(value))}
    if isinstance(value, Decimal) and value.is_finite():
        return {_DECIMAL: str(value)}
    if type(value) is date:
        return value.isoformat()
    raise CodecError(f"no JSON form for {type(value).__name__}: {value!r}")


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def decode(kind: type[T], data: bytes) -> T:
    """The value of that dataclass in the bytes. Raises CodecError for anything else."""
    wanted: object = kind
    try:
        # Python 3.11: json.loads of bytes decodes them with surrogatepass by itself.
        found = json.loads(data, parse_constant=_no_constant)
        value = _decoder(wanted)(found)
    except (ValueError, RecursionError) as exc:
        raise CodecError(str(exc)) from exc
    if not isinstance(value, kind):
        raise CodecError(f"{type(value).__name__} is no {kind.__name__}")
    return value


def _no_constant(name: str) -> object:
    raise CodecError(f"{name} is no number")


def _wrong(value: object, wanted: object) -> CodecError:
    return CodecError(f"{type(value).__name__} found where {wanted} is wanted")


@cache
def _decoder(kind: object) -> Decoder:
    """The function that checks and rebuilds a value of a type annotation."""
    origin = get_origin(kind)
    if origin is tuple:
        return _tuple_decoder(get_args(kind))
    if origin in (Union, types.UnionType):
        return _union_decoder(get_args(kind))
    if kind in (str, int, bool, float, types.NoneType):
        return _scalar_decoder(kind)
    if kind is Decimal:
        return _decimal
    if kind is date:
        return _date
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _enum_decoder(kind)
    if isinstance(kind, type) and is_dataclass(kind):
        return _record_decoder(kind)
    raise CodecError(f"no JSON form for the type {kind}")


def _scalar_decoder(kind: object) -> Decoder:
    def scalar(value: object) -> object:
        if type(value) is kind:
            return value
        if kind is float and type(value) is int:
            return float(value)
        raise _wrong(value, kind)

    return scalar


def _decimal(value: object) -> object:
    if isinstance(value, dict) and list(value) == [_DECIMAL] and type(value[_DECIMAL]) is str:
        try:
            number = Decimal(value[_DECIMAL])
        except InvalidOperation as exc:
            raise _wrong(value, Decimal) from exc
        if number.is_finite():
            return number
    raise _wrong(value, Decimal)


def _date(value: object) -> object:
    if type(value) is not str:
        raise _wrong(value, date)
    return date.fromisoformat(value)


def _enum_decoder(kind: type[Enum]) -> Decoder:
    members: Mapping[object, Enum] = {member.value: member for member in kind}

    def member(value: object) -> object:
        if type(value) is not str or value not in members:
            raise _wrong(value, kind)
        return members[value]

    return member


def _tuple_decoder(items: tuple[object, ...]) -> Decoder:
    if len(items) == 2 and items[1] is Ellipsis:
        item = _decoder(items[0])

        def many(value: object) -> object:
            if type(value) is not list:
                raise _wrong(value, "a list")
            return tuple([item(part) for part in value])

        return many
    decoders = tuple(_decoder(part) for part in items)

    def fixed(value: object) -> object:
        if type(value) is not list or len(value) != len(decoders):
            raise _wrong(value, f"a list of {len(decoders)}")
        return tuple(decode(part) for decode, part in zip(decoders, value, strict=True))

    return fixed


def _union_decoder(choices: tuple[object, ...]) -> Decoder:
    """One decoder for each JSON type, so that a value can be read in one way only."""
    by_json: dict[type, Decoder] = {}
    for choice in choices:
        json_type = _json_type(choice)
        if json_type in by_json:
            raise CodecError(f"two of {choices} look the same in JSON")
        by_json[json_type] = _decoder(choice)

    def chosen(value: object) -> object:
        decode = by_json.get(type(value))
        if decode is None:
            raise _wrong(value, choices)
        return decode(value)

    return chosen


def _json_type(kind: object) -> type:
    if kind in (bool, int, float, types.NoneType) and isinstance(kind, type):
        return kind
    if kind is Decimal or is_dataclass(kind):
        return dict
    return list if get_origin(kind) is tuple else str


def _record_decoder(kind: type) -> Decoder:
    hints = get_type_hints(kind)
    decoders = {field.name: _decoder(hints[field.name]) for field in fields(kind) if field.init}
    n_fields = len(decoders)

    def record(value: object) -> object:
        if type(value) is not dict:
            raise _wrong(value, kind.__name__)
        try:
            given = {name: decoders[name](part) for name, part in value.items()}
        except KeyError as exc:
            raise CodecError(f"{kind.__name__} has no field {exc}") from exc
        if len(given) != n_fields:
            missing = sorted(set(decoders) - set(given))
            raise CodecError(f"{kind.__name__} lacks {', '.join(missing)}")
        return kind(**given)

    return record
