"""`python -m ingest`: its lines, its JSON and its exit codes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ingest.__main__ import main

ROOT = Path(__file__).parents[1]


def test_the_shipped_plans(tmp_path, capsys):
    out = tmp_path / "out.jsonl"
    assert main([str(ROOT / "plans"), "--json", str(out)]) == 0
    screen = capsys.readouterr().out
    assert screen.count("ĐÃ NẠP") == 4
    assert "Kế hoạch 206/KH-UBND ngày 20/10/2021, UBND tỉnh Lạng Sơn, kỳ 2022" in screen
    records = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [set(r) for r in records] == [{"file", "status", "error", "warnings", "plan"}] * 4
    plan = records[3]["plan"]
    assert list(plan) == [
        *("number", "doc_type", "title", "province", "issuer", "issued", "period", "signer"),
        *("signer_title", "pages", "ocr_pages", "outline", "tables", "chunks"),
    ]
    assert (plan["number"], plan["issued"], plan["period"]) == (
        "272/KH-UBND",
        "2020-12-21",
        [2021, 2025],
    )
    assert plan["tables"][1]["rows"][-1][4:] == [1458818, 262318, 303300, 289000, 304600, 299600]
    assert plan["tables"][1]["rows"][0][2:] == [None] * 8
    assert plan["outline"][0] == {
        "path": ["Phần I"],
        "label": "Phần I",
        "heading": plan["outline"][0]["heading"],
        "level": 1,
    }
    assert set(plan["chunks"][0]) == {"path", "text", "page"}
    assert records[2]["warnings"] == ["Văn bản trong tệp bị cắt, từ Phần I, mục V.1."]


def test_rejected_files_are_told_and_the_others_go_on(tmp_path, capsys):
    (tmp_path / "bad.txt").write_bytes(b"")
    (tmp_path / "good.txt").write_bytes((ROOT / "plans" / "lang-son-2022.txt").read_bytes())
    out = tmp_path / "out.jsonl"
    assert main([str(tmp_path), "--json", str(out)]) == 1
    first, second = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert (first["status"], first["error"]["code"], first["plan"]) == ("rejected", "empty", None)
    assert (second["status"], second["error"]) == ("ok", None)
    assert "TỪ CHỐI" in capsys.readouterr().out


def test_an_empty_folder_and_a_missing_file(tmp_path, capsys):
    assert main([str(tmp_path)]) == 1
    assert "Không có tệp nào" in capsys.readouterr().err
    assert main([str(tmp_path / "x.txt")]) == 1
    assert "Không tìm thấy tệp" in capsys.readouterr().out


def test_json_that_cannot_be_written(tmp_path, capsys):
    plan = ROOT / "plans" / "lang-son-2022.txt"
    assert main([str(plan), "--json", str(tmp_path / "no" / "out.jsonl")]) == 1
    assert "Không ghi được" in capsys.readouterr().err


def test_misuse_exits_with_2():
    with pytest.raises(SystemExit) as caught:
        main([])
    assert caught.value.code == 2


def test_file_names_cannot_command_the_terminal(tmp_path, capsys):
    path = tmp_path / "a\x1b[31m.txt"
    path.write_bytes(b"")
    assert main([str(path)]) == 1
    assert "\x1b" not in capsys.readouterr().out


def test_as_a_program_it_loads_no_model():
    code = "import sys, ingest.pipeline; print([m for m in ('torch','faiss','gradio','pypdf') if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
