"""The same plan in two files: which one is kept, and what is said of both."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from fakes import make_plan

from ingest.errors import RejectedFileError
from ingest.plan import OcrPage, Plan
from ingest.running.duplicates import settle, with_id
from ingest.running.outcome import Outcome


def outcome(name: str, plan: Plan) -> Outcome:
    return Outcome(Path(name), replace(plan, source=name), key=name, sha256=name)


def base(**fields: object) -> Plan:
    return replace(make_plan("a", ["Một câu."]), **fields)


def scan(*confidences: float) -> Plan:
    pages = tuple(OcrPage(n, value) for n, value in enumerate(confidences, start=1))
    return base(kind="scan", ocr=pages)


BETTER = [
    (base(kind="docx"), base(kind="html")),
    (base(kind="html"), base(kind="text")),
    (base(kind="text"), base(kind="pdf")),
    (base(kind="pdf"), scan(0.99)),
    (scan(0.5), scan(0.9, 0.9)),
    (scan(0.9, 0.8), scan(0.9, 0.7)),
    (base(text="dài hơn nhiều"), base(text="ngắn")),
    (base(), base()),
]


@pytest.mark.parametrize(("better", "worse"), BETTER)
def test_the_better_text_is_kept_in_any_order(better: Plan, worse: Plan) -> None:
    for files in ([("a", better), ("b", worse)], [("b", worse), ("a", better)]):
        if better == worse:
            files = [("a", better), ("b", worse)]
        settled = {str(o.path): o for o in settle([outcome(*file) for file in files])}
        assert [str(path) for path in settled] == [name for name, _ in files]
        assert (settled["a"].kept, settled["b"].kept) == (True, False)
        assert "“b”" in settled["a"].warnings[0]
        assert "“a”" in settled["b"].warnings[0]
        assert "để riêng" in settled["b"].warnings[0]
        told = ["tin cậy hơn" in settled[name].warnings[0] for name in ("a", "b")]
        assert told == [better != worse] * 2
        assert settled["b"].error is None


def test_three_files_of_one_plan() -> None:
    files = [outcome("1", scan(0.9)), outcome("2", base(kind="docx")), outcome("3", base())]
    first, second, third = settle(files)
    assert [o.kept for o in (first, second, third)] == [False, True, False]
    assert len(second.warnings) == 2
    assert all("“2”" in o.warnings[0] for o in (first, third))


def test_the_same_bytes_twice_are_simply_the_same() -> None:
    one = outcome("1", base())
    first, second = settle([one, replace(one, path=Path("2"))])
    assert (first.kept, first.warnings) == (True, ())
    assert not second.kept
    assert second.warnings == ("Tệp này giống hệt tệp “1” nên chỉ được dùng một lần.",)


def test_case_does_not_make_another_plan() -> None:
    _, second = settle([outcome("1", base()), outcome("2", base(number=base().number.lower()))])
    assert not second.kept


def test_other_plans_and_rejections_are_left_alone() -> None:
    rejected = Outcome(Path("x"), RejectedFileError("empty", "Trống."), key="x")
    other = outcome("2", base(plan_id="b", number="2/KH-UBND"))
    given = [outcome("1", base()), rejected, other]
    assert settle(given) == tuple(given)
    assert settle([]) == ()


def test_one_number_in_two_years_is_two_plans() -> None:
    later = outcome("1", base(issued=date(2023, 4, 5)))
    earlier = outcome("2", base(issued=date(2021, 4, 5)))
    first, second = settle([later, earlier])
    assert (first.kept, second.kept) == (True, True)
    assert second.plan and second.plan.plan_id == "a"
    assert first.plan and first.plan.plan_id == "a-2023-04-05"
    assert first.plan.chunks[0].chunk_id == "a-2023-04-05:0"
    assert first.plan.chunks[0].plan_id == "a-2023-04-05"


def test_one_number_and_day_of_two_issuers_have_two_ids() -> None:
    plans = [base(issuer=name) for name in ("UBND tỉnh An Giang", "Sở A", "Sở B")]
    settled = settle([outcome(str(number), plan) for number, plan in enumerate(plans)])
    assert [o.plan.plan_id for o in settled] == ["a", "a-2021-01-02", "a-2021-01-02-2"]


def test_a_new_id_reaches_every_chunk() -> None:
    plan = make_plan("a", ["Một:", "- hai"])
    plan = replace(plan, chunks=(plan.chunks[0], replace(plan.chunks[1], lead_id="a:0")))
    moved = with_id(plan, "b")
    assert [chunk.chunk_id for chunk in moved.chunks] == ["b:0", "b:1"]
    assert [chunk.lead_id for chunk in moved.chunks] == [None, "b:0"]
    assert with_id(moved, "a") == plan
