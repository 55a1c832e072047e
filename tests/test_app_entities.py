"""Names found in a passage: offices, dates, addresses, documents."""

import pytest

from app.words.entities import asks_kind, has_asked_kind, n_named, named, office


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("Ai chủ trì?", "Sở Nội vụ chủ trì, các sở phối hợp.", "Sở Nội vụ"),
        ("Ai chủ trì?", "Giao Trung tâm CNTT vận hành.", "Trung tâm CNTT"),
        ("Ai chỉ đạo?", "UBND tỉnh đã chỉ đạo các ngành.", "UBND tỉnh"),
        ("Cơ quan nào làm?", "không cơ quan nào", ""),
        ("Khi nào xong?", "Hoàn thành trước ngày 15/6/2023.", "ngày 15/6/2023"),
        ("Bao giờ xong?", "Xong trong quý IV/2022, báo cáo sau.", "quý IV/2022"),
        ("Khi nào xong?", "Hoàn thành đến hết năm 2024.", "đến hết năm 2024"),
        ("Thời hạn gửi?", "Theo Nghị định số 15/2021/NĐ-CP ngày 24 /01/2021.", ""),
        (
            "Hạn chót?",
            "Theo Công văn số 7/STC-TH ngày 03/4/2021, nộp ngày 20/5/2021.",
            "ngày 20/5/2021",
        ),
        (
            "Quy chế có từ khi nào?",
            "Theo Quyết định số 7/QĐ-UBND ngày 03/4/2021.",
            "ngày 03/4/2021",
        ),
        ("Ai ban hành?", "Ban Thường vụ Tỉnh ủy ban hành nghị quyết.", "Ban Thường vụ Tỉnh ủy"),
        ("Truy cập ở đâu?", "Xem tại https://dvc.vidu.gov.vn.", "https://dvc.vidu.gov.vn"),
        ("Địa chỉ trang web?", "Cổng dvc.vidu.gov.vn đang chạy", "dvc.vidu.gov.vn"),
        ("Theo quyết định gì?", "Theo Quyết định số 12/QĐ-UBND.", "Quyết định số 12/QĐ-UBND"),
        ("Dùng phiên bản nào?", "Bộ Tài chính dùng phiên bản 2.0", ""),
        (
            "Ai hướng dẫn?",
            "do Bộ Thông tin và Truyền thông hướng dẫn",
            "Bộ Thông tin và Truyền thông",
        ),
        ("Ai hướng dẫn?", "Cục Tin học hóa hướng dẫn các tỉnh", "Cục Tin học hóa"),
        ("Quyết định số mấy?", "Theo Quyết định số 12/QĐ-UBND.", "Quyết định số 12/QĐ-UBND"),
        ("Có gì?", "Sở Nội vụ, ngày 15/6/2023", ""),
        ("Ai giám sát?", "do Công ty An ninh mạng Sao Mai làm", "Công ty An ninh mạng Sao Mai"),
        ("Ai đặt hàng?", "Công ty Sao Mai trình Sở Nội vụ", "Sở Nội vụ"),
        ("Công ty nào làm?", "Sở Nội vụ thuê Công ty Sao Mai làm", "Công ty Sao Mai"),
    ],
)
def test_named(question: str, sentence: str, expected: str) -> None:
    assert named(question, "", sentence) == expected


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("Còn bao nhiêu trang, xong khi nào?", "Số hóa 300 trang trước ngày 31/10/2023.", 1),
        ("Theo quyết định nào, từ khi nào?", "Quyết định số 12/QĐ-UBND ngày 03/02/2021", 2),
        ("Còn bao nhiêu trang?", "Số hóa 300 trang trước ngày 31/10/2023.", 0),
    ],
)
def test_what_is_asked_beside_a_figure(question: str, sentence: str, expected: int) -> None:
    assert n_named(question, sentence) == expected


def test_a_heading_that_is_an_office_names_it() -> None:
    assert office("Sở Tài chính:", "Bố trí vốn cùng Sở Nội vụ.") == "Sở Tài chính"
    assert office("Mục tiêu", "Bố trí vốn cùng Sở Nội vụ.") == "Sở Nội vụ"


@pytest.mark.parametrize(
    ("question", "passage", "expected"),
    [
        ("Huyện nào làm điểm?", "Huyện Tân Kỳ làm điểm.", True),
        ("Huyện nào làm điểm?", "Các huyện đã làm điểm.", False),
        ("Xã nào làm điểm?", "Mỗi xã ứng dụng phần mềm.", False),
        ("huyen nao lam diem", "thị xã Đức Phổ", True),
        ("Huyện nào làm điểm?", "làm điểm ở 03 đơn vị: An Phú, U Minh và Tri Tôn", True),
        ("Huyện nào làm điểm?", "Hà Giang, Cao Bằng đã làm điểm", False),
        ("Nhà thầu cụ thể nào?", "Công ty An Bình", True),
        ("Có mấy huyện?", "không có gì", True),
        ("Con phố nào không dùng tiền mặt?", "tuyến phố đường Lê Lợi", True),
        ("Con phố nào không dùng tiền mặt?", "thu phí không tiền mặt", False),
        ("Máy chủ của hãng nào?", "có 12 máy chủ", False),
        ("Doanh nghiệp viễn thông nào lắp trạm?", "VNPT lắp 12 trạm", True),
        ("Gửi số liệu bằng đường nào?", "gửi tự động", True),
    ],
)
def test_a_kind_asked_for_by_name_must_be_named(question, passage, expected) -> None:
    assert has_asked_kind(question, passage) is expected


def test_a_place_asked_for_is_no_ward_asked_for() -> None:
    assert not asks_kind("Địa phương nào viện dẫn nghị định này?")
    assert asks_kind("Phường nào có nhiều trạm nhất?")


def test_repeated_words_of_a_hostile_passage_are_read_in_time() -> None:
    assert named("Khi nào?", "", "đến hết " * 500) == ""
    assert named("Ở đâu?", "", "a" * 5_000) == ""
