"""A Plan, or the reason for a rejection, as one JSON line: the format of `ingest --json`."""

import json
from decimal import Decimal
from typing import TypeAlias

from ingest.errors import RejectedFileError
from ingest.plan import Cell, Gap, GapKind, Plan, Table
from ingest.running.outcome import Outcome

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


def _cell(cell: Cell) -> Json:
    if isinstance(cell, Decimal):
        return int(cell) if cell == cell.to_integral_value() else float(cell)
    return cell


def _table(table: Table) -> Json:
    return {
        "caption": table.caption,
        "unit": table.unit,
        "columns": list(table.columns),
        "rows": [[_cell(cell) for cell in row.cells] for row in table.rows],
    }


def gap_sentence(gap: Gap) -> str:
    """What a reader must know of a gap, in Vietnamese."""
    if gap.kind is GapKind.TEXT_CUT:
        return f"Văn bản trong tệp bị cắt, từ {gap.detail}."
    return f"{gap.detail} được nhắc tới nhưng không có trong tệp."


def warnings_of(plan: Plan) -> list[str]:
    """The plan's warnings and gaps as sentences, each once."""
    return list(dict.fromkeys((*plan.warnings, *map(gap_sentence, plan.gaps))))


def all_warnings(outcome: Outcome) -> list[str]:
    """What a reader must know of a file: of its plan, then of its place among the others."""
    return [*(warnings_of(outcome.plan) if outcome.plan else ()), *outcome.warnings]


def _plan(plan: Plan) -> Json:
    return {
        "number": plan.number,
        "doc_type": plan.doc_type,
        "title": plan.title,
        "province": plan.province,
        "issuer": plan.issuer,
        "issued": plan.issued.isoformat(),
        "period": list(plan.period),
        "signer": plan.signer,
        "signer_title": plan.signer_title,
        "pages": plan.pages,
        "ocr_pages": list(plan.ocr_pages),
        "outline": [
            {"path": list(s.path), "label": s.label, "heading": s.heading, "level": s.level}
            for s in plan.sections
        ],
        "tables": [_table(table) for table in plan.tables],
        "chunks": [{"path": list(c.path), "text": c.text, "page": c.page} for c in plan.chunks],
    }


def ok_line(file: str, plan: Plan) -> str:
    """The JSON line of an ingested file."""
    return _line(file, "ok", None, list(warnings_of(plan)), _plan(plan), {})


def rejected_line(file: str, error: RejectedFileError) -> str:
    """The JSON line of a rejected file."""
    return _line(file, "rejected", _error(error), [], None, {})


def outcome_line(outcome: Outcome) -> str:
    """The JSON line of a file of a run.

    Beside the contract's keys: `sha256`, `seconds`, `source_kind` ("docx", "scan", …; null when
    rejected), `ocr` (page, confidence 0 to 1) and `kept` (false: another file has the same plan).
    """
    plan, error = outcome.plan, outcome.error
    more: dict[str, Json] = {
        "sha256": outcome.sha256,
        "seconds": round(outcome.seconds, 3),
        "source_kind": plan.kind if plan else None,
        "ocr": [[p.page, round(p.confidence, 4)] for p in plan.ocr] if plan else [],
        "kept": bool(plan) and outcome.kept,
    }
    return _line(
        str(outcome.path),
        "rejected" if error else "ok",
        _error(error) if error else None,
        list(all_warnings(outcome)),
        _plan(plan) if plan else None,
        more,
    )


def _error(error: RejectedFileError) -> Json:
    return {"code": error.code, "message": error.user_message}


def _line(
    file: str, status: str, error: Json, warnings: list[Json], plan: Json, more: dict[str, Json]
) -> str:
    # A file name may hold bytes that are no text (surrogates): written as "?".
    name = file.encode("utf-8", "replace").decode("utf-8")
    record = {"file": name, "status": status, "error": error, "warnings": warnings, "plan": plan}
    text = json.dumps(record | more, ensure_ascii=False)
    return text.encode("utf-8", "replace").decode("utf-8")
