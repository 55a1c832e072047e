"""Plans as PDF whose tables have no ruling lines, in the layouts offices make."""

from datetime import date

from documents.making import document, meta

_HEAD = """
Ủy ban nhân dân tỉnh ban hành Kế hoạch phát triển hạ tầng số và dữ liệu số với các nội dung sau đây:
# I. | MỤC TIÊU
%fill dich_vu 2 -
# II. | NHIỆM VỤ
## 1. | Hạ tầng số
%fill ha_tang 2
## 2. | Dữ liệu số
%fill du_lieu 2 -
"""

_THREE_ROWS = (
    _HEAD
    + """
# III. | KINH PHÍ
%table | triệu đồng | Đơn vị tính: triệu đồng
= TT | Nhiệm vụ | Đơn vị chủ trì | Kinh phí | < | < | Ghi chú
= ^ | ^ | ^ | Tổng số | Trong đó | < | ^
= ^ | ^ | ^ | ^ | Trung ương | Địa phương | ^
I | HẠ TẦNG SỐ | | | | |
%projects 4 no name unit sum y y blank
II | DỮ LIỆU SỐ | | | | |
%projects 5 no name unit sum y y blank
%total | Tổng cộng | | = | = | = |
%end
# IV. | TỔ CHỨC THỰC HIỆN
%fill to_chuc 3 -
"""
)

_NO_ORDINALS = (
    _HEAD
    + """
# III. | KINH PHÍ VÀ SẢN PHẨM
## 1. | Kinh phí
%table Bảng 1. Nhu cầu kinh phí | tỷ đồng | ĐVT: tỷ đồng
= Nội dung chi | Năm 2024 | Năm 2025 | Cộng
Nâng cấp Trung tâm dữ liệu, trang bị thiết bị lưu trữ và sao lưu dự phòng cho các hệ thống dùng chung | 12,5 | 8 | 20,5
Thuê dịch vụ giám sát an toàn thông tin | 3 | 3 | 6
Bồi dưỡng kỹ năng số cho cán bộ, công chức, viên chức và tổ công nghệ số cộng đồng ở cấp xã | | 1,5 | 1,5
Chi khác | 0,5 | | 0,5
Tổng cộng | 16 | 12,5 | 28,5
%end
## 2. | Sản phẩm
%table Bảng 2. Sản phẩm và thời hạn | |
= Nhiệm vụ | Đơn vị chủ trì | Sản phẩm | Thời gian
Xây dựng kho dữ liệu dùng chung và Cổng dữ liệu mở của tỉnh | Sở Thông tin và Truyền thông | Kho dữ liệu được đưa vào sử dụng | 2024-2025
Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính còn hiệu lực | Văn phòng UBND tỉnh | Báo cáo kết quả | Hằng năm
Diễn tập ứng cứu sự cố | Công an tỉnh | Biên bản diễn tập | Quý III/2024
Nền tảng học bạ số | Sở Giáo dục và Đào tạo | Hệ thống đưa vào sử dụng | 2025
%end
# IV. | TỔ CHỨC THỰC HIỆN
%fill to_chuc 3 -
"""
)

_WIDE = (
    _HEAD
    + """
# III. | TỔ CHỨC THỰC HIỆN
%fill to_chuc 3 -
%annex landscape
# Phụ lục | DANH MỤC NHIỆM VỤ, DỰ ÁN
%center (Kèm theo Kế hoạch của Ủy ban nhân dân tỉnh)
%table | triệu đồng | Đơn vị tính: Triệu đồng
= STT | Tên nhiệm vụ, dự án | Đơn vị chủ trì | Thời gian thực hiện | Tổng mức đầu tư | Phân kỳ vốn | < | <
= ^ | ^ | ^ | ^ | ^ | 2023 | 2024 | 2025
A | NHIỆM VỤ CHUYỂN TIẾP | | | | | |
%projects 9 no name unit years sum y y y
B | NHIỆM VỤ MỚI | | | | | |
%projects 11 no name unit years sum y y y
Tổng cộng | < | < | < | 0 | 1 | 2 | 3
%end
"""
).replace("Tổng cộng | < | < | < | 0 | 1 | 2 | 3", "%total Tổng cộng | < | < | < | = | = | = | =")

_TARGETS = (
    _HEAD
    + """
# III. | CHỈ TIÊU
%table Bảng 1. Chỉ tiêu chủ yếu | |
= Chỉ tiêu | Đơn vị tính | Kết quả 2023 | Kế hoạch 2024 | < | Đơn vị theo dõi
= ^ | ^ | ^ | 6 tháng | Cả năm | ^
Tỷ lệ hồ sơ nộp trực tuyến trên tổng số hồ sơ tiếp nhận | % | 61 | 70 | 80 | Văn phòng UBND tỉnh
Tỷ lệ thôn, bản có sóng 4G | % | 96,5 | 98 | 100 | Sở Thông tin và Truyền thông
Số bộ dữ liệu mở được công bố trên Cổng dữ liệu mở của tỉnh | bộ | 45 | 60 | 90 | Sở Thông tin và Truyền thông
Doanh nghiệp sử dụng hợp đồng điện tử | doanh nghiệp | 320 | 400 | 550 | Sở Tài chính
Cơ sở khám bệnh dùng bệnh án điện tử | cơ sở | 3 | 5 | 9 | Sở Y tế
%end
# IV. | TỔ CHỨC THỰC HIỆN
%fill to_chuc 3 -
"""
)

_LONG = (
    _HEAD
    + """
%fill ha_tang 3
# III. | PHÂN CÔNG NHIỆM VỤ
%table | |
= TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Sản phẩm | Thời gian
%projects 16 no name unit unit result years
%end
# IV. | TỔ CHỨC THỰC HIỆN
%fill to_chuc 3 -
"""
)

_SMALL = (
    _HEAD
    + """
# III. | DỰ TOÁN
%table | nghìn đồng | (ĐVT: nghìn đồng)
= STT | Nội dung | Số lượng | Đơn giá | Thành tiền
%numbered
1 | Thuê máy chủ ảo và đường truyền dự phòng phục vụ các hệ thống thông tin dùng chung của tỉnh | 12 | 15.000 | 180.000
2 | Bồi dưỡng | 4 | 45.500 | 182.000
3 | In tài liệu tuyên truyền về kỹ năng số cho người dân | 5.000 | 12 | 60.000
| Cộng | | | 422.000
%end
# IV. | TỔ CHỨC THỰC HIỆN
%fill to_chuc 3 -
"""
)

DOCUMENTS = (
    document("bare-lao-cai", "pdf", "bare centred right", meta("101/KH-UBND", "Phát triển hạ tầng số năm 2024", "Lào Cai", date(2024, 1, 12), (2024, 2024), "Hoàng Quốc Khánh"), _THREE_ROWS),
    document("bare-phu-yen", "pdf", "bare top right", meta("102/KH-UBND", "Phát triển dữ liệu số giai đoạn 2024-2025", "Phú Yên", date(2024, 1, 15), (2024, 2025), "Lê Tấn Hổ"), _NO_ORDINALS),
    document("bare-ha-giang", "pdf", "bare tight centred right", meta("103/KH-UBND", "Phát triển hạ tầng số giai đoạn 2023-2025", "Hà Giang", date(2023, 1, 15), (2023, 2025), "Trần Đức Quý"), _WIDE),
    document("bare-bac-lieu", "pdf", "bare roomy centred", meta("104/KH-UBND", "Phát triển dữ liệu số năm 2024", "Bạc Liêu", date(2024, 2, 2), (2024, 2024), "Ngô Vũ Thăng"), _TARGETS),
    document("bare-hung-yen", "pdf", "bare tight top once split", meta("105/KH-UBND", "Phát triển hạ tầng số giai đoạn 2022-2025", "Hưng Yên", date(2022, 2, 9), (2022, 2025), "Nguyễn Duy Hưng"), _LONG),
    document("bare-vinh-long", "pdf", "bare once light right", meta("106/KH-UBND", "Phát triển hạ tầng số năm 2025", "Vĩnh Long", date(2025, 1, 20), (2025, 2025), "Đặng Văn Chính"), _SMALL),
)  # fmt: skip
