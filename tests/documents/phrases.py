"""Invented sentences about digital government and invented projects, filled by chance.

Slots: {n} a count, {p} a percentage, {m} money in million đồng, {t} a small number, {d} a date,
{y} a year, {u} a unit, {v} another unit, {x} a commune or ward.
"""

import random
import re
from collections.abc import Sequence

_UNITS = (
    "Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ", "Sở Tài chính", "Sở Nội vụ",
    "Sở Y tế", "Sở Giáo dục và Đào tạo", "Sở Tư pháp", "Sở Xây dựng", "Sở Công Thương",
    "Sở Tài nguyên và Môi trường", "Sở Nông nghiệp và Phát triển nông thôn", "Công an tỉnh",
    "Văn phòng UBND tỉnh", "Bộ Chỉ huy Quân sự tỉnh", "Thanh tra tỉnh", "Ban Quản lý các khu công nghiệp",
    "Sở Văn hóa, Thể thao và Du lịch", "Sở Giao thông vận tải", "Đài Phát thanh và Truyền hình tỉnh",
)  # fmt: skip
_PLACES = (
    "xã Tân Lập", "phường Đông Hải", "xã Phú Thịnh", "thị trấn Yên Bình", "xã Mỹ Hòa",
    "xã Nậm Khao", "phường Trần Phú", "xã Vĩnh Thuận", "xã Ia Rsươm", "phường An Khánh",
)  # fmt: skip
_BANK: dict[str, tuple[str, ...]] = {
    "ha_tang": (
        "Toàn tỉnh hiện có {n} vị trí trạm thu phát sóng thông tin di động, tỷ lệ phủ sóng 4G tới thôn, bản đạt {p}%.",
        "Mạng truyền số liệu chuyên dùng cấp II đã kết nối tới {t} sở, ngành và {n} đơn vị hành chính cấp xã; băng thông mỗi điểm tối thiểu 20 Mbps.",
        "Trung tâm dữ liệu của tỉnh vận hành {t} máy chủ vật lý và {n} máy chủ ảo, dung lượng lưu trữ khả dụng {t} TB.",
        "Tỷ lệ cán bộ, công chức cấp huyện được trang bị máy tính đạt {p}%, cấp xã đạt {p}%; {n} máy tính đã sử dụng trên 7 năm cần thay thế.",
        "Hệ thống hội nghị truyền hình trực tuyến gồm {t} điểm cầu cấp tỉnh, cấp huyện và {n} điểm cầu cấp xã, phục vụ {n} cuộc họp trong năm.",
        "Đã lắp đặt {n} điểm phát wifi công cộng tại nhà văn hóa thôn, chợ trung tâm và bến xe; riêng {x} có {t} điểm.",
        "Tỷ lệ hộ gia đình có đường truyền cáp quang băng rộng đạt {p}%, tăng {t},5 điểm phần trăm so với cùng kỳ.",
        "Trạm phát sóng 5G được triển khai tại {t} khu, cụm công nghiệp và khu vực trung tâm, phục vụ khoảng {n} thuê bao.",
    ),
    "du_lieu": (
        "Nền tảng tích hợp, chia sẻ dữ liệu cấp tỉnh đã kết nối {t} cơ sở dữ liệu quốc gia và hệ thống thông tin của bộ, ngành, phát sinh {n}.{n} giao dịch trong năm.",
        "Kho dữ liệu dùng chung lưu trữ dữ liệu của {t} lĩnh vực, trong đó dữ liệu đất đai của {t} huyện đã được làm sạch.",
        "Cổng dữ liệu mở công bố {n} bộ dữ liệu thuộc {t} lĩnh vực; lượt tải về đạt {n} lượt mỗi tháng.",
        "Số hóa {n}.{n} trang sổ hộ tịch và cập nhật vào cơ sở dữ liệu hộ tịch điện tử trước ngày {d}.",
        "Hoàn thành tạo lập {n} trường thông tin của cơ sở dữ liệu cán bộ, công chức, viên chức; tỷ lệ hồ sơ đã ký số đạt {p}%.",
        "Dữ liệu quan trắc môi trường từ {t} trạm tự động được truyền về Trung tâm giám sát, điều hành thông minh theo thời gian thực.",
        "Ban hành danh mục dữ liệu chủ chuyên ngành do {u} quản lý, cập nhật định kỳ hằng quý.",
        "{u} chủ trì, phối hợp với {v} xây dựng cơ sở dữ liệu nền địa lý tỷ lệ 1:2.000 cho {t} đô thị.",
    ),
    "dich_vu": (
        "Cung cấp {n} dịch vụ công trực tuyến toàn trình trên Cổng Dịch vụ công quốc gia; tỷ lệ hồ sơ nộp trực tuyến đạt {p}%.",
        "Bộ phận Một cửa {x} tiếp nhận {n} hồ sơ, giải quyết trước hạn và đúng hạn {p}%.",
        "Tỷ lệ thanh toán trực tuyến nghĩa vụ tài chính về đất đai đạt {p}%, cao hơn chỉ tiêu giao {t} điểm phần trăm.",
        "Thực hiện miễn lệ phí đối với {t} thủ tục hành chính khi người dân nộp hồ sơ qua dịch vụ công trực tuyến.",
        "Tổ công nghệ số cộng đồng hướng dẫn {n} lượt người dân cài đặt, sử dụng tài khoản định danh điện tử mức độ 2.",
        "Tái cấu trúc quy trình của {t} thủ tục hành chính, cắt giảm trung bình {t} ngày làm việc cho mỗi hồ sơ.",
        "{u} đưa vào vận hành kênh tiếp nhận phản ánh hiện trường, xử lý {n} phản ánh với mức độ hài lòng {p}%.",
        "Văn bản điện tử ký số trao đổi giữa các cơ quan nhà nước đạt {p}%, tiết kiệm khoảng {m} triệu đồng chi phí bưu chính và in ấn.",
    ),
    "an_toan": (
        "Hệ thống giám sát an toàn thông tin (SOC) ghi nhận và ngăn chặn {n}.{n} lượt tấn công dò quét vào Trung tâm dữ liệu.",
        "{p}% hệ thống thông tin đang vận hành đã được phê duyệt hồ sơ đề xuất cấp độ; {t} hệ thống cấp độ 3 được kiểm tra, đánh giá định kỳ.",
        "Cài đặt phần mềm phòng, chống mã độc quản trị tập trung cho {n} máy trạm tại {u} và các đơn vị trực thuộc.",
        "Tổ chức diễn tập thực chiến ứng cứu sự cố an toàn thông tin mạng vào quý III năm {y} với sự tham gia của {n} cán bộ kỹ thuật.",
        "{u} phối hợp với Công an tỉnh rà soát, gỡ bỏ {t} trang thông tin điện tử giả mạo cơ quan nhà nước.",
        "Sao lưu dữ liệu dự phòng tại địa điểm cách Trung tâm dữ liệu chính tối thiểu 30 km, thời gian khôi phục không quá {t} giờ.",
        "Phát hiện {t} địa chỉ IP nằm trong mạng botnet; đã bóc gỡ mã độc xong trước ngày {d}.",
    ),
    "nhan_luc": (
        "Tổ chức {t} lớp bồi dưỡng kỹ năng số cho {n} cán bộ, công chức cấp xã; {p}% học viên đạt yêu cầu.",
        "Toàn tỉnh có {t} cán bộ chuyên trách công nghệ thông tin, trong đó có 2 người trình độ sau đại học.",
        "Phổ cập kỹ năng số cơ bản cho {n} người dân tại {x} và các địa bàn có điều kiện kinh tế - xã hội khó khăn.",
        "Ký kết chương trình hợp tác đào tạo với {t} trường đại học, mỗi năm tiếp nhận {t} sinh viên thực tập.",
        "{u} tham mưu chính sách thu hút chuyên gia công nghệ thông tin, mức hỗ trợ {m} triệu đồng mỗi năm.",
        "Đưa nội dung chuyển đổi số vào chương trình bồi dưỡng lãnh đạo, quản lý cấp phòng từ năm {y}.",
    ),
    "nhiem_vu": (
        "{u} chủ trì, phối hợp với {v} nâng cấp Hệ thống thông tin giải quyết thủ tục hành chính, hoàn thành trước ngày {d}.",
        "Triển khai trợ lý ảo hỗ trợ công chức tra cứu văn bản tại {t} cơ quan, đơn vị trong quý III năm {y}.",
        "Thí điểm mô hình “Chợ 4.0 - Thanh toán không dùng tiền mặt” tại {x}, phấn đấu {p}% tiểu thương tham gia.",
        "Xây dựng bản đồ số du lịch tích hợp thuyết minh tự động cho {t} điểm đến, do {u} thực hiện.",
        "Hỗ trợ {n} doanh nghiệp nhỏ và vừa sử dụng nền tảng hóa đơn, hợp đồng điện tử với kinh phí {m} triệu đồng.",
        "Gắn mã định danh và mã địa chỉ số cho {n}.{n} hộ gia đình, hoàn thành trong năm {y}.",
        "Kết nối camera giám sát giao thông tại {t} nút giao về Trung tâm điều hành đô thị thông minh.",
        "Triển khai bệnh án điện tử tại {t} bệnh viện hạng II trở lên theo hướng dẫn của {u}.",
        "Đưa {n} sản phẩm OCOP lên sàn thương mại điện tử, gắn mã truy xuất nguồn gốc.",
        "Vận hành học bạ số cấp tiểu học tại {n} trường, liên thông với cơ sở dữ liệu ngành do {u} quản lý.",
    ),
    "to_chuc": (
        "Định kỳ trước ngày 20 của tháng cuối quý, các đơn vị gửi báo cáo về {u} để tổng hợp.",
        "Người đứng đầu cơ quan, đơn vị chịu trách nhiệm toàn diện về kết quả thực hiện các chỉ tiêu được giao.",
        "{u} cân đối, bố trí kinh phí chi thường xuyên theo phân cấp ngân sách hiện hành và khả năng ngân sách năm {y}.",
        "Kết quả thực hiện là căn cứ đánh giá, xếp loại thi đua hằng năm của {u} và {v}.",
        "Giao {u} theo dõi, đôn đốc, kiểm tra tối thiểu {t} đơn vị mỗi năm và báo cáo kết quả trước ngày {d}.",
        "Các doanh nghiệp viễn thông ưu tiên đầu tư hạ tầng tại {x}, bảo đảm chất lượng dịch vụ theo quy chuẩn.",
    ),
    "can_cu": (
        "Quyết định số {n}/QĐ-TTg ngày {d} của Thủ tướng Chính phủ về chương trình phát triển kinh tế số và xã hội số;",
        "Nghị quyết số {t}-NQ/TU ngày {d} của Ban Chấp hành Đảng bộ tỉnh về chuyển đổi số toàn diện;",
        "Công văn số {n}/BTTTT-CĐSQG ngày {d} của Bộ Thông tin và Truyền thông về hướng dẫn xây dựng kế hoạch;",
        "Nghị quyết số {t}/NQ-HĐND ngày {d} của Hội đồng nhân dân tỉnh về phân bổ dự toán ngân sách;",
    ),
}  # fmt: skip
_PROJECTS = (
    "Nâng cấp Trung tâm dữ liệu của tỉnh đạt tiêu chuẩn Tier 2", "Xây dựng kho dữ liệu dùng chung và Cổng dữ liệu mở",
    "Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính còn hiệu lực", "Mở rộng hệ thống hội nghị truyền hình tới cấp xã",
    "Triển khai Trung tâm giám sát, điều hành thông minh (IOC)", "Đầu tư trang thiết bị cho Bộ phận Một cửa cấp xã",
    "Xây dựng cơ sở dữ liệu đất đai", "Phần mềm quản lý cán bộ, công chức, viên chức", "Thuê dịch vụ giám sát an toàn thông tin mạng (SOC)",
    "Bồi dưỡng kỹ năng số cho cán bộ, công chức", "Nâng cấp Cổng thông tin điện tử tỉnh và trang thành phần",
    "Xây dựng hệ thống truyền thanh thông minh tại 45 xã", "Hệ thống quản lý bệnh án điện tử", "Bản đồ số du lịch và thuyết minh tự động",
    "Phần mềm quản lý tài sản công", "Chỉnh lý, số hóa tài liệu lưu trữ lịch sử", "Nền tảng học bạ số và quản lý trường học",
    "Hệ thống giám sát giao thông thông minh giai đoạn 2", "Ứng dụng công dân số trên thiết bị di động",
    "Thuê đường truyền mạng truyền số liệu chuyên dùng cấp II", "Trang bị chữ ký số và thiết bị ký số di động",
    "Xây dựng nền tảng tích hợp, chia sẻ dữ liệu (LGSP)", "Diễn tập ứng cứu sự cố an toàn thông tin mạng", "Hỗ trợ doanh nghiệp nhỏ và vừa chuyển đổi số",
)  # fmt: skip
_TASKS = (
    "Báo cáo kết quả", "Quyết định của UBND tỉnh", "Hệ thống đưa vào sử dụng", "Kế hoạch được phê duyệt",
    "Hội nghị tập huấn", "Cơ sở dữ liệu được cập nhật",
)  # fmt: skip


def _slot(name: str, chance: random.Random) -> str:
    ranges = {"n": (103, 987), "t": (3, 48), "y": (2024, 2029)}
    if name in ranges:
        return str(chance.randint(*ranges[name]))
    if name == "p":
        return chance.choice(
            (str(chance.randint(31, 99)), f"{chance.randint(51, 98)},{chance.randint(1, 9)}")
        )
    if name == "m":
        return f"{chance.randint(1, 9)}.{chance.randint(100, 980)}"
    if name == "d":
        return f"{chance.randint(10, 28)}/{chance.randint(1, 12):02}/{chance.randint(2020, 2024)}"
    return chance.choice(_PLACES if name == "x" else _UNITS)


def fill(topic: str, count: int, chance: random.Random, used: set[str]) -> list[str]:
    """`count` sentences of a topic, none of a document's templates twice as long as they last."""
    fresh = [one for one in _BANK[topic] if one not in used] or list(_BANK[topic])
    picked = chance.sample(fresh, min(count, len(fresh)))
    used.update(picked)
    return [re.sub(r"\{(\w)\}", lambda m: _slot(m.group(1), chance), one) for one in picked]


def _money(chance: random.Random) -> str:
    number = chance.choice((chance.randint(2, 19) * 50, chance.randint(10, 99) * 125))
    return f"{number:,}".replace(",", ".")


def projects(count: int, kinds: Sequence[str], chance: random.Random) -> list[tuple[str, ...]]:
    """`count` rows. Kinds of cells: no, name, unit, units, years, result, blank, sum, y, dec."""
    rows = []
    for number, name in enumerate(chance.sample(_PROJECTS, count), 1):
        parts = [
            0 if chance.random() < 0.15 else int(_money(chance).replace(".", ""))
            for k in kinds
            if k == "y"
        ]
        left = iter(parts)
        total = sum(parts) or int(_money(chance).replace(".", ""))
        start = chance.randint(2021, 2025)
        made = {"no": str(number), "no2": f"{number:02}", "name": name, "blank": ""}
        row = []
        for kind in kinds:
            if kind == "y":
                part = next(left)
                row.append(f"{part:,}".replace(",", ".") if part else "")
            elif kind == "sum":
                row.append(f"{total:,}".replace(",", "."))
            elif kind == "unit":
                row.append(chance.choice(_UNITS))
            elif kind == "units":
                row.append(f"{chance.choice(_UNITS[:9])} // {chance.choice(_UNITS[9:])}")
            elif kind == "years":
                row.append(
                    chance.choice(
                        (f"{start}-{start + 2}", f"Quý {chance.choice(('I', 'II', 'IV'))}/{start}")
                    )
                )
            elif kind == "result":
                row.append(chance.choice(_TASKS))
            elif kind == "dec":
                row.append(f"{chance.randint(1, 48)},{chance.randint(1, 9)}")
            else:
                row.append(made[kind])
        rows.append(tuple(row))
    return rows
