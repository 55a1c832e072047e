"""Plans kept as scans, in part or as a whole, or with a text layer that is nonsense."""

from datetime import date

from documents.making import CHAIR, document, meta

_BAC_KAN = """
Thực hiện Kế hoạch số 12-KH/TU của Tỉnh ủy, Ủy ban nhân dân tỉnh Bắc Kạn ban hành Kế hoạch như sau:
# I. | MỤC ĐÍCH, YÊU CẦU
## 1. | Mục đích
Tăng cường ứng dụng công nghệ số tại các xã vùng cao, rút ngắn khoảng cách tiếp cận dịch vụ công.
## 2. | Yêu cầu
- Bám sát thực tiễn của từng địa phương, không làm theo phong trào;
- Huy động sự tham gia của đoàn viên, thanh niên.
# II. | NỘI DUNG
## 1. | Hạ tầng số
%fill ha_tang 3
## 2. | Kỹ năng số
%fill nhan_luc 2
## 3. | Dịch vụ công trực tuyến
%fill dich_vu 3 -
# III. | KINH PHÍ
%table Biểu kinh phí thực hiện năm 2022 | triệu đồng | Đơn vị tính: triệu đồng
= TT | Nội dung | Đơn vị thực hiện | Kinh phí
1 | Tập huấn kỹ năng số cho 108 tổ công nghệ số cộng đồng | Tỉnh đoàn | 420
2 | Trang bị máy quét cho Bộ phận Một cửa cấp xã | UBND các huyện | 1.296
3 | Tuyên truyền trên hệ thống truyền thanh | Sở Thông tin và Truyền thông | 184
| Tổng cộng | | 1.900
%end
# IV. | TỔ CHỨC THỰC HIỆN
## 1. | Sở Thông tin và Truyền thông
%fill to_chuc 2 -
## 2. | Tỉnh đoàn Bắc Kạn
Chỉ đạo mỗi cơ sở đoàn nhận hỗ trợ ít nhất 01 thôn đặc biệt khó khăn trong năm 2022.
%closing Trên đây là Kế hoạch nâng cao kỹ năng số năm 2022, đề nghị các đơn vị triển khai thực hiện./.
"""

_SOC_TRANG = """
# A. | HIỆN TRẠNG
## I. | HẠ TẦNG
%fill ha_tang 3
## II. | AN TOÀN THÔNG TIN
%fill an_toan 3
# B. | NỘI DUNG KẾ HOẠCH
## I. | MỤC TIÊU
%fill dich_vu 3 -
## II. | GIẢI PHÁP
### 1. | Tổ chức bộ máy
%fill nhan_luc 2
### 2. | Đầu tư trang thiết bị
%fill nhiem_vu 2
# C. | TỔ CHỨC THỰC HIỆN
## 1. | Công an tỉnh
Chủ trì giám sát an ninh mạng, kịp thời thông báo các lỗ hổng nghiêm trọng cho đơn vị vận hành.
## 2. | Sở Thông tin và Truyền thông
%fill to_chuc 2
%annex
# Phụ lục | KINH PHÍ THỰC HIỆN GIAI ĐOẠN 2023-2025
%center (Kèm theo Kế hoạch số 64/KH-UBND ngày 14 tháng 4 năm 2023 của UBND tỉnh Sóc Trăng)
%table | triệu đồng | ĐVT: triệu đồng
= STT | Nội dung | Năm 2023 | Năm 2024 | Năm 2025
%projects 7 no name y y y
%total | Tổng cộng | = | = | =
%end
"""

_KON_TUM = """
Căn cứ Công văn số 118/BTTTT-THH ngày 12/01/2021 của Bộ Thông tin và Truyền thông, UBND tỉnh Kon Tum xây dựng Kế hoạch:
# 1. | Mục tiêu
## 1.1. | Mục tiêu chung
Xây dựng đô thị Kon Tum và các thị trấn theo hướng thông minh, bền vững, giàu bản sắc.
## 1.2. | Mục tiêu cụ thể
- 03 dịch vụ đô thị thông minh được triển khai thí điểm;
- 50% tuyến đường chính có camera giám sát.
# 2. | Nhiệm vụ
## 2.1. | Hạ tầng
%fill ha_tang 3
## 2.2. | Dữ liệu
%fill du_lieu 3
## 2.3. | Dịch vụ
%fill nhiem_vu 3 -
# 3. | Tổ chức thực hiện
## 3.1. | Sở Xây dựng
%fill to_chuc 2
## 3.2. | Ủy ban nhân dân thành phố Kon Tum
Bố trí mặt bằng lắp đặt thiết bị, báo cáo tiến độ trước ngày 15 của tháng cuối quý.
"""

DOCUMENTS = (
    document("scan-bac-kan", "scan", "stamp skew noise", meta("215/KH-UBND", "Nâng cao kỹ năng số cho người dân vùng cao / năm 2022", "Bắc Kạn", date(2022, 4, 8), (2022, 2022), "Đinh Quang Tuyên"), _BAC_KAN),
    document("scan-soc-trang", "scan", "mixed skew noise", meta("64/KH-UBND", "BẢO ĐẢM AN TOÀN THÔNG TIN MẠNG / TỈNH SÓC TRĂNG GIAI ĐOẠN 2023-2025", "Sóc Trăng", date(2023, 4, 14), (2023, 2025), "Huỳnh Thị Diễm Ngọc"), _SOC_TRANG),
    document("scan-kon-tum", "scan", "garbage", meta("1404/KH-UBND", "Phát triển đô thị thông minh năm 2021", "Kon Tum", date(2021, 5, 4), (2021, 2021), "Lê Ngọc Tuấn", sign=CHAIR), _KON_TUM),
    document("scan-bac-kan-2", "scan", "colour stamp dpi300 faint", meta("219/KH-UBND", "Nâng cao kỹ năng số cho người dân / năm 2022", "Lai Châu", date(2022, 4, 12), (2022, 2022), "Tống Thanh Hải"), _BAC_KAN.replace("Bắc Kạn", "Lai Châu").replace("108 tổ", "96 tổ"), aside=True),
)  # fmt: skip
