"""Plans kept as PDF files with a text layer."""

from datetime import date

from documents.making import CHAIR, document, issuing, meta

_NGHE_AN = """
Căn cứ Quyết định số 1012/QĐ-TTg ngày 20/7/2020 của Thủ tướng Chính phủ; thực hiện Nghị quyết số 09-NQ/TU của Ban Chấp hành Đảng bộ tỉnh, UBND tỉnh Nghệ An ban hành Kế hoạch chuyển đổi số năm 2023 với các nội dung sau đây:
# I. | KẾT QUẢ THỰC HIỆN NĂM 2022
## 1. | Thể chế số
Ban hành 21 văn bản, trong đó có Quy chế quản lý, khai thác dữ liệu dùng chung[^Quyết định số 38/2022/QĐ-UBND ngày 12/10/2022.].
## 2. | Hạ tầng số
%fill ha_tang 3
## 3. | Dữ liệu số
Tỷ lệ số hóa hồ sơ khi tiếp nhận đạt 61%, trong đó một số huyện miền núi như Kỳ Sơn, Tương Dương mới đạt dưới 40% do thiếu máy quét, đường truyền chưa ổn định và công chức kiêm nhiệm nhiều việc;⟂ các huyện đồng bằng đạt trên 75%.
%fill du_lieu 2 -
## 4. | Tồn tại
- Chưa có chính sách thu hút nhân lực công nghệ thông tin chất lượng cao[^Mới dừng ở mức đề xuất.];
- Kinh phí bố trí mới đạt 46% nhu cầu.
# II. | MỤC TIÊU NĂM 2023
## 1. | Chính quyền số
%fill dich_vu 3 -
## 2. | Kinh tế số và xã hội số
- Kinh tế số chiếm 9,5% GRDP;
- 60% người dân từ 15 tuổi có tài khoản thanh toán điện tử.
%page
# III. | NHIỆM VỤ, GIẢI PHÁP
## 1. | Nhiệm vụ chung
%fill nhiem_vu 3
## 2. | Nhiệm vụ của các ngành
### a) | Ngành y tế: || triển khai bệnh án điện tử tại 09 bệnh viện, hoàn thành trong quý IV năm 2023.
### b) | Ngành giáo dục: || sử dụng học bạ số tại 100% trường trung học phổ thông.
### c) | Ngành nông nghiệp: || cấp mã số vùng trồng cho 120 cơ sở trên nền tảng số[^Ưu tiên cam Vinh và chè.].
%page
# IV. | KINH PHÍ
Tổng kinh phí 112.500 triệu đồng, bao gồm vốn đầu tư 80.000 triệu đồng và vốn sự nghiệp 32.500 triệu đồng.
# V. | TỔ CHỨC THỰC HIỆN
## 1. | Sở Thông tin và Truyền thông
%fill to_chuc 2 -
## 2. | Các sở, ban, ngành và địa phương
Xây dựng kế hoạch chi tiết, gửi Sở Thông tin và Truyền thông trước ngày 28/02/2023 để theo dõi.
%closing Yêu cầu các cấp, các ngành nghiêm túc triển khai thực hiện./.
"""

_DAK_NONG = """
# Phần I | SỰ CẦN THIẾT VÀ CĂN CỨ
## I. | SỰ CẦN THIẾT
%fill ha_tang 3
## II. | CĂN CỨ PHÁP LÝ
%fill can_cu 4 -
# Phần II | MỤC TIÊU, NHIỆM VỤ
## I. | MỤC TIÊU
### 1. | Mục tiêu đến năm 2025
%fill dich_vu 3 -
### 2. | Định hướng đến năm 2030
Hoàn thành xây dựng chính quyền số, vận hành dựa trên dữ liệu và phân tích dữ liệu lớn.
## II. | NHIỆM VỤ
### 1. | Phát triển dữ liệu
%fill du_lieu 4
### 2. | An toàn thông tin
%fill an_toan 4 -
### 3. | Nhân lực
%fill nhan_luc 3
# Phần III | TỔ CHỨC THỰC HIỆN
## 1. | Sở Thông tin và Truyền thông
%fill to_chuc 3 -
## 2. | Sở Tài chính
Cân đối ngân sách hằng năm, hướng dẫn lập dự toán, thanh quyết toán theo quy định hiện hành.
%annex landscape
# Phụ lục I | DANH MỤC NHIỆM VỤ, DỰ ÁN GIAI ĐOẠN 2022-2025
%center (Ban hành kèm theo Kế hoạch số 733/KH-UBND ngày 30/12/2021 của UBND tỉnh Đắk Nông)
%table | triệu đồng | Đơn vị tính: Triệu đồng
= STT | Tên nhiệm vụ, dự án | Đơn vị chủ trì | Dự kiến tổng kinh phí | Nhu cầu kinh phí từng năm | < | < | <
= ^ | ^ | ^ | ^ | 2022 | 2023 | 2024 | 2025
I | HẠ TẦNG SỐ | | | | | |
%projects 6 no name unit sum y y y y
II | NỀN TẢNG SỐ | | | | | |
%projects 8 no name unit sum y y y y
III | AN TOÀN THÔNG TIN | | | | | |
%projects 7 no name unit sum y y y y
Tổng cộng | < | < | 0 | 1 | 2 | 3 | 4
%end
%annex landscape
# Phụ lục II | PHÂN CÔNG THỰC HIỆN CHỈ TIÊU
%table | |
= TT | Chỉ tiêu | Đơn vị theo dõi | Kết quả | Thời gian hoàn thành
%projects 9 no name units result years
%end
"""
_DAK_NONG = _DAK_NONG.replace(
    "Tổng cộng | < | < | 0 | 1 | 2 | 3 | 4", "%total Tổng cộng | < | < | = | = | = | = | ="
)

_DA_NANG = """
Ủy ban nhân dân thành phố Đà Nẵng ban hành Kế hoạch phát triển dữ liệu số năm 2026 như sau:
# A. | MỤC ĐÍCH
Bảo đảm dữ liệu của thành phố sau sắp xếp đúng, đủ, sạch, sống, thống nhất và dùng chung.
# B. | NỘI DUNG
## I. | QUẢN TRỊ DỮ LIỆU
### 1. | Danh mục dữ liệu
%fill du_lieu 3
### 2. | Chất lượng dữ liệu
Tỷ lệ trường thông tin được kiểm tra tự động đạt 90% vào cuối năm 2026.
## II. | KHAI THÁC DỮ LIỆU
### 1. | Dữ liệu mở
Công bố thêm 150 bộ dữ liệu mở, ưu tiên lĩnh vực giao thông, quy hoạch và môi trường biển.
### 2. | Trí tuệ nhân tạo
%fill nhiem_vu 3 -
# C. | KINH PHÍ
%table Bảng 2. Dự toán kinh phí | tỷ đồng | Đơn vị: tỷ đồng
= Nội dung | Quý I | Quý II | Quý III | Quý IV | Cả năm
Làm sạch, chuẩn hóa dữ liệu | 1,2 | 2,5 | 2,5 | 1,8 | 8
Vận hành kho dữ liệu | 0,75 | 0,75 | 0,75 | 0,75 | 3
Đào tạo | | 0,4 | | 0,6 | 1
Cộng | 1,95 | 3,65 | 3,25 | 3,15 | 12
%end
# D. | TỔ CHỨC THỰC HIỆN
## 1. || Sở Khoa học và Công nghệ chủ trì, theo dõi, đôn đốc, định kỳ sáu tháng báo cáo kết quả.
## 2. || Công an thành phố bảo đảm an ninh dữ liệu; phối hợp làm sạch dữ liệu dân cư.
## 3. || Ủy ban nhân dân các xã, phường, đặc khu cập nhật dữ liệu phát sinh trong 24 giờ.
"""

_THAI_BINH = """
# Chương I | MỤC TIÊU VÀ YÊU CẦU
## Điều 1. | Mục tiêu
### 1. || Đến cuối năm 2021, 100% cơ quan hành chính sử dụng chữ ký số chuyên dùng.
### 2. || Tỷ lệ chế độ báo cáo được chuẩn hóa, thực hiện trực tuyến đạt 80%.
## Điều 2. | Yêu cầu
%fill to_chuc 2 -
# Chương II | NHIỆM VỤ
## Điều 3. | Phát triển hạ tầng
%fill ha_tang 4
## Điều 4. | Phát triển ứng dụng
### 1. | Ứng dụng dùng chung
%fill dich_vu 2
### 2. | Ứng dụng chuyên ngành
%fill nhiem_vu 3
## Điều 5. | Bảo đảm an toàn thông tin
%fill an_toan 3
# Chương III | TỔ CHỨC THỰC HIỆN
## Điều 6. | Trách nhiệm thi hành
%fill to_chuc 2
"""
_TB_DECISION = issuing(
    "455/QĐ-UBND",
    "Ban hành Kế hoạch ứng dụng công nghệ thông tin tỉnh Thái Bình năm 2021",
    """
    Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;
    Căn cứ Nghị định số 64/2007/NĐ-CP ngày 10/4/2007 của Chính phủ về ứng dụng công nghệ thông tin;
    Theo đề nghị của Giám đốc Sở Thông tin và Truyền thông.
    """,
    """
    Điều 1. Ban hành kèm theo Quyết định này Kế hoạch ứng dụng công nghệ thông tin trong hoạt động của cơ quan nhà nước tỉnh Thái Bình năm 2021.
    Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày ký.
    Điều 3. Chánh Văn phòng UBND tỉnh, Giám đốc Sở Thông tin và Truyền thông chịu trách nhiệm thi hành Quyết định này./.
    """,
    "(Ban hành kèm theo Quyết định số 455/QĐ-UBND ngày 18/02/2021 của UBND tỉnh Thái Bình)",
)

DOCUMENTS = (
    document("pdf-nghe-an", "pdf", "paged", meta("57/KH-UBND", "Chuyển đổi số tỉnh Nghệ An năm 2023", "Nghệ An", date(2023, 2, 6), (2023, 2023), "Lê Hồng Vinh"), _NGHE_AN),
    document("pdf-dak-nong", "pdf", "running", meta("733/KH-UBND", "PHÁT TRIỂN CHÍNH QUYỀN SỐ TỈNH ĐẮK NÔNG / GIAI ĐOẠN 2022-2025, ĐỊNH HƯỚNG ĐẾN NĂM 2030", "Đắk Nông", date(2021, 12, 30), (2022, 2025), "Hồ Văn Mười", sign=CHAIR), _DAK_NONG),
    document("pdf-da-nang", "pdf", "digital sans", meta("140/KH-UBND", "PHÁT TRIỂN DỮ LIỆU SỐ NĂM 2026", "Đà Nẵng", date(2026, 1, 15), (2026, 2026), "Hồ Quang Bửu", city=True), _DA_NANG),
    document("pdf-thai-binh", "pdf", "loose", meta("455/QĐ-UBND", "Ứng dụng công nghệ thông tin trong hoạt động của cơ quan nhà nước / tỉnh Thái Bình năm 2021", "Thái Bình", date(2021, 2, 18), (2021, 2021), "Nguyễn Khắc Thận", sign=CHAIR), _THAI_BINH, decision=_TB_DECISION, aside=True),
)  # fmt: skip
