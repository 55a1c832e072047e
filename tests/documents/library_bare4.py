"""Tables without ruling lines in six more layouts, read once before their mistakes were looked at."""

from datetime import date

from documents.making import document, meta

_STAGES = """
Thực hiện Nghị quyết số 21-NQ/TU của Tỉnh ủy, Ủy ban nhân dân tỉnh xây dựng Kế hoạch như sau:
# I. | MỤC TIÊU
%fill dich_vu 2 -
# II. | CHỈ TIÊU CỤ THỂ
%table Biểu 1. Hệ thống chỉ tiêu | |
= Chỉ tiêu | Đơn vị tính | Hiện trạng năm 2024 | Lộ trình thực hiện | < | <
= ^ | ^ | ^ | Giai đoạn 1 | < | Giai đoạn 2
= ^ | ^ | ^ | 2025 | 2026 | 2027-2030
Tỷ lệ hồ sơ xử lý hoàn toàn trên môi trường mạng | % | 62,4 | 75 | 85 | 95
Số trạm quan trắc truyền dữ liệu tự động | trạm | 14 | 20 | 26 | 40
Người dân có hồ sơ sức khỏe điện tử | nghìn người | 412 | 600 | 780 | 1.050
Tỷ lệ văn bản ký số cấp xã | % | 71 | 88 | 95 | 100
Doanh nghiệp nhỏ và vừa được tư vấn chuyển đổi số | doanh nghiệp | 95 | 150 | 220 | 400
%end
# III. | KINH PHÍ
%table Biểu 2. Kinh phí theo nguồn | tỷ đồng | Đơn vị: tỷ đồng
= Nguồn vốn | Năm 2025 | Năm 2026 | Cộng
Ngân sách trung ương | 12,5 | 14 | 26,5
Ngân sách tỉnh | 20,4 | 22,1 | 42,5
Nguồn xã hội hóa | 3 | | 3
Tổng cộng | 35,9 | 36,1 | 72
%end
# IV. | TỔ CHỨC THỰC HIỆN
## 1. | Sở Khoa học và Công nghệ
%fill to_chuc 2 -
## 2. | Sở Tài chính
Cân đối, trình cấp có thẩm quyền phân bổ kinh phí thực hiện Kế hoạch theo quy định hiện hành.
%annex landscape
# Phụ lục I | PHÂN CÔNG NHIỆM VỤ
%center (Kèm theo Kế hoạch số 88/KH-UBND ngày 17/02/2025 của UBND tỉnh An Giang)
%table | |
= Nhiệm vụ, giải pháp | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn | Sản phẩm
Rà soát quy trình nội bộ của 120 thủ tục hành chính thuộc thẩm quyền giải quyết | Văn phòng UBND tỉnh | Các sở, ban, ngành | Quý II/2025 | Quyết định phê duyệt quy trình
Vận hành Trung tâm giám sát, điều hành đô thị thông minh | Sở Khoa học và Công nghệ | Công an tỉnh; Sở Xây dựng | Quý IV/2025 | Trung tâm đi vào hoạt động
Tổ chức ngày hội chuyển đổi số cấp tỉnh | Sở Khoa học và Công nghệ | Đài Phát thanh và Truyền hình tỉnh | Tháng 10/2025 | Ngày hội, triển lãm
Xây dựng kho học liệu số dùng chung cho giáo dục phổ thông | Sở Giáo dục và Đào tạo | UBND cấp huyện | 2025-2026 | Kho học liệu
%end
"""

_FUNDS = """
# A. | KẾT QUẢ NĂM 2023
%fill ha_tang 4
%fill dich_vu 4
# B. | KẾ HOẠCH NĂM 2024
## I. | Nhiệm vụ
%fill nhiem_vu 9
%fill an_toan 5
%fill nhan_luc 4
## II. | Kinh phí
%table Danh mục nhiệm vụ và dự toán | triệu đồng | (Đơn vị tính: triệu đồng)
= Số TT | Tên nhiệm vụ | Đơn vị thực hiện | Tổng số | Trong đó | <
= ^ | ^ | ^ | ^ | Đầu tư phát triển | Chi thường xuyên
%numbered
I | Hạ tầng | < | < | < | <
%projects 7 no name unit sum y y
II | Ứng dụng | < | < | < | <
8 | Cổng dịch vụ việc làm trực tuyến | Sở Lao động - Thương binh và Xã hội | 900 | 500 | 400
9 | Sổ tay đảng viên điện tử | Tỉnh ủy | 350 | | 350
%end
# C. | TRÁCH NHIỆM THI HÀNH
%fill to_chuc 4 -
"""

_PURCHASES = """
Căn cứ Nghị quyết số 193/2025/QH15 của Quốc hội, UBND thành phố Cần Thơ xây dựng Kế hoạch như sau:
# 1) | Yêu cầu chung
%fill to_chuc 2
# 2) | Kinh phí theo nhiệm vụ
%table Biểu tổng hợp dự toán | triệu đồng | Đơn vị: triệu đồng
= Nhiệm vụ | Nguồn vốn | < | Tổng | Đơn vị chủ trì
= ^ | Trung ương | Địa phương | ^ | ^
Mua sắm thiết bị hội nghị truyền hình cho 32 xã, phường mới sáp nhập | 1.200 | 2.450 | 3.650 | Văn phòng UBND thành phố
Số hóa tài liệu lưu trữ của các đơn vị hành chính cũ | 500 | 3.900 | 4.400 | Sở Nội vụ
Thuê phần mềm quản lý trường học | | 870 | 870 | Sở Giáo dục và Đào tạo
Đào tạo kỹ năng số cho công chức cấp xã | | 640 | 640 | Sở Khoa học và Công nghệ
Giám sát an toàn thông tin 24/7 | 300 | 1.150 | 1.450 | Công an thành phố
Tổng cộng | 2.000 | 9.010 | 11.010 |
%end
# 3) | Tiến độ
%table Biểu tiến độ | |
= Mốc | Nội dung công việc | Kết quả | Phụ trách
Tháng 3/2026 | Khảo sát hiện trạng thiết bị tại 103 xã, phường | Báo cáo khảo sát | Sở Khoa học và Công nghệ
Tháng 6/2026 | Lựa chọn nhà thầu, ký hợp đồng | Hợp đồng | Văn phòng UBND thành phố
Quý III/2026 | Lắp đặt, đào tạo chuyển giao và vận hành thử | Biên bản nghiệm thu | Đơn vị trúng thầu
Quý IV/2026 | Tổng kết, nhân rộng | Báo cáo tổng kết | Sở Khoa học và Công nghệ
%end
# 4) | Tổ chức thực hiện
%fill to_chuc 2 -
"""

_PROJECTS = """
# I. | KẾT QUẢ NĂM TRƯỚC
%fill ha_tang 4
%fill dich_vu 3
# II. | DANH MỤC DỰ ÁN
%table Danh mục dự án đầu tư | triệu đồng | ĐVT: triệu đồng
= STT | Tên dự án | Chủ đầu tư | Thời gian thực hiện | Tổng mức đầu tư | Kế hoạch vốn | < | <
= ^ | ^ | ^ | ^ | ^ | Năm 2025 | Năm 2026 | Sau năm 2026
A | Dự án chuyển tiếp | < | < | < | < | < | <
%projects 6 no name unit years sum y y y
B | Dự án khởi công mới | < | < | < | < | < | <
7 | Trung tâm điều hành y tế thông minh | Sở Y tế | 2025-2027 | 18.000 | 3.000 | 9.000 | 6.000
8 | Phòng họp không giấy tờ | Văn phòng UBND tỉnh | 2025 | 2.400 | 2.400 | |
%end
# III. | TRÁCH NHIỆM
## 1. | Chủ đầu tư
%fill to_chuc 2
## 2. | Sở Tài chính
Tham mưu cấp có thẩm quyền giao kế hoạch vốn chi tiết cho từng dự án trước ngày 31 tháng 12 hằng năm.
"""

_OPEN_DATA = """
# 1. | Danh mục nhiệm vụ
%table Danh mục nhiệm vụ trọng tâm | |
= TT | Nhiệm vụ | Sản phẩm | Đơn vị chủ trì | Đơn vị phối hợp | Hoàn thành
1 | Rà soát, công bố danh mục dữ liệu mở của các sở, ngành và Ủy ban nhân dân cấp xã | Danh mục dữ liệu mở | Sở Khoa học và Công nghệ | Các sở, ngành | Tháng 4/2026
2 | Xây dựng bản đồ số nông nghiệp công nghệ cao | Bản đồ số | Sở Nông nghiệp và Môi trường | UBND cấp xã | Quý III/2026
3 | Kết nối camera an ninh khu dân cư về trung tâm điều hành | 420 camera được kết nối | Công an tỉnh | Doanh nghiệp viễn thông | Tháng 10/2026
4 | Sơ kết việc thực hiện Kế hoạch | Báo cáo | Văn phòng UBND tỉnh | Các sở, ngành | Tháng 12/2026
%end
# 2. | Dự toán
%table Dự toán theo đơn vị | triệu đồng | ĐVT: triệu đồng
= Đơn vị | Dự toán năm 2026 | < | < | Ghi chú
= ^ | Tổng | Chi đầu tư | Chi thường xuyên | ^
Sở Khoa học và Công nghệ | 5.600 | 4.100 | 1.500 | Chuyển tiếp
Sở Nông nghiệp và Môi trường | 2.350 | 2.000 | 350 |
Công an tỉnh | 7.900 | 7.200 | 700 | Vốn ủy thác
Văn phòng UBND tỉnh | 480 | | 480 |
Cộng | 16.330 | 13.300 | 3.030 |
%end
# 3. | Tổ chức thực hiện
%fill to_chuc 3 -
"""

_YEARS = """
# I. | KẾT QUẢ
%fill ha_tang 3
# II. | HỆ THỐNG CHỈ TIÊU
%table Biểu 2. Chỉ tiêu theo năm | % | Đơn vị tính: %
= STT | Chỉ tiêu | 2023 | 2024 | 2025
I | Chính quyền số | < | < | <
1 | Hồ sơ công việc cấp tỉnh xử lý trên môi trường mạng | 85 | 92 | 100
2 | Hồ sơ công việc cấp xã xử lý trên môi trường mạng | 60 | 72,5 | 85
3 | Báo cáo định kỳ thực hiện qua hệ thống thông tin báo cáo | 50 | 70 | 90
II | Xã hội số | < | < | <
1 | Dân số trưởng thành có chữ ký số cá nhân | 8 | 20 | 35
2 | Hộ gia đình có địa chỉ số | 66 | 81 | 100
%end
# III. | GIẢI PHÁP
%fill nhiem_vu 3 -
%annex landscape
# Phụ lục 01 | PHÂN BỔ KINH PHÍ
%center (Kèm theo Kế hoạch số 501/KH-UBND ngày 08/5/2023 của UBND tỉnh Hòa Bình)
%table | triệu đồng | (Đơn vị tính: triệu đồng)
= STT | Dự án, nhiệm vụ | Đơn vị thực hiện | Giai đoạn 2023-2025 | < | < | < | Nguồn vốn
= ^ | ^ | ^ | Tổng số | Trong đó | < | < | ^
= ^ | ^ | ^ | ^ | 2023 | 2024 | 2025 | ^
1 | Mở rộng trung tâm tích hợp dữ liệu | Sở Thông tin và Truyền thông | 15.400 | 5.000 | 6.400 | 4.000 | Đầu tư công
2 | Hệ thống thông tin nguồn truyền thanh cơ sở | UBND các huyện, thành phố | 6.750 | 2.250 | 2.250 | 2.250 | Sự nghiệp
3 | Số hóa hồ sơ người có công | Sở Lao động - Thương binh và Xã hội | 3.100 | | 1.600 | 1.500 | Sự nghiệp
| Tổng cộng | | 25.250 | 7.250 | 10.250 | 7.750 |
%end
"""

DOCUMENTS = (
    document("bare4-an-giang", "pdf", "bare top right", meta("88/KH-UBND", "Phát triển xã hội số giai đoạn 2025-2026, / định hướng đến năm 2030", "An Giang", date(2025, 2, 17), (2025, 2026), "Nguyễn Thị Minh Thúy"), _STAGES),
    document("bare4-dak-nong", "pdf", "bare roomy centred light", meta("690/KH-UBND", "Ứng dụng công nghệ thông tin năm 2024", "Đắk Nông", date(2023, 11, 30), (2024, 2024), "Tôn Thị Ngọc Hạnh"), _FUNDS),
    document("bare4-can-tho", "pdf", "bare centred light tight", meta("27/KH-UBND", "Mua sắm, số hóa và bảo đảm an toàn thông tin năm 2026", "Cần Thơ", date(2026, 1, 15), (2026, 2026), "Nguyễn Văn Khởi", city=True), _PURCHASES),
    document("bare4-thai-nguyen", "pdf", "bare top once split sans", meta("55/KH-UBND", "Đầu tư công lĩnh vực công nghệ thông tin / giai đoạn 2025-2027", "Thái Nguyên", date(2025, 3, 3), (2025, 2027), "Nguyễn Thị Loan"), _PROJECTS),
    document("bare4-an-giang-2", "pdf", "bare roomy top light", meta("31/KH-UBND", "Triển khai dữ liệu mở và đô thị thông minh năm 2026", "An Giang", date(2026, 1, 28), (2026, 2026), "Ngô Công Thức"), _OPEN_DATA),
    document("bare4-hoa-binh", "pdf", "bare centred right tight split", meta("501/KH-UBND", "CHUYỂN ĐỔI SỐ TỈNH HÒA BÌNH / GIAI ĐOẠN 2023-2025", "Hòa Bình", date(2023, 5, 8), (2023, 2025), "Nguyễn Văn Toàn"), _YEARS),
)  # fmt: skip
