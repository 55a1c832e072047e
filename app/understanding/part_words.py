"""The words of questions about a plan's parts and its faults, and of the headings they mean.

Patterns over folded text, as in wording.py.
"""

from app.words.wording import any_of

# Questions after the parts of a section, not after what they say: surely, and perhaps.
PART_NAMES_ASKED = any_of(
    r"(?:de|dau|tieu) muc", r"muc (?:lon|con|nho)", r"ten (?:cac |tung |nhung )?(?:nhom|phan|muc|giai phap|nhiem vu)",
    r"(?:co quan|don vi|so|nganh|ai|noi) nao (?:\w+ ){0,3}(?:duoc )?giao", r"giao (?:\w+ ){0,6}cho (?:nhung |cac )?(?:co quan|don vi|so|ai|noi)",
    r"(?:nhung |cac )(?:co quan|don vi|so|nganh)[\w\s,]* nao",
)  # fmt: skip
PARTS_ASKED = any_of(
    r"(?:may|bao nhieu|nhung|cac) (?:nhom|phan|muc|giai phap|nhiem vu|bien phap|tru cot|khau|noi dung|mang|chuong)(?: (?:lon|chinh|chu yeu|trong tam))?(?! (?:gi |nao )?(?:ve|lien quan|phuc vu|de|cho))",
    r"chia (?:thanh|ra|lam|theo|may)", r"gom (?:nhung |cac |may )?(?:phan|nhom|muc|chuong)",
)  # fmt: skip
# Questions about a section's place, number and name.
NEXT_SECTION = any_of(
    r"(?:lien |ngay )?sau (?:phan|muc|chuong|so)", r"lien sau", r"ke tiep", r"tiep (?:theo|sau)"
)
NUMBERING = any_of(
    r"danh so", r"so thu tu", r"thu tu", r"(?:co|thieu|trung|nhay|sot) (?:phan|muc|so|tieu muc) (?:[ivxl]+|\d+)?", r"la ma",
)  # fmt: skip
BELOW = any_of(r"tieu muc", r"muc (?:con|nho)", r"ben trong", r"cac muc (?:trong|cua|thuoc)")
ABOUT_SECTION = any_of(
    r"(?:noi|viet|ban|quy dinh|de cap|trinh bay|neu|co|gom|bao gom|chua|ghi) (?:\w+ ){0,2}(?:gi|nao)", r"ve (?:cai |van de |viec |noi dung )?gi",
    r"(?:ten|tieu de|de muc)(?: la| goi)?(?: gi)?", r"la gi", r"nhung gi", r"noi dung", r"tom tat", r"liet ke",
)  # fmt: skip
# Questions whether a plan's figures add up, or its places agree.
ADDS_UP = any_of(
    r"khop", r"co bang [\w\s,]{3,60} (?:cong|va) [\w\s,]{3,60} khong", r"cong (?:\w+ ){0,5}?(?:dung|du|bang|ra|khop|lai)", r"(?:co )?bang (?:\w+ ){0,6}cong lai", r"(?:co )?(?:dung|bang|du) (?:voi )?(?:tong|so tong)", r"mau thuan", r"lech", r"chenh (?:nhau|lech)",
    r"sai (?:so|sot)",
)  # fmt: skip
AGREES = any_of(
    r"khop", r"nhat quan", r"thong nhat (?:voi nhau|khong|chua)", r"mau thuan", r"(?:co|ghi) giong nhau", r"co giong", r"giong (?:nhau|het)? ?(?:khong|chua)", r"khac nhau (?:nhung )?(?:gi|the nao|ra sao|o dau|khong)", r"khac biet", r"diem (?:nao |gi )?khac", r"khac (?:khong|cho nao|o diem)",
    r"co trung (?:nhau|khop|hay|khong)", r"(?:cac|nhung|hai|may) (?:cho|doan|noi)(?! dung| bo)(?: khac nhau)?(?: \w+)? (?:trong|cua|ke hoach|van ban|ghi)", r"o cac (?:cho|doan)", r"(?:doan|cho) khac nhau",
)  # fmt: skip
# A question after both what is and what shall be, or after words the plan writes.
NOW = any_of(
    r"hien trang",
    r"thuc te",
    r"hien nay",
    r"hien tai",
    r"hien da",
    r"dang dat",
    r"bao cao (?:la )?dat",
    r"da dat",
)
GOAL = any_of(
    r"chi tieu",
    r"muc tieu",
    r"phan dau",
    r"dat ra",
    r"muc (?:can|phai) dat",
    r"ke hoach (?:dat|de ra)",
)
WRITTEN_SO = any_of(
    r"(?:cho|doan|cau|dong|chu) (?:\w+ ){0,3}(?:viet|ghi|go|co)", r"(?:viet|ghi|go) (?:la|tat|nhu vay)", r"nghia (?:la|gi)", r"la (?:loai|cai|chu|tu) (?:\w+ )?gi",
)  # fmt: skip
WHICH_ANNEX = any_of(
    r"phu luc (?:so )?(?:may|nao|bao nhieu)",
    r"(?:co |duoc )?(?:kem|dinh kem)(?: theo)? (?:\w+ ){0,3}?(?:phu luc|khong)",
    r"phu luc (?:\w+ ){0,4}(?:co|duoc) (?:kem|dinh kem|trong)",
)
ANNEX_NAMED = any_of(r"phu luc", r"kem theo")
DISTRICT = any_of(
    r"(?:cap|tuyen|phong|ubnd|uy ban|cac|cua|o|tai) (?:\w+ ){0,2}?(?:huyen|quan(?= |$)(?! ly| tri| he)|thi xa)",
    r"huyen,? (?:thi xa|thanh pho|xa)",
    r"tinh,? huyen",
)
# Questions after the parts of the plan itself.
OUTLINE = any_of(
    r"(?:gom|co|chia) (?:\w+ ){0,3}(?:may|bao nhieu|nhung|cac) (?:phan(?! (?:tram|mem))|chuong(?! trinh)|muc(?! (?:do|tieu))|de muc)(?: (?:lon|chinh))?", r"bo cuc", r"ket cau", r"cau truc (?:cua )?(?:ke hoach|van ban)",
)  # fmt: skip
# Sections that frame a plan and say nothing of its substance.
FORMALITIES = any_of(
    r"can cu", r"moi truong phap ly", r"co so phap ly", r"noi nhan", r"danh muc", r"phu luc"
)
GOALS_HEADING = any_of(r"muc tieu", r"chi tieu")
LOOKS_BACK = any_of(
    r"danh gia",
    r"ket qua",
    r"hien trang",
    r"thuc trang",
    r"tinh hinh thuc hien",
    r"ton tai",
    r"han che",
)
# Headings below which stand the offices that a plan hands work to.
HANDS_OUT = any_of(r"to chuc thuc hien", r"phan cong", r"trach nhiem", r"to chuc trien khai")
CAUSES = any_of(r"nguyen nhan")
