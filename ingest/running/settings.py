"""What the environment says of ingestion: `HOIKH_HOME` and the bounds `HOIKH_INGEST__…`.

The room `index` nests `IngestSettings` in its own settings; `python -m ingest`, which must not
import that room, reads them here.
"""

import difflib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, Field, ValidationError
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

from ingest.errors import IngestError
from ingest.limits import Limits

PREFIX = "HOIKH_"
_OWN_PREFIX = PREFIX + "INGEST"
PLANS_FOLDER = "plans"
_MB = 2**20


class IngestSettings(BaseModel):
    """The bounds of one file, in the units an administrator thinks in (1 MB is 2**20 bytes)."""

    max_mb: int = Field(default=50, ge=1, le=1024, description="size of a file, MB")
    max_inflated_mb: int = Field(default=200, ge=1, le=4096, description="size once unpacked, MB")
    max_pages: int = Field(default=1000, ge=1, le=20_000, description="pages of a file")
    max_seconds: int = Field(
        default=900, ge=1, le=86_400, description="wall time of a file, seconds"
    )
    max_memory_mb: int = Field(
        default=1024, ge=256, le=65_536, description="memory of a process, MB"
    )
    ocr_workers: int = Field(
        default=2, ge=1, le=64, description="pages read by OCR at the same time"
    )

    @property
    def limits(self) -> Limits:
        """The bounds as readers want them."""
        return Limits(
            max_bytes=self.max_mb * _MB,
            max_inflated_bytes=self.max_inflated_mb * _MB,
            max_pages=self.max_pages,
            max_seconds=self.max_seconds,
            max_memory_bytes=self.max_memory_mb * _MB,
            ocr_workers=self.ocr_workers,
        )


class _Environment(BaseSettings):
    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_nested_delimiter="__", env_ignore_empty=True, extra="ignore"
    )

    home: Path = Path("var")
    ingest: IngestSettings = Field(default_factory=IngestSettings)


class IngestSettingsError(IngestError):
    """A setting of ingestion is unknown or unusable."""


@dataclass(frozen=True, slots=True)
class IngestHome:
    """Where plans that were read are kept, and the bounds of one file."""

    cache_folder: Path
    limits: Limits


def setting_names(model: type[BaseModel], prefix: str = PREFIX) -> Iterator[str]:
    """The variable name of every setting of a model, those of nested models included."""
    for name, field in model.model_fields.items():
        kind = field.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from setting_names(kind, f"{prefix}{name.upper()}__")
        else:
            yield prefix + name.upper()


def bad_value_sentence(problem: ErrorDetails) -> str:
    """What is wrong with a setting's value, without showing the value, and what to do."""
    name = PREFIX + "__".join(str(part).upper() for part in problem["loc"])
    field = IngestSettings.model_fields.get(str(problem["loc"][-1]))
    if problem["loc"][0] != "ingest" or field is None:
        return f"Giá trị của cài đặt “{name}” không dùng được. Xin kiểm tra và đặt lại."
    bounds = {type(bound).__name__: bound for bound in field.metadata}
    return (
        f"Giá trị của cài đặt “{name}” không dùng được. "
        f"Xin đặt một số nguyên từ {bounds['Ge'].ge} đến {bounds['Le'].le}."
    )


def load_ingest_home() -> IngestHome:
    """The folder and the bounds that this process's environment asks for.

    Raises: IngestSettingsError for an unknown HOIKH_INGEST name (names the nearest valid one)
    or a value out of its bounds.
    """
    valid = list(setting_names(IngestSettings, _OWN_PREFIX + "__"))
    for name in sorted(os.environ):
        if name.upper().startswith(_OWN_PREFIX) and name.upper() not in valid:
            nearest = difflib.get_close_matches(name.upper(), valid, 1, 0)[0]
            raise IngestSettingsError(
                f"Không có cài đặt “{name}”. Có phải ý anh/chị là “{nearest}”? "
                f"Các cài đặt hợp lệ: {', '.join(valid)}.",
                detail=f"unknown setting {name}, nearest {nearest}",
            )
    try:
        settings = _Environment()
    except ValidationError as exc:
        problem = exc.errors(include_input=False)[0]
        raise IngestSettingsError(bad_value_sentence(problem), detail=problem["msg"]) from exc
    return IngestHome(settings.home / PLANS_FOLDER, settings.ingest.limits)
