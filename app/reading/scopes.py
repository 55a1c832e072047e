"""Whom or what a figure is about when a passage gives one for each.

An administrative level, a service level, persons against organisations, a year.
"""

import re

from app.words import wording
from ingest.plan import Plan

_SCOPE = re.compile(
    r"(?<!\w)(?:cap (?:xa|huyen|tinh|so|trung uong)|muc [1-4]|ca nhan|to chuc|(?:nam )?20\d\d)(?!\w)"
)
# "Các xã", "tuyến huyện", "công chức xã": the level by other words than "cấp".
_LEVEL = re.compile(
    r"(?<!\w)(?:cac|tuyen|ubnd|cong chuc|can bo|chinh quyen) (?=(?:xa|huyen)(?!\w))"
)
# "Mức độ 3, 4", "mức 3 và mức độ 4": each by "mức" and its number.
_SERVICES = re.compile(
    r"(?<!\w)muc (?:do )?[1-4](?!\w)(?:(?:\s*[,/-]\s*| va | hoac )(?:muc (?:do )?)?[1-4](?![\w.%]))*"
)
_SAME, _OTHER = 0.8, 0.4
_TOGETHER = 0.3
"""What counts against a figure of several service levels together, where one of them is asked for."""


def scopes_of(text: str) -> frozenset[str]:
    """The levels, groups and years that `text` speaks of, each by one name."""
    said = _SERVICES.sub(_each_service, _LEVEL.sub("cap ", wording.folded(text)))
    return frozenset(_SCOPE.findall(said))


def _each_service(levels: re.Match[str]) -> str:
    return ", ".join(f"muc {level}" for level in re.findall(r"\d", levels.group()))


def scope_fit(asked: frozenset[str], around: str) -> float:
    """For each scope asked for, whether the words around a figure name it or another one."""
    if not asked:
        return 0.0
    found = scopes_of(around)
    if not asked & found:
        return -_OTHER if found else 0.0
    together = sum(scope.startswith("muc ") for scope in found - asked)
    return _SAME * len(asked & found) - _TOGETHER * together


def without_own_year(topic: str, plan: Plan) -> str:
    """`topic` without the year of a plan for one year, which its passages need not name."""
    first, last = plan.period
    return re.sub(rf"(?i)(?:n[ăa]m )?(?<!\d){first}(?!\d)", " ", topic) if first == last else topic
