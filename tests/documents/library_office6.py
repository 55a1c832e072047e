"""Numberings with dashes and brackets, tasks behind a word, parts in words, as offices have them."""

from datetime import date

from documents.making import CHAIR, meta, several

_AGRI = """
Căn cứ Quyết định số 311/QĐ-UBND ngày 14/02/2025 của Ủy ban nhân dân tỉnh Nghệ An về giao chỉ tiêu chuyển đổi số, Sở Nông nghiệp và Môi trường xây dựng Kế hoạch như sau:
# I- | MỤC ĐÍCH, YÊU CẦU
## 1- | Mục đích
Hoàn thiện dữ liệu vùng trồng, vùng nuôi phục vụ truy xuất nguồn gốc nông sản xuất khẩu.
## 2- | Yêu cầu
• Bám sát kế hoạch của tỉnh, không chồng chéo với dự án của ngành dọc;
• Mỗi nhiệm vụ rõ người, rõ việc, rõ thời hạn và rõ sản phẩm.
# II- | NHIỆM VỤ
## 1- | Nhóm nhiệm vụ về dữ liệu
### (1) | Dữ liệu vùng trồng
Cấp mã số cho 1.180 vùng trồng, cập nhật tọa độ thửa đất bằng ứng dụng trên điện thoại.
### (2) | Dữ liệu tàu cá
Toàn bộ 2.460 tàu cá có chiều dài từ 12 mét trở lên được cập nhật trên hệ thống quốc gia.
### (3) | Dữ liệu rừng
Giải đoán ảnh vệ tinh mỗi quý một lần, phát hiện mất rừng trong vòng 10 ngày.
## 2- | Nhóm nhiệm vụ về dịch vụ
### (1) | Khuyến nông số
Xây dựng 45 đoạn phim hướng dẫn kỹ thuật, đăng trên kênh của Trung tâm Khuyến nông.
### (2) | Cảnh báo thiên tai
Nhắn tin cảnh báo lũ quét tới 320.000 thuê bao tại các xã miền núi trước ít nhất sáu giờ.
# III- | KINH PHÍ
Dự toán 5.870 triệu đồng, trong đó ngân sách tỉnh cấp 4.200 triệu đồng.
# IV- | TỔ CHỨC THỰC HIỆN
## 1- | Phòng Kế hoạch - Tài chính
Thẩm định dự toán, tham mưu phân bổ kinh phí trước ngày 31 tháng 3 năm 2025.
## 2- | Các chi cục, trung tâm trực thuộc
Báo cáo kết quả trước ngày 20 của tháng cuối quý, gửi qua trục liên thông văn bản.
"""

_AGRI_META = meta(
    "1284/KH-SNNMT",
    "Chuyển đổi số ngành Nông nghiệp và Môi trường / tỉnh Nghệ An năm 2025",
    "Nghệ An",
    date(2025, 3, 10),
    (2025, 2025),
    "Phùng Thành Vinh",
    sign=("GIÁM ĐỐC",),
    letterhead=("UBND TỈNH NGHỆ AN", "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"),
    issuer="Sở Nông nghiệp và Môi trường tỉnh Nghệ An",
)

_DISTRICT = """
Thực hiện Kế hoạch số 96/KH-UBND ngày 11 tháng 01 năm 2024 của UBND tỉnh Quảng Trị về cải cách hành chính, UBND huyện Hải Lăng xây dựng Kế hoạch cải thiện chỉ số phục vụ người dân như sau:
# I/ | MỤC TIÊU
Phấn đấu đưa huyện vào nhóm ba đơn vị dẫn đầu toàn tỉnh về mức độ hài lòng của người dân.
# II/ | NHIỆM VỤ TRỌNG TÂM
## Nhiệm vụ 1: | Rút ngắn thời gian giải quyết
Cắt giảm tối thiểu một phần ba thời gian giải quyết của 57 thủ tục có phát sinh hồ sơ thường xuyên.
## Nhiệm vụ 2: | Công khai, minh bạch
Niêm yết mã QR tra cứu tình trạng hồ sơ tại 16 bộ phận một cửa cấp xã.
## Nhiệm vụ 3: | Nâng cao kỹ năng công chức
Mở 04 lớp bồi dưỡng kỹ năng giao tiếp cho 130 công chức, mỗi lớp học hai ngày.
# III/ | TIẾN ĐỘ
%table Tiến độ thực hiện các nhiệm vụ | |
= STT | Nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian
A | Thủ tục hành chính | < | < | <
1 | Rà soát, đề xuất cắt giảm thời gian giải quyết thủ tục | Văn phòng HĐND và UBND huyện | Các phòng chuyên môn | Quý I
2 | Dán mã QR tại bộ phận một cửa | UBND các xã, thị trấn | Bưu điện huyện | Tháng 4/2024
B | Con người | < | < | <
1 | Mở lớp bồi dưỡng | Phòng Nội vụ | Trung tâm Chính trị huyện | Quý II, III
2 | Khảo sát mức độ hài lòng | Phòng Nội vụ | Mặt trận Tổ quốc huyện | Tháng 10/2024
%end
# IV/ | TỔ CHỨC THỰC HIỆN
## 1) | Phòng Nội vụ
Theo dõi, tổng hợp kết quả; đề xuất khen thưởng tập thể, cá nhân có sáng kiến.
## 2) | Ủy ban nhân dân các xã, thị trấn
Xây dựng kế hoạch của địa phương trước ngày 15 tháng 02 năm 2024.
"""

_DISTRICT_META = meta(
    "41/KH-UBND",
    "Cải thiện chỉ số hài lòng về sự phục vụ hành chính / trên địa bàn huyện năm 2024",
    "Quảng Trị",
    date(2024, 1, 29),
    (2024, 2024),
    "Lê Đức Thịnh",
    sign=CHAIR,
    letterhead=("ỦY BAN NHÂN DÂN", "HUYỆN HẢI LĂNG"),
    issuer="UBND huyện Hải Lăng",
    place="Hải Lăng",
)

_PROJECT = """
# Phần thứ nhất | SỰ CẦN THIẾT XÂY DỰNG ĐỀ ÁN
## I. | CĂN CỨ XÂY DỰNG ĐỀ ÁN
### 1. | Căn cứ pháp lý
- Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023;
- Nghị định số 137/2024/NĐ-CP ngày 23 tháng 10 năm 2024 của Chính phủ quy định về giao dịch điện tử của cơ quan nhà nước.
### 2. | Căn cứ thực tiễn
Khảo sát 1.430 hộ kinh doanh cho thấy 68% chưa từng xuất hóa đơn điện tử từ máy tính tiền.
## II. | THỰC TRẠNG
Toàn tỉnh có 23 chợ hạng hai, trong đó 9 chợ đã thử nghiệm thanh toán không dùng tiền mặt.
# Phần thứ hai | NỘI DUNG ĐỀ ÁN
## I. | QUAN ĐIỂM, MỤC TIÊU
### 1. | Quan điểm
Tiểu thương là chủ thể, Nhà nước hỗ trợ ban đầu, ngân hàng và doanh nghiệp đồng hành lâu dài.
### 2. | Mục tiêu
#### 2.1. | Mục tiêu đến năm 2026
Mỗi huyện có ít nhất một chợ mà trên 70% tiểu thương chấp nhận mã thanh toán.
#### 2.2. | Mục tiêu đến năm 2028
Toàn bộ chợ hạng một và hạng hai không thu phí chợ bằng tiền mặt.
## II. | GIẢI PHÁP
### 1. | Giải pháp về tuyên truyền
#### a) | Phát thanh tại chợ: || mỗi ngày hai lượt, vào đầu giờ sáng và cuối giờ chiều.
#### b) | Tờ gấp: || in 40.000 tờ, phát tận quầy hàng trong tháng đầu triển khai.
### 2. | Giải pháp về kỹ thuật
Lắp 210 điểm phát sóng không dây miễn phí trong khuôn viên chợ.
# Phần thứ ba | TỔ CHỨC THỰC HIỆN ĐỀ ÁN
## I. | KINH PHÍ
%table Bảng 2. Khái toán kinh phí thực hiện Đề án (ĐVT: triệu đồng) | triệu đồng |
= TT | Hạng mục | Năm 2025 | Năm 2026 | Cộng
| TỔNG CỘNG | 3.400 | 4.450 | 7.850
1 | Tuyên truyền | 600 | 450 | 1.050
2 | Thiết bị phát sóng | 2.000 | 2.800 | 4.800
3 | Hỗ trợ máy tính tiền | 800 | 1.200 | 2.000
%end
## II. | PHÂN CÔNG
### 1. | Sở Công Thương
Chủ trì triển khai, sơ kết vào tháng 12 hằng năm, tổng kết vào quý IV năm 2028.
### 2. | Ngân hàng Nhà nước chi nhánh tỉnh
Chỉ đạo các tổ chức tín dụng miễn phí giao dịch dưới 500.000 đồng cho tiểu thương.
"""

_PROJECT_META = meta(
    "88/ĐA-UBND",
    "Phát triển chợ số và thanh toán không dùng tiền mặt / giai đoạn 2025-2028",
    "Tiền Giang",
    date(2025, 5, 6),
    (2025, 2028),
    "Phạm Văn Trọng",
    doc_type="Đề án",
)

_HEALTH = """
Thực hiện Công văn số 1920/BYT-K2ĐT, UBND thành phố Huế ban hành Kế hoạch triển khai khám chữa bệnh từ xa:
# A- | ĐẶC ĐIỂM TÌNH HÌNH
## I- | Thuận lợi
Thành phố có bệnh viện hạng đặc biệt, đội ngũ bác sĩ chuyên khoa sâu đông và giàu kinh nghiệm.
## II- | Khó khăn
Hai huyện miền núi thiếu bác sĩ nội trú, đường truyền tại 7 trạm y tế thường xuyên gián đoạn.
# B- | NỘI DUNG KẾ HOẠCH
## I- | Mục tiêu
### 1/- | Đến năm 2025
Kết nối 36 trạm y tế với bệnh viện tuyến trên, mỗi trạm tối thiểu hai ca hội chẩn mỗi tuần.
### 2/- | Đến năm 2027
Bảo hiểm y tế chi trả cho ít nhất 20 nhóm dịch vụ khám chữa bệnh từ xa.
## II- | Giải pháp
### 1/- | Hạ tầng
+ Trang bị 36 bộ thiết bị hội chẩn gồm camera, micro đa hướng và màn hình 55 inch;
+ Thuê hai đường truyền độc lập cho mỗi trạm, tốc độ tối thiểu 100 Mbps.
### 2/- | Chuyên môn
Bệnh viện hạt nhân phân công lịch trực hội chẩn, bác sĩ trực trả lời trong vòng 30 phút.
# C- | TỔ CHỨC THỰC HIỆN
## I- | Sở Y tế
Đầu mối triển khai, đánh giá kết quả sáu tháng một lần, báo cáo Ủy ban nhân dân thành phố.
## II- | Bảo hiểm xã hội thành phố
Hướng dẫn thủ tục thanh toán, giám định chi phí theo quy định hiện hành.
"""

_HEALTH_META = meta(
    "140/KH-UBND",
    "Khám bệnh, chữa bệnh từ xa / giai đoạn 2025-2027",
    "Huế",
    date(2025, 5, 6),
    (2025, 2027),
    "Nguyễn Thanh Bình",
    city=True,
    issuer="UBND thành phố Huế",
)

DOCUMENTS = (
    *several("office-brackets", _AGRI_META, _AGRI, text="site", docx="tabs", pdf="digital loose"),
    *several("office-tasks", _DISTRICT_META, _DISTRICT, text="wrapped", html="portal", pdf="sans"),
    *several("office-project", _PROJECT_META, _PROJECT, docx="softbreaks", pdf="pagefoot"),
    *several("office-telehealth", _HEALTH_META, _HEALTH, lost="province", text="tabs", docx="tabs nobold", pdf="gazette"),
)  # fmt: skip
