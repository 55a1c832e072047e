"""Plans kept as text files."""

from datetime import date

from documents.making import CHAIR, document, issuing, meta

_CAO_BANG = """
Thực hiện Quyết định số 411/QĐ-TTg ngày 31/3/2022 của Thủ tướng Chính phủ, Ủy ban nhân dân tỉnh Cao Bằng ban hành Kế hoạch với các nội dung sau:
# Phần I | TÌNH HÌNH THỰC HIỆN NĂM 2022
## I. | KẾT QUẢ ĐẠT ĐƯỢC
### 1. | Công tác chỉ đạo, điều hành
Ủy ban nhân dân tỉnh đã ban hành 14 văn bản chỉ đạo, trong đó có 03 kế hoạch chuyên đề về dữ liệu số.
%fill can_cu 2 -
### 2. | Hạ tầng số
%fill ha_tang 3
### 3. | Dữ liệu số
%fill du_lieu 2 -
## II. | HẠN CHẾ, NGUYÊN NHÂN
Một số xã vùng cao biên giới chưa có điện lưới ổn định nên thiết bị một cửa điện tử thường xuyên gián đoạn.
- Kinh phí bố trí còn dàn trải, chưa đáp ứng yêu cầu thực tế;
- Nhân lực chuyên trách ở cấp huyện còn thiếu 12 người so với định mức.
# Phần II | NỘI DUNG KẾ HOẠCH NĂM 2023
## I. | MỤC TIÊU
### 1. | Mục tiêu chung
Đưa hoạt động của chính quyền các cấp lên môi trường số, lấy người dân vùng biên làm trung tâm phục vụ.
### 2. | Mục tiêu cụ thể
#### a) | Về chính quyền số:
%fill dich_vu 3 -
#### b) | Về kinh tế số: || Tỷ trọng kinh tế số đạt tối thiểu 8,5% GRDP của tỉnh.
#### c) | Về xã hội số:
- 62% người dân trưởng thành có tài khoản giao dịch thanh toán tại ngân hàng;
- 48% hộ gia đình sử dụng điện thoại thông minh.
## II. | NHIỆM VỤ TRỌNG TÂM
%fill nhiem_vu 4 -
## III. | KINH PHÍ THỰC HIỆN
Tổng kinh phí dự kiến là 21.450 triệu đồng từ ngân sách địa phương và nguồn vốn hợp pháp khác.
# Phần III | TỔ CHỨC THỰC HIỆN
## 1. | Sở Thông tin và Truyền thông
%fill to_chuc 2 -
## 2. | Sở Tài chính
Thẩm định dự toán, trình cấp có thẩm quyền bố trí kinh phí bảo đảm đúng quy định của Luật Ngân sách nhà nước.
## 3. | Ủy ban nhân dân các huyện, thành phố
Chỉ đạo Ủy ban nhân dân cấp xã kiện toàn tổ công nghệ số cộng đồng trước ngày 30/4/2023.
%closing Trên đây là Kế hoạch Chuyển đổi số tỉnh Cao Bằng năm 2023, yêu cầu các cơ quan, đơn vị nghiêm túc triển khai thực hiện./.
"""

_BEN_TRE = """
Căn cứ Nghị quyết số 52-NQ/TW ngày 27/9/2019 của Bộ Chính trị, UBND tỉnh Bến Tre ban hành Kế hoạch như sau:
# I. | MỤC ĐÍCH, YÊU CẦU
## 1. | Mục đích
Nâng cao năng lực phòng, chống tấn công mạng cho hệ thống thông tin của các cơ quan nhà nước trên địa bàn tỉnh.
## 2. | Yêu cầu
- Việc triển khai phải đồng bộ, tránh chồng chéo giữa các ngành;
- Phân công rõ người, rõ việc, rõ thời gian và rõ kết quả.
# II. | NỘI DUNG
## 1. | Bảo đảm an toàn hạ tầng
%fill an_toan 3
## 2. | Giám sát, ứng cứu sự cố
### 2.1. | Giám sát
%fill an_toan 2 -
### 2.2. | Ứng cứu
Đội ứng cứu sự cố gồm 17 thành viên, trực 24/7 và phản hồi trong vòng 30 phút kể từ khi nhận cảnh báo.
## 3. | Tuyên truyền, tập huấn
%fill nhan_luc 2
# III. | KINH PHÍ
Kinh phí thực hiện được bố trí từ ngân sách nhà nước theo bảng dưới đây:
%table Bảng 1. Phân kỳ kinh phí an toàn thông tin | triệu đồng | Đơn vị tính: triệu đồng
= STT | Nội dung | Đơn vị chủ trì | Kinh phí | < | <
= ^ | ^ | ^ | 2022 | 2023 | 2024
%projects 5 no name unit y y y
%total | Tổng cộng | | = | = | =
%end
# IV. | TỔ CHỨC THỰC HIỆN
## 1. || Sở Thông tin và Truyền thông là cơ quan thường trực, theo dõi, đôn đốc và tổng hợp báo cáo UBND tỉnh trước ngày 15/12 hằng năm.
## 2. || Công an tỉnh chủ trì điều tra, xử lý các hành vi xâm phạm an ninh mạng; phối hợp ứng cứu khi có yêu cầu.
## 3. || Các sở, ban, ngành tỉnh rà soát, lập hồ sơ đề xuất cấp độ cho hệ thống do mình quản lý.
%closing Trong quá trình thực hiện nếu có khó khăn, vướng mắc, đề nghị các đơn vị phản ánh về UBND tỉnh để xem xét, giải quyết.
"""

_NINH_THUAN = """
# A. | ĐÁNH GIÁ HIỆN TRẠNG
## I. | VỀ THỂ CHẾ
%fill can_cu 3 -
## II. | VỀ HẠ TẦNG
%fill ha_tang 4
Việc đầu tư trạm phát sóng tại vùng lõm gặp khó khăn do địa hình đồi núi chia cắt[^Theo khảo sát của Sở Thông tin và Truyền thông tháng 8/2020.].
# B. | QUAN ĐIỂM, MỤC TIÊU
## I. | QUAN ĐIỂM
Chuyển đổi số là nhiệm vụ thường xuyên, lâu dài, gắn với cải cách hành chính và phát triển kinh tế biển.
## II. | MỤC TIÊU ĐẾN NĂM 2025
%table | |
= TT | Chỉ tiêu | Hiện trạng 2020 | Mục tiêu 2025
1 | Tỷ lệ hồ sơ công việc cấp tỉnh xử lý trên môi trường mạng | 71,5 | 95
2 | Tỷ lệ hồ sơ công việc cấp huyện xử lý trên môi trường mạng | 58 | 85
3 | Tỷ lệ dân số có danh tính số | 12,4 | 90
4 | Tỷ lệ chợ hạng I chấp nhận thanh toán không tiền mặt | | 100
%end
## III. | ĐỊNH HƯỚNG ĐẾN NĂM 2030
Đến năm 2030, Ninh Thuận thuộc nhóm 25 địa phương dẫn đầu về chỉ số chuyển đổi số cấp tỉnh.
# C. | NHIỆM VỤ, GIẢI PHÁP
## 1. | Phát triển nền tảng số
%fill nhiem_vu 3
## 2. | Phát triển nguồn nhân lực
%fill nhan_luc 3 -
## 4. | Huy động nguồn lực
Khuyến khích doanh nghiệp tham gia theo phương thức đối tác công tư, thuê dịch vụ công nghệ thông tin.
# D. | TỔ CHỨC THỰC HIỆN
## 1. | Sở Kế hoạch và Đầu tư: || Tham mưu lồng ghép các mục tiêu vào kế hoạch phát triển kinh tế - xã hội hằng năm.
## 2. | Sở Nội vụ: || Đưa kết quả chuyển đổi số vào tiêu chí xếp hạng cải cách hành chính của các cơ quan.
%closing Yêu cầu Thủ trưởng các cơ quan, đơn vị khẩn trương triển khai thực hiện./.
"""

_HAU_GIANG = """
# I. | Căn cứ xây dựng kế hoạch
%fill can_cu 3 -
# II. | Mục tiêu
## 1. | Mục tiêu tổng quát
Hình thành chính quyền điện tử phục vụ người dân và doanh nghiệp ngày càng tốt hơn.
## 2. | Mục tiêu cụ thể
- 100% văn bản trao đổi giữa các cơ quan nhà nước dưới dạng điện tử, trừ văn bản mật;
- 30% dịch vụ công trực tuyến mức độ 4 có phát sinh hồ sơ.
# III. | Nội dung thực hiện
## 1. | Hạ tầng kỹ thuật
%fill ha_tang 3
## 2. | Trao đổi văn bản điện tử
%fill du_lieu 2
## 3. | Phục vụ người dân
%fill dich_vu 3
# IV. | Kinh phí
Kinh phí năm 2019 là 9,75 tỷ đồng, gồm 6 tỷ đồng vốn đầu tư và 3,75 tỷ đồng vốn sự nghiệp.
# V. | Phân công trách nhiệm
## 1. | Văn phòng UBND tỉnh
%fill to_chuc 2
## 2. | Các doanh nghiệp viễn thông
Bảo đảm chất lượng đường truyền cho cơ quan nhà nước, khắc phục sự cố trong thời gian không quá 4 giờ.
"""

_PHU_YEN = """
Thực hiện Chương trình chuyển đổi số quốc gia, UBND tỉnh xây dựng kế hoạch ứng dụng công nghệ thông tin như sau:
# 1. | Hiện trạng
## 1.1. | Hạ tầng
%fill ha_tang 2
## 1.2. | Nhân lực
%fill nhan_luc 2
# 2. | Mục tiêu
## 2.1. | Mục tiêu chung
Hoàn thiện hạ tầng dùng chung, từng bước hình thành công dân số và doanh nghiệp số.
## 2.2. | Chỉ tiêu chủ yếu
- 70% thủ tục hành chính đủ điều kiện được cung cấp toàn trình;
- 55% hồ sơ được số hóa ngay khi tiếp nhận.
# 3. | Giải pháp
## 3.1. | Giải pháp tổ chức
%fill to_chuc 2 -
## 3.2. | Giải pháp kỹ thuật
### 3.2.1. | Nền tảng tích hợp
%fill du_lieu 2
### 3.2.2. | Giám sát an toàn
%fill an_toan 2
## 3.3. | Giải pháp tài chính
Ưu tiên bố trí vốn cho nhiệm vụ chuyển tiếp, tiết kiệm tối thiểu 10% chi thường xuyên.
# 4. | Tổ chức thực hiện
Giao Sở Khoa học và Công nghệ theo dõi, đôn đốc và định kỳ hằng quý báo cáo kết quả.
"""

_HUNG_YEN = """
# Chương I | NHỮNG VẤN ĐỀ CHUNG
## Điều 1. | Mục đích
Kế hoạch này cụ thể hóa nhiệm vụ phát triển dữ liệu của tỉnh sau khi sắp xếp đơn vị hành chính.
## Điều 2. | Phạm vi
### 1. || Kế hoạch áp dụng đối với các sở, ban, ngành, Ủy ban nhân dân các xã, phường trên địa bàn tỉnh.
### 2. || Các tổ chức chính trị - xã hội được khuyến khích áp dụng những nội dung phù hợp.
# Chương II | NHIỆM VỤ CỤ THỂ
## Điều 3. | Hợp nhất cơ sở dữ liệu
### 1. | Dữ liệu hộ tịch
#### a) || Rà soát, đối chiếu dữ liệu của hai tỉnh trước sắp xếp, loại bỏ bản ghi trùng lặp trước ngày 31/10/2025;
#### b) || Đồng bộ mã định danh đơn vị hành chính mới trên toàn bộ hồ sơ điện tử.
### 2. | Dữ liệu đất đai
%fill du_lieu 2
## Điều 4. | Bảo đảm hạ tầng
%fill ha_tang 3
# Chương III | TỔ CHỨC THỰC HIỆN
## Điều 5. | Trách nhiệm của Sở Khoa học và Công nghệ
%fill to_chuc 2
## Điều 6. | Trách nhiệm của Ủy ban nhân dân cấp xã
Bố trí ít nhất 02 công chức kiêm nhiệm chuyển đổi số, báo cáo kết quả trước ngày 25 hằng tháng.
%annex
# Phụ lục | DANH MỤC CƠ SỞ DỮ LIỆU PHẢI HỢP NHẤT
%center (Kèm theo Kế hoạch số 97/KH-UBND ngày 18 tháng 8 năm 2025 của Ủy ban nhân dân tỉnh Hưng Yên)
%table | |
= STT | Cơ sở dữ liệu | Cơ quan chủ quản | Thời hạn
A | NHÓM DÂN CƯ | |
1 | Cơ sở dữ liệu hộ tịch điện tử của hai tỉnh cũ | Sở Tư pháp | Quý IV/2025
2 | Cơ sở dữ liệu bảo trợ xã hội | Sở Y tế | Quý I/2026
B | NHÓM TÀI NGUYÊN | |
1 | Cơ sở dữ liệu đất đai cấp xã sau sắp xếp | Sở Nông nghiệp và Môi trường | Quý II/2026
2 | Bản đồ địa chính số | Sở Nông nghiệp và Môi trường |
%end
"""

_DECISION = issuing(
    "1187/QĐ-UBND",
    "Về việc ban hành Kế hoạch ứng dụng công nghệ thông tin năm 2024",
    """
    Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
    Căn cứ Luật Công nghệ thông tin ngày 29 tháng 6 năm 2006;
    Theo đề nghị của Giám đốc Sở Thông tin và Truyền thông tại Tờ trình số 66/TTr-STTTT ngày 02 tháng 5 năm 2024.
    """,
    """
    Điều 1. Ban hành kèm theo Quyết định này Kế hoạch ứng dụng công nghệ thông tin tỉnh Phú Yên năm 2024.
    Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày ký.
    Điều 3. Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc các sở và các cơ quan liên quan chịu trách nhiệm thi hành Quyết định này./.
    """,
    "(Ban hành kèm theo Quyết định số 1187/QĐ-UBND ngày 10 tháng 5 năm 2024 của Ủy ban nhân dân tỉnh Phú Yên)",
)

DOCUMENTS = (
    document("text-cao-bang", "text", "plain", meta("245/KH-UBND", "Chuyển đổi số / tỉnh Cao Bằng năm 2023", "Cao Bằng", date(2023, 2, 14), (2023, 2023), "Lê Hải Hòa"), _CAO_BANG),
    document("text-ben-tre", "text", "wrapped pipes", meta("3051/KH-UBND", "BẢO ĐẢM AN TOÀN THÔNG TIN MẠNG / GIAI ĐOẠN 2022-2024 TRÊN ĐỊA BÀN TỈNH BẾN TRE", "Bến Tre", date(2021, 12, 6), (2022, 2024), "Nguyễn Trúc Sơn"), _BEN_TRE, aside=True),
    document("text-ninh-thuan", "text", "site cells crlf", meta("4418/KH-UBND", "CHUYỂN ĐỔI SỐ TỈNH NINH THUẬN GIAI ĐOẠN 2021-2025, ĐỊNH HƯỚNG ĐẾN NĂM 2030", "Ninh Thuận", date(2020, 12, 9), (2021, 2025), "Trần Quốc Nam", sign=CHAIR), _NINH_THUAN),
    document("text-hau-giang", "text", "tcvn3 crlf", meta("12/KH-UBND", "Ứng dụng công nghệ thông tin trong cơ quan nhà nước năm 2019", "Hậu Giang", date(2019, 1, 22), (2019, 2019), "Trương Cảnh Tuyên", sign=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "P. CHỦ TỊCH")), _HAU_GIANG),
    document("text-hau-giang-vni", "text", "vni wrapped", meta("15/KH-UBND", "Ứng dụng công nghệ thông tin năm 2018", "Vĩnh Long", date(2018, 3, 5), (2018, 2018), "Lữ Quang Ngời"), _HAU_GIANG, aside=True),
    document("text-phu-yen", "text", "utf-16 crlf", meta("1187/QĐ-UBND", "Ứng dụng công nghệ thông tin / tỉnh Phú Yên năm 2024", "Phú Yên", date(2024, 5, 10), (2024, 2024), "Tạ Anh Tuấn", sign=CHAIR), _PHU_YEN, decision=_DECISION),
    document("text-hung-yen", "text", "cp1258 tabs", meta("97/KH-UBND", "HỢP NHẤT, CHUẨN HÓA DỮ LIỆU SỐ / TỈNH HƯNG YÊN GIAI ĐOẠN 2025-2026", "Hưng Yên", date(2025, 8, 18), (2025, 2026), "Nguyễn Lê Huy"), _HUNG_YEN),
    document("text-cao-bang-2", "text", "bom wrapped tabs", meta("31/KH-UBND", "Chuyển đổi số năm 2024", "Hà Giang", date(2024, 1, 29), (2024, 2024), "Trần Đức Quý"), _CAO_BANG.replace("tỉnh Cao Bằng", "tỉnh Hà Giang").replace("2023", "2024").replace("năm 2022", "năm 2023"), aside=True),
)  # fmt: skip
