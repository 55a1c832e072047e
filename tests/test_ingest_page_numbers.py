"""Page numbers that a text took along from its pages."""

from ingest.cleaning.page_numbers import without_page_numbers


def page(n: int = 25) -> list[str]:
    return [f"Dòng thứ {i} của một trang văn bản" for i in range(n)]


def test_numbers_that_count_up_go():
    assert without_page_numbers([*page(), "2", *page(), "- 3 -", *page(), "Trang 4"]) == page() * 3


def test_numbers_close_together_or_out_of_order_stay():
    close = ["1", "một", "2", "hai", "3", "ba"]
    assert without_page_numbers(close) == close
    lone = [*page(), "15", *page(), "7"]
    assert without_page_numbers(lone) == lone


def test_where_tables_stand_one_cell_a_line_nothing_goes():
    table = ["STT", "Việc", *["1", *page()], *["2", *page()], *["3", *page()]]
    assert without_page_numbers(table) == table
