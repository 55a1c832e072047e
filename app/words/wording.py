"""The words by which a question shows what it wants, as patterns over folded text.

Folded text is lower case without diacritics, so one pattern serves "bao nhiêu",
"bao nhieu" and "BAO NHIÊU". Only general Vietnamese stands here, no plan's wording.
"""

import re

from index.terms.analyzer import fold

FLAGS = re.IGNORECASE

# For classes over text with its marks: a range such as "À-Ỹ" would hold small letters too.
UPPER = "A-ZÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
LOWER = UPPER.lower()


def folded(text: str) -> str:
    """`text` as the patterns see it: no diacritics, lower case, a character for a character.

    Offsets in it are offsets in `text`: what would grow or vanish ("İ", Hangul) stays as it is.
    """
    whole = fold(text).lower()
    return whole if len(whole) == len(text) else "".join(map(_folded_character, text))


def _folded_character(character: str) -> str:
    bare = fold(character).lower()
    return bare if len(bare) == 1 else character


def any_of(*alternatives: str) -> re.Pattern[str]:
    """A pattern of whole words or phrases, any of `alternatives`."""
    return re.compile(r"(?<!\w)(?:" + "|".join(alternatives) + r")(?!\w)", FLAGS)


def without(pattern: re.Pattern[str], text: str) -> str:
    """`text` without what `pattern` matches in its folded form."""
    letters = list(text)
    for match in pattern.finditer(folded(text)):
        letters[match.start() : match.end()] = " " * (match.end() - match.start())
    return " ".join("".join(letters).split())


COMPARE = any_of(
    r"so sanh",
    r"doi chieu",
    r"khac (?:nhau|gi|biet)",
    r"giong (?:nhau|gi)",
    r"giua .+ (?:va|voi) .+",
)
COMPARE_WORDS = any_of(
    r"so sanh", r"doi chieu", r"so voi", r"khac (?:nhau|gi|biet)", r"giong nhau", r"the nao", r"moi (?:noi|tinh|ben)",
    r"(?:ben|noi|tinh) nao", r"nhieu hon", r"it hon", r"cao hon", r"thap hon", r"hon",
)  # fmt: skip
# The most or the least of several things.
SUPERLATIVE = any_of(
    r"(?:lon|nho|cao|thap|nhieu|it|dat|re|ton|som|muon|dai|ngan|nang|nghiem trong|manh|yeu|nhanh|cham|tot|kem) (?:\w+ ){0,2}nhat"
)
WHICH_PROVINCE = any_of(
    r"(?:nhung |cac )?(?:tinh|dia phuong|noi) nao", r"(?:tat ca|ca bon|ca ba|ca hai|moi|cac) tinh"
)
# Several provinces are asked after beside one that is named.
EVERY_PROVINCE = any_of(
    r"(?:cac|nhung)(?: ke hoach| van ban)?(?: cua)?(?: nhung| cac)? (?:tinh|dia phuong) nao",
    r"(?:ke hoach|van ban)(?: o| cua)? (?:nhung|cac) (?:tinh|dia phuong) nao",
)

# "Số trạm …", "so sánh số trạm …": folded, "so" is also "sở" and the "so" of "so sánh".
DEPARTMENT = (
    r"(?:noi vu|tai chinh|tu phap|y te|xay dung|cong thuong|giao thong|giao duc|nong nghiep|tai nguyen|van hoa|"
    r"lao dong|ngoai vu|du lich|thong tin va|ke hoach|khoa hoc|tttt|nganh|ban|nn|kh|gd|gt|vh|ld|tn)"
)
NUMBER_OF_THINGS = (
    r"(?:^|so sanh |doi chieu |cho biet |cho hoi |neu |xem |xin |cho toi |toi can |can |lay |thong ke |tra |biet )so (?!sanh|voi|nao|hieu|ky hieu|hoa|gi|van ban (?:nao|phe duyet|duyet)|quyet dinh|cong van|ke hoach|"
    + DEPARTMENT
    + r"(?!\w))"
)

HOW_MANY = any_of(
    r"bao nhieu", r"bao nhieu %", r"bn", r"bnhieu", r"may", r"so luong", r"tong so", r"ty le", r"ti le",
    r"tong (?:kinh phi|von|muc dau tu|du toan)", r"how many", r"how much", r"(?:la|den|toi) bao nhieu",
    r"muc (?:chi|kinh phi|dau tu)", r"may (?:%|phan tram)", r"(?:dat|o|den|toi) (?:toi |den )?muc nao", r"con so", r"so tien", r"so luong", r"ti trong", r"ty trong",
    r"(?:^|so sanh |xin |cho toi |can |thong ke |biet |thong ke giup )luong [\w]+", NUMBER_OF_THINGS + r"\w+",
    r"(?:nhieu|it|cao|thap|lon) (?:[\w\s]+ )?hon", r"bao nhiu", r"bnhiu",
)  # fmt: skip
MONEY = any_of(
    r"(?:may|bao nhieu|bn) (?:ty|trieu|dong)(?! le)",
    r"kinh phi", r"tien", r"von", r"ngan sach", r"du toan", r"chi phi", r"tong muc dau tu", r"ty dong",
    r"trieu dong", r"budget",
)  # fmt: skip
PERCENT = any_of(r"ty le", r"ti le", r"phan tram", r"%")
ASKS_DOCUMENT = any_of(
    r"(?:van ban|quyet dinh|cong van|nghi quyet|chi thi|thong tu|ke hoach|nghi dinh)[\w\s]{0,24}? (?:nao|so may|so bao nhieu|so nao|so gi|mang so)",
    r"(?:van ban|quyet dinh|cong van|nghi quyet|chi thi|thong tu|nghi dinh) gi",
    r"(?:so may|(?<!con )so nao|(?<!tong )(?<!con )so bao nhieu|so hieu)",
)


MACHINE = re.compile(r"(?i)(?<!\w)m[áàâ]y(?!\w)")
"""The machine ("máy tính"), which folded would be "mấy"."""


def asks_how_many(question: str) -> bool:
    """Whether a question asks for an amount; "văn bản số mấy" asks for a document."""
    return HOW_MANY.search(ASKS_DOCUMENT.sub(" ", folded_asking(question))) is not None


def folded_asking(text: str) -> str:
    """`text` folded so that "máy" does not become "mấy"."""
    return folded(MACHINE.sub("m_y", text))


DUTIES = any_of(
    r"lo (?:viec|nhung viec|phan viec|khau)",
    r"phu trach",
    r"dam (?:nhiem|trach)",
    r"(?:duoc )?(?:giao|phan cong)",
    r"nhiem vu",
    r"trach nhiem",
    r"viec gi",
    r"lam gi",
    r"phai lam",
)
WHO = any_of(
    r"(?:do|boi|cua|giao cho|giao) ai", r"^ai", r"ai (?:ky|la|phu|chiu|chu|lam|ban|duoc|dung|lo|giu|quan|tham)",
    r"(?:co quan|don vi|(?<!con )so|nganh|(?<!phien )(?<!van )(?<!kich )ban|to chuc|phong|doanh nghiep|cong ty) nao", r"nguoi nao", r"who",
)  # fmt: skip
TITLE = (
    r"(?:tong |pho |quyen )?(?:giam doc|cuc truong|vu truong|chi cuc truong|doi truong|to truong|"
    r"truong (?:ban|phong|doan|doi|nhom)|chu tich|bi thu|chanh van phong|chanh thanh tra|thu truong|hieu truong|bo truong)"
)
HOLDER = re.compile(
    rf"(?<!\w)(?:ai|nguoi nao) (?:(?:hien|dang|la|lam|giu|chuc|vu) )+(?P<after>{TITLE})(?!\w)"
    rf"|(?<!\w)(?P<before>{TITLE})(?: \S+){{0,12}} (?:la|ten) (?:ai|gi|nguoi nao)(?!\w)"
)
"""Who holds an office is asked: the title stands in the group "after" or "before"."""
WHEN = any_of(
    r"khi nao", r"bao gio", r"ngay nao", r"thang nao", r"nam nao", r"luc nao", r"thoi gian nao",
    r"thoi han", r"(?:thoi gian|thoi diem) (?:bat dau|trien khai|hoan thanh|van hanh|hoat dong|khai truong|ra mat|ban hanh|to chuc)", r"truoc ngay", r"moc nao", r"han (?:chot|cuoi)?", r"ngay may", r"when",
)  # fmt: skip
DEADLINE = any_of(
    r"thoi han(?! (?:su dung|bao quan|luu tru|hop dong))", r"han (?:chot|cuoi|nop|gui|bao cao)", r"truoc (?:ngay|thang|thoi diem) nao", r"(?:muon|cham) nhat (?:la |vao )?(?:khi|ngay|luc|bao gio)",
)  # fmt: skip
"""Until when something is due."""
WHERE = any_of(
    r"o dau", r"dia chi", r"noi nao", r"trang web", r"website", r"duong dan", r"link", r"cho nao"
)
LIST = any_of(
    r"nhung (?:gi|nao)", r"(?:nhung|cac|may) [\w\s,/&-]{1,60}?(?:nao|gi)", r"gom (?:co )?(?:nhung |cac )?(?:gi|ai|nao)?",
    r"liet ke", r"ke (?:ten|ra)", r"neu (?:cac|nhung|ro cac)", r"bao gom", r"la nhung gi", r"danh sach",
    r"tom tat", r"trinh bay", r"which",
)  # fmt: skip
ENUMERATE = any_of(
    r"^(?:cac|nhung) \w+", r"(?:noi|viet|neu|ghi) (?:nhung )?gi",
    r"(?:cac|nhung) (?:ty le|chi tieu|muc tieu|con so|nhiem vu|giai phap|phan mem|he thong|van ban|linh vuc|kenh|noi dung|viec)",
    r"(?:bang|theo) cach nao", r"nhu the nao", r"(?:lam|co|giao|duoc giao|phai lam|thuc hien) (?:nhung )?(?:viec |nhiem vu |trach nhiem )?gi",
    r"(?:nhiem vu|trach nhiem|noi dung|muc tieu|giai phap|chi tieu|viec) (?:la |la nhung )?gi", r"tom tat", r"trinh bay",
    r"(?:hai|ba|bon|sau|bay|tam|chin|muoi|\d+) (?!nam )\w+[\w\s]*? nao",
    r"(?:nhung|cac) [\w\s,/&-]{1,60}?(?:nao|gi)", r"nhung gi", r"liet ke", r"ke (?:ten|ra)", r"neu ten", r"gom (?:nhung|cac)?[\w\s]*(?:nao|gi|ai)",
)  # fmt: skip
LIST_ALL = any_of(
    r"ke ra",
    r"ke ten",
    r"ke (?:ro )?tung",
    r"neu ten",
    r"neu (?:du |ro |het |day du )?(?:tung|cac|nhung)(?! van ban)",
    r"(?:may|bao nhieu) \w+(?: \w+){0,5}?,? (?:va |la |do la |gom )+(?:nhung |cac )?(?:\w+ ){0,3}(?:nao|gi)",
    r"(?:may|bao nhieu) (\w+)(?: \w+){0,5}?, (?:nhung |cac )?\1 (?:\w+ )?(?:nao|gi)",
    r"neu so",
    r"neu ro tung",
    r"liet ke",
    r"ten la gi",
    r"la nhung (?:gi|cai nao|noi nao)",
    r"tung (?:noi|cai|quyet dinh|he thong)",
)
COUNTING = any_of(r"bao nhieu", r"bn", r"bnhieu", r"bao nhiu", r"may", r"how many")
ASKS_WHICH = any_of(r"nao", r"gi", r"nhung ai", r"ke ten", r"liet ke", r"neu ro")
WHY = any_of(
    r"(?:vi|tai) sao",
    r"ly do",
    r"nguyen nhan",
    r"why",
    r"do dau",
    r"vi dau",
    r"^sao (?!chep|luu)[\w\s]+ (?:bi|lai|phai|khong|chua)",
)
PURPOSE = any_of(
    r"(?:de|nham) (?:lam )?gi", r"(?:nham|voi|cho|vi) (?:cac |nhung )?(?:muc dich|muc tieu) (?:gi|nao)", r"muc dich (?:la |cua \w+ )?gi", r"(?:phuc vu|giup|ho tro) (?:cho )?(?:viec |muc dich |nhung )?gi",
    r"(?:co|duoc|mang lai|dem lai) (?:nhung )?(?:loi ich|tac dung|ich loi|loi|ich) (?:gi|nao|the nao)",
)  # fmt: skip
"""What something is for is asked."""
SAYS_PURPOSE = re.compile(
    r"(?<!\w)(?:nhằm|để|phục vụ|góp phần|giúp|bảo đảm|đảm bảo|tạo điều kiện|tiết kiệm)(?!\w)",
    re.IGNORECASE,
)
ANNEX = any_of(
    r"phu luc(?: \w+)?",
    r"danh muc (?:cac )?(?:du an|nhiem vu)",
    r"(?:bao nhieu|may|nhung|cac) du an(?: nao)?",
    r"danh muc(?: \w+){0,2} (?:dinh )?kem(?: theo)?",
    r"du an (?:nao |dat |lon |nho |cao |thap |nhieu |it |re |ton )+(?:\w+ )?nhat",
)
SUMMARY = any_of(
    r"tom (?:tat|luoc|gon|luot)", r"(?:noi dung|diem|y|net) (?:chinh|chu yeu|co ban|quan trong|noi bat|lon)", r"tong quan",
    r"khai (?:quat|luoc)", r"so luoc", r"luoc qua", r"diem qua", r"van tat", r"tong thuat",
)  # fmt: skip
TABLE = any_of(
    r"du an", r"chu dau tu", r"phu luc", r"tong muc dau tu", r"tmdt", r"bo tri von", r"chi tieu so", r"phan bo",
    r"hang muc", r"dung ten", r"(?:duoc )?(?:rot|cap) (?:tien|von|kinh phi)", r"cot 20\d\d", r"danh muc",
)  # fmt: skip
WHICH_DOCUMENT = any_of(
    r"(?:ke hoach|van ban|tai lieu|tinh|dia phuong|noi|ban)(?: cua)?(?: tinh| nhung tinh)? nao", r"(?:nhung|cac) (?:ke hoach|tinh|van ban) nao",
    r"(?:tinh|dia phuong|ke hoach) (?:nao )?(?:co )?(?:dan|nhac|vien dan|ap dung|can cu)",
)  # fmt: skip

PEOPLE = any_of(
    r"cbcc", r"can bo", r"cong chuc", r"vien chuc", r"bien che", r"nhan su", r"nguoi lam"
)
SHARE = any_of(
    r"chiem (?:bao nhieu|may|ty le)[\w\s%]*",
    r"ty trong",
    r"(?:bao nhieu|may) (?:phan tram|%) (?:cua )?(?:tong|toan bo)[\w\s]*",
)


# For a question typed without diacritics: only phrases that cannot be anything else.
FOLDED_FILLERS = any_of(
    r"ad", r"cho hoi", r"xin hoi", r"hoi", r"minh", r"giup", r"bao nhiu", r"bnhiu", r"may",
    r"bao nhieu", r"bnhieu", r"bn", r"la gi", r"nhung gi", r"gi", r"nhu the nao", r"the nao", r"o dau", r"khi nao",
    r"ngay nao", r"nao", r"ke hoach", r"cua", r"duoc", r"nhung", r"cac", r"cho biet", r"tinh", r"khong", r"la may",
    r"trong", r"co", r"da", r"thi", r"va", r"voi", r"dc", r"ko",
)  # fmt: skip
