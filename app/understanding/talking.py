"""The words by which a message shows its place in a conversation, as patterns over folded text.

Pronouns, endings and questions that lean on what was said before; greetings and requests
outside the job are in social_words.py. Only general Vietnamese stands here.
"""

import re

from app.understanding.typed import words
from app.words.wording import FLAGS, any_of

ALL_PROVINCES = any_of(
    r"(?:tat ca|toan bo|ca bon|ca 4|cac|moi|bon|4) (?:cac )?(?:tinh|dia phuong)",
    r"(?:tinh|dia phuong) nao",
)
OTHER_PROVINCES = any_of(
    r"(?:(?:hai|ba|bon|2|3|4|cac|nhung|may|tat ca) )*(?:cac )?(?:tinh|dia phuong|noi) (?:con lai|khac)",
)
# What asks the same of another place and adds nothing ("bên ấy có số này không?").
SAME = any_of(
    r"co (?:noi|neu|nhac|so lieu|so|de cap|quy dinh|ghi|dat)(?: (?:gi|den|toi|nay|do|ay|ve|noi dung))*(?: (?:khong|chua))",
    r"co (?:noi|neu|nhac|so lieu|de cap|quy dinh|ghi|dat|lam|dat ra) (?:ve |den |toi )?(?:ty le|chi tieu|muc|con so|so|viec|muc tieu|noi dung|van de|dieu|cai) (?:nay|do|ay)(?: (?:khong|chua))",
    r"(?:co )?(?:khac|giong|nhu the|nhu vay|tuong tu)(?: (?:gi|nhau|nhu vay|the))?(?: khong)?",
    r"(?:cung )?(?:vay|the) (?:a|khong|chu|phai khong)", r"co khong", r"cau (?:do|ay|nay|tren)", r"cau hoi (?:do|ay|nay|tren)",
)  # fmt: skip
RETURNED_TO = any_of(
    r"cau(?: hoi)? (?P<first>dau(?: tien)?|thu nhat|luc dau|ban dau)",
    r"cau(?: hoi)? (?P<last>truoc(?: do)?|vua roi|luc nay|ban nay)",
)
DIFFERS = any_of(
    r"(?:co )?(?:khac|giong)(?: (?:gi|nhau|biet))?(?: khong| chu)?",
    r"hon hay kem",
    r"nhieu hay it hon",
)
TRAILING = re.compile(r"[\s,]*(?:thi sao|ra sao|the nao|nhu the nao|sao)[\s?.!]*$", FLAGS)
ASKING = words(
    r"bao (?:nhiêu|nhiu|giờ|lâu|xa)",
    "mấy",
    "nào",
    "gì",
    "ai",
    "đâu",
    "sao",
    "bn",
    "không",
    "chưa",
)
# "…, bên nào nhiều hơn?": what is said of another place is set against the earlier one.
WHICH_MORE = any_of(
    r"(?:(?:ben|noi|tinh|dia phuong|ai)(?: nao)?|co|thi|va|sao,?)(?: \w+){0,2}? (?:nhieu|it|cao|thap|lon|nho|som|muon|nhanh|cham|dat|re|hon)(?: hon| nhat| kem)(?=\W*(?:khong|chua|a|vay)?\W*$)",
    r"(?:nhieu|it|cao|thap|lon|nho|som|muon) hon hay (?:nhieu|it|cao|thap|lon|nho|som|muon)(?: hon)?",
)
DETAIL = any_of(
    r"chi tiet(?: hon)?",
    r"cu the hon",
    r"(?:noi |ghi |giai thich )?(?:ro|ky) hon",
    r"day du hon",
    r"(?:noi|trinh bay|giai thich|neu|ghi) (?:ky|ro|cu the|chi tiet)(?: hon| them)*",
    r"nguyen van",
)
MORE = any_of(r"(?:nhieu|it|cao|thap|lon|nho|som|muon)(?: hon| nhat)?", r"hon")
SWAP = re.compile(r"(?<!\w)(?:doi|thay)(?!\w).+?(?<!\w)(?:thanh|bang|sang)(?!\w)", FLAGS)
# "Em ở phòng văn hóa huyện, xin hỏi …": what stands before is not the question.
PREAMBLE = re.compile(
    r"^.*?(?<!\w)(?:cho (?:toi|em|minh|anh|chi|chau)? ?(?:xin )?hoi(?: la)?|xin hoi|muon (?:biet|hoi)|can (?:biet|hoi)|"
    r"de doi chieu|de bao cao|cho biet|giup (?:toi|em|minh)(?: xem)?|nho (?:ban|anh|chi|em)? ?(?:tra|xem|kiem tra|thong ke|tim|ghi lai|doc)? ?(?:giup|ho|gium)?(?: toi| em)?|"
    r"xin (?:thong ke|tra|xem) giup|toi can(?: ghi)?)[\s,:]+(?=\S+ \S+ \S+)", FLAGS
)  # fmt: skip
# "Tôi đang soạn tờ trình, …", "để làm phụ lục: …": why somebody asks is not what they ask.
OWN_AFFAIR = any_of(
    r"(?:toi|minh|em|anh|chi|chau|bac|bon toi|chung toi|phong (?:toi|em|minh)|co quan (?:toi|em|minh)) (?:dang|la|lam|o|can|muon|duoc|vua|chuan bi|soan|phai|viet|co|moi|nghe|gap|thay|giao|chua)",
    r"(?:lanh dao|sep|cap tren|truong phong)[\w\s]* (?:hoi|giao|yeu cau|can)",
    r"^(?:de|nham|phuc vu|xin|can|nho|lam on|vui long)",
)
ADDING = any_of(
    r"(?:xem |tra |lay |tinh |dua |ghi )?(?:giup |ho |gium )?(?:toi |em |minh )?(?:luon |kem )?(?:them|bo sung|cong them|ca)(?: luon| ca)*(?: tinh)?",
    r"(?:vao )?(?:luon |nua)",
)
REMOVING = re.compile(
    r"^(?:thoi[\s,]+)?(?:bo(?! sung)|tru|loai|bot)(?: bot| bo)?(?: di)? (?:tinh )?|(?<!\w)(?:ra|di)\s*[?.!]*$",
    FLAGS,
)
COMPARE_WITH = any_of(
    r"so (?:sanh )?voi",
    r"so sanh",
    r"doi chieu (?:voi)?",
    r"(?:de|cho) (?:toi |minh |em |anh |tien |de )*(?:so|doi chieu|tham khao|theo doi)(?: sanh)?",
)
PRONOUN_PLACE = re.compile(
    r"(?<!\w)(?:(?:o |tai |cua )?(?:tinh|dia phuong|noi|cho) (?:do|nay|ay|tren|kia|day)|(?:o|tai|noi|ben) (?:do|day|ay|nay|kia))(?!\w)",
    FLAGS,
)
PRONOUN_PLAN = re.compile(
    r"(?<!\w)(?:ke hoach|van ban|tai lieu|ban) (?:do|nay|ay|tren)(?!\w)", FLAGS
)
_THINGS = (
    r"(?:co quan|don vi|so|cong|trung tam|he thong|du an|nen tang|phan mem|quyet dinh|nhiem vu|muc tieu|chi tieu|"
    r"ho so|linh vuc|cuoc hop|so lieu|viec|dieu|cai|phan|khoan|van de|noi dung|con so|so|ong|ba|nguoi|vi|lop|luc|thoi diem|hai noi|hai tinh|ho)"
)
DEIXIS = re.compile(
    rf"^(?:rieng|chi (?:lay|tinh|can|xet|rieng)|cu the|ok)(?!\w)|(?<!\w){_THINGS} (?:do|nay|ay|day|kia)(?!\w)|"
    r"(?<!\w)(?:trong do|trong so do|so do|cai do|viec do|dieu do|he thong (?:do|nay|ay)|du an (?:do|nay|ay)|"
    r"no|chung|phan (?:do|nay)|con so (?:do|nay)|nhu the|nhu vay|chi tiet hon|cu the hon|vi sao|tai sao)(?!\w)",
    FLAGS,
)
# What limits the earlier question to a part of what it asked.
PART = any_of(
    r"rieng", r"chi (?:lay|tinh|can|xet|rieng|xem|hoi|noi|muon)", r"trong (?:so )?(?:do|ay|nay)", r"tinh rieng", r"tach rieng", r"loai(?! bo)", r"khoi",
    r"nhom", r"(?:doi )?voi", r"cap (?:tinh|huyen|xa|so|do|trung uong)", r"muc(?: do)? [1-4]", r"phan (?:cua|danh cho)", r"thoi(?! (?:han|gian|diem|ky))",
)  # fmt: skip
# What says of itself that it limits; a level or group alone may also be asked of something else.
LIMITS = any_of(
    r"rieng", r"chi (?:lay|tinh|can|xet|rieng|xem|hoi|noi|muon)", r"trong (?:so )?(?:do|ay|nay)", r"tach rieng", r"loai(?! bo)", r"khoi",
)  # fmt: skip
PURPOSE = any_of(r"(?:de|nham) (?:lam )?(?:gi|muc dich gi)", r"muc dich(?: gi)?", r"bao lau")
EVERY_PROVINCE = any_of(
    r"(?:tat ca|toan bo|ca bon|ca 4|ca ba|ca 3|bon|4) (?:cac )?(?:tinh|dia phuong)"
)
AMOUNT = re.compile(r"(?:tong|kinh phi|chi phi|nguon von|von|ngan sach|so tien|muc)(?!\w)", FLAGS)
# What only a plan as a document has.
OF_DOCUMENT = any_of(
    r"ky", r"nguoi ky", r"ban hanh", r"so hieu", r"ky hieu", r"ke hoach", r"noi nhan", r"trich yeu", r"hieu luc", r"chuc vu", r"cuong vi", r"ra doi",
)  # fmt: skip
WHOLE_PLAN = any_of(
    r"(?:cua |cho |trong |thuc hien )?(?:toan bo |ca )?(?:ban )?ke hoach(?= *[?.!]*$)"
)
