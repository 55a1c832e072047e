"""The words by which a question speaks of a plan as a document, as patterns over folded text.

Every attribute of a document has the phrases that ask for it. `STRONG` phrases ask it of nothing
but a document ("ai ký"); `WEAK` ones ask it of anything ("ngày nào") and count only beside a
word for the plan itself.
"""

from app.words.wording import any_of

_SIGN = r"(?:ky|ki|dat but(?: ky)?|ha but|dung ten(?: ky)?)(?! so(?! may| bao| nao| hieu| gi)| ket| luat)"
_ISSUE = r"(?:ban hanh|phat hanh|ra doi|cong bo(?! (?:may|bao nhieu|it nhat|toi thieu|so|du lieu|cac|danh muc))|(?<!dua )(?<!dung )(?<!neu )(?<!de )ra(?= (?:van ban|ke hoach|kh|ban|ngay|hom|khi|luc|vao|truoc|sau|som|muon|hoi|thang|nam))|ky(?! so| luat)(?: ban hanh)?)"
_PERSON = r"(?:ai|nguoi(?! dan)|vi|lanh dao|ong|ba|dong chi)"
_WHEN = r"(?:ngay|hom|khi|luc|hoi|thang|nam|bao gio|thoi diem|bua)"
_AGENCY = r"(?:co quan|don vi|cap|to chuc|noi|ben|dia phuong|tinh|ubnd|uy ban|ai)"

PLAN = any_of(
    r"(?:ban |to )?(?:(?<!so )ke hoach(?! va dau tu)|kh)", r"van ban(?! dien tu| trinh| di| den| mat| giay| chi dao| nao ve)", r"tai lieu(?! luu tru)",
    r"ban (?:ke hoach|nay|do|ay|nao|cua|moi|cu|\d+)", r"ban(?= \d)", r"trong kho", r"kho tai lieu", r"van kien",
)  # fmt: skip
"""What names the plan itself."""
PART = any_of(r"(?:muc|phan|phu luc|dieu|chuong|khoan) (?:so )?(?:[ivx]+|\d{1,2})(?![/.]\d)")
"""A part of a plan, which has a title of its own."""
CITED_PLAN = any_of(
    r"(?:ke hoach|kh)(?: so)? (?!20\d\d)\d{1,5}(?! nam| tinh| ke hoach| tai lieu)",
    r"(?:co|theo|bang|qua|tai|o|trong) (?:ke hoach|van ban) so (?:may|bao nhieu|nao|gi)",
)
"""Another plan that a plan speaks of."""

STRONG = {
    "signer": any_of(
        rf"{_PERSON}(?: nao)?[\w\s]{{0,26}}? {_SIGN}", rf"(?:ho(?: va)? ?ten|ten|chuc vu|danh tinh)[\w\s+]{{0,22}}? (?:nguoi|ng|vi|lanh dao|ong|ba) {_SIGN}",
        rf"(?:ng|nguoi|cap pho|cap truong|chu tich|dung dau)(?: \w+){{0,4}}? {_SIGN}", r"chu ky(?! so| dien tu)", rf"{_SIGN} boi", rf"{_SIGN} (?:la )?ai", r"who signed", r"dat but",
    ),
    "office": any_of(
        r"chuc (?:vu|danh|gi)", r"cuong vi", r"danh nghia", r"tu cach (?:gi|nao)", r"vai tro gi khi ky", r"giu chuc", r"ky thay", r"thua (?:lenh|uy quyen)",
        r"(?:la )?(?:pho )?chu tich(?: \w+){0,2} hay(?: la)? [\w\s]{0,12}(?:pho|chu tich)", r"chu tich hay",
    ),
    "issued": any_of(
        rf"{_ISSUE}[\w\s]{{0,34}}? {_WHEN}(?: thang)?(?: nam)?(?: nao| may| bao nhieu| gi| \d+)?", rf"(?:{_WHEN}(?: thang)?(?: nam)? (?:nao|may)|bao gio)[\w\s]{{0,22}}? {_ISSUE}",
        r"ngay thang", r"ngay (?:ky|ban hanh|phat hanh)(?! so)", r"de ngay", r"(?:ngay|thoi diem) (?:bat dau )?(?:co )?hieu luc", r"co hieu luc (?:tu|khi|ngay)[\w\s]{0,12}",
        r"hieu luc (?:tu|ke tu) (?:ngay|hom|khi)[\w\s]{0,8}", r"thoi diem (?:ban hanh|ky|ra doi)", r"when was", r"issued",
    ),
    "number": any_of(
        r"so hieu", r"ky hieu", r"so (?:van ban|ke hoach)(?= cua| la| nay| do|\W*$|[,?.:])", r"(?:mang|danh|ghi) so(?! \d)", r"(?:ke hoach|kh|van ban|ban) so (?:nao|gi)",
        r"(?<!tong )(?<!con )so (?:may|bao nhieu)(?! ke hoach)",
    ),
    "issuer": any_of(
        rf"{_AGENCY}(?: nao)? [\w\s]{{0,22}}?(?:ban hanh|phat hanh|ra (?:van ban|ke hoach|ban))", r"do (?:ai|(?:co quan|don vi|tinh|cap) nao) (?:ban hanh|ra|phat hanh|lap)",
        r"(?:co quan|don vi|noi) (?:ban hanh|phat hanh|chu quan)",
    ),
    "title": any_of(
        r"(?:mang |co |de )?ten (?:la )?(?:gi|nhu the nao)", r"(?:cai )?ten (?:day du|goi|chinh thuc|tron ven|dung|cua|(?:ban |van )?(?:ke hoach|kh|ban|van ban))[\w\s]{0,16}",
        r"tieu de", r"trich yeu", r"nguyen van ten", r"ve viec gi", r"(?:noi )?ve van de gi",
    ),
    "type": any_of(r"(?:loai|the loai|hinh thuc|the thuc) van ban", r"thuoc loai (?:van ban )?(?:gi|nao)", r"la loai van ban [\w\s]*"),
    "period": any_of(
        r"(?:thoi (?:ky|gian|han|luong)|giai doan) (?:thuc hien|ap dung|hieu luc|ke hoach|trien khai)", r"(?:ap dung|hieu luc|keo dai|bao trum|trai dai|danh|lap|lam|bao quat)[\w\s]{0,14}? (?:tu |cho |trong |nhung |may |bao nhieu )?(?:khoang )?(?:nam|giai doan|bao lau|thoi gian|thoi ky)(?: nao| may)?",
        r"tu nam (?:nao|may)[\w\s]{0,20}?(?:den|toi) nam (?:nao|may)", r"hieu luc (?:den|trong|toi)[\w\s]{0,12}",
    ),
    "recipients": any_of(r"noi nhan", r"(?:duoc )?gui (?:(?:ke hoach|van ban|ban nay|ban do) )?(?:cho|den|toi)[\w\s]{0,22}", r"gui (?:nhung )?(?:ai|dau|noi nao|co quan nao)"),
    "archive": any_of(
        r"(?:dong|phan|muc|noi|cho) luu(?: tru| van ban)?(?! tru lich su)", r"luu (?:o|tai|vt|tru o)[\w\s]{0,24}",
    ),
    "structure": any_of(
        r"(?:gom|chia|co|bao gom)[\w\s]{0,16}? (?:may|bao nhieu|nhung) (?:phan|chuong|muc lon|de muc)(?: lon| chinh)?(?: nao)?", r"bo cuc(?: \w+){0,2}", r"ket cau (?:cua |ke hoach|van ban)", r"cau truc (?:cua )?(?:ke hoach|van ban|kh)", r"muc luc",
        r"(?:may|bao nhieu) phan(?! tram)(?: lon| chinh)?", r"ten (?:tung|cac) phan",
    ),
    "issuing": any_of(r"(?:kem theo|ban hanh kem(?: theo)?|ban hanh theo|ban hanh bang) (?:quyet dinh|van ban) (?:nao|so)[\w\s]{0,12}"),
}  # fmt: skip

WEAK = {
    "issued": any_of(r"(?:hom|ngay|khi|luc|thang|hoi) (?:nao|may)", r"bao gio"),
    "number": any_of(r"so gi"),
    "province": any_of(r"(?:cua |thuoc |la cua |cho )?(?:tinh|dia phuong|noi) nao", r"cua ai"),
    "period": any_of(r"(?:giai doan|nam|thoi ky|thoi gian|ky) (?:nao|may)", r"(?:may|bao nhieu) nam", r"bao lau", r"nhung nam nao", r"tu nam nao", r"(?:cung|chung|khac|trung)(?: mot| ve)? (?:giai doan|thoi ky|nam(?= ke hoach| thuc hien| ap dung))"),
    "document": any_of(r"(?:ke hoach|van ban|ban|kh)(?: so)? nao"),
}  # fmt: skip

SIGNING = any_of(_SIGN)
NEWEST = any_of(
    rf"{_ISSUE}[\w\s]* (?:sau|muon)(?: hon| nhat| cung)?", r"tu moi (?:den|toi|ve) cu", r"moi (?:nhat|hon)", r"gan (?:day )?nhat", r"muon (?:nhat|hon)", r"sau cung", r"cuoi cung",
)  # fmt: skip
OLDEST = any_of(
    rf"{_ISSUE}[\w\s]* (?:truoc|som)(?: hon)?(?! ngay)", r"tu cu (?:den|toi) moi", r"(?:thu|trinh) tu (?:ban hanh|thoi gian|ra doi|ky)[\w\s]{0,10}", r"theo thu tu",
    r"som (?:nhat|hon)", r"cu (?:nhat|hon)", r"dau tien", r"truoc (?:nhat|tien)",
)  # fmt: skip
INTERVAL = any_of(r"cach nhau", r"chenh nhau (?:bao|may) (?:lau|ngay|thang)", r"cach bao lau")
ISSUING = any_of(
    rf"{_ISSUE}", r"ky(?! so| luat)", r"ra(?= (?:ke hoach|van ban|kh|ban))", r"de ngay"
)
"""The verbs by which a document comes to be; "tháng 2" beside them is its date."""

SEVERAL_YEARS = any_of(
    r"nhieu nam", r"nhieu hon (?:mot|1) nam", r"(?:ca |theo )?(?:ca )?giai doan (?:dai|nhieu)", r"(?:giai doan |ke hoach |keo dai )?(?:5|nam|3|ba) nam(?! nao| \d)", r"trung han", r"dai han", r"ca giai doan",
)  # fmt: skip
DEPUTY = any_of(r"pho chu tich", r"cap pho", r"ky thay", r"kt\.? chu tich")
HEAD = any_of(r"(?<!pho )chu tich", r"nguoi dung dau", r"cap truong")
CONTRAST = any_of(r"(?:chu|ma) khong", r"khong phai", r"thay vi", r"khong giao")
"""What introduces that which is not meant."""

PERSONAL = any_of(
    r"sinh (?:vao )?(?:nam|ngay|o)", r"bao nhieu tuoi", r"que (?:quan|o)", r"(?:so )?dien thoai", r"sdt", r"e ?mail", r"thu dien tu", r"luong", r"vo con", r"hoc van", r"trinh do", r"dia chi",
)  # fmt: skip
"""What a plan never says of the one who signed it."""

OTHER_DOCUMENT = any_of(
    r"quyet dinh", r"qd", r"nghi quyet", r"nghi dinh", r"chi thi", r"thong tu", r"cong van", r"de an", r"chuong trinh", r"hop dong", r"du an", r"he thong", r"phan mem", r"ung dung(?! cong| cntt)", r"kien truc",
    r"can cu(?! muc)", r"dua (?:vao|tren)", r"lam co so", r"vien dan", r"trich dan", r"so (?:cbcc|can bo|cong chuc|luong|tien|du an)", r"chung thu", r"chu ky so", r"luat", r"ban chi dao", r"to (?:cong tac|giup viec)", r"trung tam",
)  # fmt: skip
"""What else has a signer, a date or a number; a question that names it is not about the plan."""

CITING = any_of(
    r"(?:vien|trich) dan", r"(?:co |cung |duoc )?dan(?= |$)(?! den| toi| so| cu| chu| sinh| toc| dau| tri| van)", r"(?:lam|lay|dua vao phan) can cu", r"can cu (?:vao|tren)?", r"dua (?:vao|tren)", r"lam co so",
    r"nhac (?:den|toi)", r"co (?:trong|o|mat)", r"xuat hien", r"bam theo", r"ap dung (?:o|trong|boi)",
)  # fmt: skip
"""That a plan cites a document."""
WHAT_DOCUMENT = any_of(
    r"(?:noi|quy dinh|ban) (?:ve )?(?:gi|chuyen gi|viec gi|van de gi|dieu gi)", r"ve (?:gi|viec gi|chuyen gi|van de gi)", r"noi dung (?:gi|la gi|the nao)", r"la (?:van ban|cai) gi", r"(?:phe )?duyet (?:gi|cai gi|de an gi|chuong trinh gi)",
    r"(?:ban hanh|ky|ra)[\w\s]{0,16}? (?:ngay|hom|hoi|khi|luc|nam) (?:nao|may|bao nhieu)", r"(?:de |ra |ky |ban hanh )?(?:ngay|hom|hoi) (?:nao|may|bao nhieu)", r"cua (?:ai|co quan nao|cap nao)", r"do (?:ai|co quan nao)[\w\s]*",
    r"ban hanh (?:khi nao|bao gio|hoi nao)", r"de nghi (?:gi|viec gi)", r"ten (?:la )?gi",
)  # fmt: skip
"""What is asked of a document: its subject, its date, who issued it."""
