"""A commune's plan, a resolution, items with dashes, a wide table, as offices have them."""

from datetime import date

from documents.making import CHAIR, meta, several

_XA = """
Căn cứ Kế hoạch số 412/KH-UBND ngày 18 tháng 8 năm 2025 của Ủy ban nhân dân tỉnh Cao Bằng về đẩy mạnh cung cấp dịch vụ công sau sắp xếp đơn vị hành chính, Ủy ban nhân dân xã Đông Khê ban hành Kế hoạch như sau:
# I. | MỤC ĐÍCH, YÊU CẦU
- Giúp bà con quen với trụ sở mới, biết nơi nộp hồ sơ và giờ tiếp dân;
- Không để người dân phải đi lại quá một lần đối với mỗi thủ tục.
# II. | NỘI DUNG, NHIỆM VỤ
## 1. | Bố trí điểm tiếp nhận
Ngoài trụ sở chính, duy trì 03 điểm tiếp nhận tại nhà văn hóa của các xã cũ, mỗi điểm hai ngày trong tuần.
## 2. | Hỗ trợ người cao tuổi
Tổ công nghệ số cộng đồng đến tận nhà hướng dẫn người trên 70 tuổi, người khuyết tật khi có yêu cầu qua điện thoại.
## 3. | Trang bị
Mua 04 máy in, 02 máy quét tài liệu; sửa chữa đường điện tại điểm tiếp nhận Lê Lai.
# III. | KINH PHÍ
%table Dự trù kinh phí | nghìn đồng | Đơn vị tính: nghìn đồng
= STT | Khoản chi | Số lượng | Thành tiền | Nguồn
1 | Máy in | 4 | 15.200 | Ngân sách xã
2 | Máy quét tài liệu | 2 | 23.800 | Ngân sách xã
3 | Sửa chữa đường điện | 1 | 9.650 | Xã hội hóa
| Tổng số | | 48.650 |
%end
# IV. | TỔ CHỨC THỰC HIỆN
## 1. | Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã
Niêm yết lịch tiếp nhận trước ngày 05 tháng 9 năm 2025, phân công người trực thay khi công chức nghỉ phép.
## 2. | Trưởng xóm, tổ trưởng tổ dân phố
Thông báo trên loa và nhóm Zalo của xóm ít nhất ba lần trong tháng đầu.
"""

_XA_META = meta(
    "27/KH-UBND",
    "Hỗ trợ người dân thực hiện dịch vụ công / sau sắp xếp đơn vị hành chính",
    "Cao Bằng",
    date(2025, 8, 29),
    (2025, 2025),
    "Nông Thị Hạnh",
    sign=CHAIR,
    letterhead=("ỦY BAN NHÂN DÂN", "XÃ ĐÔNG KHÊ"),
    issuer="UBND xã Đông Khê",
    place="Đông Khê",
    recipients=("UBND tỉnh Cao Bằng;", "TT. Đảng ủy, HĐND xã;", "Các xóm, tổ dân phố;", "Lưu: VT."),
)

_NQ = """
# Điều 1. | Thông qua Đề án phát triển dữ liệu số tỉnh An Giang giai đoạn 2026-2030 với những nội dung chủ yếu sau:
## 1. | Mục tiêu đến năm 2030
### a) || Ít nhất 80% dữ liệu chuyên ngành được chuẩn hóa, liên thông qua nền tảng chia sẻ của tỉnh.
### b) || Mỗi năm công bố thêm tối thiểu 50 bộ dữ liệu mở có chất lượng, được cập nhật theo tháng.
## 2. | Nhiệm vụ
### a) || Xây dựng khung kiến trúc dữ liệu và bộ quy tắc đặt tên trường thông tin dùng chung.
### b) || Thành lập tổ quản trị dữ liệu tại mỗi sở, tối thiểu 03 người, làm việc chuyên trách.
## 3. | Kinh phí
Tổng mức 186 tỷ đồng, trong đó ngân sách tỉnh 142 tỷ đồng, nguồn hợp pháp khác 44 tỷ đồng.
# Điều 2. | Tổ chức thực hiện
## 1. || Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết, báo cáo kết quả tại kỳ họp cuối năm.
## 2. || Thường trực Hội đồng nhân dân, các Ban và đại biểu Hội đồng nhân dân tỉnh giám sát việc thực hiện.
%closing Nghị quyết này đã được Hội đồng nhân dân tỉnh An Giang khóa X, kỳ họp thứ 27 thông qua ngày 10 tháng 12 năm 2025./.
"""

_NQ_META = meta(
    "58/NQ-HĐND",
    "Về phát triển dữ liệu số tỉnh An Giang giai đoạn 2026-2030",
    "An Giang",
    date(2025, 12, 10),
    (2026, 2030),
    "Lê Văn Nưng",
    sign=("CHỦ TỊCH",),
    doc_type="Nghị quyết",
    letterhead=("HỘI ĐỒNG NHÂN DÂN", "TỈNH AN GIANG"),
    issuer="HĐND tỉnh An Giang",
    recipients=("Ủy ban Thường vụ Quốc hội;", "TT. Tỉnh ủy;", "Lưu: VT, P. Công tác HĐND."),
)

_DASHED = """
Thực hiện Chương trình phối hợp năm 2024, Ủy ban nhân dân tỉnh Kon Tum xây dựng Kế hoạch phòng, chống lừa đảo trực tuyến như sau:
# I - | TÌNH HÌNH
Bảy tháng đầu năm, lực lượng Công an tiếp nhận 214 tin báo lừa đảo qua mạng, tổng thiệt hại trên 31 tỷ đồng.
# II - | MỤC TIÊU
## 1- | Mục tiêu chung
Giảm rõ rệt số vụ và số tiền thiệt hại, không để hình thành điểm nóng tại các khu công nghiệp và trường học.
## 2- | Mục tiêu cụ thể
+ Kéo giảm 25% số vụ so với cùng kỳ năm trước;
+ Tối thiểu 90% học sinh từ lớp 8 trở lên được học kỹ năng nhận biết cuộc gọi giả mạo.
# III - | BIỆN PHÁP
## 1- | Tuyên truyền
### a- | Trên báo, đài
Phát chuyên mục 10 phút vào tối thứ tư hằng tuần, dùng tiếng Kinh và tiếng Ba Na.
### b- | Tại cơ sở
Dán 12.000 tờ rơi ở chợ, bến xe, quầy giao dịch ngân hàng và điểm bưu điện văn hóa xã.
## 2- | Ngăn chặn
Nhà mạng rà soát, khóa chiều gọi đi của thuê bao có dấu hiệu bất thường trong 24 giờ kể từ khi nhận yêu cầu.
# IV - | PHÂN CÔNG
## 1- | Công an tỉnh
Đầu mối tiếp nhận tin báo, lập cơ sở dữ liệu về thủ đoạn, chia sẻ với ngân hàng theo tuần.
## 2- | Sở Giáo dục và Đào tạo
Lồng ghép nội dung vào tiết sinh hoạt dưới cờ của tháng 10 và tháng 11.
"""

_DASHED_META = meta(
    "2266/KH-UBND",
    "Phòng, chống lừa đảo trực tuyến trên địa bàn tỉnh năm 2024",
    "Kon Tum",
    date(2024, 8, 2),
    (2024, 2024),
    "Y Ngọc",
)

_WIDE = """
# A. | ĐÁNH GIÁ GIỮA KỲ
Sau hai năm rưỡi, tỉnh hoàn thành 17 trong tổng số 29 chỉ tiêu; nhóm chỉ tiêu về hạ tầng đạt nhanh nhất.
# B. | ĐIỀU CHỈNH KẾ HOẠCH
## I. | Chỉ tiêu điều chỉnh
%table Biểu số 1: Các chỉ tiêu điều chỉnh | |
= TT | Chỉ tiêu | ĐVT | Thực hiện | < | Kế hoạch đã giao | < | Điều chỉnh | Cơ quan theo dõi
= ^ | ^ | ^ | 2022 | 2023 | 2024 | 2025 | 2025 | ^
I | Chính quyền số | < | < | < | < | < | < | <
1 | Hồ sơ nộp trực tuyến | % | 42,5 | 58 | 70 | 80 | 85 | VP UBND
2 | Họp trực tuyến | cuộc | 118 | 164 | 180 | 200 | 240 | VP UBND
3 | Cơ sở dữ liệu được chia sẻ | CSDL | 6 | 9 | 14 | 20 | 22 | Sở TTTT
II | Kinh tế số | < | < | < | < | < | < | <
4 | Tỷ trọng kinh tế số trong GRDP | % | 7,8 | 9,1 | 11 | 15 | 13 | Cục Thống kê
5 | Doanh nghiệp dùng hợp đồng điện tử | % | 31 | 46 | 60 | 75 | 80 | Sở Công Thương
6 | Hộ kinh doanh có gian hàng số | hộ | 940 | 1.720 | 2.500 | 4.000 | 4.500 | Sở Công Thương
III | Xã hội số | < | < | < | < | < | < | <
7 | Dân số có tài khoản thanh toán | % | 61 | 68,4 | 75 | 80 | 84 | NHNN
8 | Trường học dùng học bạ số | trường | 35 | 120 | 260 | 410 | 410 | Sở GDĐT
%end
## II. | Nhiệm vụ bổ sung
### 1. | Rà soát trùng lặp
Dừng 04 nhiệm vụ chưa khởi công có phạm vi trùng với nền tảng do bộ, ngành trung ương cung cấp miễn phí.
### 2. | Bổ sung nguồn lực
Điều chuyển 3.750 triệu đồng từ các nhiệm vụ dừng thực hiện sang bảo trì Trung tâm dữ liệu.
# C. | TỔ CHỨC THỰC HIỆN
Giám đốc các sở báo cáo tiến độ điều chỉnh trong phiên họp thường kỳ tháng 8 của Ủy ban nhân dân tỉnh.
"""

_WIDE_META = meta(
    "143/KH-UBND",
    "ĐIỀU CHỈNH, BỔ SUNG KẾ HOẠCH CHUYỂN ĐỔI SỐ / GIAI ĐOẠN 2022-2025",
    "Quảng Ngãi",
    date(2024, 7, 5),
    (2022, 2025),
    "Trần Hoàng Tuấn",
)

DOCUMENTS = (
    *several("office-commune", _XA_META, _XA, scan="stamp across skew colour loose", docx="tabs nobold", text="wrapped"),
    *several("office-resolution", _NQ_META, _NQ, scan="bound noise stamp colour", pdf="running", html="lawsite"),
    *several("office-dashes", _DASHED_META, _DASHED, pdf="sans pagefoot", text="wrapped pagenumbers crlf", docx="softbreaks"),
    *several("office-wide", _WIDE_META, _WIDE, scan="tilted jpeg", docx="auto styles"),
)  # fmt: skip
