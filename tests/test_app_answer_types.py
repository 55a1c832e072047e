"""The type of answer a question expects, over made-up passages."""

import pytest

from app.reading.answer_types import holds_answer_type


@pytest.mark.parametrize(
    ("question", "passage", "expected"),
    [
        ("Khi nào phủ xong 5G?", "Phát triển hạ tầng mạng di động 5G.", False),
        ("Khi nào phủ xong 5G?", "Phủ sóng 5G trong quý III.", True),
        ("Bao giờ báo cáo?", "Báo cáo khi có yêu cầu.", True),
        ("Hệ thống dùng chung nào?", "Hệ thống một cửa.", True),
        ("quy nao cho doanh nghiep", "quỹ phát triển khoa học", True),
        ("Địa chỉ cổng dữ liệu là gì?", "Xây dựng Cổng dữ liệu tỉnh.", False),
        ("Địa chỉ cổng dữ liệu là gì?", "Cổng dữ liệu data.vidu.gov.vn.", True),
        ("Dùng địa chỉ IP nào?", "Đánh số theo chuẩn IPv6.", True),
        ("Bao nhiêu người bấm vào link giả mạo?", "21% số người nhận.", True),
        ("Số điện thoại đường dây nóng?", "Tổ chức đường dây nóng trong tháng 10.", False),
        ("Số điện thoại đường dây nóng?", "Đường dây nóng 1900 1067.", True),
        ("Ai quản lý cổng dữ liệu?", "Là đầu mối cung cấp dữ liệu mở.", False),
        ("Ai quản lý cổng dữ liệu?", "Sở Tài chính quản lý.", True),
        ("Ai quản lý cổng dữ liệu?", "Do các đơn vị tự quản lý.", True),
        ("Ứng dụng AI phục vụ lĩnh vực nào?", "Phục vụ nông nghiệp.", True),
        ("Ai báo cáo tiến độ?", "Các sở báo cáo hằng quý.", True),
        ("Vì sao chỉ có hai mô hình?", "Ứng dụng IoT (An Phú có 02 mô hình).", False),
        ("Vì sao kéo cáp tốn kém?", "Địa hình chia cắt.", True),
        ("Sự cố nặng nhất là gì?", "Đã xử lý 19 sự cố.", False),
        ("Sự cố nặng nhất là gì?", "Sự cố nghiêm trọng là mất điện.", True),
        ("Nguồn nào nhiều nhất?", "Vốn đầu tư 64 tỷ, sự nghiệp 47 tỷ.", True),
        ("Có ít nhất bao nhiêu cán bộ?", "Có một cán bộ.", True),
    ],
)
def test_what_a_question_expects(question: str, passage: str, expected: bool) -> None:
    assert holds_answer_type(question, passage) is expected
