"""What a person wrote beside a file (`NAME.yml`) of its metadata: it overrides what is read.

    number: 12/KH-UBND
    province: An Giang
    issued: 2021-03-05
    period: [2021, 2025]

YAML without aliases, at most 64 KB. The file is as hostile as the one beside it.
"""

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from pathlib import Path

from ingest.errors import RejectedFileError
from ingest.limits import Limits
from ingest.places.provinces import all_provinces, province_by_name
from ingest.running.files import SIDECAR_SUFFIX, printable, read_file
from ingest.vietnamese import collapse, nfc

_MAX_BYTES = 64 * 2**10
_MAX_DEPTH = 4
_MAX_CHARS = 500
_YEARS = range(1945, 2101)


@dataclass(frozen=True, slots=True)
class Overrides:
    """The fields that were given; None for those that were not."""

    number: str | None = None
    doc_type: str | None = None
    title: str | None = None
    province: str | None = None
    issuer: str | None = None
    issued: date | None = None
    period: tuple[int, int] | None = None
    signer: str | None = None
    signer_title: str | None = None


def read_sidecar(path: Path) -> Overrides | None:
    """What the sidecar beside the file at `path` says; None when there is none.

    Raises RejectedFileError: "bad_sidecar", or those of read_file.
    """
    if not path.name or path.suffix == SIDECAR_SUFFIX:
        return None
    sidecar = path.with_suffix(SIDECAR_SUFFIX)
    try:
        data = read_file(sidecar, Limits(max_bytes=_MAX_BYTES))
    except RejectedFileError as error:
        if error.code == "not_found":
            return None
        if error.code == "too_large":
            raise _bad(sidecar.name, "lớn hơn 64 KB") from error
        raise
    return parse_sidecar(printable(sidecar.name), data)


def parse_sidecar(name: str, data: bytes) -> Overrides:
    """What the content of a sidecar called `name` says. Raises RejectedFileError "bad_sidecar"."""
    overrides = Overrides()
    for key, value in _mapping(name, data).items():
        if not isinstance(key, str) or key not in _READERS:
            raise _bad(
                name, f"có mục “{_shown(key)}” không dùng được (có phải là “{_nearest(key)}”?)"
            )
        if value is not None:  # "signer:" left blank
            try:
                overrides = _READERS[key](overrides, key, value)
            except ValueError as exc:
                raise _bad(name, f"có mục “{key}” chưa đúng: {exc}") from exc
    return overrides


def _bad(name: str, what: str) -> RejectedFileError:
    return RejectedFileError(
        "bad_sidecar", f"Tệp mô tả “{name}” {what}. Hãy sửa hoặc bỏ tệp mô tả này rồi nạp lại."
    )


def _mapping(name: str, data: bytes) -> Mapping[object, object]:
    import yaml

    try:
        text = data.decode("utf-8-sig")
        depth = 0
        for event in yaml.parse(text, yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent):
                raise _bad(name, "có bí danh YAML (dấu *), không được dùng")
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > _MAX_DEPTH:
                raise _bad(name, "lồng quá nhiều cấp")
        found = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as exc:
        raise _bad(name, f"không đọc được{_line(exc)}") from exc
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise _bad(name, "phải gồm các dòng dạng “mục: giá trị”")
    return found


def _line(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    return f" ở dòng {mark.line + 1}" if mark is not None else ""


def _shown(value: object) -> str:
    return printable(str(value))[:60]


def _nearest(key: object) -> str:
    return difflib.get_close_matches(_shown(key).casefold(), list(_READERS), 1, 0)[0]


def _text(value: object) -> str:
    """The value on one line. Raises ValueError, in Vietnamese as all of these do."""
    if not isinstance(value, str):
        raise ValueError("phải là chữ, đặt trong dấu nháy nếu là số")
    text = collapse(nfc(value))
    if not text or len(text) > _MAX_CHARS or not text.isprintable():
        raise ValueError(f"phải là một dòng chữ, tối đa {_MAX_CHARS} ký tự")
    return text


def _with_text(overrides: Overrides, key: str, value: object) -> Overrides:
    return replace(overrides, **{key: _text(value)})  # type: ignore[arg-type] # key: a str field


def _with_province(overrides: Overrides, _key: str, value: object) -> Overrides:
    text = _text(value)
    province = province_by_name(text)
    if province is None:
        names = {name.casefold(): name for name in (p.name for p in all_provinces())}
        nearest = names[difflib.get_close_matches(text.casefold(), list(names), 1, 0)[0]]
        raise ValueError(f"không có tỉnh “{_shown(text)}” (có phải là “{nearest}”?)")
    return replace(overrides, province=province.name)


def _with_issued(overrides: Overrides, _key: str, value: object) -> Overrides:
    try:
        found = value if isinstance(value, date) else date.fromisoformat(_text(value))
    except ValueError as exc:
        raise ValueError("phải là ngày dạng NĂM-THÁNG-NGÀY, ví dụ 2021-03-05") from exc
    if isinstance(found, datetime) or found.year not in _YEARS:
        raise ValueError("phải là ngày dạng NĂM-THÁNG-NGÀY, ví dụ 2021-03-05")
    return replace(overrides, issued=found)


def _with_period(overrides: Overrides, _key: str, value: object) -> Overrides:
    years = value if isinstance(value, list) else [value, value]
    match years:
        case [int(first), int(last)] if first in _YEARS and last in _YEARS:
            if first > last:
                raise ValueError("năm đầu phải không lớn hơn năm cuối")
            return replace(overrides, period=(first, last))
    raise ValueError("phải là một năm hoặc hai năm, ví dụ 2021 hoặc [2021, 2025]")


_Reader = Callable[[Overrides, str, object], Overrides]
_READERS: dict[str, _Reader] = {field.name: _with_text for field in fields(Overrides)} | {
    "province": _with_province,
    "issued": _with_issued,
    "period": _with_period,
}
