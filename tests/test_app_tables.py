"""Column roles, the operation asked for, filters, and the rows with their arithmetic."""

from decimal import Decimal

import pytest

from app.table_filter import Filter, amount_column, filter_of, rows_of
from app.tables import Wanted, data_rows, is_numbered, leaf, matches, roles, row_noun, wanted
from app.writers.amounts import converted, said_amount
from ingest.plan import Row, RowKind, Table


def row(label: str, *cells, group: str | None = None, kind: RowKind = RowKind.DATA) -> Row:
    numbers = (Decimal(c) if isinstance(c, int) else c for c in cells)
    return Row(kind, label, group, (label, *numbers), 0, 1)


DATA, NET = "I. Dữ liệu", "II. Mạng"
TABLE = Table(
    0, None, "Danh mục dự án", "triệu đồng",
    ("TT", "Danh mục dự án", "Chủ đầu tư", "Tổng mức đầu tư", "Nhu cầu vốn: 2022", "Nhu cầu vốn: 2023"),
    (
        row("", DATA, None, None, None, None, kind=RowKind.GROUP),
        row("1", "Kho dữ liệu đất đai", "Sở Y tế", 1500, 1500, None, group=DATA),
        row("2", "Số hóa hộ tịch", "Sở Tư pháp", 700, 300, 400, group=DATA),
        row("3", "Cáp quang xã", "Sở Y tế", 900, None, 900, group=NET),
        row("", "Tổng cộng", None, 3100, 1800, 1300, kind=RowKind.TOTAL),
    ),
    0, 1,
)  # fmt: skip


def coverage(query: str, text: str) -> float:
    words, held = query.casefold().split(), set(text.casefold().split())
    return sum(word in held for word in words) / len(words) if words else 0.0


def names(chosen: Filter) -> list[str]:
    return [found.label for found in rows_of(TABLE, chosen)]


def test_roles_come_from_names_and_cells() -> None:
    column = roles(TABLE)
    assert (column.name, column.owner, column.total) == (1, 2, 3)
    assert column.years == {2022: 4, 2023: 5}
    assert column.numeric == (3, 4, 5)
    assert [found.label for found in data_rows(TABLE)] == ["1", "2", "3"]


def test_names_of_columns_and_rows() -> None:
    assert leaf(TABLE, 4) == "2022"
    assert row_noun(TABLE) == "dự án"


@pytest.mark.parametrize(
    ("question", "operation"),
    [
        ("Dự án nào lớn nhất?", Wanted.MAX),
        ("du an nao it von nhat", Wanted.MIN),
        ("Năm nào cần vốn nhiều nhất?", Wanted.MAX_YEAR),
        ("Năm nào cần vốn ít nhất?", Wanted.MIN_YEAR),
        ("Có bao nhiêu dự án?", Wanted.COUNT),
        ("Những dự án nào của Sở Y tế?", Wanted.LIST),
        ("Tổng vốn là bao nhiêu?", Wanted.SUM),
        ("Vốn 2022 và 2023 chênh nhau bao nhiêu?", Wanted.YEAR_GAP),
        ("Vốn 2022-2023 tăng bao nhiêu?", Wanted.LOOKUP),
        ("Dự án này chưa được bố trí vốn vào năm nào?", Wanted.LOOKUP),
        ("Lọc giúp tôi các dự án của Sở Y tế", Wanted.LIST),
        ("Có bao nhiêu đầu dự án?", Wanted.COUNT),
        ("Cáp quang xã do ai làm?", Wanted.LOOKUP),
    ],
)
def test_wanted(question: str, operation: Wanted) -> None:
    assert wanted(question) is operation


@pytest.mark.parametrize(
    ("question", "years", "expected"),
    [
        ("dự án của sở y tế", (), Filter(owner="Sở Y tế")),
        ("dự án nhóm dữ liệu", (), Filter(group=DATA)),
        ("vốn năm 2023", (2023,), Filter(year=2023)),
        ("vốn 2022-2023", (2022, 2023), Filter()),
        ("dự án chỉ bố trí trong năm 2023", (2023,), Filter(year=2023, only=True)),
        ("dự án từ 1 tỷ đồng trở lên", (), Filter(at_least=Decimal(1000))),
        ("dự án trên 1 tỷ đồng", (), Filter(at_least=Decimal(1000), strict=True)),
        ("dự án không quá 1 tỷ đồng", (), Filter(at_most=Decimal(1000))),
        ("dự án dưới 800 triệu đồng", (), Filter(at_most=Decimal(800), strict=True)),
        ("dự án chưa tới 800 triệu đồng", (), Filter(at_most=Decimal(800), strict=True)),
        ("dự án đúng tròn 1 tỷ đồng", (), Filter(at_least=Decimal(1000), at_most=Decimal(1000))),
        ("vốn năm 2030", (2030,), Filter()),
    ],
)
def test_filter(question: str, years: tuple[int, ...], expected: Filter) -> None:
    assert filter_of(TABLE, question, question, years, coverage) == expected


@pytest.mark.parametrize(
    ("chosen", "labels"),
    [
        (Filter(), ["1", "2", "3"]),
        (Filter(owner="sở  y TẾ"), ["1", "3"]),
        (Filter(group=DATA), ["1", "2"]),
        (Filter(year=2023), ["2", "3"]),
        (Filter(year=2023, only=True), ["3"]),
        (Filter(at_least=Decimal(900)), ["1", "3"]),
        (Filter(at_least=Decimal(900), strict=True), ["1"]),
        (Filter(year=2022, at_most=Decimal(300)), ["2"]),
        (Filter(owner="Sở Nội vụ"), []),
    ],
)
def test_rows(chosen: Filter, labels: list[str]) -> None:
    assert names(chosen) == labels


def test_the_year_decides_the_column_of_amounts() -> None:
    assert amount_column(TABLE, Filter(year=2023), "vốn", coverage) == 5
    assert amount_column(TABLE, Filter(), "vốn", coverage) == 3


def test_the_row_whose_name_is_said_comes_first() -> None:
    class Held:
        plan_id = "p"
        tables = (TABLE,)

    found = matches(Held(), "cáp quang xã do ai làm", "cáp quang xã", coverage)
    assert found[0].row.label == "3"
    assert found[0].fit > found[1].fit
    assert is_numbered(found[0], "dự án số 3 là gì")
    assert not is_numbered(found[0], "dự án số 2 là gì")
    assert not is_numbered(found[0], "chỉ tiêu số 3 là gì")


def test_amounts_are_said_with_unit_and_conversion() -> None:
    first, second = TABLE.rows[1], TABLE.rows[2]
    assert said_amount(TABLE, first, 3, convert=True) == "1.500 triệu đồng (1,5 tỷ đồng)"
    assert said_amount(TABLE, second, 3, convert=True) == "700 triệu đồng"
    assert said_amount(TABLE, first, 5) == ""
    assert said_amount(TABLE, first, 2) == "Sở Y tế"
    assert converted(TABLE, Decimal(999)) == ""
