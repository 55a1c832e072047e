"""Plans of departments and districts, a decision and a covering letter, as offices have them."""

from datetime import date

from documents.making import issuing, meta, several

_SO = """
Thực hiện Kế hoạch số 52/KH-UBND ngày 20/02/2024 của Ủy ban nhân dân tỉnh An Giang về chuyển đổi số, Sở Tài nguyên và Môi trường xây dựng kế hoạch như sau:
# I. | MỤC ĐÍCH, YÊU CẦU
## 1. | Mục đích
Đưa toàn bộ hồ sơ địa chính dạng giấy của 11 huyện, thị xã, thành phố vào kho lưu trữ điện tử dùng chung của ngành.
Rút ngắn thời gian trích lục bản đồ địa chính từ 05 ngày làm việc xuống còn 02 ngày làm việc.
## 2. | Yêu cầu
- Các phòng, đơn vị trực thuộc phân công một lãnh đạo phụ trách, một viên chức đầu mối theo dõi;
- Không trang bị trùng lặp thiết bị quét đã được cấp trong giai đoạn trước.
# II. | NỘI DUNG THỰC HIỆN
## 1. | Số hóa hồ sơ địa chính
### a) | Khối lượng
Tổng khối lượng cần quét là 186.400 hồ sơ, tương đương khoảng 2,3 triệu trang khổ A4 và 41.200 trang khổ A3.
### b) | Lộ trình
Hoàn thành 35% khối lượng trong quý II, 70% trong quý III và toàn bộ trước ngày 15 tháng 12 năm 2024.
## 2. | Vận hành trạm quan trắc
Duy trì truyền số liệu liên tục từ 9 trạm quan trắc nước mặt và 4 trạm quan trắc không khí, độ trễ không quá 5 phút.
# III. | KINH PHÍ THỰC HIỆN
Tổng kinh phí 6.480 triệu đồng từ nguồn sự nghiệp tài nguyên, chi tiết tại Phụ lục kèm theo.
# IV. | TỔ CHỨC THỰC HIỆN
## 1. | Văn phòng Đăng ký đất đai
Làm đầu mối tổ chức quét, kiểm tra chất lượng ảnh quét và bàn giao dữ liệu theo từng đợt cho Trung tâm Công nghệ thông tin.
## 2. | Trung tâm Công nghệ thông tin
Tiếp nhận, sao lưu hằng tuần và cấp tài khoản khai thác cho các chi nhánh huyện.
%closing Trên đây là Kế hoạch số hóa hồ sơ địa chính năm 2024, các đơn vị nghiêm túc triển khai./.
%annex landscape
# Phụ lục | KHỐI LƯỢNG VÀ KINH PHÍ THEO ĐỊA BÀN
%center (Kèm theo Kế hoạch số 118/KH-STNMT ngày 14/3/2024 của Sở Tài nguyên và Môi trường)
%table | |
= TT | Địa bàn | Số hồ sơ | Số trang (nghìn trang) | < | Kinh phí (triệu đồng) | Hoàn thành
= ^ | ^ | ^ | Khổ A4 | Khổ A3 | ^ | ^
1 | Thành phố Long Xuyên | 38.200 | 471 | 9,6 | 1.328 | Quý II
2 | Thành phố Châu Đốc | 21.500 | 265 | 4,8 | 747 | Quý II
3 | Thị xã Tân Châu | 24.900 | 307 | 5,2 | 866 | Quý III
4 | Huyện Thoại Sơn | 33.100 | 408 | 6,7 | 1.151 | Quý III
5 | Huyện Tri Tôn | 29.400 | 362 | 7,1 | 1.022 | Quý IV
6 | Huyện Chợ Mới | 39.300 | 485 | 7,8 | 1.366 | Quý IV
| Tổng cộng | 186.400 | 2.298 | 41,2 | 6.480 |
%end
"""

_SO_META = meta(
    "118/KH-STNMT",
    "Số hóa hồ sơ địa chính năm 2024",
    "An Giang",
    date(2024, 3, 14),
    (2024, 2024),
    "Nguyễn Việt Trí",
    sign=("GIÁM ĐỐC",),
    letterhead=("UBND TỈNH AN GIANG", "SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG"),
    issuer="Sở Tài nguyên và Môi trường tỉnh An Giang",
    recipients=(
        "UBND tỉnh (b/c);",
        "Ban Giám đốc Sở;",
        "Các phòng, đơn vị trực thuộc;",
        "Lưu: VT, CNTT.",
    ),
)

_HUYEN = """
Căn cứ Kế hoạch số 14/KH-UBND ngày 08/01/2023 của UBND tỉnh An Giang, Ủy ban nhân dân huyện Thoại Sơn xây dựng Kế hoạch cải cách hành chính như sau:
# I. | MỤC TIÊU CHUNG
Nâng cao chất lượng phục vụ nhân dân tại Bộ phận Tiếp nhận và Trả kết quả của huyện và 17 xã, thị trấn.
# II. | CHỈ TIÊU CỤ THỂ
## 1. || Có 95% hồ sơ được trả đúng hạn; hồ sơ trễ hẹn phải có thư xin lỗi do Chủ tịch Ủy ban nhân dân xã ký.
## 2. || Mỗi xã, thị trấn có ít nhất 03 tổ liên gia biết hướng dẫn bà con nộp hồ sơ qua mạng.
## 3. || Giảm 20% số cuộc họp tập trung so với năm 2022.
# III. | NHIỆM VỤ
## 1. | Cải cách thể chế
Rà soát 46 văn bản do Hội đồng nhân dân, Ủy ban nhân dân huyện ban hành, đề nghị bãi bỏ những văn bản không còn phù hợp.
## 2. | Cải cách tài chính công
- Khoán kinh phí hoạt động cho 100% phòng, ban chuyên môn;
- Công khai dự toán trên bảng tin trụ sở trong thời hạn 15 ngày.
## 3. | Hiện đại hóa nền hành chính
Trang bị 34 bộ máy tính và 17 máy quét cho các xã, thị trấn bằng nguồn kết dư ngân sách huyện.
# IV. | KINH PHÍ
%table Dự toán kinh phí | triệu đồng | Đơn vị tính: triệu đồng
= STT | Nội dung | Kinh phí
1 | Mua máy tính, máy quét | 782
2 | Tập huấn cán bộ một cửa | 64,5
3 | Tuyên truyền trên đài huyện | 38
| Cộng | 884,5
%end
# V. | TỔ CHỨC THỰC HIỆN
## 1. | Phòng Nội vụ
Tham mưu kiểm tra đột xuất ít nhất 08 xã, thị trấn; báo cáo kết quả trong cuộc họp giao ban tháng sau liền kề.
## 2. | Phòng Tài chính - Kế hoạch
Thẩm định dự toán, trình Ủy ban nhân dân huyện phê duyệt trước ngày 28 tháng 02 năm 2023.
"""

_HUYEN_META = meta(
    "09/KH-UBND",
    "Cải cách hành chính của huyện năm 2023",
    "An Giang",
    date(2023, 1, 30),
    (2023, 2023),
    "Dương Thành Phúc",
    sign=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    letterhead=("ỦY BAN NHÂN DÂN", "HUYỆN THOẠI SƠN"),
    issuer="UBND huyện Thoại Sơn",
    place="Thoại Sơn",
    recipients=(
        "UBND tỉnh;",
        "TT. Huyện ủy;",
        "Các phòng, ban huyện;",
        "UBND các xã, thị trấn;",
        "Lưu: VT.",
    ),
)

_DEEP = """
# Phần thứ nhất | ĐÁNH GIÁ THỰC TRẠNG
## I. | KẾT QUẢ ĐẠT ĐƯỢC
### 1. | Về nhận thức
Người đứng đầu 26 cơ quan đã trực tiếp làm tổ trưởng tổ công tác chuyển đổi số, tăng 9 cơ quan so với năm trước.
### 2. | Về nền tảng dùng chung
#### 2.1. | Trục liên thông văn bản
##### 2.1.1. | Khối Đảng
Đã liên thông với 13 huyện ủy, thành ủy và các đảng ủy trực thuộc, thời gian gửi nhận bình quân dưới 3 phút.
##### 2.1.2. | Khối chính quyền
Trong năm đã gửi 318.000 văn bản, trong đó 99,2% có chữ ký số của cơ quan và của người có thẩm quyền.
#### 2.2. | Kho lưu trữ số
Kho tiếp nhận hồ sơ nộp lưu từ 22 cơ quan, dung lượng sử dụng 8,4 TB trên tổng số 20 TB được cấp.
## II. | TỒN TẠI, NGUYÊN NHÂN
Một số vùng lõm sóng tại các xóm vùng cao chưa có phương án phủ do địa hình hiểm trở, suất đầu tư lớn.
# Phần thứ hai | MỤC TIÊU, NHIỆM VỤ
## I. | MỤC TIÊU
- Xóa 100% vùng lõm sóng tại trung tâm xóm trước ngày 30 tháng 6 năm 2025;
- Hạ tỷ lệ hồ sơ giấy nộp trực tiếp xuống dưới 15%.
## II. | NHIỆM VỤ
### 1. | Xóa vùng lõm sóng
#### 1.1. | Giao chỉ tiêu cho doanh nghiệp
Viễn thông Cao Bằng và Viettel Cao Bằng mỗi đơn vị xây dựng tối thiểu 18 trạm tại các xóm chưa có sóng.
#### 1.2. | Hỗ trợ mặt bằng
Ủy ban nhân dân các huyện bố trí đất công, miễn thu tiền thuê trong 05 năm đầu đối với trạm đặt tại xóm đặc biệt khó khăn.
### 2. | Phát triển công dân số
Cấp miễn phí chữ ký số cá nhân cho 12.000 học sinh trung học phổ thông từ đủ 16 tuổi trở lên.
# Phần thứ ba | TỔ CHỨC THỰC HIỆN
## 1. | Sở Thông tin và Truyền thông
Chủ trì công bố bản đồ vùng lõm sóng theo từng quý trên Cổng thông tin điện tử của tỉnh.
## 2. | Ủy ban nhân dân các huyện, thành phố
Bảo vệ an toàn trạm thu phát sóng, xử lý nghiêm hành vi cắt trộm cáp, phá hoại thiết bị nguồn.
"""

_DEEP_META = meta(
    "846/QĐ-UBND",
    "PHÁT TRIỂN HẠ TẦNG VÀ CÔNG DÂN SỐ / TỈNH CAO BẰNG GIAI ĐOẠN 2024-2025",
    "Cao Bằng",
    date(2024, 7, 9),
    (2024, 2025),
    "Lê Hải Hòa",
)

_DEEP_DECISION = issuing(
    "846/QĐ-UBND",
    "Ban hành Kế hoạch phát triển hạ tầng và công dân số tỉnh Cao Bằng giai đoạn 2024-2025",
    """Căn cứ Luật Viễn thông ngày 24 tháng 11 năm 2023;
Căn cứ Nghị định số 42/2022/NĐ-CP ngày 24 tháng 6 năm 2022 của Chính phủ;
Xét đề nghị của Giám đốc Sở Thông tin và Truyền thông tại Tờ trình số 41/TTr-STTTT ngày 02 tháng 7 năm 2024.""",
    """Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phát triển hạ tầng và công dân số tỉnh Cao Bằng giai đoạn 2024-2025.
Điều 2. Quyết định này có hiệu lực từ ngày ký ban hành.
Điều 3. Chánh Văn phòng UBND tỉnh, Giám đốc các sở, Thủ trưởng các cơ quan, đơn vị có liên quan căn cứ Quyết định thi hành./.""",
    "(Kèm theo Quyết định số 846/QĐ-UBND ngày 09 tháng 7 năm 2024 của Chủ tịch UBND tỉnh Cao Bằng)",
)

_COVERED = """
# 1. | Mục đích, yêu cầu
## 1.1. | Mục đích
Chủ động nguồn điện, đường truyền dự phòng cho Trung tâm điều hành trong các tình huống bão, lũ, sạt lở.
## 1.2. | Yêu cầu
Kịch bản ứng phó phải sát thực tế từng địa bàn, có diễn tập ít nhất một lần trước mùa mưa bão.
# 2. | Nội dung
## 2.1. | Rà soát điểm xung yếu
Xác định 27 điểm trạm, tuyến cáp có nguy cơ bị chia cắt; lập danh sách gửi về trước ngày 30/4/2024.
## 2.2. | Dự phòng thiết bị
- Mỗi huyện có 02 máy phát điện công suất từ 5 kVA trở lên;
- Bố trí 12 bộ điện thoại vệ tinh cho các xã thường xuyên bị cô lập.
# 3. | Kinh phí
%table Kinh phí thực hiện | triệu đồng | ĐVT: triệu đồng
= TT | Khoản mục | Số lượng | Đơn giá | Thành tiền
1 | Máy phát điện 5 kVA | 16 | 42,5 | 680
2 | Điện thoại vệ tinh | 12 | 38 | 456
3 | Diễn tập cấp tỉnh | 1 | 190 | 190
| Tổng | | | 1.326
%end
# 4. | Tổ chức thực hiện
Sở Thông tin và Truyền thông là cơ quan thường trực, theo dõi và tổng hợp báo cáo hằng tháng trong mùa mưa bão.
"""

_COVERED_META = meta(
    "96/KH-UBND",
    "Bảo đảm thông tin liên lạc phòng, chống thiên tai / năm 2024",
    "Tuyên Quang",
    date(2024, 4, 18),
    (2024, 2024),
    "Hoàng Việt Phương",
)

_COVER = issuing(
    "1507/UBND-KGVX",
    "V/v triển khai Kế hoạch bảo đảm thông tin liên lạc phòng, chống thiên tai năm 2024",
    """Kính gửi:
- Các sở, ban, ngành, đoàn thể tỉnh;
- Ủy ban nhân dân các huyện, thành phố.""",
    """Điều 1. Ngày 18/4/2024, Ủy ban nhân dân tỉnh đã ban hành Kế hoạch số 96/KH-UBND về bảo đảm thông tin liên lạc phòng, chống thiên tai năm 2024.
Điều 2. Đề nghị các cơ quan, đơn vị, địa phương căn cứ chức năng, nhiệm vụ khẩn trương triển khai thực hiện./.""",
    "",
)

DOCUMENTS = (
    *several("office-so", _SO_META, _SO, scan="stamp across jpeg colour pagefoot", pdf="pagefoot", docx="tabs"),
    *several("office-huyen", _HUYEN_META, _HUYEN, pdf="typewriter underlined", text="wrapped pipes"),
    *several("office-deep", _DEEP_META, _DEEP, decision=_DEEP_DECISION, scan="stamp across skew colour noise", pdf="running loose", docx="styles auto"),
    *several("office-letter", _COVERED_META, _COVERED, decision=_COVER, pdf="cover", docx="cover", html="cover lawsite"),
)  # fmt: skip
