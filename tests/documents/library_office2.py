"""A gazette, tilted scans, a long table, items with strokes, as offices have them."""

from datetime import date

from documents.making import CHAIR, meta, several

_GAZETTE = """
Căn cứ Chỉ thị số 02/CT-TTg ngày 26 tháng 4 năm 2022 của Thủ tướng Chính phủ về phát triển Chính phủ điện tử hướng tới Chính phủ số, UBND tỉnh ban hành Kế hoạch triển khai như sau:
# A. | QUAN ĐIỂM
Lấy mức độ sử dụng thực tế của người dân làm thước đo, không chạy theo số lượng phần mềm được đầu tư.
# B. | MỤC TIÊU
## I. | Đến hết năm 2023
- Có 60% số hộ buôn bán tại chợ hạng I, hạng II chấp nhận quét mã thanh toán;
- Cấp 45.000 tài khoản thanh toán cho người hưởng trợ cấp xã hội.
## II. | Đến hết năm 2025
- Toàn bộ trường học công lập thu học phí không dùng tiền mặt;
- Bệnh viện tuyến huyện trở lên bỏ sổ khám bệnh giấy.
# C. | NHIỆM VỤ VÀ GIẢI PHÁP
## I. | Phát triển điểm chấp nhận thanh toán
### 1. | Chợ truyền thống
Ngân hàng thương mại miễn phí thiết bị trong 24 tháng cho tiểu thương đăng ký lần đầu, mỗi chợ bố trí một quầy hướng dẫn cố định.
### 2. | Đơn vị sự nghiệp
Điện lực, cấp nước, vệ sinh môi trường phát hành hóa đơn điện tử và gửi thông báo cước qua tin nhắn.
## II. | Chi trả an sinh xã hội
Bưu điện tỉnh và Ngành Lao động đối chiếu danh sách người hưởng trước ngày mùng 5 hằng tháng, bảo đảm chi đúng, đủ.
## III. | Bảo vệ người dùng
Công an tỉnh công bố đường dây nóng tiếp nhận tố giác lừa đảo qua mạng; ngân hàng tạm khóa giao dịch nghi ngờ trong vòng 30 phút.
# D. | TỔ CHỨC THỰC HIỆN
## 1. | Ngân hàng Nhà nước Chi nhánh tỉnh
Chủ trì, theo dõi việc thực hiện Kế hoạch, định kỳ sáu tháng báo cáo Ủy ban nhân dân tỉnh.
## 2. | Sở Công Thương
Rà soát 58 chợ đang hoạt động, đề xuất chợ đủ điều kiện thí điểm trước ngày 20 tháng 6 năm 2023.
%closing Trên đây là Kế hoạch thanh toán không dùng tiền mặt trên địa bàn tỉnh Hậu Giang giai đoạn 2023-2025./.
"""

_GAZETTE_META = meta(
    "71/KH-UBND",
    "Thanh toán không dùng tiền mặt trên địa bàn tỉnh Hậu Giang / giai đoạn 2023-2025",
    "Hậu Giang",
    date(2023, 5, 12),
    (2023, 2025),
    "Trương Cảnh Tuyên",
)

_TILTED = """
# I. | ĐẶC ĐIỂM TÌNH HÌNH
Toàn huyện có 12 xã và 01 thị trấn với 118 thôn, bản; hơn sáu phần mười dân số là đồng bào dân tộc thiểu số.
# II. | MỤC TIÊU
## 1. | Mục tiêu tổng quát
Từng bước đưa công nghệ số vào đời sống của bà con, trước hết là bán nông sản, khám chữa bệnh và học tập.
## 2. | Mục tiêu cụ thể
- Mỗi thôn, bản có ít nhất 05 hộ bán hàng trên mạng;
- Có 70% người từ 15 tuổi trở lên dùng điện thoại thông minh;
- Trạm y tế 13 xã, thị trấn lập sổ khám bệnh điện tử.
# III. | NHIỆM VỤ CHỦ YẾU
## 1. | Phủ sóng di động
Phối hợp doanh nghiệp kéo cáp quang về 21 bản còn trắng, ưu tiên bản có điểm trường và trạm kiểm soát biên phòng.
## 2. | Truyền thanh cơ sở
Thay thế 34 cụm loa có dây đã hỏng bằng cụm loa dùng sóng di động, phát bản tin bằng ba thứ tiếng Kinh, Thái và Mông.
## 3. | Hỗ trợ bà con
Đoàn Thanh niên huyện thành lập 118 đội hình tình nguyện, mỗi tuần ra quân vào sáng thứ bảy.
# IV. | PHÂN CÔNG TRÁCH NHIỆM
## 1. | Phòng Văn hóa và Thông tin
Làm thường trực, hướng dẫn các xã lập kế hoạch trước ngày 10 tháng 4.
## 2. | Ủy ban nhân dân các xã, thị trấn
Bố trí nơi đặt máy, cử người trực và thanh toán tiền điện của cụm loa từ ngân sách xã.
"""

_TILTED_META = meta(
    "33/KH-UBND",
    "Chuyển đổi số cộng đồng trên địa bàn huyện năm 2024",
    "Điện Biên",
    date(2024, 3, 21),
    (2024, 2024),
    "Bùi Minh Hải",
    sign=CHAIR,
    letterhead=("ỦY BAN NHÂN DÂN", "HUYỆN MƯỜNG CHÀ"),
    issuer="UBND huyện Mường Chà",
    place="Mường Chà",
)

_LONG = """
Thực hiện Nghị quyết số 11-NQ/TU của Ban Thường vụ Tỉnh ủy, Ủy ban nhân dân tỉnh Phú Thọ ban hành Kế hoạch như sau:
# I. | MỤC TIÊU
Bảo đảm 100% nhiệm vụ được giao có người chịu trách nhiệm, có sản phẩm, có thời hạn và có nguồn kinh phí.
# II. | DANH MỤC NHIỆM VỤ
%table Bảng tổng hợp nhiệm vụ và kinh phí | |
= STT | Nhiệm vụ | Cơ quan thực hiện | < | Kinh phí (triệu đồng) | < | < | Thời gian
= ^ | ^ | Chủ trì | Phối hợp | Tổng | NSTW | NSĐP | ^
A | NHÓM NHIỆM VỤ VỀ THỂ CHẾ | < | < | < | < | < | <
1 | Ban hành quy chế quản lý, khai thác kho dữ liệu dùng chung của tỉnh | Sở Thông tin và Truyền thông | Sở Tư pháp | 80 | | 80 | Quý I/2025
2 | Ban hành định mức kinh tế - kỹ thuật cho hoạt động số hóa tài liệu | Sở Tài chính | Sở Nội vụ | 65 | | 65 | Quý I/2025
3 | Sửa đổi quy định về mã định danh của cơ quan, đơn vị | Sở Thông tin và Truyền thông | Các sở, ngành | 30 | | 30 | Quý II/2025
B | NHÓM NHIỆM VỤ VỀ HẠ TẦNG | < | < | < | < | < | <
4 | Thay thế thiết bị chuyển mạch lõi đã hết hạn bảo hành | Văn phòng UBND tỉnh | Sở Thông tin và Truyền thông | 2.450 | 1.000 | 1.450 | Quý II/2025
5 | Bổ sung hệ thống lưu trữ dung lượng 120 TB | Sở Thông tin và Truyền thông | Sở Tài chính | 5.320 | 3.200 | 2.120 | Quý III/2025
6 | Kéo mới 46 km cáp quang tới các xã vùng cao của huyện Tân Sơn, Yên Lập | Viễn thông Phú Thọ | UBND huyện | 3.680 | | 3.680 | Quý IV/2025
7 | Lắp đặt máy phát điện dự phòng | Văn phòng UBND tỉnh | Điện lực | 1.150 | | 1.150 | Quý II/2025
C | NHÓM NHIỆM VỤ VỀ DỮ LIỆU | < | < | < | < | < | <
8 | Làm giàu dữ liệu dân cư từ sổ hộ tịch lưu trước năm 2007 | Sở Tư pháp | UBND cấp huyện | 4.870 | 2.500 | 2.370 | Quý IV/2025
9 | Xây dựng lớp bản đồ hạ tầng ngầm đô thị Việt Trì | Sở Xây dựng | UBND thành phố Việt Trì | 1.940 | | 1.940 | Quý III/2025
10 | Chuẩn hóa danh mục thuốc và vật tư y tế | Sở Y tế | Bảo hiểm xã hội tỉnh | 720 | | 720 | Quý III/2025
11 | Đối soát dữ liệu học sinh với cơ sở dữ liệu dân cư | Sở Giáo dục và Đào tạo | Công an tỉnh | 260 | | 260 | Quý I/2025
D | NHÓM NHIỆM VỤ VỀ ỨNG DỤNG | < | < | < | < | < | <
12 | Nâng cấp phần mềm một cửa theo quy trình bốn bước | Văn phòng UBND tỉnh | Các sở, ngành | 2.980 | | 2.980 | Quý II/2025
13 | Phần mềm theo dõi ý kiến chỉ đạo của Chủ tịch UBND tỉnh | Văn phòng UBND tỉnh | Sở Nội vụ | 540 | | 540 | Quý I/2025
14 | Trợ lý tra cứu thủ tục cho người dân | Sở Thông tin và Truyền thông | Văn phòng UBND tỉnh | 1.260 | 600 | 660 | Quý IV/2025
15 | Hệ thống cảnh báo sớm lũ quét, sạt lở đất | Sở Nông nghiệp và Phát triển nông thôn | Đài Khí tượng Thủy văn | 3.400 | 2.400 | 1.000 | Quý III/2025
16 | Quản lý đoàn vào, đoàn ra và lễ tân đối ngoại | Sở Ngoại vụ | Công an tỉnh | 310 | | 310 | Quý IV/2025
E | NHÓM NHIỆM VỤ VỀ NHÂN LỰC | < | < | < | < | < | <
17 | Bồi dưỡng kỹ năng phân tích dữ liệu cho 240 công chức | Sở Nội vụ | Trường Chính trị tỉnh | 480 | | 480 | Quý III/2025
18 | Tập huấn an toàn thông tin cho tổ công nghệ số cộng đồng | Sở Thông tin và Truyền thông | Tỉnh đoàn | 390 | | 390 | Quý II/2025
| TỔNG CỘNG | | | 29.925 | 9.700 | 20.225 |
%end
# III. | NGUỒN LỰC
Ngân sách địa phương bảo đảm 20.225 triệu đồng, phần còn lại đề nghị ngân sách trung ương hỗ trợ có mục tiêu.
# IV. | TỔ CHỨC THỰC HIỆN
## 1. | Cơ quan chủ trì nhiệm vụ
Xây dựng tiến độ chi tiết theo tuần, cập nhật lên phần mềm theo dõi trước 16 giờ thứ sáu hằng tuần.
## 2. | Sở Kế hoạch và Đầu tư
Lồng ghép vốn của các chương trình mục tiêu quốc gia cho nhiệm vụ thuộc nhóm B và nhóm C.
"""

_LONG_META = meta(
    "240/KH-UBND",
    "Chuyển đổi số tỉnh Phú Thọ năm 2025",
    "Phú Thọ",
    date(2024, 12, 19),
    (2025, 2025),
    "Hồ Đại Dũng",
)

_ODD = """
Căn cứ chương trình công tác năm, Ủy ban nhân dân tỉnh Bạc Liêu triển khai kế hoạch kiểm kê tài sản số như sau:
# I/ | MỤC ĐÍCH
Nắm chắc số lượng, tình trạng phần mềm, dữ liệu và bản quyền đang do các cơ quan nhà nước của tỉnh quản lý.
# II/ | PHẠM VI
Việc kiểm kê áp dụng với 23 cơ quan cấp tỉnh, 07 đơn vị hành chính cấp huyện và 64 xã, phường, thị trấn.
# III/ | NỘI DUNG KIỂM KÊ
## 1/ | Phần mềm nội bộ
### a/ | Phần mềm mua bản quyền
Ghi rõ nhà cung cấp, số lượng giấy phép, thời điểm hết hạn và đơn vị đang trực tiếp sử dụng.
### b/ | Phần mềm tự phát triển
Ghi rõ ngôn ngữ lập trình, nơi lưu mã nguồn, người được giao bảo trì.
## 2/ | Dữ liệu
### a/ | Dữ liệu có cấu trúc
Thống kê số bảng, số bản ghi, tần suất cập nhật và mức độ nhạy cảm theo quy chế bảo mật.
### b/ | Dữ liệu phi cấu trúc
Thống kê dung lượng ảnh, âm thanh, video lưu trên máy chủ tập tin tính đến 0 giờ ngày 01/7/2024.
# IV/ | CÁC BƯỚC TIẾN HÀNH
## 1/ | Bước chuẩn bị
(i) Thành lập tổ kiểm kê gồm 05 đến 07 thành viên do Phó Giám đốc sở làm tổ trưởng;
(ii) Tập huấn biểu mẫu trực tuyến trong hai buổi.
## 2/ | Bước kiểm kê
(i) Các cơ quan tự khai trên phần mềm trong 20 ngày;
(ii) Tổ kiểm kê phúc tra ngẫu nhiên tối thiểu một phần năm số đơn vị.
# V/ | THỜI GIAN VÀ BÁO CÁO
Kết quả tổng hợp trình Ủy ban nhân dân tỉnh chậm nhất ngày 30 tháng 9 năm 2024.
"""

_ODD_META = meta(
    "102/KH-UBND",
    "Kiểm kê tài sản số trong cơ quan nhà nước năm 2024",
    "Bạc Liêu",
    date(2024, 6, 4),
    (2024, 2024),
    "Ngô Vũ Thăng",
)

DOCUMENTS = (
    *several("office-gazette", _GAZETTE_META, _GAZETTE, scan="gazette bound", pdf="gazette"),
    *several("office-tilted", _TILTED_META, _TILTED, scan="tilted jpeg faint smallcaps byhand spaced", pdf="smallcaps spaced byhand"),
    *several("office-long", _LONG_META, _LONG, pdf="pagefoot split", docx="nobold"),
    *several("office-strokes", _ODD_META, _ODD, text="wrapped pagenumbers", pdf="sans", html="word"),
)  # fmt: skip
