"""Settings: defaults, nesting, an unknown name with its nearest valid one."""

import os
from pathlib import Path

import pytest

from index.errors import SettingsError
from index.settings import SHIPPED_MODEL, load_settings, setting_names


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
        "HOIKH_LLM__BASE_URL",
        "HOIKH_LLM__MODEL",
        "HOIKH_LLM__API_KEY",
    )
