"""The program's settings, from environment variables that begin with HOIKH_."""

import os
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from index.errors import SettingsError

PREFIX = "HOIKH_"
SHIPPED_MODEL = Path(__file__).parent / "model"


class LlmSettings(BaseModel):
    """An OpenAI-compatible endpoint; without a base URL and a model there is no language model."""

    base_url: str = ""
    model: str = ""
    api_key: SecretStr = SecretStr("")

    @field_validator("base_url")
    @classmethod
    def _http_address(cls, value: str) -> str:
        if value and not value.startswith(("http://", "https://")):
            raise ValueError("an address begins with http:// or https://")
        return value.rstrip("/")

    @property
    def configured(self) -> bool:
        """Whether a language model may be asked at all."""
        return bool(self.base_url and self.model)


class Settings(BaseSettings):
    """Everything that can be set; `home` holds snapshots, conversations and runs."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_nested_delimiter="__", env_ignore_empty=True, extra="forbid"
    )

    home: Path = Path("var")
    embedder: str = str(SHIPPED_MODEL)
    llm: LlmSettings = Field(default_factory=LlmSettings)

    @property
    def index_home(self) -> Path:
        """The folder of snapshots and of the file `current`."""
        return self.home / "index"


def _names(model: type[BaseModel], prefix: str) -> Iterator[str]:
    for name, field in model.model_fields.items():
        kind = field.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from _names(kind, f"{prefix}{name.upper()}__")
        else:
            yield prefix + name.upper()


def setting_names() -> tuple[str, ...]:
    """Every valid variable name, in order of definition."""
    return tuple(_names(Settings, PREFIX))


def _reject_unknown() -> None:
    from rapidfuzz import process

    valid = setting_names()
    for name in sorted(os.environ):
        if name.upper().startswith(PREFIX) and name.upper() not in valid:
            nearest = process.extractOne(name.upper(), valid)[0]
            raise SettingsError(
                f"Không có cài đặt “{name}”. Có phải ý anh/chị là “{nearest}”? "
                f"Các cài đặt hợp lệ: {', '.join(valid)}.",
                detail=f"unknown setting {name}, nearest {nearest}",
            )


def load_settings() -> Settings:
    """The settings of this process's environment.

    Raises: SettingsError, naming an unknown HOIKH_ variable and its nearest valid one.
    """
    _reject_unknown()
    try:
        return Settings()
    except ValidationError as exc:
        problem = exc.errors(include_input=False)[0]
        name = PREFIX + "__".join(str(part).upper() for part in problem["loc"])
        raise SettingsError(
            f"Giá trị của cài đặt “{name}” không dùng được. Xin kiểm tra và đặt lại.",
            detail=f"{name}: {problem['msg']}",
        ) from exc
