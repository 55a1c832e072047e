"""Plans with what makes reading hard: headings over several lines, odd ways of typing."""

from datetime import date

from documents.making import CHAIR, document, meta

_QUANG_TRI = """
Thực hiện Quyết định số 1690/QĐ-TTg ngày 26/12/2023 của Thủ tướng Chính phủ và ý kiến chỉ đạo của Ban Thường vụ Tỉnh ủy tại Thông báo số 418-TB/TU, Ủy ban nhân dân tỉnh xây dựng Kế hoạch triển khai như sau:
# I. | ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN NHIỆM VỤ CHUYỂN ĐỔI SỐ VÀ BẢO ĐẢM AN TOÀN THÔNG TIN MẠNG TRÊN ĐỊA BÀN TỈNH 6 THÁNG ĐẦU NĂM 2024
## 1. | Kết quả triển khai hạ tầng số, nền tảng số dùng chung và kết nối, chia sẻ dữ liệu giữa các cơ quan nhà nước trên địa bàn tỉnh
%fill ha_tang 3
## 2. | Kết quả cung cấp dịch vụ công trực tuyến toàn trình và tình hình sử dụng của người dân, doanh nghiệp tại các huyện, thị xã, thành phố
%fill dich_vu 3 -
## 3. | Một số tồn tại, hạn chế và nguyên nhân
### a) | Tồn tại, hạn chế
- Việc số hóa hồ sơ tại cấp xã còn chậm, nhất là ở các xã miền núi, biên giới; một số nơi chưa thực hiện ký số kết quả giải quyết thủ tục hành chính.
- Chưa có cơ chế chi trả cho thành viên tổ công nghệ số cộng đồng.
### b) | Nguyên nhân
Năm 2024 là năm đầu tiên thực hiện mô hình mới nên còn lúng túng; kinh phí giao muộn, đến ngày 15/5/2024 mới phân bổ.
# II. | MỤC TIÊU, CHỈ TIÊU CHỦ YẾU CẦN ĐẠT ĐẾN HẾT NĂM 2024 VÀ ĐỊNH HƯỚNG NĂM 2025
%fill nhiem_vu 3 -
# III. | NHIỆM VỤ, GIẢI PHÁP TRỌNG TÂM 6 THÁNG CUỐI NĂM
## 1. | Tiếp tục rà soát, hoàn thiện cơ chế, chính sách; tăng cường trách nhiệm của người đứng đầu trong tổ chức thực hiện
%fill to_chuc 2
## 2. | Bảo đảm an toàn, an ninh mạng
%fill an_toan 3 -
+ Riêng hệ thống cấp độ 3 phải được kiểm tra trước ngày 30/9/2024;
+ Kết quả kiểm tra gửi về Công an tỉnh để tổng hợp.
## 3. | Kinh phí
2.450 triệu đồng cho nhiệm vụ phát sinh, sử dụng nguồn tiết kiệm chi năm 2024.
# IV. | TỔ CHỨC THỰC HIỆN
## 1. | Giám đốc các sở, Thủ trưởng các ban, ngành; Chủ tịch Ủy ban nhân dân các huyện, thị xã, thành phố
Căn cứ nhiệm vụ được giao, xây dựng lộ trình cụ thể theo từng tháng, báo cáo khó khăn trước ngày 20 hằng tháng.
## 2. | Sở Thông tin và Truyền thông
%fill to_chuc 2 -
%closing Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh kịp thời để được hướng dẫn./.
"""

_DONG_THAP = """
# A. | CĂN CỨ VÀ SỰ CẦN THIẾT
## I. | Căn cứ pháp lý
%fill can_cu 4 -
## II. | Sự cần thiết
%fill du_lieu 2
# B. | MỤC TIÊU
## I. | Mục tiêu tổng quát
Ứng dụng công nghệ số trong sản xuất lúa, cá tra và hoa kiểng, hình thành chuỗi giá trị nông nghiệp minh bạch.
## II. | Mục tiêu cụ thể
%table Bảng 1. Mục tiêu cụ thể theo từng năm | |
= TT | Mục tiêu | Đơn vị tính | Năm thực hiện | < | < | Cơ quan chủ trì, theo dõi, đánh giá
= ^ | ^ | ^ | 2024 | 2025 | 2026 | ^
I | Nông nghiệp số | | | | |
1 | Tỷ lệ hợp tác xã sử dụng nhật ký điện tử trong quản lý vùng trồng, vùng nuôi đã được cấp mã số xuất khẩu | % | 35 | 50 | 75,5 | Sở Nông nghiệp và Phát triển nông thôn // (Chi cục Trồng trọt)
2 | Số trạm quan trắc nước tự động được lắp đặt mới tại vùng nuôi cá tra tập trung | Trạm | 6 | 10 | 14 | ^
II | Nông dân số | | | | |
1 | Nông dân được tập huấn kỹ năng bán hàng trực tuyến | Người | 1.200 | 2.500 | 4.000 | Hội Nông dân tỉnh
2 | Hộ sản xuất có gian hàng trên sàn thương mại điện tử | Hộ | | 850 | 1.700 | Sở Công Thương
%end
# C. | NHIỆM VỤ
## I. | Phát triển hạ tầng, dữ liệu nông nghiệp phục vụ quản lý nhà nước và kết nối cung cầu nông sản trong, ngoài tỉnh
%fill nhiem_vu 3
## II. | Đào tạo, tập huấn
### 1. || Tổ chức 24 lớp tập huấn tại các hội quán; mỗi lớp không quá 40 người.
### 2. || Biên soạn sổ tay hỏi đáp bằng hình ảnh, phát hành 5.000 bản trong quý II/2024.
## III. | Kinh phí
%table Bảng 2. Kinh phí thực hiện | triệu đồng | Đơn vị tính: triệu đồng
= STT | Nội dung chi | Năm 2024 | Năm 2025 | Năm 2026 | Cộng
%projects 9 no name y y y sum
%total | Tổng cộng | = | = | = | =
%end
# D. | TỔ CHỨC THỰC HIỆN
## I. | Sở Nông nghiệp và Phát triển nông thôn
%fill to_chuc 2 -
## II. | Liên minh Hợp tác xã tỉnh
Vận động thành viên chuyển đổi quy trình quản lý, mỗi năm hỗ trợ ít nhất 10 hợp tác xã triển khai phần mềm kế toán.
"""


def _changed(source: str, year: int) -> str:
    """The same outline a year on: other figures by chance, other dates by hand."""
    return source.replace("2025", str(year + 1)).replace("2024", str(year))


DOCUMENTS = (
    document("text-quang-tri", "text", "wrapped pagenumbers", meta("1145/KH-UBND", "Đẩy mạnh chuyển đổi số, bảo đảm an toàn thông tin mạng / 6 tháng cuối năm 2024", "Quảng Trị", date(2024, 7, 3), (2024, 2024), "Hoàng Nam"), _QUANG_TRI),
    document("html-quang-binh", "html", "word wordlist", meta("980/KH-UBND", "ĐẨY MẠNH CHUYỂN ĐỔI SỐ / 6 THÁNG CUỐI NĂM 2024", "Quảng Bình", date(2024, 6, 28), (2024, 2024), "Phan Phong Phú"), _QUANG_TRI),
    document("html-dong-thap", "html", "lawsite nfd", meta("55/KH-UBND", "Chuyển đổi số trong nông nghiệp tỉnh Đồng Tháp giai đoạn 2024-2026", "Đồng Tháp", date(2024, 2, 22), (2024, 2026), "Huỳnh Minh Tuấn"), _DONG_THAP, aside=True),
    document("docx-dong-thap", "docx", "tabs linebreaks", meta("58/KH-UBND", "CHUYỂN ĐỔI SỐ TRONG NÔNG NGHIỆP / GIAI ĐOẠN 2024-2026", "Vĩnh Long", date(2024, 3, 1), (2024, 2026), "Nguyễn Văn Liệt"), _DONG_THAP),
    document("docx-ninh-binh", "docx", "styles lists", meta("127/KH-UBND", "Đẩy mạnh chuyển đổi số / 6 tháng cuối năm 2025", "Ninh Bình", date(2025, 7, 18), (2025, 2025), "Trần Song Tùng", sign=CHAIR), _changed(_QUANG_TRI, 2025), aside=True),
    document("pdf-quang-ninh", "pdf", "", meta("174/KH-UBND", "CHUYỂN ĐỔI SỐ TRONG LĨNH VỰC NÔNG NGHIỆP, NÔNG THÔN / TRÊN ĐỊA BÀN TỈNH QUẢNG NINH GIAI ĐOẠN 2024-2026", "Quảng Ninh", date(2024, 3, 28), (2024, 2026), "Nghiêm Xuân Cường"), _DONG_THAP),
    document("pdf-tuyen-quang", "pdf", "digital", meta("202/KH-UBND", "Đẩy mạnh chuyển đổi số / 6 tháng cuối năm 2024", "Tuyên Quang", date(2024, 7, 11), (2024, 2024), "Hoàng Việt Phương"), _QUANG_TRI, aside=True),
    document("scan-hoa-binh", "scan", "stamp skew colour dpi300", meta("141/KH-UBND", "Chuyển đổi số trong nông nghiệp tỉnh Hòa Bình / giai đoạn 2024-2026", "Hòa Bình", date(2024, 7, 9), (2024, 2026), "Đinh Công Sứ"), _DONG_THAP),
    document("scan-nam-dinh", "scan", "stamp noise dpi300", meta("83/KH-UBND", "Đẩy mạnh chuyển đổi số 6 tháng cuối năm 2024", "Nam Định", date(2024, 7, 5), (2024, 2024), "Trần Anh Dũng"), _QUANG_TRI, aside=True),
)  # fmt: skip
