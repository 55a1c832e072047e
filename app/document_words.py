"""The words by which a question asks about a plan as a document, as patterns over folded text."""

from app.wording import any_of

# A question about the plan as a document, whatever its other words: the verb with the question.
STRONG_METADATA = any_of(
    r"do (?:chinh )?(?:pho )?chu tich[\w\s]* ky",
    r"(?:ai|nguoi nao|vi nao|do ai)[\w\s]{0,20}? (?:ky|dat but)(?! so)", r"(?:nguoi|chu) ky(?! so)[\w\s]*(?:la ai|ten gi|ten la gi|la gi|nao)",
    r"(?:chuc vu|chuc danh|cuong vi|giu chuc)", r"(?:ban hanh|ky|ra doi|phat hanh)[\w\s]{0,16}? (?:ngay|hom|khi|luc|thang|bao gio)",
    r"(?:mang |co )?ten (?:gi|la gi|day du|goi|ban ke hoach|ke hoach)", r"nguyen van ten", r"noi nhan", r"so hieu", r"ky hieu",
    r"(?:tinh|ban|ke hoach) nao[\w\s]* (?:ban hanh|ra)[\w\s]* (?:truoc|sau|som|muon)", r"tu cu den moi", r"tu moi den cu", r"thu tu (?:ban hanh|thoi gian)",
    r"(?:thuoc|cua|cho) (?:tinh|dia phuong) nao", r"(?:tinh|dia phuong|co quan|don vi) nao (?:da )?(?:ra|phat hanh|ban hanh)", r"dat but", r"tieu de",
    r"trich yeu", r"(?:ngay|thoi diem) (?:bat dau )?(?:co )?hieu luc", r"duoc gui (?:cho|den|toi)", r"ngay (?:thang )?(?:ky|ban hanh)(?! so)", r"de ngay",
    r"(?:ky|ban hanh|ra) (?:vao |trong )?(?:thang|nam) (?:\d|nao)", r"(?:cap pho|cap truong|nguoi dung dau|chu tich)[\w\s]{0,24} ky(?! so)",
    r"(?:ap dung|hieu luc|keo dai) (?:tu )?(?:nam|ngay) nao", r"trinh tu thoi gian", r"ra doi",
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
    r"du an",
    r"he thong",
    r"phan mem",
    r"ung dung",
    r"so (?:cbcc|can bo|cong chuc|luong|tien|du an)",
)
SIGNED = any_of(
    r"do (?:chinh )?(?:pho )?chu tich[\w\s]* ky",
    r"chuc vu", r"chuc danh", r"cuong vi", r"giu chuc", r"(?:ai|nguoi nao)[\w\s]{0,12}? (?:ky|dat but)", r"chu ky(?! so)",
    r"(?:ong|ba|vi|nguoi) (?:ay|do|nay) (?:ky|ki)", r"nguoi (?:ky|ki)",
    r"(?:ai|nguoi nao|vi nao) (?:la nguoi )?(?:da )?(?:ky|ki)",
    r"dat but", r"(?:lanh dao|vi|cap pho|cap truong|nguoi dung dau)[\w\s]{0,24}? (?:ky|ki)(?! so)", r"ten (?:nguoi|lanh dao) ky",
    r"nguoi (?:ky|ki)(?: ban hanh)?", r"do ai (?:ky|ki)", r"(?:ky|ki) (?:ban hanh|ten)", r"(?:duoc )?ai (?:ky|ki)",
    r"chuc (?:vu|danh)[\w\s]* (?:nguoi )?(?:ky|ki)", r"who signed",
)  # fmt: skip
ISSUED = any_of(
    r"hom nao", r"ngay nao", r"de ngay", r"ngay thang", r"(?:ngay|thoi diem) (?:bat dau )?(?:co )?hieu luc", r"ngay (?:ky|ban hanh)(?! so)",
    r"ra (?:doi )?(?:hom|ngay|khi|luc|thang|nam) nao", r"trinh tu thoi gian",
    r"ngay (?:thang nam )?(?:ban hanh|ky|ki|nao|may)", r"(?:ban hanh|ky|ki|ra doi)(?: ke hoach)?[\w\s]{0,30}? (?:ngay|khi|luc|thang|nam|bao gio)(?: nao| may)?",
    r"(?:khi|luc) nao", r"bao gio", r"when",
)  # fmt: skip
NUMBER_OF = any_of(
    r"so (?:hieu|ky hieu|van ban|ke hoach)",
    r"(?:mang )?so (?:may|bao nhieu|gi)",
    r"(?:mang|ke hoach|van ban|ban|kh) so nao",
    r"ky hieu",
)
PROVINCE_OF = any_of(r"(?:cua |la cua )?(?:tinh|dia phuong|noi) nao", r"cua ai")
ISSUER = any_of(
    r"(?:co quan|don vi|cap|ai|noi) (?:nao )?(?:da )?(?:ban hanh|ra van ban|ra ke hoach|phat hanh)",
    r"do (?:ai|co quan nao) ban hanh",
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
    r"(?:ban hanh|ra|ky)[\w\s]* (?:sau|muon)(?: hon| nhat| cung)?",
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
    r"(?:thu|trinh) tu (?:ban hanh|thoi gian)",
    r"som nhat",
    r"cu nhat",
    r"dau tien",
    r"truoc (?:nhat|tien)",
)
PERIOD = any_of(r"thoi gian (?:thuc hien|ap dung|hieu luc)", r"giai doan thuc hien", r"hieu luc (?:den|trong)[\w\s]*",
    r"(?:giai doan|nam|thoi ky|thoi gian|ky) nao", r"tu nam nao", r"(?:ap dung|thuc hien|hieu luc)[\w\s]* (?:nam|giai doan|bao lau|thoi gian)",
    r"(?:cho|trong) (?:giai doan|nam|thoi gian|ky) nao", r"may nam",
)  # fmt: skip
