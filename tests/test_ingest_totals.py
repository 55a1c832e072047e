"""Totals against the rows they sum up, as plans state them."""

from decimal import Decimal

import pytest

from ingest.plan import Cell, Row, RowKind, Table
from ingest.tables.totals import Mismatch, examine_totals

D, G, T = RowKind.DATA, RowKind.GROUP, RowKind.TOTAL
Spec = tuple[RowKind, str, str | None, list[str | None]]


def cell(text: str | None) -> Cell:
    return None if text is None else Decimal(text)


def table(*rows: Spec, columns: tuple[str, ...] = ("2021", "2022")) -> Table:
    made = [
        Row(kind, label, group, tuple(map(cell, cells)), 0, 0) for kind, label, group, cells in rows
    ]
    return Table(0, None, "", "triệu đồng", columns, tuple(made), 0, 0)


def test_a_plain_total() -> None:
    good = table(
        (D, "1", None, ["10", "1"]), (D, "2", None, ["20", None]), (T, "", None, ["30", "1"])
    )
    assert examine_totals(good).n_checked == 2
    assert examine_totals(good).mismatches == ()
    bad = table(
        (D, "1", None, ["10", "1"]), (D, "2", None, ["20", "2"]), (T, "", None, ["30", "9"])
    )
    assert examine_totals(bad).mismatches == (Mismatch(2, 1, Decimal(9), Decimal(3)),)


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        (
            [(G, "I", None, ["30"]), (D, "1", "I", ["10"]), (D, "2", "I", ["20"]),
             (G, "II", None, ["5"]), (D, "1", "II", ["5"]), (T, "", None, ["35"])],
            "groups that state sums",
        ),
        (
            [(D, "1", "I", ["10"]), (T, "", "I", ["10"]), (D, "2", "II", ["7"]),
             (T, "", "II", ["7"]), (T, "", None, ["17"])],
            "totals of groups, then of all",
        ),
        ([(T, "", None, ["17"]), (D, "1", None, ["10"]), (D, "2", None, ["7"])], "a total on top"),
        (
            [(D, "1", None, ["10"]), (D, "1.1", None, ["4"]), (D, "1.2", None, ["6"]),
             (D, "2", None, ["5"]), (T, "", None, ["15"])],
            "parts of a row",
        ),
        (
            [(G, "A", None, ["9"]), (D, "1", "A", ["9"]), (D, "2", None, ["1"]),
             (T, "", None, ["10"])],
            "a group and a row outside of it",
        ),
        ([(D, "1", None, ["0.333"])] * 3 + [(T, "", None, ["1"])], "rounded: 0.999"),
        ([(D, "1", None, ["1.5"]), (D, "2", None, ["2"]), (T, "", None, ["3.5"])], "mixed places"),
    ],
)  # fmt: skip
def test_what_a_total_may_sum_up(rows: list[Spec], why: str) -> None:
    found = examine_totals(table(*rows, columns=("Vốn",)))
    assert found.n_checked >= 1, why
    assert found.mismatches == (), why


@pytest.mark.parametrize(("total", "fits"), [("30.1", True), ("30.15", False), ("30.0", True)])
def test_rounding_is_half_a_unit_for_each_number(total: str, fits: bool) -> None:
    made = table(
        (D, "1", None, ["10.1"]), (D, "2", None, ["19.9"]), (T, "", None, [total]), columns=("Vốn",)
    )
    assert (examine_totals(made).mismatches == ()) is fits


@pytest.mark.parametrize("name", ["Tỷ lệ", "Tỉ lệ giải ngân", "Hoàn thành (%)", "Đơn giá"])
def test_rates_are_not_added(name: str) -> None:
    made = table(
        (D, "1", None, ["10"]), (D, "2", None, ["20"]), (T, "", None, ["15"]), columns=(name,)
    )
    assert examine_totals(made).n_checked == 0


def test_nothing_to_check() -> None:
    assert examine_totals(table()).n_checked == 0
    assert examine_totals(table((T, "", None, ["5", None]))).n_checked == 0
    assert examine_totals(table((D, "1", None, ["5", None]))).n_checked == 0


def test_short_rows_count_as_blank() -> None:
    assert examine_totals(table((D, "1", None, ["5"]), (T, "", None, ["5"]))).n_checked == 1
