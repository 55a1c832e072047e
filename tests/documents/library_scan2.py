"""More scans."""

from datetime import date

from documents.making import CHAIR, document, meta

_CA_MAU = """
Căn cứ Chỉ thị số 14/CT-TTg ngày 07/6/2019 của Thủ tướng Chính phủ, UBND tỉnh Cà Mau ban hành Kế hoạch:
# I. | MỤC TIÊU
## 1. | Mục tiêu chung
Bảo đảm các hệ thống thông tin của tỉnh vận hành an toàn, liên tục trong mọi tình huống.
## 2. | Mục tiêu cụ thể
### a) || 100% hệ thống thông tin được triển khai mô hình bảo vệ 4 lớp trước ngày 30/6/2025;
### b) || Thời gian phát hiện sự cố trung bình không quá 15 phút.
# II. | NHIỆM VỤ
## 1. | Giám sát
%fill an_toan 3
## 2. | Đào tạo
%fill nhan_luc 2 -
## 3. | Sao lưu dự phòng
%fill ha_tang 2
# III. | KINH PHÍ
%table Bảng 1. Dự toán kinh phí | triệu đồng | Đơn vị tính: triệu đồng
= STT | Nội dung chi | Năm 2024 | Năm 2025 | Tổng
%projects 5 no name y y sum
%end
# IV. | TỔ CHỨC THỰC HIỆN
%fill to_chuc 3 -
%closing Trên đây là Kế hoạch bảo đảm an toàn thông tin mạng tỉnh Cà Mau giai đoạn 2024-2025./.
"""

_TAY_NINH = """
# Phần I | HIỆN TRẠNG
## 1. | Hạ tầng
%fill ha_tang 3
## 2. | Ứng dụng
%fill dich_vu 3
# Phần II | KẾ HOẠCH
## 1. | Mục tiêu
Hoàn thành 12 chỉ tiêu do Ban Chỉ đạo chuyển đổi số của tỉnh giao trong năm 2020.
## 2. | Nhiệm vụ
%fill nhiem_vu 4 -
## 3. | Kinh phí
Kinh phí 27.350 triệu đồng, gồm 19.000 triệu đồng vốn đầu tư và 8.350 triệu đồng vốn thường xuyên.
# Phần III | TỔ CHỨC THỰC HIỆN
## 1. | Sở Thông tin và Truyền thông
%fill to_chuc 2 -
## 2. | Đài Phát thanh và Truyền hình tỉnh
Xây dựng chuyên mục định kỳ 02 số mỗi tháng, phản ánh gương điển hình trong chuyển đổi số.
"""

DOCUMENTS = (
    document("scan-ca-mau", "scan", "dpi300 stamp colour skew", meta("92/KH-UBND", "Bảo đảm an toàn thông tin mạng tỉnh Cà Mau / giai đoạn 2024-2025", "Cà Mau", date(2024, 5, 16), (2024, 2025), "Nguyễn Minh Luân"), _CA_MAU),
    document("scan-tay-ninh", "scan", "mixed stamp noise", meta("377/KH-UBND", "ỨNG DỤNG CÔNG NGHỆ THÔNG TIN TỈNH TÂY NINH NĂM 2020", "Tây Ninh", date(2020, 2, 26), (2020, 2020), "Nguyễn Thanh Ngọc", sign=CHAIR), _TAY_NINH, aside=True),
)  # fmt: skip
