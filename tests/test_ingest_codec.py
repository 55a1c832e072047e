"""Plans as JSON bytes: equal after the round trip, and nothing but a plan comes back."""

import json
import time
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest
from fakes import make_plan
from hypothesis import given
from hypothesis import strategies as st

from ingest.plan import (
    Chunk,
    Gap,
    GapKind,
    LegalBasis,
    NoteMark,
    OcrPage,
    Plan,
    Provenance,
    Row,
    RowKind,
    Section,
    Table,
)
from ingest.running.codec import CodecError, decode, encode

TEXT = st.text(max_size=12)
NUMBER = st.integers(-(2**63), 2**63)
CELL = st.none() | TEXT | st.decimals(allow_nan=False, allow_infinity=False)
ROW = st.builds(
    Row, st.sampled_from(RowKind), TEXT, st.none() | TEXT, st.lists(CELL).map(tuple), NUMBER, NUMBER
)
PLANS = st.builds(
    Plan,
    period=st.tuples(NUMBER, NUMBER),
    issued=st.dates(),
    text=st.text(alphabet=st.characters()),  # lone surrogates too
    sections=st.lists(st.from_type(Section), max_size=2).map(tuple),
    chunks=st.lists(st.from_type(Chunk), max_size=2).map(tuple),
    tables=st.lists(
        st.builds(Table, columns=st.lists(TEXT).map(tuple), rows=st.lists(ROW).map(tuple)),
        max_size=2,
    ).map(tuple),
    notes=st.lists(st.from_type(NoteMark), max_size=2).map(tuple),
    gaps=st.lists(st.from_type(Gap), max_size=2).map(tuple),
    warnings=st.lists(TEXT).map(tuple),
    pages=st.none() | NUMBER,
    ocr=st.lists(
        st.builds(OcrPage, NUMBER, st.floats(allow_nan=False, allow_infinity=False)), max_size=3
    ).map(tuple),
    legal_bases=st.lists(st.from_type(LegalBasis), max_size=2).map(tuple),
    provenance=st.lists(st.builds(Provenance, TEXT, TEXT, st.floats(0, 1)), max_size=2).map(tuple),
)


def small_plan() -> Plan:
    cells = ("1.5", Decimal("1.5"), Decimal("1.50"), None, Decimal("0E+3"))
    table = Table(0, None, "", "", ("a",) * 5, (Row(RowKind.TOTAL, "", None, cells, 0, 1),), 0, 1)
    return replace(
        make_plan("a", ["Một câu."]),
        issued=date(2021, 2, 3),
        tables=(table,),
        gaps=(Gap(GapKind.TEXT_CUT, "Phần I", 3),),
        ocr=(OcrPage(2, 0.5),),
    )


@given(PLANS)
def test_plans_come_back_equal(plan: Plan) -> None:
    assert decode(Plan, encode(plan)) == plan


def test_types_come_back_too() -> None:
    plan = decode(Plan, encode(small_plan()))
    cells = plan.tables[0].rows[0].cells
    assert [type(cell) for cell in cells] == [str, Decimal, Decimal, type(None), Decimal]
    assert [str(cell) for cell in cells] == ["1.5", "1.5", "1.50", "None", "0E+3"]
    assert plan.tables[0].rows[0].kind is RowKind.TOTAL
    assert plan.gaps[0].kind is GapKind.TEXT_CUT
    assert type(plan.issued) is date


def changed(**fields: object) -> bytes:
    return json.dumps(json.loads(encode(small_plan())) | fields).encode()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "Expecting value"),
        (b"\xff\xff", "decode"),
        (b"[" * 100_000, "recursion"),
        (b"null", "NoneType found where Plan is wanted"),
        (changed(extra=1), "Plan has no field 'extra'"),
        (changed(number=12), "int found where <class 'str'> is wanted"),
        (changed(pages=True), "bool found where"),
        (changed(period=[2021]), "list found where a list of 2 is wanted"),
        (changed(issued="ngày 3"), "Invalid isoformat"),
        (changed(gaps=[{"kind": "x", "detail": "", "section_id": None}]), "GapKind"),
        (changed(ocr=[{"page": 1, "confidence": "cao"}]), "str found where <class 'float'>"),
        (changed().replace(b'"0E+3"', b'"NaN"'), "Decimal"),
        (changed().replace(b'"0E+3"', b'"so"'), "Decimal"),
        (changed().replace(b'"text"', b'"texts"', 1), "Plan has no field 'texts'"),
        (changed(period=[2021, 2025]).replace(b"2025", b"NaN"), "NaN is no number"),
        (changed(pages=1).replace(b'"pages": 1', b'"pages": ' + b"9" * 5000), "digits"),
    ],
)
def test_anything_else_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(CodecError, match=words):
        decode(Plan, data)


def test_a_missing_field_is_named() -> None:
    record = json.loads(encode(small_plan()))
    del record["issuer"]
    with pytest.raises(CodecError, match="Plan lacks issuer"):
        decode(Plan, json.dumps(record).encode())


@pytest.mark.parametrize("value", [float("nan"), Decimal("NaN"), Decimal("Infinity"), object()])
def test_values_without_a_json_form_are_refused(value: object) -> None:
    with pytest.raises(CodecError):
        encode([value])


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True)
class Newcomer:
    colour: Colour
    pair: tuple[int, float]
    maybe: tuple[Colour, ...] | None = None


@dataclass(frozen=True)
class Ambiguous:
    value: str | date


def test_a_dataclass_of_tomorrow_needs_no_change_here() -> None:
    value = Newcomer(Colour.RED, (1, 2.0), (Colour.RED,))
    assert decode(Newcomer, encode(value)) == value
    assert encode(value) == b'{"colour": "red", "pair": [1, 2.0], "maybe": ["red"]}'


def test_a_union_that_json_cannot_tell_apart_is_refused() -> None:
    with pytest.raises(CodecError, match="look the same"):
        decode(Ambiguous, b'{"value": "x"}')


def test_fifty_thousand_chunks_take_seconds_and_not_minutes() -> None:
    plan = make_plan("a", ["Bảo đảm an toàn thông tin mạng cấp độ 3 cho hệ thống."] * 50_000)
    start = time.process_time()
    back = decode(Plan, encode(plan))
    assert time.process_time() - start < 10  # 1.3 s on an idle core; squared work would take hours
    assert back.chunks[-1] == plan.chunks[-1]
    assert len(back.chunks) == 50_000
