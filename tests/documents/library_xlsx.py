"""Annexes kept as Excel workbooks: they tell the number and the date, not the title or signer."""

from datetime import date

from documents.making import document, meta

_KHANH_HOA = """
%annex
# Phụ lục I | DANH MỤC NHIỆM VỤ CHUYỂN ĐỔI SỐ NĂM 2024
%center (Kèm theo Kế hoạch số 2980/KH-UBND ngày 28/3/2024 của Ủy ban nhân dân tỉnh Khánh Hòa)
%table | triệu đồng | Đơn vị tính: Triệu đồng
= STT | Nhiệm vụ | Đơn vị chủ trì | Kinh phí | < | Ghi chú
= ^ | ^ | ^ | Đầu tư | Thường xuyên | ^
I | HẠ TẦNG SỐ | | | |
%projects 5 no name unit y y blank
II | DỮ LIỆU SỐ | | | |
%projects 6 no name unit y y blank
%total | TỔNG CỘNG | | = | = |
%end
%annex
# Phụ lục II | CHỈ TIÊU GIAO CÁC ĐỊA PHƯƠNG
%center (Kèm theo Kế hoạch số 2980/KH-UBND ngày 28/3/2024 của Ủy ban nhân dân tỉnh Khánh Hòa)
%table | |
= TT | Địa phương | Tỷ lệ hồ sơ trực tuyến (%) | Tỷ lệ số hóa (%)
1 | Thành phố Nha Trang | 85 | 90
2 | Thành phố Cam Ranh | 78,5 | 85
3 | Thị xã Ninh Hòa | 75 | 82,5
4 | Huyện Khánh Vĩnh | 60 |
%end
"""

_VINH_PHUC = """
%annex
# Phụ lục | KINH PHÍ BẢO ĐẢM AN TOÀN THÔNG TIN GIAI ĐOẠN 2021-2023
%center (Kèm theo Kế hoạch số 76/KH-UBND ngày 05 tháng 4 năm 2021 của UBND tỉnh Vĩnh Phúc)
%table | tỷ đồng | ĐVT: tỷ đồng
= TT | Nội dung | Tổng | Phân kỳ | < | <
= ^ | ^ | ^ | Năm 2021 | Năm 2022 | Năm 2023
%numbered
1 | Thuê dịch vụ giám sát an toàn thông tin tập trung | 13,5 | 4,5 | 4,5 | 4,5
2 | Kiểm tra, đánh giá hệ thống cấp độ 3 | 3,6 | | 1,8 | 1,8
3 | Phần mềm phòng, chống mã độc cho máy trạm | 5,25 | 1,75 | 1,75 | 1,75
4 | Diễn tập thực chiến ứng cứu sự cố hằng năm | 1,2 | 0,4 | 0,4 | 0,4
5 | Sao lưu dữ liệu dự phòng ngoài Trung tâm dữ liệu | 4,8 | 2 | 1,4 | 1,4
6 | Tập huấn kỹ năng an toàn thông tin cho công chức | 0,9 | 0,3 | 0,3 | 0,3
| Cộng | 29,25 | 8,95 | 10,15 | 10,15
%end
"""

_LOST = "title period signer signer_title"

DOCUMENTS = (
    document("xlsx-khanh-hoa", "xlsx", "sheets", meta("2980/KH-UBND", "Chuyển đổi số năm 2024", "Khánh Hòa", date(2024, 3, 28), (2024, 2024), ""), _KHANH_HOA, lost=_LOST),
    document("xlsx-vinh-phuc", "xlsx", "single", meta("76/KH-UBND", "Bảo đảm an toàn thông tin", "Vĩnh Phúc", date(2021, 4, 5), (2021, 2023), ""), _VINH_PHUC, lost=_LOST, aside=True),
    document("xlsx-khanh-hoa-2", "xlsx", "single", meta("2980/KH-UBND", "Chuyển đổi số năm 2024", "Khánh Hòa", date(2024, 3, 28), (2024, 2024), ""), _KHANH_HOA, lost=_LOST),
)  # fmt: skip
