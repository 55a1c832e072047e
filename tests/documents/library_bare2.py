"""More plans as PDF whose tables have no ruling lines."""

from datetime import date

from documents.making import CHAIR, document, meta

_OPENING = """
Thực hiện chỉ đạo của cấp trên, Ủy ban nhân dân tỉnh xây dựng Kế hoạch bảo đảm an toàn thông tin mạng như sau:
# 1. | Mục đích
%fill an_toan 2
# 2. | Nhiệm vụ
## 2.1. | Kỹ thuật
%fill an_toan 3 -
## 2.2. | Nhân lực
%fill nhan_luc 2
"""

_FUNDS = (
    _OPENING
    + """
# 3. | Kinh phí
%table Bảng 1. Nhu cầu vốn theo nguồn | triệu đồng | Đơn vị tính: triệu đồng
= STT | Hạng mục | Năm 2026 | < | Năm 2027 | < | Tổng
= ^ | ^ | Trung ương | Tỉnh | Trung ương | Tỉnh | ^
1 | Thuê dịch vụ giám sát an toàn thông tin mạng cho các sở, ngành và địa phương | 1.200 | 350 | 1.250 | 400 | 3.200
2 | Trang bị tường lửa | | 2.500 | | 900 | 3.400
3 | Kiểm tra, đánh giá hệ thống thông tin cấp độ 3 | 300 | 300 | 300 | 300 | 1.200
4 | Diễn tập thực chiến hằng năm, có sự tham gia của các doanh nghiệp viễn thông trên địa bàn và đội ứng cứu | | 450 | | 450 | 900
| Tổng cộng | 1.500 | 3.600 | 1.550 | 2.050 | 8.700
%end
# 4. | Tổ chức thực hiện
%fill to_chuc 3 -
"""
)

_UNITS = (
    _OPENING
    + """
# 3. | Phân công
%table | |
= Đơn vị | Nhiệm vụ được giao | Số lượng | Thời hạn
Sở Khoa học và Công nghệ | Xây dựng hồ sơ đề xuất cấp độ cho các hệ thống dùng chung của tỉnh, trình phê duyệt | 12 | 30/6/2026
Công an tỉnh | Kiểm tra, rà quét lỗ hổng | 24 | 31/12/2026
Ủy ban nhân dân các xã, phường | Cài đặt phần mềm phòng, chống mã độc quản trị tập trung cho máy trạm; báo cáo tình hình hằng tháng | 1.860 | 30/9/2026
Văn phòng UBND tỉnh | Tổng hợp báo cáo | 4 | 15/12/2026
Báo và phát thanh, truyền hình tỉnh | Tuyên truyền | 36 | 31/12/2026
%end
# 4. | Tổ chức thực hiện
%fill to_chuc 3 -
"""
)

_SOURCES = (
    _OPENING
    + """
# 3. | Tổ chức thực hiện
%fill to_chuc 2 -
%annex landscape
# Phụ lục I | NHU CẦU KINH PHÍ
%table | triệu đồng | ĐVT: Triệu đồng
= TT | Tên nhiệm vụ | Chủ đầu tư | Tổng mức đầu tư | < | < | Kế hoạch vốn | < | Ghi chú
= ^ | ^ | ^ | Tổng số | Trong đó | < | 2025 | 2026 | ^
= ^ | ^ | ^ | ^ | NSTW | NSĐP | ^ | ^ | ^
I | NHIỆM VỤ CHUYỂN TIẾP | | | | | | |
%projects 8 no name unit sum y y dec dec blank
II | NHIỆM VỤ MỞ MỚI | | | | | | |
%projects 7 no name unit sum y y dec dec blank
%end
"""
)

_RESULTS = (
    _OPENING
    + """
# 3. | Chỉ tiêu
%table Biểu 1. Chỉ tiêu | |
= STT | Chỉ tiêu | Đơn vị tính | Thực hiện 2024 | Kế hoạch 2025
A | Chính quyền số | | |
1 | Hệ thống thông tin được phê duyệt cấp độ an toàn | % | 82 | 100
2 | Máy trạm cài phần mềm phòng, chống mã độc | % | 75,5 | 95
B | Nhân lực | | |
1 | Cán bộ chuyên trách có chứng chỉ an toàn thông tin | người | 9 | 20
2 | Lượt cán bộ, công chức được tuyên truyền, phổ biến kỹ năng an toàn thông tin cơ bản | lượt | 1.250 | 2.000
3 | Số cuộc diễn tập | cuộc | 1 | 2
%end
# 4. | Tổ chức thực hiện
%fill to_chuc 3 -
"""
)

_SCHEDULE = (
    _OPENING
    + """
%fill ha_tang 4
# 3. | Danh mục
%table | |
= TT | Nội dung công việc | Chủ trì | Phối hợp | Kinh phí (triệu đồng) | Hoàn thành
%projects 14 no2 name unit unit sum years
%end
# 4. | Tổ chức thực hiện
%fill to_chuc 3 -
"""
)

_YEARS = (
    _OPENING
    + """
# 3. | Kinh phí
%table | tỷ đồng | Đơn vị: tỷ đồng
= Nguồn vốn | Tổng số | Trong đó | < | <
= ^ | ^ | 2023 | 2024 | 2025
Ngân sách trung ương hỗ trợ có mục tiêu | 24 | 8 | 8 | 8
Ngân sách tỉnh, trong đó có nguồn sự nghiệp khoa học và công nghệ, sự nghiệp kinh tế | 61,5 | 15,5 | 21 | 25
Xã hội hóa | 6,25 | | 3 | 3,25
Tổng | 91,75 | 23,5 | 32 | 36,25
%end
# 4. | Tổ chức thực hiện
%fill to_chuc 3 -
"""
)


def _about(number: int, province: str, year: int, until: int, signer: str) -> object:
    title = f"Bảo đảm an toàn thông tin mạng {'năm' if year == until else 'giai đoạn'} {year}" + (
        "" if year == until else f"-{until}"
    )
    return meta(
        f"{number}/KH-UBND", title, province, date(year, 1, 14), (year, until), signer, sign=CHAIR
    )


DOCUMENTS = (
    document("bare2-dien-bien", "pdf", "bare tight centred right light", _about(201, "Điện Biên", 2026, 2027, "Lê Thành Đô"), _FUNDS),
    document("bare2-tra-vinh", "pdf", "bare top", _about(202, "Trà Vinh", 2026, 2026, "Lê Văn Hẳn"), _UNITS),
    document("bare2-gia-lai", "pdf", "bare right centred once split", _about(203, "Gia Lai", 2025, 2026, "Rah Lan Chung"), _SOURCES),
    document("bare2-hai-duong", "pdf", "bare centred", _about(204, "Hải Dương", 2025, 2025, "Lưu Văn Bản"), _RESULTS),
    document("bare2-son-la", "pdf", "bare roomy top right once", _about(205, "Sơn La", 2024, 2024, "Hoàng Quốc Khánh"), _SCHEDULE),
    document("bare2-quang-tri", "pdf", "bare tight top right", _about(206, "Quảng Trị", 2023, 2025, "Võ Văn Hưng"), _YEARS),
)  # fmt: skip
