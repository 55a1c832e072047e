"""`python -m ingest`: its lines, its JSON, its page and its exit codes; every kind of bad input."""

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from ingest import __main__ as program
from ingest.__main__ import main

ROOT = Path(__file__).parents[1]
GOOD = (ROOT / "plans" / "lang-son-2022.txt").read_bytes()


@pytest.fixture(autouse=True)
def _home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.upper().startswith("HOIKH_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOIKH_HOME", str(tmp_path_factory.mktemp("home")))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    return made


def run(*paths: Path, out: Path) -> tuple[int, dict[str, dict]]:
    """The exit code and the records by file name."""
    code = main([*map(str, paths), "--json", str(out)])
    lines = out.read_text(encoding="utf-8").splitlines()
    return code, {Path(r["file"]).name: r for r in map(json.loads, lines)}


def test_the_shipped_plans(tmp_path, capsys):
    out = tmp_path / "out.jsonl"
    assert main([str(ROOT / "plans"), "--json", str(out)]) == 0
    screen = capsys.readouterr().out
    assert screen.count("ĐÃ NẠP") == 4
    assert "BỎ QUA" in screen
    assert "Kế hoạch 206/KH-UBND ngày 20/10/2021, UBND tỉnh Lạng Sơn, kỳ 2022" in screen
    records = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    contract = ["file", "status", "error", "warnings", "plan"]
    more = ["sha256", "seconds", "source_kind", "ocr", "kept"]
    assert [list(r) for r in records] == [[*contract, *more]] * 4
    plan = records[3]["plan"]
    assert list(plan)[:14] == [
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
    assert "Văn bản trong tệp bị cắt, từ Phần I, mục V.1." in records[2]["warnings"]
    assert (records[2]["source_kind"], records[2]["kept"], records[2]["ocr"]) == ("text", True, [])
    assert len(records[2]["sha256"]) == 64


def test_rejected_files_are_told_and_the_others_go_on(tmp_path, folder, capsys):
    (folder / "bad.txt").write_bytes(b"")
    (folder / "good.txt").write_bytes(GOOD)
    code, records = run(folder, out=tmp_path / "out.jsonl")
    assert code == 1
    bad, good = records["bad.txt"], records["good.txt"]
    assert (bad["status"], bad["error"]["code"], bad["plan"]) == ("rejected", "empty", None)
    assert (bad["source_kind"], bad["kept"]) == (None, False)
    assert (good["status"], good["error"]) == ("ok", None)
    assert "TỪ CHỐI" in capsys.readouterr().out


def test_bad_input_of_every_kind(tmp_path, folder, capsys):
    (folder / "sub").mkdir()
    (folder / "sub" / "loop").symlink_to(folder, target_is_directory=True)
    files = {
        "empty.pdf": b"",
        "blank.txt": b" \n\x00" * 50,
        "random.docx": bytes(range(256)) * 40,
        "cut.pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog",
        "cut.docx": b"PK\x03\x04" + bytes(200),
        "program.txt": b"\x7fELF" + bytes(100),
        "archive.rar": b"Rar!\x1a\x07\x00" + bytes(100),
        "letter.txt": "Kính gửi ông bà, đây là một lá thư bình thường.".encode(),
        "a\x1b[31m\n.txt": b"",
        "alone.yml": b"number: 1",
        "side.txt": GOOD,
        "side.yml": b"nubmer: 1",
        "wrong_ending.docx": GOOD,
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    os.mkfifo(folder / "pipe")
    code, records = run(folder, tmp_path / "gone.txt", out=tmp_path / "out.jsonl")
    assert code == 1
    rejected = {name: r["error"]["code"] for name, r in records.items() if r["error"]}
    assert len(records) == 14
    assert [name for name in records if name not in rejected] == ["wrong_ending.docx"]
    expected = {
        "empty.pdf": "empty",
        "blank.txt": "empty",
        "program.txt": "unsupported_format",
        "archive.rar": "unsupported_format",
        "alone.yml": "bad_sidecar",
        "side.txt": "bad_sidecar",
        "pipe": "not_a_file",
        "gone.txt": "not_found",
    }
    assert expected.items() <= rejected.items()
    assert not set(rejected.values()) & {"crashed", "timeout", "out_of_memory"}
    for name in rejected:
        sentence = records[name]["error"]["message"]
        assert sentence.endswith("."), name
        assert "\n" not in sentence, name
    screen = capsys.readouterr().out
    assert len([line for line in screen.splitlines() if line.startswith("TỪ CHỐI")]) == 13
    assert "\x1b" not in screen


def test_a_hundred_megabytes_of_one_line(tmp_path, folder, monkeypatch):
    with (folder / "big.txt").open("wb") as stream:
        stream.truncate(100 * 2**20)
    (folder / "line.txt").write_bytes(b"a" * 2_000_000)
    code, records = run(folder, out=tmp_path / "out.jsonl")
    assert code == 1
    assert records["big.txt"]["error"]["code"] == "too_large"
    assert records["line.txt"]["error"]["code"] not in ("crashed", "timeout", "out_of_memory")
    monkeypatch.setenv("HOIKH_INGEST__MAX_MB", "1")
    _, records = run(folder, out=tmp_path / "out.jsonl")
    assert records["line.txt"]["error"]["code"] == "too_large"
    assert "lớn hơn 1 MB" in records["line.txt"]["error"]["message"]


def test_a_path_out_of_the_folder_is_only_a_name(tmp_path, folder):
    (tmp_path / "x.txt").write_bytes(GOOD)
    code, records = run(folder / ".." / "x.txt", out=tmp_path / "out.jsonl")
    assert code == 0
    assert list(records) == ["x.txt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out.jsonl", "x.txt"]


def test_the_same_plan_in_two_files(tmp_path, folder, capsys):
    (folder / "a.txt").write_bytes(GOOD + b"\n\n\n")
    (folder / "b.txt").write_bytes(GOOD)
    (folder / "c.txt").write_bytes(GOOD)
    code, records = run(folder, out=tmp_path / "out.jsonl")
    assert code == 0
    assert [r["kept"] for r in records.values()] == [True, False, False]
    assert [r["status"] for r in records.values()] == ["ok"] * 3
    assert "b.txt" in records["a.txt"]["warnings"][-2]
    assert "để riêng" in records["b.txt"]["warnings"][-1]
    assert capsys.readouterr().out.count("LƯU Ý    ") == 4


def test_a_sidecar_is_used(tmp_path, folder):
    (folder / "a.txt").write_bytes(GOOD)
    (folder / "a.yml").write_text("signer: Trần Thị B\nperiod: [2022, 2024]", encoding="utf-8")
    _, records = run(folder, out=tmp_path / "out.jsonl")
    assert records["a.txt"]["plan"]["signer"] == "Trần Thị B"
    assert records["a.txt"]["plan"]["period"] == [2022, 2024]


def test_an_empty_folder_and_a_missing_file(folder, capsys):
    assert main([str(folder)]) == 1
    assert "Không có tệp nào" in capsys.readouterr().err
    assert main([str(folder / "x.txt")]) == 1
    assert "Không tìm thấy tệp" in capsys.readouterr().out


@pytest.mark.parametrize("option", ["--json", "--html"])
def test_a_target_that_cannot_be_written(tmp_path, folder, capsys, option):
    (folder / "a.txt").write_bytes(GOOD)
    for target in (tmp_path / "no" / "out", Path("/dev/full"), folder):
        assert main([str(folder / "a.txt"), option, str(target)]) == 1
        error = capsys.readouterr().err
        assert error.startswith("Không ghi được ")
        assert error.count("\n") == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in"]


def test_a_full_disk_leaves_the_old_report(tmp_path, folder):
    (folder / "a.txt").write_bytes(GOOD)
    target = tmp_path / "out.jsonl"
    target.write_text("cũ", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "ingest", str(folder), "--json", str(target)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
    )
    assert done.returncode == 1
    assert f"Không ghi được {target}" in done.stderr
    assert "Traceback" not in done.stderr
    assert target.read_text(encoding="utf-8") == "cũ"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out.jsonl"]


def test_the_page_is_written(tmp_path, folder):
    (folder / "a.txt").write_bytes(GOOD)
    assert main([str(folder), "--html", str(tmp_path / "r.html")]) == 0
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "Cả 1 tệp đã nạp xong" in page
    assert "206/KH-UBND" in page


@pytest.mark.parametrize("arguments", [[], ["x", "--json", "o", "--html", "o"], ["x", "--no"]])
def test_misuse_exits_with_2(arguments):
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2


def test_a_bad_setting_is_one_sentence(monkeypatch, capsys):
    monkeypatch.setenv("HOIKH_INGEST__MAX_PAGE", "5")
    assert main([str(ROOT / "plans")]) == 1
    assert "“HOIKH_INGEST__MAX_PAGES”" in capsys.readouterr().err


def test_ctrl_c_is_one_sentence(monkeypatch, capsys):
    def interrupt(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(program, "_run", interrupt)
    assert main(["x"]) == 130
    assert "Đã dừng theo yêu cầu" in capsys.readouterr().err


def test_a_reader_that_wants_no_more_is_no_error():
    done = subprocess.run(  # noqa: S602
        f"{sys.executable} -m ingest plans | head -1; exit ${{PIPESTATUS[0]}}",
        shell=True,
        executable="/bin/bash",
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.stderr == ""
    assert done.returncode in (0, 1)


def test_as_a_program_it_loads_no_model():
    code = "import sys, ingest.pipeline; print([m for m in ('torch','faiss','gradio','pypdf') if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
