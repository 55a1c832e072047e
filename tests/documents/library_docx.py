"""Plans kept as Word files."""

from datetime import date

from documents.making import CHAIR, document, meta

_QUANG_NGAI = """
Căn cứ Quyết định số 942/QĐ-TTg ngày 15/6/2021 của Thủ tướng Chính phủ, UBND tỉnh Quảng Ngãi ban hành Kế hoạch như sau:
# I. | MỤC TIÊU
## 1. | Mục tiêu chung
Phát triển chính quyền số có hạ tầng hiện đại, dữ liệu được kết nối và khai thác hiệu quả.
## 2. | Mục tiêu cụ thể
### a) | Mục tiêu về dịch vụ
%fill dich_vu 2 -
### b) | Mục tiêu về dữ liệu
%fill du_lieu 2 -
# II. | NỘI DUNG NHIỆM VỤ
## 1. | Hạ tầng
%fill ha_tang 3 -
Đến hết quý II/2022 hoàn thành chuyển đổi toàn bộ trang thông tin điện tử sang giao thức IPv6[^Trừ các trang thông tin do doanh nghiệp quản lý.].
## 2. | Ứng dụng
### a) | Trong cơ quan nhà nước
%fill nhiem_vu 2
### b) | Phục vụ người dân
%fill nhiem_vu 2
## 3. | An toàn thông tin
%fill an_toan 3 -
# III. | GIẢI PHÁP
## 1. | Tuyên truyền
Mỗi tháng phát sóng ít nhất 02 chuyên mục về chuyển đổi số trên sóng phát thanh, truyền hình.
## 2. | Đào tạo
%fill nhan_luc 2 -
# IV. | KINH PHÍ
%table Bảng kinh phí thực hiện năm 2022 | triệu đồng | Đơn vị tính: Triệu đồng
= TT | Nhiệm vụ | Cơ quan thực hiện | < | Kinh phí
= ^ | ^ | Chủ trì | Phối hợp | ^
%projects 6 no name unit unit sum
Tổng cộng | < | < | < | 38.000
%end
# V. | TỔ CHỨC THỰC HIỆN
## 1. | Sở Thông tin và Truyền thông
%fill to_chuc 2 -
## 2. | Các cơ quan, đơn vị
Xây dựng kế hoạch chi tiết của đơn vị mình trước ngày 15/02/2022, gửi về cơ quan thường trực.
%closing Trên đây là Kế hoạch phát triển Chính quyền số tỉnh Quảng Ngãi năm 2022./.
"""

_DIEN_BIEN = """
Thực hiện Nghị quyết số 09-NQ/TU của Ban Chấp hành Đảng bộ tỉnh, UBND tỉnh Điện Biên xây dựng kế hoạch như sau:
# 1. | Sự cần thiết
%fill ha_tang 2
# 2. | Mục tiêu
## 2.1. | Đến năm 2025
- 60% thủ tục hành chính được cung cấp toàn trình;
- 100% xã có cán bộ đầu mối về chuyển đổi số được tập huấn.
## 2.2. | Đến năm 2030
- Xếp hạng chuyển đổi số cấp tỉnh từ vị trí thứ 40 trở lên.
# 3. | Nhiệm vụ
## 3.1. | Chính quyền số
### 3.1.1. | Văn bản điện tử
%fill dich_vu 2
### 3.1.2. | Hội nghị trực tuyến
Đầu tư bổ sung 34 điểm cầu tại các xã khó khăn, hoàn thành trong quý III/2023.
## 3.2. | Kinh tế số
%fill nhiem_vu 3 -
## 3.3. | Xã hội số
%fill nhan_luc 2 -
# 4. | Kinh phí và phân công
## 4.1. | Kinh phí
Dự kiến 64,8 tỷ đồng, trong đó vốn đầu tư công trung hạn 41 tỷ đồng và vốn sự nghiệp 23,8 tỷ đồng.
## 4.2. | Phân công
%fill to_chuc 3 -
%annex landscape
# Phụ lục 01 | DANH MỤC DỰ ÁN GIAI ĐOẠN 2023-2025
%center (Kèm theo Kế hoạch số 1560/KH-UBND ngày 26/5/2023 của UBND tỉnh Điện Biên)
%table | triệu đồng | ĐVT: triệu đồng
= STT | Tên dự án | Chủ đầu tư | Tổng mức đầu tư | Phân kỳ | < | < | Ghi chú
= ^ | ^ | ^ | ^ | Năm 2023 | Năm 2024 | Năm 2025 | ^
A | DỰ ÁN CHUYỂN TIẾP | < | < | < | < | < | <
%projects 3 no name unit sum y y y blank
B | DỰ ÁN MỞ MỚI | < | < | < | < | < | <
%projects 6 no name unit sum y y y blank
%total | TỔNG SỐ | | = | = | = | = |
%end
%annex landscape
# Phụ lục 02 | PHÂN CÔNG NHIỆM VỤ
%table | |
= TT | Nhiệm vụ | Sản phẩm | Thời hạn
%projects 6 no2 name result years
%end
"""

_TIEN_GIANG = """
Nhằm cụ thể hóa nhiệm vụ được giao, Sở Thông tin và Truyền thông ban hành Kế hoạch thực hiện như sau:
# I. | MỤC ĐÍCH, YÊU CẦU
- Nâng cao nhận thức của công chức, viên chức trong ngành về dữ liệu số;
- Hoàn thành đúng tiến độ các nhiệm vụ do Ủy ban nhân dân tỉnh giao.
# II. | NỘI DUNG
## 1. | Rà soát thủ tục hành chính
%fill dich_vu 2
## 2. | Quản trị dữ liệu
### a) | Dữ liệu bưu chính: || cập nhật 172 điểm phục vụ lên bản đồ số trước ngày 30/6/2024.
### b) | Dữ liệu báo chí: || số hóa toàn bộ hồ sơ cấp phép từ năm 2015 đến nay.
### c) || Các phòng chuyên môn tự kiểm tra chất lượng dữ liệu mỗi tháng một lần.
## 3. | Bồi dưỡng
%fill nhan_luc 3 -
# III. | KINH PHÍ
Sử dụng dự toán chi thường xuyên của Sở, dự kiến 850 triệu đồng.
# IV. | TỔ CHỨC THỰC HIỆN
## 1. | Văn phòng Sở
%fill to_chuc 2
## 2. | Trung tâm Công nghệ thông tin và Truyền thông
Vận hành hệ thống, trực kỹ thuật ngoài giờ hành chính trong thời gian diễn ra các sự kiện lớn của tỉnh.
"""

_HA_TINH = """
# Phần thứ nhất | KẾT QUẢ THỰC HIỆN GIAI ĐOẠN 2018-2020
## I. | KẾT QUẢ
### 1. | Về ứng dụng nội bộ
%fill dich_vu 2
### 2. | Về hạ tầng
%fill ha_tang 3
## II. | TỒN TẠI
%fill an_toan 2 -
# Phần thứ hai | KẾ HOẠCH GIAI ĐOẠN 2021-2025
## I. | MỤC TIÊU
Phấn đấu đến năm 2025 Hà Tĩnh nằm trong nhóm 20 tỉnh dẫn đầu cả nước về chính quyền điện tử.
## II. | NHIỆM VỤ
### 1. | Xây dựng cơ sở dữ liệu
%fill du_lieu 3 -
### 2. | Phát triển ứng dụng
%fill nhiem_vu 3 -
### 3. | Kinh phí
%table | triệu đồng | Đơn vị tính: triệu đồng
= Năm | Ngân sách trung ương | Ngân sách tỉnh | Cộng
2021 | 5.000 | 12.300 | 17.300
2022 | 7.500 | 14.000 | 21.500
2023 | | 15.250 | 15.250
2024 | 4.200 | 16.000 | 20.200
2025 | 4.000 | 18.400 | 22.400
Tổng | 20.700 | 75.950 | 96.650
%end
# Phần thứ ba | TỔ CHỨC THỰC HIỆN
## 1. | Sở Kế hoạch và Đầu tư
%fill to_chuc 2
## 2. | Bưu điện tỉnh
Phối hợp tiếp nhận hồ sơ, trả kết quả tại nhà cho người dân ở 13 huyện, thành phố, thị xã.
"""

_TG = meta(
    "47/KH-STTTT",
    "Triển khai nhiệm vụ chuyển đổi số của Sở / năm 2024",
    "Tiền Giang",
    date(2024, 2, 20),
    (2024, 2024),
    "Trần Văn Dũng",
    sign=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    letterhead=("UBND TỈNH TIỀN GIANG", "SỞ THÔNG TIN VÀ TRUYỀN THÔNG"),
    issuer="Sở Thông tin và Truyền thông tỉnh Tiền Giang",
    signer_title="Phó Giám đốc",
    also=(("issuer", "Sở Thông tin và Truyền thông"),),
    recipients=(
        "UBND tỉnh (b/c);",
        "Ban Giám đốc Sở;",
        "Các phòng, đơn vị trực thuộc;",
        "Lưu: VT.",
    ),
)

DOCUMENTS = (
    document("docx-quang-ngai", "docx", "auto lists", meta("20/KH-UBND", "PHÁT TRIỂN CHÍNH QUYỀN SỐ / TỈNH QUẢNG NGÃI NĂM 2022", "Quảng Ngãi", date(2022, 1, 28), (2022, 2022), "Võ Phiên"), _QUANG_NGAI),
    document("docx-dien-bien", "docx", "styles", meta("1560/KH-UBND", "Chuyển đổi số tỉnh Điện Biên / giai đoạn 2023-2025, định hướng đến năm 2030", "Điện Biên", date(2023, 5, 26), (2023, 2025), "Lê Thành Đô", sign=CHAIR), _DIEN_BIEN),
    document("docx-tien-giang", "docx", "tracked softbreaks", _TG, _TIEN_GIANG, aside=True),
    document("docx-ha-tinh", "docx", "textbox", meta("512/KH-UBND", "XÂY DỰNG CHÍNH QUYỀN ĐIỆN TỬ TỈNH HÀ TĨNH GIAI ĐOẠN 2021-2025", "Hà Tĩnh", date(2020, 12, 31), (2021, 2025), "Dương Tất Thắng"), _HA_TINH),
)  # fmt: skip
