"""Columns by role, the operation asked for, offices and rows by their names, filters."""

from dataclasses import replace
from decimal import Decimal

import pytest

from app.tabular.asking import Operation, ask_of, number_named
from app.tabular.columns import (
    bare_group,
    columns_of,
    data_rows,
    leaf,
    measures_several_things,
    row_noun,
    rows_are_years,
    total_row,
    unit_of,
)
from app.tabular.naming import columns_named, groups_named, owners_named, pieces
from app.tabular.narrowing import Filter, amount_of, filter_of, rows_of
from app.tabular.offices import department_said, said_offices
from app.tabular.years_said import years_of
from ingest.plan import Row, RowKind, Table


def row(label: str, *cells, group: str | None = None, kind: RowKind = RowKind.DATA) -> Row:
    numbers = (Decimal(str(c)) if isinstance(c, int | float) else c for c in cells)
    return Row(kind, label, group, tuple(numbers), 0, 1)


DATA, NET = "I. DỮ LIỆU", "II. MẠNG"
PROJECTS = Table(
    0, None, "Danh mục dự án", "triệu đồng",
    ("TT", "Tên dự án", "Chủ đầu tư", "Tổng mức đầu tư", "Phân kỳ: Năm 2022", "Phân kỳ: Năm 2023"),
    (
        row("I", "I", "DỮ LIỆU", None, None, None, None, kind=RowKind.GROUP),
        row("1", "1", "Kho dữ liệu đất đai", "Sở Y tế", 1500, 1500, None, group=DATA),
        row("2", "2", "Số hóa hộ tịch", "Sở Tư pháp", 700, 300, 400, group=DATA),
        row("II", "II", "MẠNG", None, None, None, None, kind=RowKind.GROUP),
        row("1", "1", "Cáp quang xã", "Sở Y tế", 900, None, 900, group=NET),
        row("", None, "Tổng cộng", None, 3100, 1800, 1300, kind=RowKind.TOTAL),
    ),
    0, 1,
)  # fmt: skip
TASKS = Table(
    1, None, "Nhiệm vụ", "triệu đồng",
    ("TT", "Nhiệm vụ", "Cơ quan: Phối hợp", "Cơ quan: Chủ trì", "Thời gian", "Kinh phí"),
    (
        row("1", "1", "Dựng cổng dữ liệu", "Sở Nội vụ", "Sở Tài chính", "Quý II/2024", 50),
        row("2", "2", "Tập huấn", "Sở Y tế", "Sở Nội vụ", "2023-2025", 70),
    ),
    0, 1,
)  # fmt: skip
BUDGET = Table(
    2, None, "Kinh phí", "triệu đồng", ("Năm", "Ngân sách trung ương", "Ngân sách tỉnh", "Cộng"),
    (
        row("2024", "2024", 5, 12, 17),
        row("2025", "2025", None, 14, 14),
        row("Tổng", "Tổng", 5, 26, 31, kind=RowKind.TOTAL),
    ),
    0, 1,
)  # fmt: skip
SOURCES = Table(
    3, None, "Vốn", "tỷ đồng", ("Nguồn vốn", "2025", "2026", "2027-2030"),
    (row("Trung ương", "Trung ương", 1, 2, 9), row("Xã hội hóa", "Xã hội hóa", None, 1.5, 6)),
    0, 1,
)  # fmt: skip
TARGETS = Table(
    4, None, "Chỉ tiêu", "", ("TT", "Địa phương", "Hồ sơ trực tuyến (%)", "Số máy tính"),
    (row("1", "1", "Huyện Châu Phú", 66, 120), row("2", "2", "Huyện An Phú", 84.5, 95)),
    0, 1,
)  # fmt: skip


def coverage(query: str, text: str) -> float:
    words, held = query.casefold().split(), set(text.casefold().replace("?", "").split())
    return sum(word in held for word in words) / len(words) if words else 0.0


def test_roles_come_from_names_and_cells() -> None:
    column = columns_of(PROJECTS)
    assert (column.name, column.owners, column.total) == (1, (2,), 3)
    assert column.years == {2022: 4, 2023: 5}
    assert column.numeric == (3, 4, 5)
    assert column.amounts == (3,)
    assert [found.label for found in data_rows(PROJECTS)] == ["1", "2", "1"]
    assert total_row(PROJECTS) is PROJECTS.rows[-1]


def test_the_leading_office_comes_before_the_one_that_helps() -> None:
    column = columns_of(TASKS)
    assert column.owners == (3, 2)
    assert column.texts == (4,)
    assert column.total == 5


def test_rows_may_be_years_and_columns_several_years() -> None:
    assert rows_are_years(BUDGET)
    assert not rows_are_years(SOURCES)
    assert columns_of(BUDGET).total == 3
    column = columns_of(SOURCES)
    assert column.name == 0
    assert [column.of_year(year) for year in (2025, 2028, 2031)] == [1, 3, None]
    assert column.amounts == (1, 2, 3)
    assert amount_of(SOURCES.rows[1], column.amounts) == Decimal("7.5")
    assert amount_of(SOURCES.rows[1], (1,)) is None


def test_names_and_units_of_columns() -> None:
    assert leaf(PROJECTS, 4) == "Năm 2022"
    assert row_noun(PROJECTS) == "dự án"
    assert bare_group(DATA) == "DỮ LIỆU"
    assert [unit_of(TARGETS, i) for i in (2, 3)] == ["%", ""]
    assert unit_of(PROJECTS, 5) == "triệu đồng"


@pytest.mark.parametrize(
    ("question", "operation"),
    [
        ("Dự án nào lớn nhất?", Operation.MAX),
        ("du an nao it von nhat", Operation.MIN),
        ("dự án nào tốn ít tiền nhất", Operation.MIN),
        ("Năm nào cần vốn nhiều nhất?", Operation.MAX_YEAR),
        ("Năm nào cần vốn ít nhất?", Operation.MIN_YEAR),
        ("Có bao nhiêu dự án?", Operation.COUNT),
        ("Có bao nhiêu đầu dự án?", Operation.COUNT),
        ("Những dự án nào của Sở Y tế?", Operation.LIST),
        ("Lọc giúp tôi các dự án của Sở Y tế", Operation.LIST),
        ("Tổng vốn là bao nhiêu?", Operation.SUM),
        ("Vốn 2022 và 2023 chênh nhau bao nhiêu?", Operation.GAP),
        ("Kho dữ liệu với cáp quang, bên nào đắt hơn?", Operation.GAP),
        ("Kho dữ liệu gấp mấy lần cáp quang?", Operation.RATIO),
        ("Nhóm mạng chiếm bao nhiêu phần trăm?", Operation.SHARE),
        ("đúng tròn 10 tỷ trong các dự án nào", Operation.LIST),
        ("Bình quân mỗi năm bao nhiêu vốn?", Operation.AVERAGE),
        ("Đơn vị tính của bảng là gì?", Operation.UNIT),
        ("Từng nhóm có bao nhiêu dự án?", Operation.GROUPS),
        ("Chủ đầu tư nào nắm nhiều dự án nhất?", Operation.OWNERS),
        ("Đơn vị nào có kinh phí bằng đúng Thanh tra tỉnh?", Operation.SAME),
        ("Dự án này chưa được bố trí vốn vào năm nào?", Operation.LOOKUP),
        ("Cáp quang xã do ai làm?", Operation.LOOKUP),
        ("Cáp quang xã tốn mấy đồng?", Operation.LOOKUP),
        ("Bảng có mấy dòng?", Operation.COUNT),
        ("Dự án kho dữ liệu đất đai hơn dự án cáp quang xã bao nhiêu tiền?", Operation.GAP),
    ],
)
def test_operation(question: str, operation: Operation) -> None:
    assert ask_of(question).operation is operation


def test_rank_and_how_many() -> None:
    assert ask_of("Dự án lớn thứ hai là dự án nào, lớn nhì ấy").rank == 2
    assert ask_of("Ba dự án có tổng mức lớn nhất").several == 3
    assert ask_of("Có mấy dự án, cộng lại bao nhiêu").others == (Operation.SUM,)


def test_years_are_named_or_relative_and_a_range_is_the_period() -> None:
    column = columns_of(PROJECTS)
    assert years_of("năm 2023 và 2022", column) == (2023, 2022)
    assert years_of("giai đoạn 2022-2023", column) == ()
    assert years_of("năm cuối kỳ so với năm đầu kỳ", column) == (2023, 2022)
    assert years_of("theo số 12/2022/TT", column) == ()


def test_a_range_within_the_period_names_its_years() -> None:
    columns = ("TT", "Tên", "Vốn: Năm 2021", "Vốn: Năm 2022", "Vốn: Năm 2023")
    listed = replace(PROJECTS, table_id=92, columns=columns, rows=(row("1", "1", "Kho", 1, 2, 3),))
    assert years_of("2021-2022", columns_of(listed)) == (2021, 2022)
    assert years_of("2021-2023", columns_of(listed)) == ()
    assert years_of("2016-2020", columns_of(listed)) == ()


def test_a_row_is_named_by_its_number() -> None:
    assert number_named("Chỉ tiêu số 09 là gì") == ("chi tieu", "9")
    assert number_named("dự án số 3 thuộc nhóm mạng") == ("du an", "3")
    assert number_named("có dự án nào trên 3 tỷ") is None


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("sở giáo dục có dự án gì", ["Sở Giáo dục và Đào tạo"]),
        ("Sở GD&ĐT và Sở Y tế", ["Sở Giáo dục và Đào tạo", "Sở Y tế"]),
        ("ngành y tế", ["Sở Y tế"]),
        ("Ban quản lý dự án", []),
        ("Sở Nội vụ", []),
        ("Ban Quản lý Khu kinh tế Châu Đốc", ["Ban quản lý KKT Châu Đốc"]),
    ],
)
def test_offices_by_any_wording(question: str, named: list[str]) -> None:
    names = ["Sở Giáo dục và Đào tạo", "Sở Y tế", "Ban quản lý KKT Châu Đốc"]
    assert said_offices(names, question) == named


def test_a_department_that_no_row_has_is_still_read() -> None:
    assert department_said("sở công thương làm gì") == "Sở Công Thương"
    assert department_said("công thương nghiệp") == ""


def test_the_helping_office_is_sought_in_its_own_column() -> None:
    assert owners_named(TASKS, "Sở Nội vụ phối hợp nhiệm vụ nào") == (2, ["Sở Nội vụ"])
    assert owners_named(TASKS, "Sở Nội vụ chủ trì nhiệm vụ nào") == (3, ["Sở Nội vụ"])


def test_groups_and_columns_by_their_names() -> None:
    assert groups_named(PROJECTS, "nhóm dữ liệu", "nhóm dữ liệu", coverage) == [DATA]
    assert groups_named(PROJECTS, "dữ kho", "dữ kho", coverage) == []
    assert columns_named(BUDGET, "ngân sách tỉnh năm 2024", coverage) == (2,)
    assert columns_named(BUDGET, "tổng cộng năm 2024", coverage) == ()


def test_a_question_is_cut_where_it_goes_over_to_the_next_thing() -> None:
    assert pieces("kho dữ liệu so với cáp quang xã") == ["kho dữ liệu", "cáp quang xã"]
    assert pieces("kho dữ liệu gấp mấy lần cáp quang") == ["kho dữ liệu", "cáp quang"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("dự án của sở y tế", Filter(owner_column=2, owners=("Sở Y tế",))),
        ("dự án nhóm dữ liệu", Filter(owner_column=2, groups=(DATA,))),
        ("vốn năm 2023", Filter(owner_column=2, filled=(2023,))),
        ("vốn 2022-2023", Filter(owner_column=2)),
        ("chỉ bố trí trong năm 2023", Filter(owner_column=2, filled=(2023,), only=True)),
        ("chưa được bố trí năm 2023", Filter(owner_column=2, blank=(2023,))),
        ("từ 1 tỷ đồng trở lên", Filter(owner_column=2, low=Decimal(1000))),
        ("trên 1 tỷ đồng", Filter(owner_column=2, low=Decimal(1000), strict=True)),
        ("không quá 1 tỷ đồng", Filter(owner_column=2, high=Decimal(1000))),
        ("dưới 800 triệu đồng", Filter(owner_column=2, high=Decimal(800), strict=True)),
        ("chưa tới 800 triệu đồng", Filter(owner_column=2, high=Decimal(800), strict=True)),
        ("đúng tròn 1 tỷ đồng", Filter(owner_column=2, low=Decimal(1000), high=Decimal(1000))),
        (
            "tổng mức đầu tư trên 1 tỷ đồng",
            Filter(owner_column=2, low=Decimal(1000), strict=True),
        ),
        ("tổng mức đầu tư từ 1 tỷ đồng", Filter(owner_column=2, low=Decimal(1000))),
        (
            "tổng mức đầu tư 1 tỷ đồng",
            Filter(owner_column=2, low=Decimal(1000), high=Decimal(1000)),
        ),
        ("lớn hơn hoặc bằng 1 tỷ đồng", Filter(owner_column=2, low=Decimal(1000))),
        ("nhỏ hơn hoặc bằng 1 tỷ đồng", Filter(owner_column=2, high=Decimal(1000))),
        ("trên địa bàn tỉnh được cấp 1 tỷ đồng", Filter(owner_column=2)),
        ("vốn năm 2030", Filter(owner_column=2)),
    ],
)
def test_filter(question: str, expected: Filter) -> None:
    assert filter_of(PROJECTS, question, question, coverage) == expected


@pytest.mark.parametrize(
    ("chosen", "names"),
    [
        (Filter(), ["Kho dữ liệu đất đai", "Số hóa hộ tịch", "Cáp quang xã"]),
        (Filter(owner_column=2, owners=("sở  y TẾ",)), ["Kho dữ liệu đất đai", "Cáp quang xã"]),
        (Filter(groups=(NET,)), ["Cáp quang xã"]),
        (Filter(filled=(2022, 2023)), ["Số hóa hộ tịch"]),
        (Filter(filled=(2023,), only=True), ["Cáp quang xã"]),
        (Filter(blank=(2023,)), ["Kho dữ liệu đất đai"]),
        (Filter(low=Decimal(900)), ["Kho dữ liệu đất đai", "Cáp quang xã"]),
        (Filter(low=Decimal(900), strict=True), ["Kho dữ liệu đất đai"]),
        (Filter(filled=(2022,), high=Decimal(300)), ["Số hóa hộ tịch"]),
        (Filter(owner_column=2, owners=("Sở Nội vụ",)), []),
    ],
)
def test_rows(chosen: Filter, names: list[str]) -> None:
    assert [found.cells[1] for found in rows_of(PROJECTS, chosen)] == names


def test_a_count_is_bounded_in_its_own_column() -> None:
    chosen = filter_of(TARGETS, "từ 100 máy tính đến 150 số máy tính", "số máy tính", coverage)
    assert (chosen.low, chosen.high, chosen.bound_column) == (Decimal(100), Decimal(150), 3)
    assert [found.label for found in rows_of(TARGETS, chosen)] == ["1"]


def test_rows_with_units_of_their_own_do_not_add_up() -> None:
    columns = ("Chỉ tiêu", "Đơn vị tính", "Hiện trạng 2023", "Kế hoạch 2024")
    cells = [
        ("Hồ sơ trực tuyến", "%", Decimal(40), Decimal(60)),
        ("Điểm cầu", "điểm", Decimal(120), Decimal(140)),
    ]
    rows = tuple(Row(RowKind.DATA, str(n), None, c, n, n + 1) for n, c in enumerate(cells))
    table = Table(0, None, "Chỉ tiêu", "", columns, rows, 0, 10)
    assert measures_several_things(table)
    alike = tuple(replace(r, cells=(r.cells[0], "%", *r.cells[2:])) for r in rows)
    assert not measures_several_things(replace(table, rows=alike))
    assert not measures_several_things(replace(table, columns=("Tên", "Chủ trì", "2023", "2024")))
