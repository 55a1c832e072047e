"""More plans kept as Word files."""

from dataclasses import replace
from datetime import date

from documents import library_pdf
from documents.making import CHAIR, document, issuing, meta

_LAO_CAI = """
Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị, UBND tỉnh Lào Cai ban hành Kế hoạch:
# | MỤC TIÊU
- Đưa chỉ số đổi mới sáng tạo cấp tỉnh vào nhóm 30 địa phương dẫn đầu;
- Tối thiểu 15% chi ngân sách khoa học dành cho chuyển đổi số.
# | NHIỆM VỤ CHỦ YẾU
## | Hoàn thiện thể chế, chính sách
%fill to_chuc 2 -
## | Phát triển hạ tầng số vùng biên
%fill ha_tang 3
## | Phát triển nhân lực số
%fill nhan_luc 2 -
# | KINH PHÍ THỰC HIỆN
Bố trí 210 tỷ đồng giai đoạn 2026-2030, trong đó năm 2026 là 38,5 tỷ đồng.
# | TỔ CHỨC THỰC HIỆN
## | Sở Khoa học và Công nghệ
Xây dựng bộ chỉ số theo dõi, công khai kết quả hằng quý trên Cổng thông tin điện tử của tỉnh.
## | Sở Tài chính
%fill to_chuc 1
"""

_TRA_VINH = """
Căn cứ tình hình thực tế, Ủy ban nhân dân tỉnh Trà Vinh ban hành Kế hoạch với các nội dung sau:
# I. | CĂN CỨ
%fill can_cu 3 -
# II. | MỤC TIÊU
## 1. | Mục tiêu chung
Thúc đẩy thanh toán không dùng tiền mặt trong cơ quan nhà nước, trường học và cơ sở y tế.
## 2. | Mục tiêu cụ thể
### 2.1. | Đối với cơ quan nhà nước
100% khoản thu phí, lệ phí có thể thanh toán trực tuyến từ ngày 01/7/2023.
### 2.2. | Đối với cơ sở giáo dục
- 90% trường học tại thành phố Trà Vinh thu học phí qua tài khoản;
- 60% trường học tại vùng có đông đồng bào Khmer thu học phí qua tài khoản.
### 2.3. | Đối với cơ sở y tế
%fill dich_vu 2 -
# IV. | NHIỆM VỤ
## 1. | Tuyên truyền
%fill nhan_luc 2
## 2. | Phát triển hạ tầng thanh toán
%fill nhiem_vu 3 -
## 3. | Bảo đảm an toàn giao dịch
%fill an_toan 2
# V. | TỔ CHỨC THỰC HIỆN
## 1. | Ngân hàng Nhà nước chi nhánh tỉnh
Chỉ đạo các tổ chức tín dụng lắp đặt thêm 120 máy chấp nhận thẻ tại chợ và trung tâm thương mại.
## 2. | Kho bạc Nhà nước tỉnh
%fill to_chuc 1
%closing Trên đây là Kế hoạch phát triển thanh toán không dùng tiền mặt, yêu cầu các đơn vị thực hiện nghiêm túc.
%annex landscape
# Phụ lục | KINH PHÍ THỰC HIỆN NĂM 2023
%center (Kèm theo Kế hoạch số 39/KH-UBND ngày 10/4/2023 của UBND tỉnh Trà Vinh)
%table | triệu đồng | Đơn vị tính: triệu đồng
= TT | Nội dung | Đơn vị chủ trì | Kinh phí năm 2023 | < | < | Ghi chú
= ^ | ^ | ^ | Tổng số | Trong đó | < | ^
= ^ | ^ | ^ | ^ | Ngân sách tỉnh | Nguồn khác | ^
%numbered
1 | Lắp đặt thiết bị đọc mã QR tại Bộ phận Một cửa | Văn phòng UBND tỉnh | 1.540 | 1.540 | | Mua sắm tập trung
2 | Hỗ trợ phần mềm quản lý học phí | Sở Giáo dục và Đào tạo | 2.300 | 800 | 1.500 |
3 | Truyền thông tại 106 xã, phường | ^ | 465 | 400 | 65 |
| Tổng cộng | | 4.305 | 2.740 | 1.565 |
%end
"""

_BAC_NINH = """
# Điều 1. | Mục tiêu
Kế hoạch nhằm hoàn thành kết nối dữ liệu giữa các khu công nghiệp với hệ thống giám sát môi trường của tỉnh.
# Điều 2. | Nhiệm vụ
## 1. | Hạ tầng
%fill ha_tang 2
## 2. | Dữ liệu
%fill du_lieu 2
### a) || Thu thập dữ liệu từ 62 trạm quan trắc tự động của doanh nghiệp;
### b) || Chuẩn hóa dữ liệu theo hướng dẫn của Bộ Nông nghiệp và Môi trường;
### c) || Công bố chỉ số chất lượng không khí hằng ngày.
# Điều 3. | Kinh phí
Kinh phí thực hiện lấy từ sự nghiệp môi trường, khoảng 18,7 tỷ đồng cho cả giai đoạn.
# Điều 4. | Tổ chức thực hiện
%fill to_chuc 3
"""
_BN_DECISION = issuing(
    "902/QĐ-UBND",
    "Về việc ban hành Kế hoạch kết nối dữ liệu quan trắc môi trường giai đoạn 2026-2028",
    """
    Căn cứ Luật Bảo vệ môi trường ngày 17 tháng 11 năm 2020;
    Theo đề nghị của Giám đốc Sở Nông nghiệp và Môi trường tại Tờ trình số 210/TTr-SNNMT.
    """,
    """
    Điều 1. Ban hành kèm theo Quyết định này Kế hoạch số 35/KH-UBND về kết nối dữ liệu quan trắc môi trường.
    Điều 2. Quyết định có hiệu lực từ ngày ký; các đơn vị có tên tại Điều 3 chịu trách nhiệm thi hành.
    Điều 3. Chánh Văn phòng UBND tỉnh, Giám đốc các sở, ngành liên quan thi hành Quyết định này./.
    """,
    "(Kèm theo Quyết định số 902/QĐ-UBND ngày 09 tháng 4 năm 2026 của UBND tỉnh Bắc Ninh)",
)

_LAI_CHAU = """
Thực hiện chỉ đạo của Chủ tịch UBND tỉnh, kế hoạch tổ chức tháng cao điểm dữ liệu số được xây dựng như sau:
# I. | YÊU CẦU CHUNG
Mỗi cơ quan, đơn vị hoàn thành tối thiểu một bộ dữ liệu được làm sạch trong tháng cao điểm.
# II. | NỘI DUNG VÀ TIẾN ĐỘ
%table Bảng tiến độ | |
= Tuần | Công việc | Đơn vị thực hiện | Sản phẩm
01 | Phát động, tập huấn quy trình làm sạch dữ liệu | Văn phòng UBND tỉnh | Tài liệu tập huấn
02 | Rà soát dữ liệu hộ tịch, đất đai tại cấp xã | Sở Tư pháp // Sở Tài nguyên và Môi trường | Biểu rà soát
03 | Cập nhật, ký số dữ liệu đã làm sạch | ^ | Bộ dữ liệu
04 | Kiểm tra chéo, công bố kết quả | Đoàn kiểm tra liên ngành | Báo cáo
%end
# III. | PHÂN CÔNG
## 1. | Văn phòng UBND tỉnh
- Chủ trì, điều phối chung;
%fill to_chuc 2 -
## 2. | Các đơn vị viễn thông
%fill ha_tang 2 -
"""

_OLD_PDF = next(one for one in library_pdf.DOCUMENTS if one.key == "pdf-dak-nong")
_LC = meta(
    "08/KH-UBND", "Tổ chức tháng cao điểm làm sạch dữ liệu số năm 2020", "Lai Châu", date(2020, 2, 3),
    (2020, 2020), "Nguyễn Thanh Tùng", sign=("TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"), signer_title="Chánh Văn phòng",
)  # fmt: skip

DOCUMENTS = (
    document("docx-lao-cai", "docx", "styles", meta("301/KH-UBND", "PHÁT TRIỂN KHOA HỌC, CÔNG NGHỆ, ĐỔI MỚI SÁNG TẠO VÀ CHUYỂN ĐỔI SỐ / GIAI ĐOẠN 2026-2030", "Lào Cai", date(2025, 11, 12), (2026, 2030), "Nguyễn Tuấn Anh", sign=("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"), signer_title="Quyền Chủ tịch"), _LAO_CAI),
    document("docx-tra-vinh", "docx", "lists", meta("39/KH-UBND", "Phát triển thanh toán không dùng tiền mặt / trên địa bàn tỉnh Trà Vinh năm 2023", "Trà Vinh", date(2023, 4, 10), (2023, 2023), "Nguyễn Quỳnh Thiện"), _TRA_VINH),
    document("docx-bac-ninh", "docx", "softbreaks", meta("35/KH-UBND", "Kết nối dữ liệu quan trắc môi trường / giai đoạn 2026-2028", "Bắc Ninh", date(2026, 4, 9), (2026, 2028), "Đào Quang Khải", sign=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC"), signer_title="Phó Chủ tịch Thường trực", also=(("signer_title", "Phó Chủ tịch"),)), _BAC_NINH, decision=_BN_DECISION, aside=True),
    document("docx-lai-chau", "docx", "auto nobold", _LC, _LAI_CHAU),
    replace(_OLD_PDF, key="docx-dak-nong", kind="docx", variant="styles", kept_aside=True, meta=replace(_OLD_PDF.meta, sign=CHAIR)),
)  # fmt: skip
