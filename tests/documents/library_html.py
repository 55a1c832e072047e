"""Plans kept as saved web pages."""

from dataclasses import replace
from datetime import date

from documents.making import CHAIR, document, issuing, meta

_SON_LA = """
Thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2020, Ủy ban nhân dân tỉnh Sơn La xây dựng Kế hoạch phát triển Chính quyền số năm 2024 như sau:
# I. | ĐÁNH GIÁ KẾT QUẢ NĂM 2023
## 1. | Hạ tầng số
%fill ha_tang 2
## 2. | Nền tảng số
Nền tảng LGSP của tỉnh đã kết nối 19 hệ thống, tăng 04 hệ thống so với năm 2022[^Báo cáo số 512/BC-STTTT ngày 30/11/2023.].
%fill du_lieu 2 -
## 3. | An toàn thông tin
%fill an_toan 2
# II. | MỤC TIÊU
## 1. | Mục tiêu tổng quát
Nâng cao hiệu lực, hiệu quả quản lý nhà nước, thu hẹp khoảng cách số giữa vùng cao và đô thị[^Gồm 112 xã đặc biệt khó khăn.].
## 2. | Mục tiêu cụ thể
### a) | Phát triển hạ tầng:
- 100% xã có điểm truy cập Internet công cộng;
- 90% bản có sóng thông tin di động 4G.
### b) | Phát triển dịch vụ:
- 80% hồ sơ thủ tục hành chính được tiếp nhận trực tuyến;
+ Trong đó cấp tỉnh đạt 88%, cấp huyện đạt 76%;
+ Cấp xã đạt tối thiểu 70%.
# III. | NHIỆM VỤ
%fill nhiem_vu 4 -
# IV. | KINH PHÍ THỰC HIỆN
Kinh phí chi tiết tại Phụ lục I và Phụ lục II ban hành kèm theo Kế hoạch này.
# V. | TỔ CHỨC THỰC HIỆN
## 1. | Sở Thông tin và Truyền thông
%fill to_chuc 2 -
## 2. | Sở Tài chính
Tham mưu bố trí vốn sự nghiệp để thực hiện các nhiệm vụ trong dự toán đầu năm 2024.
%closing Trên đây là Kế hoạch phát triển Chính quyền số tỉnh Sơn La năm 2024./.
%annex
# Phụ lục I | DANH MỤC NHIỆM VỤ NĂM 2024
%center (Kèm theo Kế hoạch số 318/KH-UBND ngày 29 tháng 12 năm 2023 của UBND tỉnh Sơn La)
%table | triệu đồng | Đơn vị: Triệu đồng
= STT | Tên nhiệm vụ | Đơn vị chủ trì | Thời gian | Kinh phí năm 2024 | <
= ^ | ^ | ^ | ^ | Ngân sách tỉnh | Nguồn khác
I | HẠ TẦNG SỐ | | | |
%projects 4 no name unit years y y
II | ỨNG DỤNG VÀ DỊCH VỤ | | | |
%projects 5 no name unit years y y
%total Tổng cộng | < | < | < | = | =
%end
%annex
# Phụ lục II | CHỈ TIÊU GIAO CÁC ĐỊA PHƯƠNG
%table | |
= TT | Địa phương | Hồ sơ trực tuyến (%) | Thanh toán trực tuyến (%) | Ghi chú
1 | Thành phố Sơn La | 92 | 85 |
2 | Huyện Mộc Châu | 84,5 | 71 | Giao tăng so với năm 2023
3 | Huyện Sốp Cộp | 66 | 48,5 |
%end
"""

_GIA_LAI = """
Căn cứ chức năng, nhiệm vụ được giao, Ủy ban nhân dân tỉnh Gia Lai ban hành Kế hoạch:
# | BỐI CẢNH
Tỉnh Gia Lai sau hợp nhất có 135 xã, phường; khối lượng dữ liệu cần chuyển đổi tăng gấp hai lần.
%fill ha_tang 2
# | MỤC TIÊU
## | Mục tiêu đến hết năm 2025
- Hoàn thành kết nối mạng truyền số liệu chuyên dùng tới 135 xã, phường;
- 100% Trung tâm phục vụ hành chính công cấp xã hoạt động ổn định.
## | Mục tiêu đến năm 2030
- Kinh tế số chiếm 25% GRDP;
- 85% người dân trưởng thành có chữ ký số cá nhân.
# | NHIỆM VỤ, GIẢI PHÁP
## | Hoàn thiện thể chế
%fill to_chuc 2
## | Phát triển hạ tầng và dữ liệu
%fill du_lieu 3 •
## | Nâng cao kỹ năng số
%fill nhan_luc 2 •
# | KINH PHÍ
Tổng nhu cầu kinh phí giai đoạn 2025-2030 khoảng 486 tỷ đồng, phân kỳ như sau:
%table | tỷ đồng | ĐVT: tỷ đồng
= Nguồn vốn | 2025 | 2026 | 2027 | 2028-2030
Ngân sách trung ương | 12,5 | 30 | 42 | 96
Ngân sách địa phương | 18 | 40,5 | 45 | 110
Xã hội hóa | | 12 | 20 | 60
Tổng số | 30,5 | 82,5 | 107 | 266
%end
# | TỔ CHỨC THỰC HIỆN
## | Sở Khoa học và Công nghệ
Chủ trì theo dõi, đôn đốc; hằng quý báo cáo Chủ tịch Ủy ban nhân dân tỉnh trước ngày 25 của tháng cuối quý.
## | Ủy ban nhân dân các xã, phường
%fill to_chuc 2
"""

_HAI_PHONG = """
# Chương I | QUY ĐỊNH CHUNG
## Điều 1. | Mục tiêu
1. Xây dựng Hải Phòng trở thành thành phố cảng thông minh, thuộc nhóm 5 địa phương dẫn đầu về chỉ số chuyển đổi số.
## Điều 2. | Nguyên tắc thực hiện
### 1. || Lấy dữ liệu làm nền tảng, bảo đảm nguyên tắc một lần khai báo.
### 2. || Ưu tiên thuê dịch vụ công nghệ thông tin sẵn có trên thị trường.
### 3. || Không đầu tư trùng lặp với hệ thống của bộ, ngành trung ương.
# Chương II | NHIỆM VỤ
## Điều 3. | Hạ tầng số
### 1. | Hạ tầng viễn thông
%fill ha_tang 2
### 2. | Hạ tầng dữ liệu
%fill du_lieu 2
## Điều 4. | Dịch vụ đô thị thông minh
%fill dich_vu 3 -
## Điều 5. | An toàn, an ninh mạng
%fill an_toan 3
# Chương III | TỔ CHỨC THỰC HIỆN
## Điều 6. | Phân công nhiệm vụ
### 1. || Sở Khoa học và Công nghệ là cơ quan thường trực, chịu trách nhiệm tổng hợp, báo cáo.
### 2. || Công an thành phố bảo đảm an ninh mạng, vận hành dữ liệu dân cư.
#### a) || Chia sẻ dữ liệu giao thông với Trung tâm điều hành đô thị thông minh;
#### b) || Xác thực thông tin công dân qua tài khoản định danh điện tử.
## Điều 7. | Kinh phí
Kinh phí thực hiện trong năm 2026 là 154.300 triệu đồng, bố trí từ ngân sách thành phố.
"""
_HAI_PHONG = _HAI_PHONG.replace("1. Xây dựng", "Xây dựng")

_HP_DECISION = issuing(
    "3390/QĐ-UBND",
    "Về việc ban hành Kế hoạch phát triển đô thị thông minh thành phố Hải Phòng năm 2026",
    """
    Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
    Căn cứ Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023;
    Xét đề nghị của Giám đốc Sở Khoa học và Công nghệ.
    """,
    """
    Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phát triển đô thị thông minh thành phố Hải Phòng năm 2026.
    Điều 2. Quyết định này có hiệu lực kể từ ngày ký ban hành.
    Điều 3. Chánh Văn phòng Ủy ban nhân dân thành phố, Thủ trưởng các sở, ngành căn cứ Quyết định thi hành./.
    """,
    "(Kèm theo Quyết định số 3390/QĐ-UBND ngày 15 tháng 12 năm 2025 của UBND thành phố Hải Phòng)",
)

_BINH_PHUOC = """
Ủy ban nhân dân tỉnh xây dựng Kế hoạch phát triển hạ tầng số với những nội dung chủ yếu sau đây:
# I/ | MỤC ĐÍCH - YÊU CẦU
## 1/ | Mục đích:
Phổ cập hạ tầng cáp quang, di động băng rộng đến từng ấp, sóc; tạo nền tảng cho chuyển đổi số.
## 2/ | Yêu cầu:
Bảo đảm dùng chung cột, cống, bể giữa các doanh nghiệp, giữ gìn mỹ quan đô thị.
# II/ | CHỈ TIÊU
- Năm 2022: phủ sóng 4G 98% dân số;
- Năm 2023: 75% hộ gia đình có cáp quang;
- Năm 2025: 5G tại toàn bộ khu công nghiệp.
# III/ | NHIỆM VỤ VÀ GIẢI PHÁP
## 1/ | Hoàn thiện quy hoạch
%fill to_chuc 2 -
## 2/ | Phát triển mạng lưới
%fill ha_tang 4 -
## 2/ | Phát triển điểm truy cập công cộng
Lắp đặt thiết bị phát sóng tại 111 nhà văn hóa xã, thị trấn bằng nguồn xã hội hóa.
## 4/ | Hợp tác doanh nghiệp
%fill nhiem_vu 2
# IV/ | NHU CẦU VỐN
%table Bảng tổng hợp nhu cầu vốn phát triển hạ tầng số | triệu đồng | (Đơn vị tính: triệu đồng)
= TT | Hạng mục | Tổng vốn | Trong đó | < | < | Ghi chú
= ^ | ^ | ^ | Ngân sách | < | Doanh nghiệp | ^
= ^ | ^ | ^ | Trung ương | Tỉnh | ^ | ^
1 | Mở rộng mạng cáp quang tới 86 ấp vùng biên giới | 24.600 | 4.000 | 5.600 | 15.000 | Chuyển tiếp
2 | Cột ăng ten dùng chung | 11.250 | | 1.250 | 10.000 |
3 | Wifi công cộng | 3.400 | | 900 | 2.500 | Làm mới
| Cộng | 39.250 | 4.000 | 7.750 | 27.500 |
%end
# V/ | TỔ CHỨC THỰC HIỆN
## 1/ | Sở Thông tin và Truyền thông: || hướng dẫn, kiểm tra việc thực hiện; báo cáo trước ngày 10/12.
## 2/ | UBND các huyện, thị xã, thành phố: || bố trí mặt bằng, tuyên truyền để người dân đồng thuận.
"""

_HP = meta("3390/QĐ-UBND", "Phát triển đô thị thông minh / thành phố Hải Phòng năm 2026", "Hải Phòng", date(2025, 12, 15), (2026, 2026), "Hoàng Minh Cường", city=True)  # fmt: skip

DOCUMENTS = (
    document("html-son-la", "html", "lawsite", meta("318/KH-UBND", "PHÁT TRIỂN CHÍNH QUYỀN SỐ TỈNH SƠN LA NĂM 2024", "Sơn La", date(2023, 12, 29), (2024, 2024), "Tráng Thị Xuân"), _SON_LA),
    document("html-gia-lai", "html", "modern semantic", meta("1902/KH-UBND", "CHUYỂN ĐỔI SỐ TỈNH GIA LAI GIAI ĐOẠN 2025-2030", "Gia Lai", date(2025, 9, 22), (2025, 2030), "Phạm Anh Tuấn", sign=CHAIR), _GIA_LAI),
    document("html-hai-phong", "html", "portal", replace(_HP, recipients=("Như Điều 3;", "Thường trực Thành ủy;", "Cổng TTĐT thành phố;", "Lưu: VT, KHCN.")), _HAI_PHONG, decision=_HP_DECISION, aside=True),
    document("html-binh-phuoc", "html", "word", meta("88/KH-UBND", "Phát triển hạ tầng số tỉnh Bình Phước / giai đoạn 2022-2025", "Bình Phước", date(2022, 3, 17), (2022, 2025), "Trần Tuyết Minh"), _BINH_PHUOC),
)  # fmt: skip
