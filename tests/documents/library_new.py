"""Layouts that were read once before their mistakes were looked at, in every format."""

from datetime import date

from documents.making import CHAIR, document, issuing, meta

_BOLD = """
Căn cứ Quyết định số 1012/QĐ-TTg ngày 21/9/2022 của Thủ tướng Chính phủ, Ủy ban nhân dân tỉnh An Giang ban hành Kế hoạch với những nội dung sau:
# | MỤC ĐÍCH, YÊU CẦU
Tạo chuyển biến rõ nét về nhận thức của người đứng đầu trong việc khai thác dữ liệu phục vụ điều hành.
- Nội dung kế hoạch phải cụ thể, có sản phẩm đo đếm được;
- Hạn chế tối đa việc in ấn tài liệu giấy tại các cuộc họp.
# | CÁC CHỈ TIÊU CHỦ YẾU
## | Chỉ tiêu về chính quyền số
%fill dich_vu 3 -
## | Chỉ tiêu về kinh tế số
Doanh thu thương mại điện tử chiếm ít nhất 11% tổng mức bán lẻ hàng hóa trên địa bàn tỉnh.
## | Chỉ tiêu về xã hội số
%fill nhan_luc 2 -
# | NHIỆM VỤ TRỌNG TÂM
%fill nhiem_vu 4 -
# | NGUỒN KINH PHÍ
%table Biểu tổng hợp kinh phí | triệu đồng | Đơn vị tính: triệu đồng
= STT | Nội dung chi | Ngân sách tỉnh | Ngân sách huyện | Tổng số
1 | Đường truyền số liệu chuyên dùng | 1.240 | 310 | 1.550
2 | Thuê hạ tầng máy chủ | 2.600 | 0 | 2.600
3 | Bồi dưỡng cán bộ chuyên trách | 480 | 125 | 605
| Tổng cộng | 4.320 | 435 | 4.755
%end
# | PHÂN CÔNG THỰC HIỆN
## | Sở Thông tin và Truyền thông
%fill to_chuc 2 -
## | Sở Tài chính
Tham mưu bố trí nguồn vốn sự nghiệp trong dự toán được giao đầu năm, hướng dẫn thanh quyết toán theo quy định.
%closing Trên đây là Kế hoạch khai thác dữ liệu số trên địa bàn tỉnh An Giang năm 2024./.
"""

_ISSUED = """
# I. | TÌNH HÌNH CHUNG
%fill ha_tang 2
# II. | MỤC TIÊU
## 1. || Phấn đấu 85% hồ sơ thủ tục hành chính được tiếp nhận bằng hình thức trực tuyến vào cuối năm 2025.
## 2. || Toàn bộ xã, phường, thị trấn có trang thông tin điện tử đáp ứng yêu cầu tiếp cận cho người khuyết tật.
# III. | NHIỆM VỤ, GIẢI PHÁP
## 1. | Phát triển dữ liệu
### a) | Dữ liệu nền
%fill du_lieu 2
### b) | Dữ liệu mở
%fill du_lieu 2
## 2. | Bảo đảm an toàn thông tin
%fill an_toan 3 -
# IV. | TỔ CHỨC THỰC HIỆN
%fill to_chuc 3 -
%annex landscape
# Phụ lục | DANH MỤC NHIỆM VỤ GIAI ĐOẠN 2023-2025
%center (Ban hành kèm theo Quyết định số 1187/QĐ-UBND ngày 11/9/2023 của UBND tỉnh Cao Bằng)
%table | triệu đồng | Đơn vị tính: triệu đồng
= TT | Nhiệm vụ | Cơ quan chủ trì | Kinh phí | < | < | <
= ^ | ^ | ^ | Tổng | Chia ra | < | <
= ^ | ^ | ^ | ^ | 2023 | 2024 | 2025
%projects 6 no name unit sum y y y
%end
"""

_FAINT = """
# 1. | CĂN CỨ XÂY DỰNG KẾ HOẠCH
%fill can_cu 3 -
# 2. | THỰC TRẠNG
## 2.1. | Hạ tầng kỹ thuật
%fill ha_tang 2
## 2.2. | Nguồn nhân lực
%fill nhan_luc 2
# 3. | NỘI DUNG
## 3.1. | Chỉ tiêu
%table Bảng 1: Chỉ tiêu an toàn thông tin | |
= Chỉ tiêu | Đơn vị | Năm 2025 | Năm 2026
Hệ thống được phê duyệt cấp độ | % | 90 | 100
Máy trạm cài phần mềm phòng, chống mã độc | % | 92,5 | 98
Cuộc diễn tập thực chiến | cuộc | 2 | 3
%end
## 3.2. | Nhiệm vụ
### 3.2.1. | Giám sát an toàn
%fill an_toan 2
### 3.2.2. | Ứng cứu sự cố
%fill an_toan 2 -
# 4. | TỔ CHỨC THỰC HIỆN
## 4.1. | Công an tỉnh
Chủ trì kiểm tra việc chấp hành quy định về bảo vệ bí mật nhà nước trên không gian mạng tại các đơn vị.
## 4.2. | Các sở, ban, ngành
%fill to_chuc 2 +
"""

_SHORT_NAMES = """
Ủy ban nhân dân tỉnh Yên Bái ban hành Kế hoạch thực hiện như sau:
# | QUAN ĐIỂM CHỈ ĐẠO
Chuyển đổi số lấy người dân làm trung tâm, lấy đơn vị cấp xã làm nơi thực hiện, lấy dữ liệu làm tài nguyên.
# | MỤC TIÊU ĐẾN HẾT NĂM 2025
## | Về hạ tầng
%fill ha_tang 4
## | Về dữ liệu
%fill du_lieu 3 -
# | NHIỆM VỤ CỤ THỂ
## | Phát triển nền tảng số
%fill nhiem_vu 5
## | Phát triển nhân lực số
%fill nhan_luc 3
%table Bảng phân bổ kinh phí | triệu đồng | ĐVT: triệu đồng
= STT | Danh mục | Chủ đầu tư | Thời gian | Tổng mức | Năm 2024 | Năm 2025
%projects 14 no name unit years sum y y
%total | CỘNG | | | = | = | =
%end
# | TỔ CHỨC THỰC HIỆN
## | Văn phòng Ủy ban nhân dân tỉnh
%fill to_chuc 2 -
## | Báo Yên Bái
Mở chuyên trang về chuyển đổi số, mỗi tuần đăng tải ít nhất 03 tin, bài về mô hình hay, cách làm sáng tạo.
"""

_BARE_TEXT = """
Căn cứ Quyết định số 06/QĐ-TTg ngày 06 tháng 01 năm 2022 của Thủ tướng Chính phủ, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:
# | Mục đích
Đẩy mạnh ứng dụng dữ liệu dân cư trong giải quyết thủ tục hành chính, tạo thuận lợi cho người dân và doanh nghiệp.
# | Yêu cầu
- Bảo đảm đúng lộ trình đề ra, không để xảy ra ách tắc khi chuyển đổi;
- Thông tin cá nhân của công dân phải được giữ bí mật tuyệt đối.
# | Nội dung thực hiện
## | Hoàn thiện hạ tầng
%fill ha_tang 3
## | Làm sạch dữ liệu
%fill du_lieu 3 -
# | Kinh phí
Kinh phí thực hiện 1.860 triệu đồng, lấy từ nguồn chi thường xuyên của ngân sách tỉnh năm 2023.
# | Tổ chức thực hiện
%fill to_chuc 3 -
%closing Trên đây là Kế hoạch triển khai Đề án 06 năm 2023 trên địa bàn tỉnh, đề nghị các cơ quan nghiêm túc thực hiện./.
"""

_ARTICLES = """
Thực hiện Chương trình hành động số 35-CTr/TU, UBND tỉnh An Giang ban hành Kế hoạch:
# Chương I | NHỮNG VẤN ĐỀ CHUNG
## Điều 1. | Phạm vi
Kế hoạch này áp dụng cho các sở, ban, ngành cấp tỉnh, Ủy ban nhân dân cấp huyện và đơn vị sự nghiệp công lập.
## Điều 2. | Mục tiêu
### 1. || Đến cuối năm 2026 có 30 dịch vụ công được cung cấp chủ động theo vòng đời của người dân.
### 2. || Điểm hài lòng của người dân đối với Bộ phận Một cửa đạt từ 4,5 trên thang điểm 5.
# Chương II | NHIỆM VỤ VÀ GIẢI PHÁP
## Điều 3. | Nhiệm vụ
%fill nhiem_vu 4 -
## Điều 4. | Giải pháp
%fill nhan_luc 2
# Chương III | ĐIỀU KHOẢN THI HÀNH
## Điều 5. | Trách nhiệm
%fill to_chuc 3
%annex
# Phụ lục 01 | KHUNG CHỈ TIÊU THEO DÕI
%center (Kèm theo Kế hoạch số 640/KH-UBND ngày 22/10/2025 của UBND tỉnh An Giang)
%table | |
= TT | Tên chỉ tiêu | Kế hoạch | < | < | Đơn vị theo dõi
= ^ | ^ | Năm 2025 | Năm 2026 | < | ^
= ^ | ^ | Cả năm | 6 tháng | Cả năm | ^
1 | Tỷ lệ thanh toán trực tuyến (%) | 60 | 65 | 72 | Sở Tài chính
2 | Số thuê bao băng rộng trên 100 dân | 24,5 | 25,2 | 27 | Sở Khoa học và Công nghệ
3 | Tỷ lệ trường học có thư viện số (%) | 40 | 52 | 70 | Sở Giáo dục và Đào tạo
%end
# Phụ lục 02 | DANH SÁCH ĐƠN VỊ THÍ ĐIỂM
%center (Kèm theo Kế hoạch số 640/KH-UBND ngày 22/10/2025 của UBND tỉnh An Giang)
- Trung tâm Phục vụ hành chính công tỉnh, bộ phận tiếp nhận hồ sơ lĩnh vực đất đai;
- Bệnh viện Đa khoa khu vực tỉnh và hai trạm y tế xã ở khu vực biên giới.
"""

_NUMBERED_BY_WORD = """
Căn cứ Nghị định số 85/2016/NĐ-CP ngày 01/7/2016 của Chính phủ, UBND tỉnh Hà Giang ban hành Kế hoạch như sau:
# I. | MỤC ĐÍCH, YÊU CẦU
## 1. | Mục đích
%fill an_toan 2
## 2. | Yêu cầu
%fill to_chuc 1
# II. | NHIỆM VỤ
## 1. | Nhiệm vụ thường xuyên
### 1.1. | Kiểm tra, đánh giá
%fill an_toan 2 -
### 1.2. | Tập huấn
%fill nhan_luc 2 -
## 2. | Nhiệm vụ đột xuất
### 2.1. | Ứng cứu sự cố
Trong vòng 02 giờ kể từ khi phát hiện sự cố nghiêm trọng, đơn vị vận hành phải báo cáo Đội ứng cứu sự cố của tỉnh.
# III. | KINH PHÍ
%table Dự toán kinh phí thực hiện | triệu đồng | Đơn vị tính: Triệu đồng
= STT | Hạng mục | Nguồn vốn | < | Tổng cộng
= ^ | ^ | Trung ương | Địa phương | ^
A | Chi đầu tư | < | < | <
1 | Tường lửa thế hệ mới cho Trung tâm dữ liệu | 1.500 | 700 | 2.200
2 | Thiết bị lưu trữ sao lưu | | 1.350 | 1.350
B | Chi thường xuyên | < | < | <
3 | Kiểm tra, đánh giá định kỳ 18 hệ thống | | 540 | 540
4 | Diễn tập thực chiến | 200 | 260 | 460
| Cộng (A+B) | 1.700 | 2.850 | 4.550
%end
# IV. | TỔ CHỨC THỰC HIỆN
## 1. | Sở Thông tin và Truyền thông
%fill to_chuc 2
## 2. | Các cơ quan, đơn vị, địa phương
Phân công ít nhất 01 cán bộ đầu mối về an toàn thông tin, gửi danh sách trước ngày 25/3/2024.
"""

_DECISION = issuing(
    "1187/QĐ-UBND",
    "Về việc ban hành Kế hoạch phát triển dữ liệu số tỉnh Cao Bằng giai đoạn 2023-2025",
    """Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Căn cứ Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023;
Theo đề nghị của Giám đốc Sở Thông tin và Truyền thông tại Tờ trình số 97/TTr-STTTT ngày 30 tháng 8 năm 2023.""",
    """Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phát triển dữ liệu số tỉnh Cao Bằng giai đoạn 2023-2025.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
Điều 3. Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc các sở, ban, ngành chịu trách nhiệm thi hành Quyết định này./.""",
    "(Ban hành kèm theo Quyết định số 1187/QĐ-UBND ngày 11/9/2023 của Ủy ban nhân dân tỉnh Cao Bằng)",
)

DOCUMENTS = (
    document("new-scan-an-giang", "scan", "stamp skew noise colour", meta("37/KH-UBND", "Khai thác dữ liệu số phục vụ điều hành / trên địa bàn tỉnh An Giang năm 2024", "An Giang", date(2024, 1, 23), (2024, 2024), "Lê Văn Phước"), _BOLD),
    document("new-scan-cao-bang", "scan", "stamp colour skew sans", meta("1187/QĐ-UBND", "PHÁT TRIỂN DỮ LIỆU SỐ TỈNH CAO BẰNG / GIAI ĐOẠN 2023-2025", "Cao Bằng", date(2023, 9, 11), (2023, 2025), "Trịnh Trường Huy"), _ISSUED, decision=_DECISION),
    document("new-scan-lang-son", "scan", "stamp noise faint loose", meta("153/KH-UBND", "Bảo đảm an toàn thông tin mạng trên địa bàn tỉnh / giai đoạn 2025-2026", "Lạng Sơn", date(2025, 7, 9), (2025, 2026), "Dương Xuân Huyên"), _FAINT),
    document("new-pdf-yen-bai", "pdf", "running", meta("77/KH-UBND", "CHUYỂN ĐỔI SỐ TỈNH YÊN BÁI / GIAI ĐOẠN 2024-2025", "Yên Bái", date(2024, 3, 12), (2024, 2025), "Vũ Thị Hiền Hạnh"), _SHORT_NAMES),
    document("new-text-cao-bang", "text", "wrapped", meta("19/KH-UBND", "Triển khai Đề án 06 năm 2023", "Cao Bằng", date(2023, 2, 14), (2023, 2023), "Hoàng Xuân Ánh", sign=CHAIR), _BARE_TEXT),
    document("new-html-an-giang", "html", "modern semantic", meta("640/KH-UBND", "Nâng cao chất lượng dịch vụ công / giai đoạn 2025-2026", "An Giang", date(2025, 10, 22), (2025, 2026), "Hồ Văn Mừng", sign=CHAIR), _ARTICLES),
    document("new-docx-ha-giang", "docx", "auto textbox lists", meta("61/KH-UBND", "Bảo đảm an toàn hệ thống thông tin theo cấp độ năm 2024", "Hà Giang", date(2024, 2, 28), (2024, 2024), "Trần Đức Quý"), _NUMBERED_BY_WORD),
)  # fmt: skip
