"""Vietnamese surnames: a closed list, so that one with a misread mark can be put right."""

from ingest.vietnamese import fold

_SURNAMES = (
    *("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ"),
    *("Hồ", "Ngô", "Dương", "Lý", "Đinh", "Trịnh", "Đoàn", "Mai", "Tô", "Lương", "Cao", "Hà"),
    *("Tạ", "Phùng", "Quách", "Thái", "Lưu", "Đào", "Tăng", "Châu", "Nông", "Triệu", "Hứa", "Lâm"),
    *("Vương", "Kiều", "Tống", "Thạch", "Sơn", "Kim", "Danh", "Chu", "Nghiêm", "Khuất", "Khổng"),
    *("Vi", "Lò", "Cầm", "Quàng", "Tòng", "Giàng", "Vàng", "Sùng", "Thào", "Mùa", "Ma", "Bế"),
    *("Đàm", "La", "Mạc", "Viên", "Từ", "Ông", "Ung", "Văn", "Thân", "Giáp", "Doãn", "Đồng", "Lã"),
    *("Lại", "Cù", "Cung", "Cấn", "Bạch", "Âu", "An", "Ân", "Chử", "Diệp", "Điểu", "Đường", "Hầu"),
    *("Hàn", "Hoa", "Hùng", "Khương", "Kha", "Khúc", "Lục", "Lù", "Mã", "Mông", "Ninh", "Nhâm"),
    *("Nhữ", "Ngọ", "Ngụy", "Phó", "Phí", "Quản", "Tào", "Tiêu", "Tôn", "Thi", "Trang", "Trương"),
    *("Trà", "Trình", "Uông", "Vòng", "Xa", "Y", "Ksor", "Rơ", "Siu", "Kpă", "Nay", "Rmah", "Rah"),
    *("Hoàn", "Hạ", "Hạng", "Hờ", "Cháng", "Chẩu", "Chảo", "Phàn", "Tẩn", "Lồ", "Đèo", "Lường"),
    *("Điêu", "Bàn", "Lừ", "Cà", "Mè", "Bá", "Cư", "Ly", "Mua", "Vừ", "Thò", "Tráng"),
)
_KNOWN = frozenset(_SURNAMES)
_SPELLINGS: dict[str, list[str]] = {}
for _name in sorted(_KNOWN):
    _SPELLINGS.setdefault(fold(_name), []).append(_name)


def with_surname(name: str) -> str:
    """A name read by OCR with its surname as it is spelled, where only one has these letters."""
    first, space, rest = name.partition(" ")
    spellings = _SPELLINGS.get(fold(first), [])
    if first in _KNOWN or len(spellings) != 1:
        return name
    return spellings[0] + space + rest
