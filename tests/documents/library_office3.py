"""Saved pages, automatic numbers, a workbook, a steering board's plan, as offices have them."""

from datetime import date

from documents.making import meta, several

_SITE = """
Thực hiện Luật Dữ liệu ngày 30 tháng 11 năm 2024, Ủy ban nhân dân tỉnh Quảng Trị ban hành Kế hoạch triển khai thi hành Luật như sau:
# I. | MỤC ĐÍCH, YÊU CẦU
## 1.1. | Mục đích
Xác định rõ việc, rõ người, rõ thời hạn trong thi hành Luật Dữ liệu trên phạm vi toàn tỉnh.
## 1.2. | Yêu cầu
Việc phổ biến Luật phải phù hợp với từng nhóm đối tượng, tránh hình thức, phô trương.
# II. | NỘI DUNG
## 2.1. | Phổ biến, quán triệt
### 2.1.1. | Hội nghị cấp tỉnh
Tổ chức một hội nghị trực tiếp kết hợp trực tuyến đến 125 điểm cầu trong tháng 6 năm 2025.
### 2.1.2. | Biên soạn tài liệu
Phát hành 5.000 sổ tay hỏi đáp về quyền của chủ thể dữ liệu, có bản dành cho người khiếm thị.
## 2.2. | Rà soát văn bản
Rà soát toàn bộ văn bản quy phạm của tỉnh có nội dung về chia sẻ dữ liệu, hoàn thành trước ngày 31/8/2025.
# III. | TỔ CHỨC THỰC HIỆN
## 3.1. | Sở Tư pháp
Theo dõi tình hình thi hành, tổng hợp vướng mắc của các ngành trong báo cáo công tác tư pháp.
## 3.2. | Công an tỉnh
Chủ trì tham mưu việc kết nối với Trung tâm dữ liệu quốc gia theo lộ trình của Bộ Công an.
"""

_SITE_META = meta(
    "77/KH-UBND",
    "Triển khai thi hành Luật Dữ liệu trên địa bàn tỉnh Quảng Trị năm 2025",
    "Quảng Trị",
    date(2025, 5, 20),
    (2025, 2025),
    "Hoàng Nam",
)

_AUTO = """
Ủy ban nhân dân tỉnh Bình Phước ban hành Kế hoạch phổ cập trí tuệ nhân tạo cho đội ngũ cán bộ với các nội dung như sau:
# I. | MỤC TIÊU
## 1. | Về kiến thức
Cán bộ, công chức nắm được nguyên lý cơ bản, giới hạn và rủi ro của công cụ trí tuệ nhân tạo tạo sinh.
## 2. | Về kỹ năng
Soạn được câu lệnh phục vụ tóm tắt văn bản, lập bảng số liệu và kiểm chứng kết quả trước khi sử dụng.
# II. | NỘI DUNG VÀ HÌNH THỨC
## 1. | Lớp đại trà
### a) | Đối tượng
Toàn bộ 14.200 cán bộ, công chức, viên chức không phân biệt vị trí việc làm.
### b) | Hình thức
Học trực tuyến 12 tiết trên nền tảng đào tạo mở của tỉnh, thi trắc nghiệm cuối khóa.
## 2. | Lớp chuyên sâu
### a) | Đối tượng
Mỗi cơ quan cử 02 người có chuyên môn phù hợp, ưu tiên người dưới 45 tuổi.
### b) | Hình thức
Học tập trung 05 ngày tại Trường Chính trị tỉnh, có bài tập trên số liệu thật đã ẩn danh.
# III. | KINH PHÍ
%table Dự toán | triệu đồng | Đơn vị tính: triệu đồng
= STT | Nội dung | Lớp đại trà | Lớp chuyên sâu | Cộng
1 | Biên soạn bài giảng | 420 | 180 | 600
2 | Thuê giảng viên | | 275 | 275
3 | Nền tảng đào tạo | 350 | 60 | 410
| Tổng cộng | 770 | 515 | 1.285
%end
# IV. | TỔ CHỨC THỰC HIỆN
- Sở Nội vụ chủ trì, lập danh sách học viên và theo dõi tiến độ từng tuần;
- Sở Tài chính cấp kinh phí, quyết toán theo quy định.
"""

_AUTO_META = meta(
    "58/KH-UBND",
    "Phổ cập trí tuệ nhân tạo cho cán bộ, công chức, viên chức năm 2025",
    "Bình Phước",
    date(2025, 2, 11),
    (2025, 2025),
    "Trần Tuyết Minh",
)

_SHEET = """
%annex
# Phụ lục 2 | BIỂU PHÂN BỔ VỐN THEO NGUỒN
%center (Kèm theo Kế hoạch số 205/KH-UBND ngày 17/5/2024 của UBND tỉnh Ninh Thuận)
%table | |
= STT | Dự án | Tổng mức (triệu đồng) | Trong đó | < | < | < | Ghi chú
= ^ | ^ | ^ | Ngân sách trung ương | < | Ngân sách tỉnh | < | ^
= ^ | ^ | ^ | 2024 | 2025 | 2024 | 2025 | ^
I | Lĩnh vực hạ tầng | 8.400 | 2.000 | 2.500 | 1.900 | 2.000 |
1 | Phòng máy chủ dự phòng tại thành phố Phan Rang - Tháp Chàm | 6.150 | 1.500 | 2.000 | 1.250 | 1.400 | Chuyển tiếp
2 | Mạng không dây tại 12 bến cá | 2.250 | 500 | 500 | 650 | 600 |
II | Lĩnh vực ứng dụng | 3.720 | | 800 | 1.420 | 1.500 |
3 | Sổ tay ngư dân điện tử | 1.320 | | 800 | 220 | 300 | Mới
4 | Quản lý tàu cá, giám sát hành trình | 2.400 | | | 1.200 | 1.200 |
| TỔNG CỘNG (I+II) | 12.120 | 2.000 | 3.300 | 3.320 | 3.500 |
%end
"""

_SHEET_META = meta("205/KH-UBND", "Phân bổ vốn", "Ninh Thuận", date(2024, 5, 17), (2024, 2025), "")

_BOARD = """
Căn cứ Quyết định số 505/QĐ-TTg ngày 22 tháng 4 năm 2022 về Ngày Chuyển đổi số quốc gia, Ban Chỉ đạo xây dựng Kế hoạch tổ chức như sau:
# I. | MỤC ĐÍCH, YÊU CẦU
- Tuyên truyền sâu rộng ý nghĩa của Ngày Chuyển đổi số quốc gia 10 tháng 10;
- Hoạt động tổ chức thiết thực, tiết kiệm, tránh chồng chéo.
# II. | CHỦ ĐỀ, THỜI GIAN
## 1. | Chủ đề
Chủ đề năm nay là “Tạo lập và khai thác dữ liệu số để tạo ra giá trị”.
## 2. | Thời gian
Cao điểm từ ngày 25 tháng 9 đến hết ngày 15 tháng 10 năm 2023, trong đó lễ phát động diễn ra sáng ngày 06 tháng 10.
# III. | CÁC HOẠT ĐỘNG
## 1. | Lễ phát động
Quy mô 350 đại biểu, có gian trưng bày của 14 doanh nghiệp và 6 trường học.
## 2. | Cuộc thi trực tuyến
Trao 01 giải nhất, 02 giải nhì, 03 giải ba và 10 giải khuyến khích; tổng giá trị giải thưởng 48 triệu đồng.
## 3. | Treo băng rôn
Mỗi huyện treo tối thiểu 20 băng rôn, 50 cờ phướn tại trục đường chính và trụ sở cơ quan.
# IV. | TỔ CHỨC THỰC HIỆN
## 1. | Cơ quan thường trực
Sở Thông tin và Truyền thông chuẩn bị nội dung, kịch bản, giấy mời, khách mời của lễ phát động.
## 2. | Thành viên Ban Chỉ đạo
Đôn đốc ngành, địa phương được phân công phụ trách; báo cáo kết quả về cơ quan thường trực trước ngày 25 tháng 10.
"""

_BOARD_META = meta(
    "15/KH-BCĐ",
    "Tổ chức các hoạt động hưởng ứng Ngày Chuyển đổi số quốc gia / năm 2023",
    "Cao Bằng",
    date(2023, 9, 8),
    (2023, 2023),
    "Hoàng Xuân Ánh",
    sign=("TRƯỞNG BAN",),
    letterhead=("UBND TỈNH CAO BẰNG", "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ"),
    issuer="Ban Chỉ đạo chuyển đổi số tỉnh Cao Bằng",
)

DOCUMENTS = (
    *several("office-site", _SITE_META, _SITE, html="portal semantic"),
    *several("office-auto", _AUTO_META, _AUTO, docx="auto lists tracked textbox"),
    *several("office-sheet", _SHEET_META, _SHEET, lost="title period signer signer_title", xlsx="single"),
    *several("office-board", _BOARD_META, _BOARD, scan="byhand stamp across tilted colour", pdf="digital byhand spaced", text="cells"),
)  # fmt: skip
