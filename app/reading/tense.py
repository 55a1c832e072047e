"""Whether a question asks for what is, or for what is planned, and what a passage tells.

The same thing stands in a plan several times: what there is ("đã có 163 điểm cầu"), what is added
("lắp thêm 18 điểm cầu") and what is aimed at ("đưa tổng số lên 181"). The words of the question,
the headings over the passage and the verbs of its sentence say which of them is meant.
"""

import re
from collections.abc import Iterable
from enum import Enum

from app.words import wording


class Tense(Enum):
    """What there is or was done, or what is planned."""

    STATE = "state"
    PLANNED = "planned"


_ASKS_STATE = wording.any_of(
    r"(?<!thuc )(?<!phat )(?<!the )(?<!bieu )hien (?:nay|co|tai|trang|dang|dat|gio|la|duoc|moi|thoi|ra sao|the nao|bao nhieu|chiem|con|chua)",
    r"dang (?:co|dung|van hanh|hoat dong|duoc|su dung|giam sat|ket noi)",
    r"(?:den|toi) (?:nay|gio|bay gio|thoi diem nay|hien tai)", r"tinh den(?! (?:het |cuoi )?nam)",
    r"luy ke", r"bay gio", r"luc nay", r"san co", r"nam (?:vua (?:roi|qua)|truoc|ngoai|qua)",
    r"(?:the nao|ra sao|den dau|toi dau) roi", r"giai doan truoc", r"thuc trang", r"tinh hinh", r"ket qua (?:dat|nam|thuc hien|cua nam)",
    r"da(?! (?:so|phan|dang|nganh|khoa|nang|phuong))",
)  # fmt: skip
_ASKS_PLANNED = wording.any_of(
    r"muc tieu", r"chi tieu", r"phan dau", r"du dinh",
    r"dinh (?:lam|dao tao|boi duong|tap huan|mo|cap|xay|lap|tuyen|trang bi|to chuc|cong bo|dau tu|mua|thue|nang|trien khai|bo tri|danh|dua|so hoa|thay|phu|ket noi|dat|chi)", r"du kien", r"huong (?:toi|den)",
    r"(?<!chia )se", r"(?:can|phai) dat", r"(?:du|dung|xong|het) theo ke hoach", r"nam ke hoach",
    r"ke hoach (?:nam|de ra|dat ra)", r"nang len", r"con (?:phai|can)(?! thiet)",
)  # fmt: skip
_ASKS_ADDED = wording.any_of(
    r"them", r"bo sung", r"(?:cap|mua|lap|tuyen|xay|mo|trang bi|dau tu) moi"
)
_STATE_HEADING = wording.any_of(
    r"hien trang", r"thuc trang", r"tinh hinh", r"ket qua(?! du kien)", r"da dat", r"uu diem",
    r"danh gia (?:cong tac|chung|viec|thuc hien)", r"muc do hoan thanh", r"giai doan truoc",
    r"ton tai", r"han che", r"kho khan", r"nguyen nhan", r"thuan loi", r"bai hoc",
)  # fmt: skip
_PLANNED_HEADING = wording.any_of(
    r"muc tieu", r"chi tieu", r"nhiem vu", r"giai phap", r"dinh huong", r"phuong huong",
    r"noi dung", r"lo trinh", r"phan dau", r"yeu cau", r"to chuc thuc hien",
)  # fmt: skip
_STATE_SENTENCE = re.compile(
    r"(?<!\w)(?:đã|hiện có|hiện nay|hiện đang|hiện mới|đến nay|lũy kế)(?!\w)", re.IGNORECASE
)
_PLANNED_SENTENCE = re.compile(
    r"(?<!\w)(?:sẽ|phấn đấu|dự kiến|mục tiêu|đến (?:hết |cuối )?năm 20\d\d)(?!\w)", re.IGNORECASE
)
# "Lắp thêm 18", "bổ sung 12", "Cấp mới 1.500": what is added to something, not its number.
_ADDED = re.compile(
    r"(?<!\w)(?:thêm|bổ sung|(?:cấp|mua|lắp|tuyển|xây|mở|trang bị|đầu tư) mới)(?!\w)[^\d,;.:]*$",
    re.IGNORECASE,
)
# "đến năm 2025", "vào cuối năm 2023": the year a target is set for.
_HORIZON = wording.any_of(r"(?:den|toi|vao) (?:het |cuoi )?(?:nam )?(20\d\d)")
_YEAR = re.compile(r"(?<![\d/.-])20\d\d(?![\d/.-])")
# "Thấp hơn mục tiêu 40%": what was aimed at, told among results.
_AIMED = re.compile(r"(?:mục tiêu|chỉ tiêu)(?: đề ra| đặt ra| là| đạt)*\s*$", re.IGNORECASE)
_ADDED_PENALTY = 0.5


def asked_tense(question: str, first_year: int) -> Tense | None:
    """What `question` asks of a plan that begins in `first_year`; None where it says none or both.

    A target for a year before the plan is a result there.
    """
    text = wording.folded(question)
    horizons = _horizons(question)
    aims = bool(_ASKS_PLANNED.search(text))
    if horizons and max(horizons) < first_year and not aims:
        return Tense.STATE
    years = [int(year) for year in _YEAR.findall(text)]
    state = bool(_ASKS_STATE.search(text)) or bool(years and max(years) < first_year)
    planned = bool(horizons) or aims
    return _only(state, planned or (not state and bool(_ASKS_ADDED.search(text))))


def told_tense(headings: Iterable[str], sentence: str) -> Tense | None:
    """What a sentence under `headings` (root first) tells; None where that is open.

    The outermost heading with such a word decides, unless the sentence speaks against it.
    """
    state = bool(_STATE_SENTENCE.search(sentence))
    planned = bool(_PLANNED_SENTENCE.search(sentence))
    under = next(filter(None, map(_of_heading, headings)), None)
    if under is None:
        return _only(state, planned)
    against = planned if under is Tense.STATE else state
    return None if against else under


def tense_fit(wanted: Tense | None, headings: Iterable[str], sentence: str) -> float:
    """1 where a sentence tells what is asked for, -1 where the other, else 0."""
    told = told_tense(headings, sentence) if wanted else None
    if told is None:
        return 0.0
    return 1.0 if wanted is told else -1.0


def added_fit(question: str, wanted: Tense | None, before: str) -> float:
    """What a figure behind the words `before` loses for not being what is asked, 0 or less.

    It counts only what is added, or is an aim where a result is wanted.
    """
    if wanted is Tense.STATE and _AIMED.search(before):
        return -_ADDED_PENALTY
    if not _ADDED.search(before):
        return 0.0
    wants = wanted is Tense.PLANNED or _ASKS_ADDED.search(wording.folded(question))
    return 0.0 if wants else -_ADDED_PENALTY


def horizon_fit(question: str, headings: Iterable[str], sentence: str) -> float:
    """1 where the sentence, else its last heading with a horizon, is of one asked for; -1 if not.

    0 where no horizon ("đến năm 2025") is told, or the question names neither one nor a year.
    """
    wanted = _horizons(question) or frozenset(map(int, _YEAR.findall(question)))
    told = next(filter(None, map(_horizons, (sentence, *reversed(tuple(headings))))), None)
    if not wanted or told is None:
        return 0.0
    return 1.0 if wanted & told else -1.0


def _only(state: bool, planned: bool) -> Tense | None:
    if state == planned:
        return None
    return Tense.STATE if state else Tense.PLANNED


def _of_heading(heading: str) -> Tense | None:
    """What the first word of `heading` that says so tells."""
    text = wording.folded(heading)
    state, planned = _STATE_HEADING.search(text), _PLANNED_HEADING.search(text)
    if state and planned:
        return Tense.STATE if state.start() < planned.start() else Tense.PLANNED
    return _only(bool(state), bool(planned))


def _horizons(text: str) -> frozenset[int]:
    """The years that `text` sets targets for."""
    return frozenset(map(int, _HORIZON.findall(wording.folded(text))))
