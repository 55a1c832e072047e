"""What a run says it was made with: the language model when one was asked, and never its key."""

import json

import pytest
from chat_endpoint import chat_endpoint
from test_eval_main import index_plan, write_item

from eval.__main__ import main


@pytest.fixture
def run_with(tmp_path, monkeypatch):
    """The text of run.json after a run with these settings of the language model."""
    monkeypatch.setenv("HOIKH_HOME", str(tmp_path / "home"))
    index_plan(tmp_path)
    qa = write_item(tmp_path, turns=["Mạng lưới viễn thông của Lạng Sơn ra sao?"])

    def run(**settings: str) -> str:
        for name, value in settings.items():
            monkeypatch.setenv(f"HOIKH_LLM__{name}", value)
        assert main(["run", "--qa", str(qa), "--out", str(tmp_path / "out")]) == 0
        return (tmp_path / "out" / "run.json").read_text(encoding="utf-8")

    return run


def test_a_run_names_the_model_it_asked_and_not_its_key(run_with) -> None:
    with chat_endpoint(lambda _: "x") as (url, _):
        made_with = run_with(BASE_URL=url, MODEL="mo-hinh", API_KEY="sk-bi-mat")
    assert json.loads(made_with)["language_model"] == "mo-hinh"
    assert "sk-bi-mat" not in made_with


def test_a_model_without_an_address_is_not_asked_and_not_named(run_with) -> None:
    assert json.loads(run_with(MODEL="mo-hinh"))["language_model"] == ""
