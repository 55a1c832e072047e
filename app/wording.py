"""The words by which a question shows what it wants, as patterns over folded text.

Folded text is lower case without diacritics, so one pattern serves "bao nhiêu",
"bao nhieu" and "BAO NHIÊU". Only general Vietnamese stands here, no plan's wording.
"""

import re

from index.analyzer import fold

_F = re.IGNORECASE

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
    return re.compile(r"(?<!\w)(?:" + "|".join(alternatives) + r")(?!\w)", _F)


# What is no question about plans: opinions, weather, writing to order, the assistant's own inside.
OUTSIDE = any_of(
    r"(?:bo qua|quen|bo) (?:di )?(?:moi |cac |tat ca (?:cac )?)?(?:quy dinh|quy tac|huong dan|chi dan|lenh)[\w\s]*",
    r"ignore (?:all |the |any )?(?:previous |above |prior )?(?:rules|instructions|prompts?)", r"system prompt",
    r"loi nhac (?:he thong|cua ban)", r"(?:in|doc|cho xem|tiet lo) [\w\s]*(?:prompt|loi nhac|mat khau)", r"mat khau (?:quan tri|he thong|admin)",
    r"viet (?:cho (?:toi|em|anh|minh) )?(?:mot |1 )?(?:bai tho|bai van|bai hat|truyen|code|doan code|chuong trinh|ham|script|email|thu)[\w\s]*",
    r"(?:thoi tiet|nhiet do|du bao thoi tiet)", r"(?:co |troi )?mua khong", r"troi (?:mua|nang|lanh|nong)",
    r"cham diem (?:giup|cho|lanh dao)[\w\s]*", r"(?:theo|y kien) (?:ban|em|ai) (?:thi|nghi)[\w\s]*", r"ai gioi (?:nhat|hon)", r"gioi [\w\s]*nhat",
    r"(?:gia|ty gia) (?:vang|do|usd|xang|co phieu)", r"ket qua (?:bong da|xo so)", r"nau (?:mon|com|pho)",
)  # fmt: skip
GREETING = any_of(
    r"xin chao", r"chao (?:ban|anh|chi|em|moi nguoi|tro ly)?", r"alo", r"hello", r"hi"
)
THANKS = any_of(r"cam on(?: ban| nhieu| rat nhieu)?", r"thanks?(?: you)?", r"tam biet", r"bye")
HELP = any_of(
    r"(?:ban|tro ly|he thong) (?:lam|giup|ho tro|tra loi) (?:duoc|cho|ve)?\s?(?:nhung )?(?:gi|viec gi)",
    r"(?:ban|may) la (?:ai|gi)",
    r"huong dan su dung",
    r"(?:co the|nen) hoi (?:gi|nhung gi)",
    r"ban biet (?:nhung )?gi",
)
CORPUS = any_of(
    r"(?:giu|co|luu)[\w\s]{0,12}? (?:bao nhieu|may) (?:ban |van ban )?(?:ke hoach|tai lieu)(?! \w*\d)[\w\s]{0,16}",
    r"(?:dang |hien )?(?:co|luu|giu) (?:cac |nhung )?(?:ke hoach|van ban|tai lieu) (?:cua )?"
    r"(?:nhung |cac )?(?:tinh|dia phuong|gi)(?: nao)?",
    r"co (?:ke hoach|van ban|tai lieu) (?:cua )?(?:nhung|cac) (?:tinh|dia phuong) nao",
    r"(?:nhung|cac) (?:ke hoach|tai lieu) (?:nao )?(?:dang|hien) co",
    r"co (?:may|bao nhieu) (?:ke hoach|van ban|tai lieu) (?:trong|dang|o) .*(?:kho|he thong|day)",
    r"kho (?:tai lieu|du lieu) (?:dang )?co (?:nhung )?(?:gi|ke hoach nao|tinh nao)",
)

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
WHICH_PROVINCE = any_of(
    r"(?:nhung |cac )?(?:tinh|dia phuong|noi) nao", r"(?:tat ca|ca bon|ca ba|ca hai|moi|cac) tinh"
)
ALL_PROVINCES = any_of(
    r"(?:tat ca|toan bo|ca bon|ca 4|cac|moi|bon|4) (?:cac )?(?:tinh|dia phuong)",
    r"(?:tinh|dia phuong) nao",
)
OTHER_PROVINCES = any_of(
    r"(?:hai|ba|2|3|cac|nhung)? ?(?:tinh|dia phuong|noi) (?:con lai|khac)",
    r"tinh kia",
    r"tinh con lai",
)

# "Số trạm …", "so sánh số trạm …": folded, "so" is also "sở" and the "so" of "so sánh".
DEPARTMENT = (
    r"(?:noi vu|tai chinh|tu phap|y te|xay dung|cong thuong|giao thong|giao duc|nong nghiep|tai nguyen|van hoa|"
    r"lao dong|ngoai vu|du lich|thong tin va|ke hoach|khoa hoc|tttt|nganh|ban|nn|kh|gd|gt|vh|ld|tn)"
)
NUMBER_OF_THINGS = (
    r"(?:^|so sanh |doi chieu |cho biet |cho hoi |neu |xem )so (?!sanh|voi|nao|hieu|hoa|gi|van ban nao|"
    + DEPARTMENT
    + r"(?!\w))"
)

HOW_MANY = any_of(
    r"bao nhieu", r"bao nhieu %", r"bn", r"bnhieu", r"may", r"so luong", r"tong so", r"ty le", r"ti le",
    r"tong (?:kinh phi|von|muc dau tu|du toan)", r"how many", r"how much", r"(?:la|den|toi) bao nhieu",
    r"muc (?:chi|kinh phi|dau tu)", r"may (?:%|phan tram)", r"dat muc nao", NUMBER_OF_THINGS + r"\w+",
    r"(?:nhieu|it|cao|thap|lon) (?:[\w\s]+ )?hon", r"bao nhiu", r"bnhiu",
)  # fmt: skip
MONEY = any_of(
    r"(?:may|bao nhieu|bn) (?:ty|trieu|dong)(?! le)",
    r"kinh phi", r"tien", r"von", r"ngan sach", r"du toan", r"chi phi", r"tong muc dau tu", r"ty dong",
    r"trieu dong", r"budget",
)  # fmt: skip
ADD_UP = any_of(
    r"^cong [\w\s&]+",
    r"cong [\w\s&]+ lai",
    r"cong lai",
    r"tong cong",
    r"cong don",
    r"tat ca (?:la )?bao nhieu",
    r"tong (?:la )?bao nhieu",
)
PERCENT = any_of(r"ty le", r"ti le", r"phan tram", r"%")
ASKS_DOCUMENT = any_of(
    r"(?:van ban|quyet dinh|cong van|nghi quyet|chi thi|thong tu|ke hoach|nghi dinh)[\w\s]{0,24}? (?:nao|so may|so bao nhieu|so nao|so gi|mang so)",
    r"(?:so may|so nao|so bao nhieu|so hieu)",
)
WHO = any_of(
    r"(?:do|boi|cua|giao cho|giao) ai", r"^ai", r"ai (?:ky|la|phu|chiu|chu|lam|ban|duoc|dung|lo|giu|quan|tham)",
    r"(?:co quan|don vi|so|nganh|ban|to chuc|phong|doanh nghiep|cong ty) nao", r"nguoi nao", r"who",
)  # fmt: skip
WHEN = any_of(
    r"khi nao", r"bao gio", r"ngay nao", r"thang nao", r"nam nao", r"luc nao", r"thoi gian nao",
    r"thoi han", r"truoc ngay", r"moc nao", r"han (?:chot|cuoi)?", r"ngay may", r"when",
)  # fmt: skip
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
    r"neu so",
    r"neu ro tung",
    r"liet ke",
    r"ten la gi",
    r"la nhung (?:gi|cai nao|noi nao)",
    r"tung (?:noi|cai|quyet dinh|he thong)",
)
COUNTING = any_of(r"bao nhieu", r"bn", r"bnhieu", r"bao nhiu", r"may", r"how many")
TRAILING = re.compile(r"[\s,]*(?:thi sao|ra sao|the nao|nhu the nao|sao)[\s?.!]*$", _F)
ASKING = any_of(
    r"bao nhieu", r"may", r"nao", r"gi", r"ai", r"dau", r"sao", r"bn", r"khong", r"chua", r"khi nao"
)
ASKS_WHICH = any_of(r"nao", r"gi", r"nhung ai", r"ke ten", r"liet ke", r"neu ro")
DETAIL = any_of(
    r"chi tiet(?: hon)?",
    r"cu the hon",
    r"(?:noi |ghi |giai thich )?(?:ro|ky) hon",
    r"day du hon",
    r"nguyen van",
)
MORE = any_of(r"(?:nhieu|it|cao|thap|lon|nho|som|muon)(?: hon| nhat)?", r"hon")
WHY = any_of(r"(?:vi|tai) sao", r"ly do", r"nguyen nhan", r"why")
ANNEX = any_of(
    r"phu luc(?: \w+)?",
    r"danh muc (?:cac )?(?:du an|nhiem vu)",
    r"(?:bao nhieu|may|nhung|cac) du an(?: nao)?",
    r"danh muc(?: dinh kem| kem theo)",
    r"du an (?:nao |dat |lon |nho |cao |thap |nhieu |it |re |ton )+(?:\w+ )?nhat",
)
SWAP = re.compile(r"(?<!\w)(?:doi|thay)(?!\w).+?(?<!\w)(?:thanh|bang|sang)(?!\w)", _F)
SUMMARY = any_of(r"tom tat", r"tom luoc", r"noi dung chinh", r"tong quan", r"khai quat")
TABLE = any_of(
    r"du an", r"chu dau tu", r"phu luc", r"tong muc dau tu", r"tmdt", r"bo tri von", r"chi tieu so", r"phan bo",
    r"hang muc",
)  # fmt: skip
WHICH_DOCUMENT = any_of(
    r"(?:ke hoach|van ban|tai lieu|tinh|dia phuong|noi|ban)(?: cua)?(?: tinh| nhung tinh)? nao", r"(?:nhung|cac) (?:ke hoach|tinh|van ban) nao",
    r"(?:tinh|dia phuong|ke hoach) (?:nao )?(?:co )?(?:dan|nhac|vien dan|ap dung|can cu)",
)  # fmt: skip

# A question about the plan as a document, whatever its other words: the verb with the question.
STRONG_METADATA = any_of(
    r"do (?:chinh )?(?:pho )?chu tich[\w\s]* ky",
    r"(?:ai|nguoi nao|vi nao|do ai)[\w\s]{0,20}? (?:ky|dat but)(?! so)", r"(?:nguoi|chu) ky(?! so)[\w\s]*(?:la ai|ten gi|ten la gi|la gi|nao)",
    r"(?:chuc vu|chuc danh|cuong vi|giu chuc)", r"(?:ban hanh|ky|ra doi|phat hanh)[\w\s]{0,16}? (?:ngay|hom|khi|luc|thang|bao gio)",
    r"(?:mang |co )?ten (?:gi|la gi|day du|goi|ban ke hoach|ke hoach)", r"nguyen van ten", r"noi nhan", r"so hieu", r"ky hieu",
    r"(?:tinh|ban|ke hoach) nao[\w\s]* (?:ban hanh|ra)[\w\s]* (?:truoc|sau|som|muon)", r"tu cu den moi", r"tu moi den cu", r"thu tu (?:ban hanh|thoi gian)",
    r"(?:thuoc|cua) tinh nao",
)  # fmt: skip
# What a plan never says of the one who signed it.
PERSONAL = any_of(
    r"sinh (?:nam|ngay|o)",
    r"bao nhieu tuoi",
    r"que (?:quan|o)",
    r"(?:so )?dien thoai",
    r"luong",
    r"vo con",
    r"hoc van",
)
OTHER_DOCUMENT = any_of(
    r"quyet dinh",
    r"nghi quyet",
    r"nghi dinh",
    r"chi thi",
    r"thong tu",
    r"cong van",
    r"de an",
    r"chuong trinh",
    r"can cu",
    r"hop dong",
)
SIGNED = any_of(
    r"do (?:chinh )?(?:pho )?chu tich[\w\s]* ky",
    r"chuc vu", r"chuc danh", r"cuong vi", r"giu chuc", r"(?:ai|nguoi nao)[\w\s]{0,12}? (?:ky|dat but)", r"chu ky(?! so)",
    r"(?:ong|ba|vi|nguoi) (?:ay|do|nay) (?:ky|ki)", r"nguoi (?:ky|ki)",
    r"(?:ai|nguoi nao|vi nao) (?:la nguoi )?(?:da )?(?:ky|ki)",
    r"nguoi (?:ky|ki)(?: ban hanh)?", r"do ai (?:ky|ki)", r"(?:ky|ki) (?:ban hanh|ten)", r"(?:duoc )?ai (?:ky|ki)",
    r"chuc (?:vu|danh)[\w\s]* (?:nguoi )?(?:ky|ki)", r"who signed",
)  # fmt: skip
ISSUED = any_of(
    r"hom nao", r"ngay nao",
    r"ngay (?:thang nam )?(?:ban hanh|ky|ki|nao|may)", r"(?:ban hanh|ky|ki|ra doi)(?: ke hoach)?[\w\s]{0,30}? (?:ngay|khi|luc|thang|nam|bao gio)(?: nao| may)?",
    r"(?:khi|luc) nao", r"bao gio", r"when",
)  # fmt: skip
NUMBER_OF = any_of(
    r"so (?:hieu|ky hieu|van ban|ke hoach)", r"(?:mang )?so (?:may|bao nhieu|gi|nao)", r"ky hieu"
)
PROVINCE_OF = any_of(r"(?:cua |la cua )?(?:tinh|dia phuong|noi) nao", r"cua ai")
ISSUER = any_of(
    r"(?:co quan|don vi|cap|ai|noi) (?:nao )?(?:da )?ban hanh", r"do (?:ai|co quan nao) ban hanh"
)
TITLE = any_of(
    r"nguyen van ten[\w\s]*",
    r"(?:mang |co )?ten (?:la )?gi",
    r"trich yeu",
    r"ten (?:day du|goi|cua|chinh thuc|ke hoach)",
    r"tieu de",
    r"ve viec gi",
    r"(?:noi )?ve van de gi",
)
RECIPIENTS = any_of(
    r"noi nhan",
    r"(?:duoc )?gui (?:cho|den|toi) (?:nhung |cac )?(?:ai|dau|co quan|noi|don vi)[\w\s]*",
)
NEWEST = any_of(
    r"(?:ban hanh|ra|ky)[\w\s]* (?:sau|muon)(?: hon)?",
    r"tu moi den cu",
    r"moi nhat",
    r"gan (?:day )?nhat",
    r"muon nhat",
    r"sau cung",
    r"cuoi cung",
)
OLDEST = any_of(
    r"(?:ban hanh|ra|ky)[\w\s]* (?:truoc|som)(?: hon)?(?! ngay)",
    r"tu cu den moi",
    r"thu tu (?:ban hanh|thoi gian)",
    r"som nhat",
    r"cu nhat",
    r"dau tien",
    r"truoc (?:nhat|tien)",
)
PEOPLE = any_of(
    r"cbcc", r"can bo", r"cong chuc", r"vien chuc", r"bien che", r"nhan su", r"nguoi lam"
)
SHARE = any_of(
    r"chiem (?:bao nhieu|may|ty le)[\w\s%]*",
    r"ty trong",
    r"(?:bao nhieu|may) (?:phan tram|%) (?:cua )?(?:tong|toan bo)[\w\s]*",
)
PERIOD = any_of(r"thoi gian (?:thuc hien|ap dung|hieu luc)", r"giai doan thuc hien", r"hieu luc (?:den|trong)[\w\s]*",

    r"(?:giai doan|nam|thoi ky|thoi gian|ky) nao", r"(?:ap dung|thuc hien|hieu luc)[\w\s]* (?:nam|giai doan|bao lau|thoi gian)",
    r"(?:cho|trong) (?:giai doan|nam|thoi gian|ky) nao", r"may nam",
)  # fmt: skip

# "Em ở phòng văn hóa huyện, xin hỏi …": what stands before is not the question.
PREAMBLE = re.compile(
    r"^.*?(?<!\w)(?:cho (?:toi|em|minh|anh|chi|chau)? ?(?:xin )?hoi(?: la)?|xin hoi|muon (?:biet|hoi)|can (?:biet|hoi)|"
    r"de doi chieu|de bao cao|cho biet|giup (?:toi|em|minh)(?: xem)?)[\s,:]+(?=\S+ \S+ \S+)", _F
)  # fmt: skip
LEAD_IN = re.compile(
    r"^(?:(?:cam on(?: ban| nhieu)?|da|vang|u|uh|ok|oke|the|vay|thi|a|à|roi|con|the con|vay con|vay thi|the thi)[\s,:]+)+",
    _F,
)
CORRECTION = re.compile(
    r"^(?:\w+[\s,]+){1,3}y (?:toi|minh|em|anh)(?: la| muon hoi| hoi)?[\s,:]+|^(?:a\s+)?(?:khong(?: phai)?|nham(?: roi)?|sai(?: roi)?|xin loi|sua lai|y (?:toi|minh|em|anh)(?: la| hoi)?)"
    r"[\s,:.]+(?:nham[\s,:.]+)?(?:y (?:cua )?(?:toi|minh|em|anh)(?: la| muon hoi| hoi)?[\s,:]+)?(?:toi (?:muon )?hoi[\s,:]+)?",
    _F,
)
ADDING = any_of(r"(?:them|bo sung|cong them|ca)(?: ca)?(?: tinh)?", r"nua", r"dua them")
REMOVING = re.compile(
    r"^(?:bo(?! sung)|tru|loai|bot)(?: bot)?(?: di)? (?:tinh )?|(?<!\w)(?:ra|di)\s*[?.!]*$", _F
)
COMPARE_WITH = any_of(
    r"so (?:sanh )?voi",
    r"so sanh",
    r"doi chieu (?:voi)?",
    r"de (?:toi |minh |em |anh )?(?:so|doi chieu)(?: sanh)?",
)
PRONOUN_PLACE = re.compile(
    r"(?<!\w)(?:(?:o |tai |cua )?(?:tinh|dia phuong|noi|cho) (?:do|nay|ay|tren|kia|day)|(?:o|tai|noi|ben) (?:do|day|ay|nay|kia))(?!\w)",
    _F,
)
PRONOUN_PLAN = re.compile(r"(?<!\w)(?:ke hoach|van ban|tai lieu|ban) (?:do|nay|ay|tren)(?!\w)", _F)
_THINGS = (
    r"(?:co quan|don vi|so|cong|trung tam|he thong|du an|nen tang|phan mem|quyet dinh|nhiem vu|muc tieu|chi tieu|"
    r"ho so|linh vuc|cuoc hop|so lieu|viec|dieu|cai|phan|khoan|van de|noi dung|con so|so|muc|lop|luc|thoi diem|hai noi|hai tinh|ho)"
)
DEIXIS = re.compile(
    rf"^(?:rieng|chi (?:lay|tinh|can|xet|rieng)|cu the|ok)(?!\w)|(?<!\w){_THINGS} (?:do|nay|ay|day|kia)(?!\w)|"
    r"(?<!\w)(?:trong do|trong so do|so do|cai do|viec do|dieu do|he thong (?:do|nay|ay)|du an (?:do|nay|ay)|"
    r"no|chung|muc (?:do|nay)|phan (?:do|nay)|con so (?:do|nay)|nhu the|nhu vay|chi tiet hon|cu the hon|vi sao|tai sao)(?!\w)",
    _F,
)


# For a question typed without diacritics: only phrases that cannot be anything else.
FOLDED_FILLERS = any_of(
    r"ad", r"cho hoi", r"xin hoi", r"hoi", r"minh", r"giup", r"bao nhiu", r"bnhiu", r"may",
    r"bao nhieu", r"bnhieu", r"bn", r"la gi", r"nhung gi", r"gi", r"nhu the nao", r"the nao", r"o dau", r"khi nao",
    r"ngay nao", r"nao", r"ke hoach", r"cua", r"duoc", r"nhung", r"cac", r"cho biet", r"tinh", r"khong", r"la may",
    r"trong", r"co", r"da", r"thi", r"va", r"voi", r"dc", r"ko",
)  # fmt: skip
