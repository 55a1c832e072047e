"""Components, steps, items with numbers of their own line, bold headings alone, as offices have them."""

from datetime import date

from documents.making import CHAIR, meta, several

_COMPONENT = """
Nhằm cụ thể hóa Nghị quyết của Hội đồng nhân dân tỉnh, UBND tỉnh Sóc Trăng ban hành Kế hoạch phát triển nông thôn số gồm các hợp phần như sau:
# HỢP PHẦN 1. | HẠ TẦNG NÔNG THÔN SỐ
## Hoạt động 1.1. | Phủ sóng vùng lõm
Dựng mới 27 trạm thu phát sóng tại các ấp ven biển, hoàn thành trước mùa mưa năm 2025.
## Hoạt động 1.2. | Điểm truy cập công cộng
Mỗi nhà văn hóa ấp có một điểm truy cập, băng thông tối thiểu 50 Mbps, mở cửa cả ngày nghỉ.
# HỢP PHẦN 2. | DỮ LIỆU NÔNG THÔN SỐ
## Hoạt động 2.1. | Bản đồ vùng nuôi tôm
Số hóa 18.400 ha vùng nuôi, cập nhật độ mặn hằng ngày từ 40 trạm đo tự động.
## Hoạt động 2.2. | Hồ sơ thành viên hợp tác xã
Lập hồ sơ điện tử cho 6.200 thành viên, liên thông với hệ thống của Liên minh Hợp tác xã.
# HỢP PHẦN 3. | CON NGƯỜI
## Hoạt động 3.1. | Tổ nông dân số
Mỗi ấp thành lập một tổ từ 5 đến 7 người, được hỗ trợ 600.000 đồng một tháng.
# | TỔ CHỨC THỰC HIỆN
Sở Nông nghiệp và Môi trường chủ trì; kinh phí lồng ghép các chương trình mục tiêu quốc gia.
"""

_COMPONENT_META = meta(
    "77/KH-UBND",
    "Phát triển nông thôn số / trên địa bàn tỉnh năm 2025",
    "Sóc Trăng",
    date(2025, 1, 20),
    (2025, 2025),
    "Vương Quốc Nam",
)

_STEPS = """
Căn cứ kết quả kiểm tra quý I, Văn phòng UBND tỉnh Hưng Yên ban hành Kế hoạch chuyển hệ thống thư điện tử công vụ như sau:
# 1. | MỤC TIÊU
Chuyển toàn bộ 8.300 hộp thư sang hệ thống mới, không làm mất thư và danh bạ của người dùng.
# 2. | CÁC BƯỚC THỰC HIỆN
## Bước 1. | Khảo sát
Thống kê dung lượng từng hộp thư, xóa tài khoản của người đã nghỉ hưu, chuyển công tác.
## Bước 2. | Chuyển thử
Chọn 05 cơ quan chuyển trước, theo dõi trong hai tuần, ghi nhận sự cố vào sổ trực.
## Bước 3. | Chuyển chính thức
Chuyển theo đợt vào tối thứ bảy, mỗi đợt không quá 1.200 hộp thư; có phương án quay lui.
# 3. | RỦI RO VÀ XỬ LÝ
## Tình huống A: | Mất kết nối
Kích hoạt đường truyền dự phòng trong 15 phút, thông báo cho người dùng qua tin nhắn.
## Tình huống B: | Lỗi xác thực
Cấp mật khẩu tạm thời sau khi xác minh danh tính qua điện thoại của cơ quan.
# 4. | PHÂN CÔNG
- Trung tâm Tin học - Công báo trực kỹ thuật trong suốt thời gian chuyển đổi;
- Các cơ quan cử một đầu mối phối hợp, gửi danh sách trước ngày 10 tháng 5 năm 2024.
"""

_STEPS_META = meta(
    "312/KH-VPUBND",
    "Chuyển đổi hệ thống thư điện tử công vụ năm 2024",
    "Hưng Yên",
    date(2024, 4, 25),
    (2024, 2024),
    "Trần Đăng Khoa",
    sign=("KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
    letterhead=("ỦY BAN NHÂN DÂN TỈNH HƯNG YÊN", "VĂN PHÒNG"),
    issuer="Văn phòng tỉnh Hưng Yên",
)

_ITEMS = """
# Mục 1 | MỤC TIÊU VÀ NGUYÊN TẮC
## 1.1 | Mục tiêu
Mỗi thôn có ít nhất 10 hộ kinh doanh bán hàng trên sàn thương mại điện tử vào cuối năm 2025.
## 1.2 | Nguyên tắc
Tự nguyện, đúng đối tượng, không hỗ trợ trùng nội dung đã được nguồn khác chi trả.
# Mục 2 | NỘI DUNG HỖ TRỢ
## 2.1 | Đào tạo
### 2.1.1 | Đào tạo trực tiếp
Tổ chức 60 lớp tại nhà văn hóa thôn, mỗi lớp 25 người, học trong ba buổi tối.
### 2.1.2 | Đào tạo trực tuyến
Xây dựng 30 bài giảng ngắn dưới năm phút bằng tiếng Kinh, tiếng Tày và tiếng Nùng.
## 2.2 | Hỗ trợ bao bì, nhãn mác
Hỗ trợ một lần tối đa 3 triệu đồng cho mỗi sản phẩm có chứng nhận từ ba sao trở lên.
# Mục 3 | KINH PHÍ
%table Dự toán kinh phí | nghìn đồng | Đơn vị tính: 1.000 đồng
= Số TT | Nội dung | Số lượng | Đơn giá | Thành tiền | Ghi chú
1 | Lớp đào tạo trực tiếp | 60 | 8.500 | 510.000 | Ba buổi mỗi lớp
2 | Bài giảng trực tuyến | 30 | 12.000 | 360.000 |
3 | Hỗ trợ bao bì, nhãn mác | 90 | 3.000 | 270.000 | Theo thực tế
| Tổng cộng: | | | 1.140.000 |
%end
# Mục 4 | TRÁCH NHIỆM
## 4.1 | Phòng Kinh tế và Hạ tầng
Chủ trì tổ chức đào tạo, nghiệm thu kết quả, thanh toán trong vòng 15 ngày làm việc.
## 4.2 | Hội Nông dân huyện
Lập danh sách hộ tham gia, theo dõi doanh thu sáu tháng sau hỗ trợ.
"""

_ITEMS_META = meta(
    "63/KH-UBND",
    "Hỗ trợ hộ kinh doanh tham gia thương mại điện tử / giai đoạn 2024-2025",
    "Bắc Kạn",
    date(2024, 3, 15),
    (2024, 2025),
    "Triệu Huy Chung",
    sign=CHAIR,
    letterhead=("ỦY BAN NHÂN DÂN", "HUYỆN NA RÌ"),
    issuer="UBND huyện Na Rì",
    place="Na Rì",
)

_MARKS = """
Sở Văn hóa, Thể thao và Du lịch tỉnh Ninh Bình xây dựng Kế hoạch bảo tồn số di sản như sau:
# | Bối cảnh
Kho di sản của tỉnh có 1.821 di tích, mới có 12% được lập hồ sơ ba chiều.
# | Mục tiêu chủ yếu
▪ Quét ba chiều 60 di tích cấp quốc gia trước ngày 30 tháng 9 năm 2026;
▪ Công bố 500 hiện vật trên bảo tàng ảo, có thuyết minh tiếng Việt và tiếng Anh.
# | Nhiệm vụ trọng tâm
## | Số hóa tư liệu Hán Nôm
➢ Chụp 9.400 mặt khắc gỗ, bia đá; dịch nghĩa và chú giải ít nhất một nửa số lượng này;
➢ Hợp tác với Viện Nghiên cứu Hán Nôm thẩm định bản dịch.
## | Du lịch thực tế ảo
Đặt 08 trạm trải nghiệm tại Tràng An, Hoa Lư; thu phí từ quý II năm 2026.
# | Nguồn lực thực hiện
Ngân sách tỉnh 14,5 tỷ đồng, tài trợ của doanh nghiệp 6 tỷ đồng.
# | Phân công thực hiện
Bảo tàng tỉnh là chủ đầu tư; Trung tâm Xúc tiến Du lịch quảng bá sản phẩm trên mạng xã hội.
"""

_MARKS_META = meta(
    "910/KH-SVHTTDL",
    "Bảo tồn di sản bằng công nghệ số / giai đoạn 2025-2026",
    "Ninh Bình",
    date(2025, 5, 28),
    (2025, 2026),
    "Bùi Văn Mạnh",
    sign=("GIÁM ĐỐC",),
    letterhead=("UBND TỈNH NINH BÌNH", "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH"),
    issuer="Sở Văn hóa, Thể thao và Du lịch tỉnh Ninh Bình",
)

DOCUMENTS = (
    *several("office-components", _COMPONENT_META, _COMPONENT, text="wrapped", docx="auto", html="br", pdf="loose"),
    *several("office-steps", _STEPS_META, _STEPS, docx="nobold", pdf="pagefoot"),
    *several("office-items", _ITEMS_META, _ITEMS, docx="softbreaks", pdf="bare right", html="word"),
    *several("office-marks", _MARKS_META, _MARKS, docx="textbox", pdf="underlined", text="bom"),
)  # fmt: skip
