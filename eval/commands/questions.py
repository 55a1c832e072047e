"""Commands on QA sets themselves: validate, template, import, drafts."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from eval.commands.common import OK, REJECTED, Commands, add_qa, add_twins, qa_files, settings
from eval.questions.dataset import QAItem, read_sets
from eval.questions.twins import read_twins
from prompts import text


def register(commands: Commands) -> None:
    """Add the commands of this module."""
    validate = commands.add_parser("validate", help="kiểm tra bộ câu hỏi mà không hỏi trợ lý")
    add_qa(validate)
    add_twins(validate)
    validate.set_defaults(handler=_validate)

    template = commands.add_parser("template", help="tạo bảng tính mẫu để soạn câu hỏi")
    template.add_argument("file", type=Path, help="tệp .xlsx hoặc .csv sẽ được tạo")
    template.set_defaults(handler=_template)

    imported = commands.add_parser("import", help="chuyển bảng tính câu hỏi thành bộ câu hỏi")
    imported.add_argument("file", type=Path, help="bảng tính .xlsx hoặc .csv theo mẫu")
    imported.add_argument("--out", type=Path, required=True, help="tệp JSONL sẽ được tạo")
    imported.set_defaults(handler=_import)

    drafts = commands.add_parser("drafts", help="xuất góp ý của người dùng thành câu hỏi nháp")
    drafts.add_argument("--out", type=Path, required=True, help="tệp JSONL sẽ được tạo")
    drafts.set_defaults(handler=_drafts)


def _validate(options: argparse.Namespace) -> int:
    from eval.questions.validate import check_sets, check_twins
    from index.snapshot import open_snapshot

    sets = read_sets(qa_files(options.qa))
    pairs = read_twins(options.twins, sets)
    plans = open_snapshot(settings()).catalogue.plans()
    found = (*check_sets(sets, plans), *check_twins(pairs))
    for objection in found:
        print(objection)
    n_items = sum(len(qa_set.items) for qa_set in sets)
    print(text("eval.validated", n=n_items, twins=len(pairs), found=len(found)))
    return REJECTED if found else OK


def _template(options: argparse.Namespace) -> int:
    from eval.questions.template import write_template

    write_template(options.file)
    print(text("eval.template_written", path=options.file))
    return OK


def _import(options: argparse.Namespace) -> int:
    from eval.questions.spreadsheet import read_spreadsheet

    items = read_spreadsheet(options.file)
    _write_items(options.out, items)
    print(text("eval.imported", n=len(items), path=options.out))
    return OK


def _drafts(options: argparse.Namespace) -> int:
    from app.feedback import FeedbackStore
    from eval.questions.drafts import drafts

    items = drafts(FeedbackStore(settings().home).all())
    if not items:
        print(text("eval.drafts_none"))
        return OK
    _write_items(options.out, items)
    print(text("eval.drafts_written", n=len(items), path=options.out))
    return OK


def _write_items(path: Path, items: Sequence[QAItem]) -> None:
    """Write a QA file; optional fields only where an item has them."""
    from eval.record import writing

    optional = {"standalone", "okay"}
    lines = (
        item.model_dump_json(exclude={name for name in optional if not getattr(item, name)})
        for item in items
    )
    with writing(path):
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
