"""Documents that a text cites: number, kind, date, issuer, title and span of each."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.legal.bases import find_legal_bases

Expected = tuple[str, str, date | None, str, str]
THU_TUONG = "Thủ tướng Chính phủ"
BO_TTTT = "Bộ Thông tin và Truyền thông"
CDS = "phê duyệt Chương trình Chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030"

EXAMPLES: list[tuple[str, list[Expected]]] = [
    (
        f"Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ {CDS};",
        [("Quyết định", "749/QĐ-TTg", date(2020, 6, 3), THU_TUONG, CDS)],
    ),
    (
        "Căn cứ Nghị định số 47/2020/NĐ-CP ngày 09 tháng 4 năm 2020 của Chính phủ về quản lý, kết"
        " nối và chia sẻ dữ liệu số của cơ quan nhà nước;",
        [
            (
                "Nghị định",
                "47/2020/NĐ-CP",
                date(2020, 4, 9),
                "Chính phủ",
                "quản lý, kết nối và chia sẻ dữ liệu số của cơ quan nhà nước",
            )
        ],
    ),
    (
        "Chỉ thị số 5/CT-UBND ngày 02/3/2020của Chủ tịch UBND tỉnhvề việc gửi văn bản điện tử;",
        [
            (
                "Chỉ thị",
                "5/CT-UBND",
                date(2020, 3, 2),
                "Chủ tịch UBND tỉnh",
                "gửi văn bản điện tử",
            )
        ],
    ),
    (
        "Căn cứ Luật An toàn thông tin mạng ngày 19 tháng 11 năm 2015;",
        [("Luật", "", date(2015, 11, 19), "Quốc hội", "An toàn thông tin mạng")],
    ),
    (
        "Luật Công nghệ thông tin số 67/2006/QH11 ngày 29/6/2006;",
        [("Luật", "67/2006/QH11", date(2006, 6, 29), "Quốc hội", "Công nghệ thông tin")],
    ),
    (
        "Luật Tổ chức chính quyền địa phương năm 2015",
        [("Luật", "", None, "Quốc hội", "Tổ chức chính quyền địa phương năm 2015")],
    ),
    (
        "Căn cứ các Nghị định của Chính phủ: số 64/2007/NĐ-CP ngày 10/4/2007 về ứng dụng công nghệ"
        " thông tin; số 85/2016/NĐ-CP ngày 01/7/2016 về bảo đảm an toàn hệ thống thông tin.",
        [
            (
                "Nghị định",
                "64/2007/NĐ-CP",
                date(2007, 4, 10),
                "Chính phủ",
                "ứng dụng công nghệ thông tin",
            ),
            (
                "Nghị định",
                "85/2016/NĐ-CP",
                date(2016, 7, 1),
                "Chính phủ",
                "bảo đảm an toàn hệ thống thông tin",
            ),
        ],
    ),
    (
        "theo Công văn số 2606/BTTTT-THH&ATTT ngày 15/7/2021.",
        [("Công văn", "2606/BTTTT-THH&ATTT", date(2021, 7, 15), BO_TTTT, "")],
    ),
    ("tại Nghị quyết 17/NQ-CP", [("Nghị quyết", "17/NQ-CP", None, "Chính phủ", "")]),
    (
        "Nghị quyết số 52-NQ/TW ngày 27/9/2019 của Bộ Chính trị về một số chủ trương, chính sách"
        " chủ động tham gia Cách mạng công nghiệp lần thứ tư",
        [
            (
                "Nghị quyết",
                "52-NQ/TW",
                date(2019, 9, 27),
                "Bộ Chính trị",
                "một số chủ trương, chính sách chủ động tham gia Cách mạng công nghiệp lần thứ tư",
            )
        ],
    ),
    ("Nghị quyết số 30-NQ/TW", [("Nghị quyết", "30-NQ/TW", None, "Ban Chấp hành Trung ương", "")]),
    (
        "Thực hiện Chỉ thị số 14/CT-TTg, các sở đã rà soát hệ thống.",
        [("Chỉ thị", "14/CT-TTg", None, THU_TUONG, "")],
    ),
    (
        "Thông tư 12/2022/TT-BTTTT quy định chi tiết và hướng dẫn một số điều của Nghị định số"
        " 85/2016/NĐ-CP.",
        [
            (
                "Thông tư",
                "12/2022/TT-BTTTT",
                None,
                BO_TTTT,
                "quy định chi tiết và hướng dẫn một số điều của Nghị định số 85/2016/NĐ-CP",
            ),
            ("Nghị định", "85/2016/NĐ-CP", None, "Chính phủ", ""),
        ],
    ),
    (
        "Thông tư liên tịch số 02/2014/TTLT-BTC-BTTTT ngày 3/1/2014 của Bộ Tài chính và Bộ Thông"
        " tin và Truyền thông hướng dẫn quản lý kinh phí;",
        [
            (
                "Thông tư liên tịch",
                "02/2014/TTLT-BTC-BTTTT",
                date(2014, 1, 3),
                "Bộ Tài chính và Bộ Thông tin và Truyền thông",
                "hướng dẫn quản lý kinh phí",
            )
        ],
    ),
    (
        "Kế hoạch số 12/KH-UBND ngày 05/01/2022 của UBND tỉnh An Giang về chuyển đổi số năm 2022,"
        " UBND huyện đã giao các phòng chuyên môn.",
        [
            (
                "Kế hoạch",
                "12/KH-UBND",
                date(2022, 1, 5),
                "UBND tỉnh An Giang",
                "chuyển đổi số năm 2022",
            )
        ],
    ),
    (
        "Quyết định số 1012/QĐ-BTTTT",
        [("Quyết định", "1012/QĐ-BTTTT", None, BO_TTTT, "")],
    ),
    (
        "Văn bản số 123/STTTT-CNTT ngày 2/3/2021 về việc cung cấp số liệu",
        [
            (
                "Văn bản",
                "123/STTTT-CNTT",
                date(2021, 3, 2),
                "Sở Thông tin và Truyền thông",
                "cung cấp số liệu",
            )
        ],
    ),
    (
        "Báo cáo số 45/BC-UBND ngày 20/12/2021 của UBND tỉnh Cao Bằng",
        [("Báo cáo", "45/BC-UBND", date(2021, 12, 20), "UBND tỉnh Cao Bằng", "")],
    ),
    (
        "Xét đề nghị của Giám đốc Sở Tài chính tại Tờ trình số 31/TTr-STC ngày 8/2/2022.",
        [("Tờ trình", "31/TTr-STC", date(2022, 2, 8), "Sở Tài chính", "")],
    ),
    (
        "Hướng dẫn số 07-HD/BTGTW",
        [("Hướng dẫn", "07-HD/BTGTW", None, "", "")],
    ),
    (
        "Kết luận số 12-KL/TW ngày 24/8/2017 của Ban Bí thư về công tác thông tin",
        [("Kết luận", "12-KL/TW", date(2017, 8, 24), "Ban Bí thư", "công tác thông tin")],
    ),
    (
        "Chương trình hành động số 21-CTr/TU ngày 1/11/2021 của Tỉnh ủy Cao Bằng thực hiện Nghị"
        " quyết số 11-NQ/TW",
        [
            (
                "Chương trình hành động",
                "21-CTr/TU",
                date(2021, 11, 1),
                "Tỉnh ủy Cao Bằng",
                "thực hiện Nghị quyết số 11-NQ/TW",
            ),
            ("Nghị quyết", "11-NQ/TW", None, "Ban Chấp hành Trung ương", ""),
        ],
    ),
    (
        "theo QĐ 749/QĐ-TTg và NĐ 47/2020/NĐ-CP để triển khai",
        [
            ("Quyết định", "749/QĐ-TTg", None, THU_TUONG, ""),
            ("Nghị định", "47/2020/NĐ-CP", None, "Chính phủ", ""),
        ],
    ),
    (
        "Quyết định số 749 / QĐ - TTg ngày 03 / 6 / 2020",
        [("Quyết định", "749/QĐ-TTg", date(2020, 6, 3), THU_TUONG, "")],
    ),
    (
        "tại văn bản số 749/QĐ-TTg",
        [("Quyết định", "749/QĐ-TTg", None, THU_TUONG, "")],
    ),
    ("số 749/QĐ-TTg", [("Quyết định", "749/QĐ-TTg", None, THU_TUONG, "")]),
    (
        "Quyết định số 1907/QĐ- TTg 23/11/2020 của Thủ tướng Chính phủ phê duyệt Đề án tuyên"
        " truyền (sau đây gọi tắt là Đề án).",
        [
            (
                "Quyết định",
                "1907/QĐ-TTg",
                date(2020, 11, 23),
                THU_TUONG,
                "phê duyệt Đề án tuyên truyền",
            )
        ],
    ),
    (
        "Quyết định số 06/QĐ-TTg của Thủ tướng Chính phủ ngày 06/01/2022 về phát triển ứng dụng"
        " dữ liệu về dân cư.",
        [
            (
                "Quyết định",
                "06/QĐ-TTg",
                date(2022, 1, 6),
                THU_TUONG,
                "phát triển ứng dụng dữ liệu về dân cư",
            )
        ],
    ),
    (
        "QUYẾT ĐỊNH SỐ 15/QĐ-UBND NGÀY 4/5/2021",
        [("Quyết định", "15/QĐ-UBND", date(2021, 5, 4), "UBND", "")],
    ),
    (
        "Kế hoạch 33/KH-UBND năm 2021 về chuyển đổi số trên địa bàn tỉnh Cao Bằng",
        [
            (
                "Kế hoạch",
                "33/KH-UBND",
                None,
                "UBND tỉnh Cao Bằng",
                "chuyển đổi số trên địa bàn tỉnh Cao Bằng",
            )
        ],
    ),
    (
        "Nghị quyết số 08/2021/NQ-HĐND ngày 9/12/2021 của Hội đồng nhân dân tỉnh An Giang khóa X"
        " quy định mức thu phí; Quyết định số 5/QĐ-UBND.",
        [
            (
                "Nghị quyết",
                "08/2021/NQ-HĐND",
                date(2021, 12, 9),
                "Hội đồng nhân dân tỉnh An Giang khóa X",
                "quy định mức thu phí",
            ),
            ("Quyết định", "5/QĐ-UBND", None, "UBND", ""),
        ],
    ),
    (
        "(Chỉ thị số 15/CT-UBND ngày 18/5/2020 của Chủ tịch UBND tỉnh về gửi, nhận văn bản).",
        [
            (
                "Chỉ thị",
                "15/CT-UBND",
                date(2020, 5, 18),
                "Chủ tịch UBND tỉnh",
                "gửi, nhận văn bản",
            )
        ],
    ),
    (
        "Luật An ninh mạng (số 24/2018/QH14), Luật Giao dịch điện tử và các văn bản hướng dẫn.",
        [
            ("Luật", "24/2018/QH14", None, "Quốc hội", "An ninh mạng"),
            ("Luật", "", None, "Quốc hội", "Giao dịch điện tử"),
        ],
    ),
    (
        "Luật Quản lý, sử dụng tài sản công ngày 21/6/2017; Luật Đầu tư công ngày 13/6/2019",
        [
            ("Luật", "", date(2017, 6, 21), "Quốc hội", "Quản lý, sử dụng tài sản công"),
            ("Luật", "", date(2019, 6, 13), "Quốc hội", "Đầu tư công"),
        ],
    ),
    (
        "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền"
        " địa phương ngày 22 tháng 11 năm 2019;",
        [
            (
                "Luật",
                "",
                date(2019, 11, 22),
                "Quốc hội",
                "sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính"
                " quyền địa phương",
            )
        ],
    ),
    (
        "Luật số 86/2015/QH13 về an toàn thông tin mạng.",
        [("Luật", "86/2015/QH13", None, "Quốc hội", "an toàn thông tin mạng")],
    ),
    (
        "Nghị quyết số 1211/2016/UBTVQH13 ngày 25/5/2016",
        [
            (
                "Nghị quyết",
                "1211/2016/UBTVQH13",
                date(2016, 5, 25),
                "Ủy ban Thường vụ Quốc hội",
                "",
            )
        ],
    ),
    (
        "Công văn của Bộ Tài chính số 88/BTC-HCSN",
        [("Công văn", "88/BTC-HCSN", None, "Bộ Tài chính", "")],
    ),
    (
        "các Công văn số 11/UBND-CNTT ngày 1/2/2021 và số 12/UBND-CNTT ngày 3/2/2021",
        [
            ("Công văn", "11/UBND-CNTT", date(2021, 2, 1), "UBND", ""),
            ("Công văn", "12/UBND-CNTT", date(2021, 2, 3), "UBND", ""),
        ],
    ),
    (
        "Công điện số 1087/CĐ-TTg ngày 3/9/2021 yêu cầu các địa phương tăng cường phòng dịch.",
        [
            (
                "Công điện",
                "1087/CĐ-TTg",
                date(2021, 9, 3),
                THU_TUONG,
                "yêu cầu các địa phương tăng cường phòng dịch",
            )
        ],
    ),
    (
        "Thông báo số 77/TB-VPCP ngày 4/3/2022 của Văn phòng Chính phủ về kết luận của Phó Thủ"
        " tướng tại cuộc họp.",
        [
            (
                "Thông báo",
                "77/TB-VPCP",
                date(2022, 3, 4),
                "Văn phòng Chính phủ",
                "kết luận của Phó Thủ tướng tại cuộc họp",
            )
        ],
    ),
    (
        "Thông tư số 18/2019/TT-BTTTT ngày 25/12/2019 của Bộ trưởng Bộ Thông tin và Truyền thông"
        " ban hành Quy chuẩn kỹ thuật, đến nay toàn tỉnh đã áp dụng.",
        [
            (
                "Thông tư",
                "18/2019/TT-BTTTT",
                date(2019, 12, 25),
                "Bộ trưởng Bộ Thông tin và Truyền thông",
                "ban hành Quy chuẩn kỹ thuật",
            )
        ],
    ),
    (
        "Quyết định số 20/2020/QĐ-TTg ngày 22/7/2020 của Thủ tướng Chính phủ về mã định danh điện"
        " tử của các cơ quan, tổ chức phục vụ kết nối, chia sẻ dữ liệu với các bộ, ngành, địa"
        " phương để triển khai trong toàn quốc",
        [
            (
                "Quyết định",
                "20/2020/QĐ-TTg",
                date(2020, 7, 22),
                THU_TUONG,
                "mã định danh điện tử của các cơ quan, tổ chức phục vụ kết nối, chia sẻ dữ liệu với"
                " các bộ, ngành, địa phương",
            )
        ],
    ),
    (
        "Quyết định số 9/QĐ-UBND ngày 31/02/2021 của UBND thành phố Cần Thơ",
        [("Quyết định", "9/QĐ-UBND", None, "UBND thành phố Cần Thơ", "")],
    ),
    (
        "Kế hoạch số 20/KH-UBND của Ủy ban nhân dân thành phố Long Xuyên, tỉnh An Giang",
        [("Kế hoạch", "20/KH-UBND", None, "Ủy ban nhân dân thành phố Long Xuyên", "")],
    ),
    (
        "Nghị định 13/2023/NĐ-CP về bảo vệ dữ liệu cá nhân. Nghị định này có hiệu lực từ tháng 7.",
        [("Nghị định", "13/2023/NĐ-CP", None, "Chính phủ", "bảo vệ dữ liệu cá nhân")],
    ),
    (
        "tại văn bản số 15/SYT-VP và 708/SNV-CCHC; Nghị quyết số 66.17/2026/NQ-CP",
        [
            ("Văn bản", "15/SYT-VP", None, "Sở Y tế", ""),
            ("Văn bản", "708/SNV-CCHC", None, "Sở Nội vụ", ""),
            ("Nghị quyết", "66.17/2026/NQ-CP", None, "Chính phủ", ""),
        ],
    ),
    (
        "theo Luật công nghệ cao và Luật Bảo vệ và phát triển rừng; Luật Phòng cháy và chữa cháy"
        " năm 2001.",
        [
            ("Luật", "", None, "Quốc hội", "Công nghệ cao"),
            ("Luật", "", None, "Quốc hội", "Bảo vệ và phát triển rừng"),
            ("Luật", "", None, "Quốc hội", "Phòng cháy và chữa cháy năm 2001"),
        ],
    ),
    (
        "Luật sửa đổi, bổ sung một số điều của Luật Báo chí và quy định tại Nghị định 9/2017/NĐ-CP",
        [
            ("Luật", "", None, "Quốc hội", "sửa đổi, bổ sung một số điều của Luật Báo chí"),
            ("Nghị định", "9/2017/NĐ-CP", None, "Chính phủ", ""),
        ],
    ),
    ("Hoàn thành 3/4 chỉ tiêu, 24/7 và 15/37 nhiệm vụ; 12/CSDL; tỷ lệ 5/10 THCS-THPT.", []),
    ("Xây dựng dự thảo Luật Dữ liệu và quy định của pháp luật, kỷ luật lao động.", []),
    ("Hồ sơ mẫu 03-CNTT, khóa 12/2020, năm 2020/2021, phòng 12/B.", []),
]

# Written with the others, looked at only after everything above passed.
HELD_OUT: list[tuple[str, list[Expected]]] = [
    (
        "- Quyết định số 411/QĐ-TTg ngày 31/3/2022 của Thủ tướng Chính phủ phê duyệt Chiến lược"
        " quốc gia phát triển kinh tế số và xã hội số đến năm 2025, định hướng đến năm 2030;",
        [
            (
                "Quyết định",
                "411/QĐ-TTg",
                date(2022, 3, 31),
                THU_TUONG,
                "phê duyệt Chiến lược quốc gia phát triển kinh tế số và xã hội số đến năm 2025,"
                " định hướng đến năm 2030",
            )
        ],
    ),
    (
        "Căn cứ Nghị định số 73/2019/NĐ-CP ngày 05 tháng 9 năm 2019 của Chính phủ quy định quản lý"
        " đầu tư ứng dụng công nghệ thông tin sử dụng nguồn vốn ngân sách nhà nước;",
        [
            (
                "Nghị định",
                "73/2019/NĐ-CP",
                date(2019, 9, 5),
                "Chính phủ",
                "quy định quản lý đầu tư ứng dụng công nghệ thông tin sử dụng nguồn vốn ngân sách"
                " nhà nước",
            )
        ],
    ),
    (
        "thực hiện theo Thông tư số 04/2020/TT-BTTTT (ngày 24/02/2020) của Bộ Thông tin và Truyền"
        " thông quy định về lập và quản lý chi phí dự án.",
        [
            (
                "Thông tư",
                "04/2020/TT-BTTTT",
                date(2020, 2, 24),
                BO_TTTT,
                "quy định về lập và quản lý chi phí dự án",
            )
        ],
    ),
    (
        "Nghị quyết số 05-NQ/TU ngày 14/7/2021 của Ban Chấp hành Đảng bộ tỉnh Cao Bằng về chuyển"
        " đổi số giai đoạn 2021 - 2025",
        [
            (
                "Nghị quyết",
                "05-NQ/TU",
                date(2021, 7, 14),
                "Ban Chấp hành Đảng bộ tỉnh Cao Bằng",
                "chuyển đổi số giai đoạn 2021 - 2025",
            )
        ],
    ),
    (
        "Chỉ thị 02/CT-TTg ngày 26/4/2022, Chỉ thị 18/CT-TTg ngày 13/10/2022 của Thủ tướng Chính"
        " phủ.",
        [
            ("Chỉ thị", "02/CT-TTg", date(2022, 4, 26), THU_TUONG, ""),
            ("Chỉ thị", "18/CT-TTg", date(2022, 10, 13), THU_TUONG, ""),
        ],
    ),
    (
        "Sở Nội vụ có Báo cáo số 210/BC-SNV ngày 6/10/2022 về kết quả cải cách hành chính, trong"
        " đó nêu rõ các tồn tại.",
        [
            (
                "Báo cáo",
                "210/BC-SNV",
                date(2022, 10, 6),
                "Sở Nội vụ",
                "kết quả cải cách hành chính",
            )
        ],
    ),
    (
        "Luật Viễn thông ngày 23/11/2009, Luật Tần số vô tuyến điện ngày 23/11/2009",
        [
            ("Luật", "", date(2009, 11, 23), "Quốc hội", "Viễn thông"),
            ("Luật", "", date(2009, 11, 23), "Quốc hội", "Tần số vô tuyến điện"),
        ],
    ),
    (
        "Bộ luật Dân sự số 91/2015/QH13; Luật Bảo hiểm y tế năm 2008 (sửa đổi năm 2014).",
        [
            ("Bộ luật", "91/2015/QH13", None, "Quốc hội", "Dân sự"),
            ("Luật", "", None, "Quốc hội", "Bảo hiểm y tế năm 2008"),
        ],
    ),
    (
        "Quyết định số 2085/QĐ-UBND ngày 12/9/2022 của Ủy ban nhân dân tỉnh An Giang Ban hành Quy"
        " chế quản lý, vận hành Trung tâm dữ liệu tỉnh;",
        [
            (
                "Quyết định",
                "2085/QĐ-UBND",
                date(2022, 9, 12),
                "Ủy ban nhân dân tỉnh An Giang",
                "Ban hành Quy chế quản lý, vận hành Trung tâm dữ liệu tỉnh",
            )
        ],
    ),
    (
        "Thực hiện Công văn số 1552/BTTTT-THH ngày 26/4/2022 của Bộ Thông tin và Truyền thông về"
        " việc hướng dẫn kỹ thuật triển khai Đề án 06 (phiên bản 1.0), UBND tỉnh yêu cầu các sở.",
        [
            (
                "Công văn",
                "1552/BTTTT-THH",
                date(2022, 4, 26),
                BO_TTTT,
                "hướng dẫn kỹ thuật triển khai Đề án 06 (phiên bản 1.0)",
            )
        ],
    ),
    (
        "Nghị quyết số 27/NQ-HĐND ngày 10/12/2021 của HĐND tỉnh về dự toán ngân sách năm 2022 được"
        " giao tại Quyết định số 3001/QĐ-UBND ngày 11/12/2021.",
        [
            (
                "Nghị quyết",
                "27/NQ-HĐND",
                date(2021, 12, 10),
                "HĐND tỉnh",
                "dự toán ngân sách năm 2022",
            ),
            ("Quyết định", "3001/QĐ-UBND", date(2021, 12, 11), "UBND", ""),
        ],
    ),
    (
        "Đề án số 03-ĐA/TU ngày 01/10/2021 của Ban Thường vụ Tỉnh ủy về nâng cao chỉ số PAPI",
        [
            (
                "Đề án",
                "03-ĐA/TU",
                date(2021, 10, 1),
                "Ban Thường vụ Tỉnh ủy",
                "nâng cao chỉ số PAPI",
            )
        ],
    ),
    (
        "Hợp đồng ký theo quyết định số 55/QĐ-VNPT-AG; xem Mục 2.1/Phần II.",
        [("Quyết định", "55/QĐ-VNPT-AG", None, "", "")],
    ),
    (
        "Quyết định số: 1726/QĐ-BTTTT ngày 12-10-2020 của Bộ TT&TT phê duyệt Đề án “Xác định Bộ"
        " chỉ số đánh giá chuyển đổi số”.",
        [
            (
                "Quyết định",
                "1726/QĐ-BTTTT",
                date(2020, 10, 12),
                BO_TTTT,
                "phê duyệt Đề án “Xác định Bộ chỉ số đánh giá chuyển đổi số”",
            )
        ],
    ),
    (
        "Kế hoạch số 5/KH-UBND ngày 9/1/2023 của UBND huyện Thoại Sơn triển khai Chỉ thị số"
        " 02/CT-UBND và Quyết định số 7/QĐ-UBND về cải cách hành chính",
        [
            (
                "Kế hoạch",
                "5/KH-UBND",
                date(2023, 1, 9),
                "UBND huyện Thoại Sơn",
                "triển khai Chỉ thị số 02/CT-UBND",
            ),
            ("Chỉ thị", "02/CT-UBND", None, "UBND", ""),
            ("Quyết định", "7/QĐ-UBND", None, "UBND", "cải cách hành chính"),
        ],
    ),
]


def _records(text: str) -> list[Expected]:
    return [(b.doc_type, b.number, b.issued, b.issuer, b.title) for b in find_legal_bases(text)]


@pytest.mark.parametrize(("text", "expected"), EXAMPLES)
def test_examples(text: str, expected: list[Expected]) -> None:
    assert _records(text) == expected


@pytest.mark.parametrize(("text", "expected"), HELD_OUT)
def test_held_out_examples(text: str, expected: list[Expected]) -> None:
    assert _records(text) == expected


def test_there_are_sixty_examples() -> None:
    assert len(EXAMPLES) + len(HELD_OUT) >= 60
    assert len(HELD_OUT) == 15


def test_one_record_a_document_with_the_span_of_its_first_mention() -> None:
    first = "Nghị định số 47/2020/NĐ-CP"
    text = f"Theo {first}.\nNghị định 47/2020/NĐ-CP ngày 09/4/2020 của Chính phủ về dữ liệu số."
    (basis,) = find_legal_bases(text)
    assert text[basis.start : basis.end] == first
    assert (basis.issued, basis.issuer, basis.title) == (
        date(2020, 4, 9),
        "Chính phủ",
        "dữ liệu số",
    )


def test_a_span_ends_with_its_title() -> None:
    mention = "Quyết định số 5/QĐ-TTg ngày 1/2/2021 của Thủ tướng Chính phủ về dữ liệu mở"
    text = f"Căn cứ {mention}; các sở thực hiện."
    (basis,) = find_legal_bases(text)
    assert text[basis.start : basis.end] == mention


def test_a_law_cited_by_name_and_by_number_is_one_document() -> None:
    text = (
        "Luật An ninh mạng ngày 12/6/2018;\nLuật An ninh mạng số 24/2018/QH14;\nLuật an ninh mạng"
    )
    assert _records(text) == [
        ("Luật", "24/2018/QH14", date(2018, 6, 12), "Quốc hội", "An ninh mạng")
    ]


def test_the_named_issuer_of_a_later_mention_stands_before_the_code() -> None:
    text = "Nghị quyết số 57-NQ/TW.\nNghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị."
    assert _records(text)[0][3] == "Bộ Chính trị"


def test_a_number_of_another_year_is_another_document() -> None:
    text = (
        "Chỉ thị số 14/CT-TTg ngày 25/5/2018 về phòng, chống phần mềm độc hại;\n"
        "Chỉ thị số 14/CT-TTg ngày 07/6/2019 về tăng cường an ninh mạng;"
    )
    assert [record[2] for record in _records(text)] == [date(2018, 5, 25), date(2019, 6, 7)]


def test_a_citation_never_crosses_a_newline() -> None:
    text = "Quyết định số\n12/QĐ-UBND\nngày 1/2/2021 của UBND tỉnh\nvề dữ liệu"
    assert _records(text) == [("Quyết định", "12/QĐ-UBND", None, "UBND", "")]


@pytest.mark.parametrize(
    "unit",
    [
        "số 1/",
        "Quyết định số 1/QĐ",
        "Luật ",
        "Luật Quản lý, ",
        "sửa đổi, ",
        "Luật sửa đổi, bổ sung ",
        "Quyết định của ",
        "1/QĐ-A-B-C-",
        "số ",
        " ",
        "(",
        "Hội nghị ",
        "ngày 1/1/2020 ",
    ],
)
def test_time_is_linear(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    started = time.perf_counter()
    find_legal_bases(text)
    assert time.perf_counter() - started < 8


def test_five_megabytes_in_three_seconds() -> None:
    line = (
        "Sở Thông tin và Truyền thông chủ trì, phối hợp với các cơ quan, đơn vị triển khai các"
        " nhiệm vụ bảo đảm an toàn thông tin mạng, bố trí kinh phí theo quy định của pháp luật.\n"
    )
    text = (line * 9 + EXAMPLES[0][0] + "\n") * (5_000_000 // (10 * len(line)))
    started = time.perf_counter()
    assert len(find_legal_bases(text)) == 1
    assert time.perf_counter() - started < 3


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *("Quyết định", "số", "Luật", "ngày", "1/2/2021", "của", "Chính phủ", "UBND tỉnh"),
                *("12/QĐ-TTg", "52-NQ/TW", "47/2020/NĐ-CP", "67/2006/QH11", "năm 2015", "về"),
                *("An ninh mạng", "sửa đổi", "thực hiện", "(", ")", ",", ";", ".", "\n", "“", "”"),
            ]
        ),
        max_size=40,
    )
)
def test_spans_lie_in_one_line_and_hold_the_number(words: list[str]) -> None:
    text = " ".join(words)
    bases = find_legal_bases(text)
    for basis in bases:
        assert 0 <= basis.start < basis.end <= len(text)
        assert "\n" not in text[basis.start : basis.end]
    assert [b.start for b in bases] == sorted(b.start for b in bases)
    assert {"12/QĐ-TTg", "52-NQ/TW", "47/2020/NĐ-CP", "67/2006/QH11"} & set(words) <= {
        b.number for b in bases
    }
