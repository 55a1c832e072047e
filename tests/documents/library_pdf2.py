"""More plans kept as PDF files with a text layer."""

from datetime import date

from documents.making import CHAIR, document, meta

_PHU_THO = """
Thực hiện Kế hoạch số 61-KH/TU của Tỉnh ủy, UBND tỉnh Phú Thọ ban hành Kế hoạch phát triển nhân lực số như sau:
# 1. | Đánh giá hiện trạng
## 1.1. | Đội ngũ cán bộ chuyên trách
%fill nhan_luc 3
## 1.2. | Hạ tầng phục vụ đào tạo
%fill ha_tang 3
# 2. | Mục tiêu
## 2.1. | Mục tiêu đến năm 2026
- Mỗi xã, phường có ít nhất 02 công chức đạt chuẩn kỹ năng số nâng cao;
- 100% giáo viên phổ thông sử dụng thành thạo học liệu số.
## 2.2. | Định hướng đến năm 2030
- Có 2.000 nhân lực công nghệ số làm việc trong các khu công nghiệp của tỉnh.
# 3. | Nhiệm vụ
## 3.1. | Đào tạo tập trung
%fill nhan_luc 3 -
## 3.2. | Đào tạo trực tuyến
### 3.2.1. | Nền tảng học trực tuyến
%fill nhiem_vu 2
### 3.2.2. | Học liệu
Biên soạn 24 bài giảng ngắn về an toàn thông tin, mỗi bài không quá 10 phút, có phụ đề tiếng Mường.
# 4. | Kinh phí
%table Bảng 1. Kinh phí đào tạo phân theo đối tượng | triệu đồng | Đơn vị tính: triệu đồng
= STT | Đối tượng | Số lớp | Số học viên | Kinh phí | <
= ^ | ^ | ^ | ^ | Năm 2025 | Năm 2026
I | CÁN BỘ, CÔNG CHỨC | | | |
1 | Lãnh đạo cấp sở và cấp xã | 6 | 240 | 360 | 380
2 | Công chức chuyên trách công nghệ thông tin | 4 | 120 | 520 | 540
II | NGƯỜI DÂN, DOANH NGHIỆP | | | |
1 | Thành viên tổ công nghệ số cộng đồng | 148 | 5.920 | 1.480 | 1.200
2 | Chủ doanh nghiệp nhỏ và vừa | 12 | 480 | 600 | 650
| Tổng cộng | 170 | 6.760 | 2.960 | 2.770
%end
# 5. | Tổ chức thực hiện
## 5.1. | Sở Nội vụ
%fill to_chuc 2 -
## 5.2. | Trường Đại học Hùng Vương
Phối hợp xây dựng chương trình, cử giảng viên tham gia giảng dạy theo đề nghị của các địa phương.
"""

_VUNG_TAU = """
Căn cứ Nghị quyết số 22-NQ/TU ngày 05/7/2022 của Tỉnh ủy, UBND tỉnh Bà Rịa - Vũng Tàu ban hành Kế hoạch như sau:
# I. | MỤC ĐÍCH VÀ YÊU CẦU
## 1. | Mục đích
Phát triển cảng biển số, logistics số và cửa khẩu cảng biển điện tử.
## 2. | Yêu cầu
Các nhiệm vụ phải xác định rõ sản phẩm, thời hạn và trách nhiệm của người đứng đầu.
# II. | NHIỆM VỤ
## 1. | Cảng biển số
%fill nhiem_vu 3
## 2. | Logistics số
%fill du_lieu 3
## 3. | An ninh mạng
%fill an_toan 3 -
# III. | KINH PHÍ VÀ CHỈ TIÊU
## 1. | Kinh phí
%table | tỷ đồng | (ĐVT: tỷ đồng)
= Nội dung | Năm 2023 | Năm 2024 | Năm 2025
Hạ tầng cảng số | 22,4 | 35 | 18,6
Nền tảng logistics dùng chung | 6 | 8,25 |
An ninh mạng cảng biển | 3,1 | 3,1 | 3,1
Tổng cộng | 31,5 | 46,35 | 21,7
%end
## 2. | Chỉ tiêu
%table | |
= TT | Chỉ tiêu | Đơn vị | 2023 | 2024 | 2025
1 | Tờ khai tàu biển điện tử | % | 80 | 95 | 100
2 | Thời gian làm thủ tục bình quân | giờ | 6 | 4,5 | 3
3 | Doanh nghiệp cảng dùng lệnh giao hàng điện tử | doanh nghiệp | 18 | 26 | 35
%end
# IV. | TỔ CHỨC THỰC HIỆN
## 1. | Sở Giao thông vận tải
%fill to_chuc 2 -
## 2. | Cục Hải quan tỉnh
Đề nghị phối hợp kết nối Cơ chế một cửa quốc gia với nền tảng cảng biển số của tỉnh.
"""

_QUANG_NAM = """
# A | ĐÁNH GIÁ KẾT QUẢ
## I. | VỀ NHẬN THỨC SỐ
%fill nhan_luc 2
## II. | VỀ HẠ TẦNG SỐ
%fill ha_tang 4
## III. | VỀ NỀN TẢNG SỐ
%fill du_lieu 3 -
# B | KẾ HOẠCH NĂM 2024
## I. | MỤC TIÊU
Duy trì thứ hạng chuyển đổi số cấp tỉnh trong nhóm 25, cải thiện chỉ số xã hội số.
## II. | CHỈ TIÊU
### 1. | Chính quyền số: || 100% cơ quan hành chính sử dụng nền tảng quản trị tổng thể.
### 2. | Kinh tế số: || doanh thu thương mại điện tử chiếm 10% tổng mức bán lẻ hàng hóa.
### 3. | Xã hội số: || 70% dân số trưởng thành có tài khoản định danh điện tử mức độ 2.
## III. | NHIỆM VỤ
%fill nhiem_vu 5 -
## IV. | GIẢI PHÁP
%fill an_toan 3
# C | TỔ CHỨC THỰC HIỆN
## 1. | Sở Thông tin và Truyền thông
%fill to_chuc 3 -
## 2. | Kho bạc Nhà nước Quảng Nam
Thực hiện kiểm soát chi điện tử, phối hợp thanh toán kinh phí kịp thời cho các dự án.
"""
_QUANG_NAM = (
    _QUANG_NAM.replace("# A |", "# A. |").replace("# B |", "# B. |").replace("# C |", "# C. |")
)

_PHUONG = """
Thực hiện Kế hoạch của Ủy ban nhân dân thành phố Hồ Chí Minh, Ủy ban nhân dân phường xây dựng Kế hoạch như sau:
# I. | MỤC TIÊU
- 95% hồ sơ tại Trung tâm Phục vụ hành chính công phường được nộp trực tuyến;
- Không để hồ sơ trễ hạn do lỗi chủ quan của công chức.
# II. | NHIỆM VỤ
## 1. | Số hóa
%fill du_lieu 2 -
## 2. | Hỗ trợ người dân
%fill dich_vu 3 -
## 3. | An toàn thông tin
%fill an_toan 2 -
# III. | TỔ CHỨC THỰC HIỆN
## 1. | Văn phòng HĐND và UBND phường
Đầu mối theo dõi, tổng hợp và báo cáo kết quả hằng tháng cho Chủ tịch Ủy ban nhân dân phường.
## 2. | Các khu phố
Vận động người dân cài đặt ứng dụng công dân số, ưu tiên người cao tuổi và người khuyết tật.
"""

_AK = meta(
    "64/KH-UBND", "Chuyển đổi số phường An Khánh năm 2026", "Hồ Chí Minh", date(2026, 2, 5), (2026, 2026),
    "Lê Thị Thu Sương", city=True, letterhead=("ỦY BAN NHÂN DÂN", "PHƯỜNG AN KHÁNH"), issuer="UBND phường An Khánh",
    place="An Khánh", recipients=("UBND Thành phố (b/c);", "Đảng ủy, HĐND phường;", "Các khu phố;", "Lưu: VT."),
)  # fmt: skip

DOCUMENTS = (
    document("pdf-phu-tho", "pdf", "running", meta("2210/KH-UBND", "Phát triển nhân lực số tỉnh Phú Thọ / giai đoạn 2025-2026, định hướng đến năm 2030", "Phú Thọ", date(2025, 8, 5), (2025, 2026), "Phan Trọng Tấn"), _PHU_THO),
    document("pdf-vung-tau", "pdf", "bare", meta("19/KH-UBND", "CHUYỂN ĐỔI SỐ CẢNG BIỂN VÀ LOGISTICS GIAI ĐOẠN 2023-2025", "Bà Rịa - Vũng Tàu", date(2023, 1, 31), (2023, 2025), "Nguyễn Công Vinh", sign=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), letterhead=("ỦY BAN NHÂN DÂN", "TỈNH BÀ RỊA - VŨNG TÀU")), _VUNG_TAU, aside=True),
    document("pdf-quang-nam", "pdf", "loose digital", meta("1322/KH-UBND", "Chuyển đổi số tỉnh Quảng Nam năm 2024", "Quảng Nam", date(2024, 3, 4), (2024, 2024), "Hồ Quang Bửu", sign=CHAIR), _QUANG_NAM),
    document("pdf-an-khanh", "pdf", "sans", _AK, _PHUONG, aside=True),
)  # fmt: skip
