"""More plans kept as saved web pages."""

from datetime import date

from documents.making import CHAIR, document, meta

_HA_NAM = """
Thực hiện Chương trình công tác năm 2023, UBND tỉnh Hà Nam ban hành Kế hoạch triển khai Đề án 06 như sau:
# I. | MỤC TIÊU
## 1. || Bảo đảm 100% cơ sở dữ liệu chuyên ngành được kết nối với Cơ sở dữ liệu quốc gia về dân cư trước tháng 12/2023.
## 2. || Cấp tài khoản định danh điện tử cho ít nhất 80% công dân đủ điều kiện cư trú trên địa bàn.
# II. | NHIỆM VỤ
## 1. | Nhóm tiện ích giải quyết thủ tục hành chính
%fill dich_vu 3 +
## 2. | Nhóm tiện ích phát triển kinh tế
%fill nhiem_vu 2 +
## 3. | Nhóm tiện ích phục vụ công dân số
### 3.1. | Căn cước và định danh
Tổ chức 12 đợt cấp căn cước công dân lưu động tại khu công nghiệp Đồng Văn và các trường học.
### 3.2. | Khám chữa bệnh bằng thẻ căn cước
%fill dich_vu 2
## 4. | Nhóm tiện ích hoàn thiện hệ sinh thái
%fill du_lieu 2
# III. | PHÂN CÔNG
%table Biểu phân công nhiệm vụ | |
= TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn
%projects 4 no name unit units years
%end
# III. | TỔ CHỨC THỰC HIỆN
## 1. | Công an tỉnh
Là cơ quan thường trực, tham mưu họp Tổ công tác mỗi tháng một lần và kiểm điểm tiến độ từng nhiệm vụ.
## 2. | Văn phòng UBND tỉnh
%fill to_chuc 2 -
## 3. | UBND các huyện, thị xã, thành phố
Kiện toàn Tổ công tác cấp xã, phân công rõ trách nhiệm của từng thành viên trước ngày 10/3/2023.
"""

_YEN_BAI = """
Căn cứ Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ, UBND thành phố Yên Bái ban hành Kế hoạch với nội dung như sau:
# 1. | Mục đích
Nâng cao chất lượng phục vụ người dân tại Bộ phận Một cửa thành phố và 15 xã, phường.
# 2. | Nội dung
## a) | Rà soát thủ tục
%fill dich_vu 2 -
## b) | Số hóa hồ sơ
%fill du_lieu 2 -
## c) | Tuyên truyền
Phát 4.500 tờ rơi hướng dẫn nộp hồ sơ trực tuyến tới từng tổ dân phố.
# 3. | Kinh phí
Kinh phí 620 triệu đồng từ nguồn chi thường xuyên ngân sách thành phố năm 2024.
# 4. | Tổ chức thực hiện
## a) | Phòng Văn hóa và Thông tin: || theo dõi, tổng hợp kết quả, báo cáo trước ngày 20 hằng tháng.
## b) | Văn phòng HĐND và UBND thành phố: || bố trí công chức trực hỗ trợ công dân vào các ngày thứ Bảy.
## c) | UBND các xã, phường: || giao chỉ tiêu cho từng công chức, gắn với đánh giá cuối năm.
"""

_LONG_AN = """
# PHẦN I | ĐÁNH GIÁ TÌNH HÌNH
## I. | Kết quả đạt được
### 1. | Hạ tầng
%fill ha_tang 2
### 2. | Nhân lực
%fill nhan_luc 2
## II. | Khó khăn
Hệ thống phần mềm của một số bộ, ngành chưa cho phép kết nối ngược về địa phương.
# PHẦN II | KẾ HOẠCH NĂM 2022
## I. | Mục tiêu
%table Các chỉ tiêu chủ yếu | |
= STT | Chỉ tiêu | Đơn vị tính | Kế hoạch 2022 | Cơ quan theo dõi
1 | Chỉ tiêu về chính quyền số | | |
1.1 | Hồ sơ được xử lý trực tuyến | % | 50 | Sở Thông tin và Truyền thông
1.2 | Dịch vụ công mức độ 4 có phát sinh hồ sơ | Dịch vụ | 412 | ^
2 | Chỉ tiêu về hạ tầng số | | |
2.1 | Máy chủ chuyển đổi sang điện toán đám mây | Máy | 36 | Sở Thông tin và Truyền thông
2.2 | Tỷ lệ hộ có cáp quang | % | 72,5 | Các doanh nghiệp viễn thông
%end
## II. | Nhiệm vụ
### 1. | Về thể chế
%fill to_chuc 2 -
### 2. | Về nền tảng
%fill nhiem_vu 3 -
### 3. | Về an toàn thông tin
%fill an_toan 2 -
## III. | Kinh phí
Dự toán 45.600 triệu đồng, trong đó ngân sách tỉnh 38.100 triệu đồng và nguồn khác 7.500 triệu đồng.
# PHẦN III | TỔ CHỨC THỰC HIỆN
%fill to_chuc 2
Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh phối hợp vận động đoàn viên, hội viên tham gia.
"""

_HUE = """
Nhằm phát triển kinh tế số gắn với di sản, Ủy ban nhân dân thành phố Huế ban hành Kế hoạch:
# I | QUAN ĐIỂM
Kinh tế số di sản là động lực tăng trưởng mới, doanh nghiệp công nghệ là lực lượng chủ công.
# II | MỤC TIÊU
## 1. | Đến năm 2027
- 100% di tích thuộc Quần thể di tích Cố đô Huế có bản sao số;
- Doanh thu vé điện tử đạt 90% tổng doanh thu vé tham quan.
## 2. | Đến năm 2030
- Thu hút 20 triệu lượt khách trải nghiệm trực tuyến.
# III | NHIỆM VỤ
## 1. | Số hóa di sản
%fill du_lieu 2
## 2. | Phát triển du lịch thông minh
%fill nhiem_vu 2
# IV | KINH PHÍ
%table Nhu cầu vốn | tỷ đồng | Đơn vị: tỷ đồng
= STT | Nguồn | 2025 | 2026 | 2027 | Tổng
1 | Ngân sách thành phố | 8,4 | 12 | 15,6 | 36
2 | Doanh nghiệp | 20 | 25,5 | 30 | 75,5
3 | Tài trợ quốc tế | | 4,2 | | 4,2
| Tổng | 28,4 | 41,7 | 45,6 | 115,7
%end
# V | TỔ CHỨC THỰC HIỆN
%fill to_chuc 3 -
"""
_HUE = (
    _HUE.replace("# I |", "# I. |")
    .replace("# II |", "# II. |")
    .replace("# III |", "# III. |")
    .replace("# IV |", "# IV. |")
    .replace("# V |", "# V. |")
)

_YB = meta(
    "118/KH-UBND", "Nâng cao chất lượng giải quyết thủ tục hành chính / trên môi trường điện tử năm 2024",
    "Yên Bái", date(2024, 3, 8), (2024, 2024), "Nguyễn Ngọc Trúc",
    letterhead=("ỦY BAN NHÂN DÂN", "THÀNH PHỐ YÊN BÁI"), issuer="UBND thành phố Yên Bái",
    recipients=("UBND tỉnh (b/c);", "Thường trực Thành ủy;", "Các phòng, ban;", "UBND các xã, phường;", "Lưu: VT."),
)  # fmt: skip

DOCUMENTS = (
    document("html-ha-nam", "html", "legaldb br", meta("431/KH-UBND", "Triển khai thực hiện Đề án 06 năm 2023 trên địa bàn tỉnh Hà Nam", "Hà Nam", date(2023, 2, 21), (2023, 2023), "Nguyễn Anh Chức", sign=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "P. CHỦ TỊCH")), _HA_NAM),
    document("html-yen-bai", "html", "portal", _YB, _YEN_BAI),
    document("html-long-an", "html", "lawsite bom", meta("1003/KH-UBND", "PHÁT TRIỂN CHÍNH QUYỀN SỐ NĂM 2022", "Long An", date(2022, 4, 1), (2022, 2022), "Phạm Tấn Hòa"), _LONG_AN, aside=True),
    document("html-hue", "html", "modern semantic", meta("266/KH-UBND", "PHÁT TRIỂN KINH TẾ SỐ DI SẢN GIAI ĐOẠN 2025-2027, TẦM NHÌN ĐẾN NĂM 2030", "Huế", date(2025, 7, 30), (2025, 2027), "Nguyễn Văn Phương", sign=CHAIR, city=True), _HUE, aside=True),
)  # fmt: skip
