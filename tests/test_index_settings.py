"""Settings: defaults, nesting, an unknown name with its nearest valid one."""

import os
from pathlib import Path

import pytest

from index.errors import SettingsError
from index.settings import SHIPPED_MODEL, load_settings, setting_names
from ingest.errors import AssistantError
from ingest.limits import Limits
from ingest.running.settings import load_ingest_home


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.upper().startswith("HOIKH_"):
            monkeypatch.delenv(name)


def test_defaults() -> None:
    settings = load_settings()
    assert settings.home == Path("var")
    assert settings.index_home == Path("var/index")
    assert settings.embedder == str(SHIPPED_MODEL)
    assert not settings.llm.configured


def test_values_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOIKH_HOME", "/srv/hoikh")
    monkeypatch.setenv("HOIKH_LLM__BASE_URL", "http://10.0.0.5:8000/v1/")
    monkeypatch.setenv("HOIKH_LLM__MODEL", "qwen")
    monkeypatch.setenv("HOIKH_LLM__API_KEY", "bí mật")
    settings = load_settings()
    assert settings.home == Path("/srv/hoikh")
    assert settings.llm.base_url == "http://10.0.0.5:8000/v1"
    assert settings.llm.configured
    assert settings.llm.api_key.get_secret_value() == "bí mật"
    assert "bí mật" not in repr(settings)


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("HOIKH_HOM", "HOIKH_HOME"),
        ("HOIKH_EMBEDER", "HOIKH_EMBEDDER"),
        ("HOIKH_LLM_BASE_URL", "HOIKH_LLM__BASE_URL"),
        ("hoikh_llm__key", "HOIKH_LLM__API_KEY"),
    ],
)
def test_an_unknown_name_is_named_with_its_nearest(
    monkeypatch: pytest.MonkeyPatch, name: str, nearest: str
) -> None:
    monkeypatch.setenv(name, "x")
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert f"“{name}”" in caught.value.user_message
    assert f"“{nearest}”" in caught.value.user_message


def test_an_unusable_value_is_named_and_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOIKH_LLM__BASE_URL", "ftp://bí-mật")
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert "HOIKH_LLM__BASE_URL" in caught.value.user_message
    assert "bí-mật" not in caught.value.user_message + caught.value.detail


def test_valid_names_are_those_of_the_contract() -> None:
    assert setting_names() == (
        "HOIKH_HOME",
        "HOIKH_EMBEDDER",
        "HOIKH_RERANKER",
        "HOIKH_LLM__BASE_URL",
        "HOIKH_LLM__MODEL",
        "HOIKH_LLM__API_KEY",
        "HOIKH_LLM__FIRST_TOKEN_SECONDS",
        "HOIKH_LLM__MAX_SECONDS",
        "HOIKH_LLM__MAX_TOKENS",
        "HOIKH_INGEST__MAX_MB",
        "HOIKH_INGEST__MAX_INFLATED_MB",
        "HOIKH_INGEST__MAX_PAGES",
        "HOIKH_INGEST__MAX_SECONDS",
        "HOIKH_INGEST__MAX_MEMORY_MB",
        "HOIKH_INGEST__OCR_WORKERS",
    )


def test_the_bounds_of_ingestion(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_settings().ingest.limits == Limits()
    monkeypatch.setenv("HOIKH_INGEST__MAX_MB", "7")
    monkeypatch.setenv("HOIKH_INGEST__OCR_WORKERS", "3")
    limits = load_settings().ingest.limits
    assert limits == Limits(max_bytes=7 * 2**20, ocr_workers=3)
    assert load_ingest_home().limits == limits
    assert load_ingest_home().cache_folder == load_settings().plans_folder


@pytest.mark.parametrize("value", ["0", "1025", "nhiều", "1.5"])
def test_a_bound_out_of_range_names_the_range(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("HOIKH_INGEST__MAX_MB", value)
    for load in (load_settings, load_ingest_home):
        with pytest.raises(AssistantError) as caught:
            load()
        assert "“HOIKH_INGEST__MAX_MB”" in caught.value.user_message
        assert "từ 1 đến 1024" in caught.value.user_message


@pytest.mark.parametrize("name", ["HOIKH_INGEST__MAX_MBS", "HOIKH_INGEST_MAX_MB"])
def test_an_unknown_bound_is_named_with_its_nearest(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "1")
    for load in (load_settings, load_ingest_home):
        with pytest.raises(AssistantError) as caught:
            load()
        assert f"“{name}”" in caught.value.user_message
        assert "“HOIKH_INGEST__MAX_MB”" in caught.value.user_message
