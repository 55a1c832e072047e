"""Footnotes, underlined headings, a workbook, a report, as offices have them."""

from datetime import date

from documents.making import meta, several

_NOTES = """
Triển khai Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị[^Nghị quyết về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia], UBND tỉnh Lào Cai ban hành Kế hoạch:
# PHẦN I | CĂN CỨ VÀ BỐI CẢNH
Tỉnh có đường biên giới dài, lưu lượng hàng hóa qua cửa khẩu lớn nên yêu cầu số hóa thủ tục thông quan rất cấp bách.
# PHẦN II | MỤC TIÊU VÀ NHIỆM VỤ
## 1. | Cửa khẩu số
### 1.1. | Mục tiêu
Rút thời gian thông quan một xe hàng nông sản xuống dưới 18 phút vào cuối năm 2026.
### 1.2. | Nhiệm vụ
#### 1.2.1. | Bãi kiểm hóa
Lắp đặt 06 cân tự động, 24 camera nhận dạng biển số tại bãi kiểm hóa Kim Thành[^Khu vực cửa khẩu quốc tế đường bộ số II].
#### 1.2.2. | Khai báo trước
Doanh nghiệp gửi thông tin xe, lái xe trước tối thiểu 04 giờ qua ứng dụng của Ban Quản lý Khu kinh tế.
## 2. | Du lịch số
### 2.1. | Vé điện tử
Toàn bộ 14 điểm tham quan có thu phí bán vé điện tử, kết nối dữ liệu thuế theo thời gian thực.
### 2.2. | Lưu trú
Cơ sở lưu trú khai báo khách trong vòng 30 phút kể từ lúc nhận phòng.
# PHẦN III | KINH PHÍ, TỔ CHỨC THỰC HIỆN
## 1. | Kinh phí
Nhu cầu 64,2 tỷ đồng; riêng năm 2026 bố trí trước 21,5 tỷ đồng cho cửa khẩu số.
## 2. | Tổ chức thực hiện
- Ban Quản lý Khu kinh tế làm chủ đầu tư các hạng mục tại cửa khẩu;
- Sở Du lịch ký quy chế trao đổi dữ liệu lưu trú với Công an tỉnh trong quý I.
"""

_NOTES_META = meta(
    "35/KH-UBND",
    "Chuyển đổi số trong lĩnh vực cửa khẩu và du lịch / giai đoạn 2025-2026",
    "Lào Cai",
    date(2025, 2, 24),
    (2025, 2026),
    "Hoàng Quốc Khánh",
)

_BOLDS = """
Nhằm thực hiện có hiệu quả công tác lưu trữ điện tử, Sở Nội vụ tỉnh Trà Vinh ban hành Kế hoạch như sau:
# | MỤC ĐÍCH VÀ YÊU CẦU
Thu thập kịp thời hồ sơ điện tử đến hạn nộp lưu, tránh thất lạc khi nâng cấp phần mềm.
# | NỘI DUNG CÔNG VIỆC
## | Khảo sát hiện trạng
- Kiểm đếm hồ sơ điện tử đang lưu tại 19 cơ quan thuộc nguồn nộp lưu;
- Đánh giá khả năng đọc lại của tệp tin tạo lập trước năm 2015.
## | Thu thập và chỉnh lý
Ưu tiên nhóm hồ sơ về quy hoạch, đất đai, người có công; thời hạn hoàn thành là ngày 30 tháng 11.
## | Bảo quản
Mỗi hồ sơ có ít nhất hai bản sao ở hai địa điểm cách nhau trên 20 km, kiểm tra tính toàn vẹn mỗi quý.
# | KINH PHÍ BẢO ĐẢM
Kinh phí 540 triệu đồng, chi từ dự toán không tự chủ của Sở năm 2024.
# | TRÁCH NHIỆM THI HÀNH
## | Trung tâm Lưu trữ lịch sử
Chủ trì thực hiện, cử viên chức hướng dẫn trực tiếp tại từng cơ quan theo lịch đã gửi.
## | Các phòng chuyên môn thuộc Sở
Phối hợp cung cấp hồ sơ, ký biên bản giao nhận điện tử.
"""

_BOLDS_META = meta(
    "61/KH-SNV",
    "Thu thập, bảo quản hồ sơ điện tử năm 2024",
    "Trà Vinh",
    date(2024, 4, 9),
    (2024, 2024),
    "Nguyễn Quỳnh Thiện",
    sign=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    letterhead=("ỦY BAN NHÂN DÂN TỈNH TRÀ VINH", "SỞ NỘI VỤ"),
    issuer="Sở Nội vụ tỉnh Trà Vinh",
)

_BOOK = """
%annex
# Phụ lục 03 | TIẾN ĐỘ GIẢI NGÂN CÁC DỰ ÁN CHUYỂN ĐỔI SỐ
%center (Kèm theo Kế hoạch số 318/KH-UBND ngày 24 tháng 7 năm 2024 của UBND tỉnh Bình Thuận)
%table | tỷ đồng | Đơn vị tính: tỷ đồng
= TT | Chủ đầu tư | Kế hoạch vốn năm 2024 | Giải ngân đến hết tháng 6 | < | Ước cả năm
= ^ | ^ | ^ | Số vốn | Tỷ lệ (%) | ^
1 | Văn phòng UBND tỉnh | 24,5 | 9,8 | 40 | 24
2 | Sở Thông tin và Truyền thông | 61,2 | 30,6 | 50 | 60
3 | Sở Y tế | 15 | 3 | 20 | 13,5
4 | Sở Giáo dục và Đào tạo | 8,4 | | | 8
| Tổng cộng | 109,1 | 43,4 | 39,8 | 105,5
%end
%annex
# Phụ lục 04 | VƯỚNG MẮC VÀ KIẾN NGHỊ
%table | |
= TT | Vướng mắc | Kiến nghị | Cơ quan giải quyết
1 | Định mức thuê dịch vụ đám mây chưa được ban hành, khó lập dự toán | Ban hành định mức trong quý III | Sở Tài chính
2 | Nhà thầu chậm bàn giao hồ sơ hoàn công của hạng mục mạng trục | Xử phạt theo hợp đồng, gia hạn không quá 30 ngày | Chủ đầu tư
%end
"""

_BOOK_META = meta("318/KH-UBND", "x", "Bình Thuận", date(2024, 7, 24), (2024, 2024), "")

_REPORT = """
# I. | KẾT QUẢ THỰC HIỆN 6 THÁNG ĐẦU NĂM
## 1. | Công tác chỉ đạo, điều hành
Thường trực Ban Chỉ đạo họp 04 phiên, ban hành 11 thông báo kết luận, trong đó 9 thông báo đã hoàn thành nhiệm vụ giao.
## 2. | Kết quả nổi bật
%table Bảng 1. Kết quả một số chỉ tiêu | |
= STT | Chỉ tiêu | Kế hoạch năm | Kết quả 6 tháng | Đạt (%)
1 | Thủ tục được số hóa kết quả | 120.000 | 74.400 | 62
2 | Lượt người dự tập huấn | 5.000 | 3.150 | 63
3 | Sự cố mất an toàn thông tin | 0 | 2 |
%end
# II. | HẠN CHẾ
- Còn 06 đơn vị cấp xã chưa có công chức phụ trách công nghệ thông tin;
- Đường truyền tại hai xã đảo hay gián đoạn vào mùa gió chướng.
# III. | NHIỆM VỤ 6 THÁNG CUỐI NĂM
## 1. | Hạ tầng
Đưa tuyến cáp quang biển dự phòng vào khai thác trước ngày 20 tháng 10.
## 2. | Nhân lực
Tuyển dụng bổ sung 06 công chức, điều động tạm thời chuyên viên từ huyện về xã trong thời gian chờ tuyển.
# IV. | ĐỀ XUẤT, KIẾN NGHỊ
Kính đề nghị Bộ Khoa học và Công nghệ hỗ trợ kinh phí tuyến cáp quang biển trong kế hoạch trung hạn.
"""

_REPORT_META = meta(
    "189/BC-UBND",
    "Tình hình thực hiện chuyển đổi số 6 tháng đầu năm 2025 / và nhiệm vụ trọng tâm 6 tháng cuối năm",
    "Kiên Giang",
    date(2025, 6, 17),
    (2025, 2025),
    "Nguyễn Lưu Trung",
    doc_type="Báo cáo",
)

DOCUMENTS = (
    *several("office-notes", _NOTES_META, _NOTES, pdf="running loose", html="portal br sup"),
    *several("office-underlined", _BOLDS_META, _BOLDS, pdf="underlined pagefoot", html="word", docx="tracked textbox"),
    *several("office-book", _BOOK_META, _BOOK, lost="title period signer signer_title", xlsx="sheets"),
    *several("office-report", _REPORT_META, _REPORT, scan="byhand tilted faint", pdf="byhand spaced digital", docx="lists linebreaks"),
)  # fmt: skip
