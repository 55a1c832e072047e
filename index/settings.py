"""The program's settings, from environment variables that begin with HOIKH_."""

import os
from pathlib import Path

from pydantic import BaseModel, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from index.errors import SettingsError
from ingest.running.settings import PLANS_FOLDER, PREFIX, IngestSettings, bad_value_sentence
from ingest.running.settings import setting_names as names_of

SHIPPED_MODEL = Path(__file__).parent / "model"


class LlmSettings(BaseModel):
    """An OpenAI-compatible endpoint; without a base URL and a model there is no language model."""

    base_url: str = ""
    model: str = ""
    api_key: SecretStr = SecretStr("")
    first_token_seconds: float = Field(
        default=15.0, ge=0.1, le=600, description="wait for the first words of a reply, seconds"
    )
    max_seconds: float = Field(default=40.0, ge=0.1, le=3600, description="a whole reply, seconds")
    max_tokens: int = Field(default=700, ge=16, le=8192, description="length of a reply, tokens")

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
    reranker: str = ""
    llm: LlmSettings = Field(default_factory=LlmSettings)
    ingest: IngestSettings = Field(default_factory=IngestSettings)

    @property
    def plans_folder(self) -> Path:
        """The folder of plans that were read before."""
        return self.home / PLANS_FOLDER

    @property
    def glossary(self) -> Path:
        """The office's own groups of synonyms, if there is such a file."""
        return self.home / "synonyms.tsv"

    @property
    def index_home(self) -> Path:
        """The folder of snapshots and of the file `current`."""
        return self.home / "index"


def setting_names() -> tuple[str, ...]:
    """Every valid variable name, in order of definition."""
    return tuple(names_of(Settings))


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
        raise SettingsError(bad_value_sentence(problem), detail=problem["msg"]) from exc
