"""A real model server: `transformers serve` over random weights, whose nonsense says nothing."""

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from assistants import with_made_up_plan
from models import ask, assistant_at

from app.answer import ChatInput, NoticeKind
from app.errors import ModelError
from app.model.endpoint import Endpoint
from index.settings import LlmSettings

QUESTIONS = (
    "Trung tâm sáng tạo số của Tuyên Quang hoạt động ra sao?",
    "Kho dữ liệu nông nghiệp số của Tuyên Quang là gì?",
)
START_S = 150
"""On a slow machine importing transformers takes most of a minute."""


@pytest.fixture(scope="module")
def served(tmp_path_factory) -> Iterator[tuple[str, str]]:
    """The server's base URL and the name of its model."""
    folder = str(tmp_path_factory.mktemp("tiny"))
    script = str(Path(__file__).parent / "tiny_model_server.py")
    environment = {**os.environ, "HF_HUB_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"}
    process = subprocess.Popen(
        [sys.executable, script, folder],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    late = threading.Timer(START_S, process.kill)
    late.start()
    try:
        assert process.stderr is not None
        heard = []
        for line in process.stderr:
            heard.append(line)
            if found := re.search(r"running on (http://127\.0\.0\.1:\d+)", line):
                yield f"{found.group(1)}/v1", folder
                break
        else:
            pytest.fail("the server did not start:\n" + "".join(heard[-20:]))
    finally:
        late.cancel()
        process.kill()
        process.communicate()


def test_it_speaks_and_its_nonsense_never_reaches_the_reader(served) -> None:
    url, model = served
    settings = LlmSettings(base_url=url, model=model, max_tokens=120)
    said = "".join(Endpoint(settings).reply("Trả lời.", "An Giang có gì?"))
    assert len(said) > 20
    for question in QUESTIONS:
        plain = with_made_up_plan().invoke(ChatInput(question))
        assistant = assistant_at(url, model=model, max_tokens=120)
        answer = ask(assistant, question).answer
        assert answer.statements == plain.statements
        assert answer.citations == plain.citations
        (notice,) = [n for n in answer.notices if n.kind is NoticeKind.LANGUAGE_MODEL]
        assert "trích nguyên văn từ kế hoạch" in notice.text
        assert answer.trace.dropped


def test_a_model_that_it_does_not_hold_is_refused(served) -> None:
    url, _ = served
    endpoint = Endpoint(LlmSettings(base_url=url, model="khong-co"))
    with pytest.raises(ModelError):
        list(endpoint.reply("Trả lời.", "An Giang có gì?"))
