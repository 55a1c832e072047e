"""What is searched for a row: its table's words, and more of the columns in which it has a value."""

from dataclasses import replace
from decimal import Decimal

from fakes import make_plan

from index.stores.passages import passages
from ingest.plan import ChunkKind, Row, RowKind, Table


def test_a_row_is_searched_by_its_table_and_twice_by_the_columns_it_fills() -> None:
    made = make_plan("t", ["1 Máy chủ 500"])
    row = Row(RowKind.DATA, "1", "HẠ TẦNG", ("Máy chủ", None, Decimal(500)), 0, 13)
    columns = ("Tên dự án", "Ngân sách trung ương", "Ngân sách tỉnh")
    table = Table(0, None, "Danh mục dự án", "triệu đồng", columns, (row,), 0, 13)
    chunk = replace(made.chunks[0], kind=ChunkKind.ROW, table_id=0, row_index=0)
    context = next(passages(replace(made, tables=(table,), chunks=(chunk,)))).context.split("\n")
    assert context[:3] == ["Danh mục dự án", "triệu đồng", "HẠ TẦNG"]
    assert [context.count(name) for name in columns] == [2, 1, 2]
