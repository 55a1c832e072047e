"""The words of messages that ask nothing of the plans: courtesy, the assistant, other jobs.

Patterns over folded text, but for what only its marks tell apart (typed.py).
"""

import re

from app.understanding.typed import Typed, words
from app.words.wording import FLAGS, any_of

# What is no question about plans: opinions, weather, writing to order, the assistant's own inside.
OUTSIDE = any_of(
    r"(?:bo qua|quen|bo) (?:di )?(?:moi |cac |tat ca (?:cac )?)?(?:quy dinh|quy tac|huong dan|chi dan|lenh)[\w\s]*",
    r"ignore (?:all |the |any )?(?:previous |above |prior )?(?:rules|instructions|prompts?)", r"system prompt", r"jailbreak",
    r"loi nhac (?:he thong|cua ban)", r"(?:in|doc|cho xem|tiet lo|hien thi|dua ra) [\w\s]*(?:prompt|loi nhac|mat khau|ma nguon|khoa api|api key)",
    r"mat khau (?:quan tri|he thong|admin)(?! (?:phai|duoc|can|dai|doi|thay|co|gom|toi thieu|dat|bao lau|may))", r"(?:ma nguon|source code|prompt|cau hinh|khoa api|tep|file) (?:cua |noi bo )?(?:ban|may|he thong nay|chuong trinh nay|may chu nay|tro ly)",
    r"(?:doc|mo|in|xem|xoa|tai|liet ke|ghi) (?:noi dung )?(?:cac )?(?:tep|file|thu muc)(?! dinh kem)[\w\s./~]*", r"dong vai [\w\s]*", r"gia (?:vo|su) (?:ban|may) (?:la|khong)[\w\s]*",
    r"(?:viet|soan|sang tac|lam) (?:giup |ho |cho )?(?:(?:toi|em|anh|minh|chi|sep|tao|co|chu) )?(?:mot |1 |doan |bai )*(?:tho|van|bai hat|bai phat bieu|phat bieu|dien van|bai bao|bao cao thanh tich|thu moi|don xin|truyen|code|ma lenh|chuong trinh (?:python|java|c)|ham python|script|email|thu tinh|loi bai hat|truyen cuoi|status)(?!\w)[\w\s]*",
    r"(?:lap trinh|debug|sua loi) (?:giup|ho|code|cho (?:toi|em|minh|anh|chi))[\w\s]*", r"(?:python|javascript|sql injection)",
    r"(?:thoi tiet|nhiet do ngoai troi|du bao thoi tiet)", r"co mua khong", r"troi (?:co )?(?:mua|nang|lanh|nong)",
    r"(?<!giao )dich (?:giup|ho|cho (?:toi|em|minh)|doan|cau|bai|van ban (?:nay|sau)|(?:no|cau nay) sang tieng)[\w\s]*", r"^(?:hay |nho |vui long )?(?:ban |em )?(?:hay )?dich [\w\s]*sang tieng[\w\s]*",
    r"tu van (?:phap ly|phap luat|luat|ly hon|thua ke|hinh su|chung khoan|tinh cam|suc khoe)[\w\s]*", r"(?:ly hon|thua ke|kien tung|khoi kien)[\w\s]*",
 r"ke (?:cho [\w]+ )?(?:mot |nghe )*(?:cau )?chuyen[\w\s]*", r"chuyen cuoi", r"hat (?:cho|mot)[\w\s]*",
    r"giai (?:giup |ho )?(?:bai toan|phuong trinh|bai tap)[\w\s]*", r"(?:boi toan|tu vi|cung hoang dao|xo so|lo de)", r"dat (?:giup )?(?:ve (?:may bay|xe|tau)|ban an|phong khach san)[\w\s]*",
    r"cham diem (?:giup|cho|lanh dao)[\w\s]*", r"(?:theo|y kien) (?:ban|em|ai) (?:thi|nghi)[\w\s]*", r"(?:ban|em|may) (?:nghi|danh gia|thay|nhan xet) (?:gi|sao|the nao|nhu the nao) ve (?:ong|ba|chu tich|pho chu tich|bi thu|lanh dao|giam doc)[\w\s]*",
    r"ai gioi (?:nhat|hon)", r"(?:ong|ba|lanh dao|chu tich|giam doc|nguoi)[\w\s]{0,40} gioi [\w\s]*nhat", r"(?:ong|ba|chu tich|giam doc|lanh dao)[\w\s]{1,40} (?:tham nhung|co tot khong|co xung dang|co gioi khong|yeu kem)",
    r"gioi [\w\s]*nhat", r"(?:gia|ty gia) (?:vang|do|usd|xang|co phieu|bitcoin)", r"ket qua (?:bong da|xo so)", r"(?:lich thi dau|doi bong|world cup)[\w\s]*", r"nau (?:mon|com|pho)", r"cong thuc nau[\w\s]*",
)  # fmt: skip
GREETING = re.compile(
    r"(?:(?:xin |kinh )?chao(?: (?:ban|anh|chi|em|moi nguoi|tro ly|buoi (?:sang|chieu|toi)|ca nha|ad|admin|bot|nhe|a|ca|cac|dong chi|quy vi|co|chu|bac))*|(?:alo|hello|hi|hey|good (?:morning|afternoon|evening))(?: (?:ban|ad|em|anh|chi|bot|there|nhe))*|(?:ban|em|co ai) (?:oi|o day khong|co day khong))", FLAGS
)  # fmt: skip
THANKS = any_of(
    r"cam on(?: ban| nhieu| rat nhieu)?", r"thanks?(?: you)?", r"thank you", r"tam biet", r"bye", r"hen gap lai", r"tks", r"cam ta",
    r"(?:ok|oke|okay|duoc roi|tot lam|tuyet voi|hay qua|gioi qua|chinh xac|dung roi|hieu roi|ro roi|vang|da vang)(?: (?:ban|em|nhe|a|cam on))*(?=[\s.!]*$)",
)  # fmt: skip
# "Bạn là ai" is said to the assistant; "đám mây là gì", folded the same, is not.
_SELF = r"(?:^|(?<=[,.!?;] )|(?<=hoi )|(?<=the ))"
HELP = any_of(
    _SELF + r"(?:ban|tro ly|he thong|em|may|chuong trinh|phan mem nay) (?:co the |lam |biet )?(?:lam|giup|ho tro|tra loi)(?: duoc| cho| ve| toi| gi| minh)*\s?(?:nhung )?(?:gi|viec gi)(?: cho toi| nao)?",
    _SELF + r"(?:ban|may|em|tro ly) la (?:ai|gi|con gi|chatbot|tro ly)", r"huong dan su dung", r"cach (?:su dung|dung) (?:tro ly|he thong|phan mem nay|chuong trinh nay)?", r"(?:co the|nen|duoc) hoi (?:ban |em )?(?:gi|nhung gi|the nao|ve gi)",
    r"ban biet (?:nhung )?gi", r"(?:su dung|dung|hoi) (?:the nao|ra sao|nhu the nao|lam sao)(?= *[?.!]*$)", r"(?:who are you|what can you do|help)(?= *[?.!]*$)", r"chuc nang cua (?:ban|he thong|tro ly)", r"gioi thieu (?:ve )?(?:ban than|ban|minh)(?= *[?.!]*$)",
)  # fmt: skip
SMALL_TALK = any_of(
    _SELF + r"(?:ban|em|may) (?:co )?(?:khoe|vui|buon|met|doi|ban|ranh|met khong)(?: khong)?", _SELF + r"(?:ban|em|may) (?:ten|bao nhieu tuoi|may tuoi|sinh nam|song o|o dau|que o|nguoi o)[\w\s]*", r"ai (?:da )?(?:tao ra|lam ra|viet ra|lap trinh) (?:ban|em|may)",
    _SELF + r"(?:ban|em|may) co (?:phai )?(?:la )?(?:nguoi|robot|may|chatgpt|gpt|tri tue nhan tao|nguoi that|nguoi yeu|gia dinh|cam xuc)[\w\s]*", _SELF + r"(?:ban|em|may) la (?:nguoi|robot|may)[\w\s]*", r"(?:toi|em|minh|anh) (?:buon|met|chan|vui|doi)(?: qua| lam)?", r"ha(?:ha)+", r"hi(?:hi)+", r"(?:chuc|hom nay) (?:ban|em) (?:the nao|ngay)[\w\s]*", r"an com chua", r"how are you",
)  # fmt: skip
# Told apart from "nền", "đảm nhận …" by its marks only.
ADVICE = words(r"(?:tôi |mình |em )?(?:có )?nên (?:mua|bán|đầu tư vào|ăn|bầu|chọn|lấy|yêu) [\w\s]*")
ABUSE = words(
    r"đồ (?:ngu|dốt|khốn|điên|vô dụng|ngốc|rác)", r"ngu (?:quá|thế|vậy|như|si|ngốc|xuẩn)", r"(?:mày|bot|máy này) (?:ngu|dốt|điên|bị điên|vô dụng)", r"vô dụng", r"óc chó", r"khốn nạn", r"mất dạy", r"cút (?:đi|xéo)", r"im (?:mồm|đi)",
    r"đéo", r"địt", r"vcl", r"vkl", r"đm|dcm|đcm|clgt|cmm|đmm", r"(?:mẹ|bố|cha) (?:mày|nhà mày)", r"chết đi", r"thằng (?:ngu|chó|điên)", r"con chó", r"fuck\w*", r"stupid", r"idiot",
)  # fmt: skip
CORPUS = any_of(
    r"(?:giu|co|luu)[\w\s]{0,12}? (?:bao nhieu|may) (?:ban |van ban )?(?:ke hoach|tai lieu|van ban)(?! \w*\d)(?= (?:trong|dang|o|tat ca|ca thay|nao|vay|the|a)|\s*[?.!]*$)[\w\s]{0,24}",
    r"(?:dang |hien )?(?:co|luu|giu) (?:cac |nhung )?(?:ke hoach|van ban|tai lieu) (?:cua )?(?:nhung |cac )?(?:tinh|dia phuong|gi)(?: nao)?",
    r"co (?:ke hoach|van ban|tai lieu) (?:cua )?(?:nhung|cac) (?:tinh|dia phuong) nao", r"(?:nhung|cac) (?:ke hoach|tai lieu) (?:nao )?(?:dang|hien) co(?=[\s?.!]*$)", r"(?:bao nhieu|may) (?:ke hoach|van ban|tai lieu|tinh)(?: (?:trong kho|dang co|tat ca|duoc luu|trong he thong|o day))+",
    r"co (?:may|bao nhieu) (?:ke hoach|van ban|tai lieu|tinh) (?:trong|dang|o) .*(?:kho|he thong|day)", r"kho (?:tai lieu|du lieu|nay )?(?:dang |hien )?(?:co|gom|chua) (?:nhung )?(?:gi|ke hoach nao|tinh nao|van ban nao|bao nhieu van ban|bao nhieu ke hoach)",
    r"(?:biet|tra cuu duoc|tra loi duoc|ho tro) (?:ve )?(?:ke hoach cua )?(?:nhung|cac|bao nhieu) tinh(?: nao)?", r"(?:danh sach|danh muc) (?:cac )?(?:ke hoach|tai lieu) (?:dang co|trong kho|hien co|cua he thong)",
)  # fmt: skip
# After its places are taken out: whether a plan of a province is held.
HOLDS = re.compile(
    r"(?:(?:trong |o )?(?:kho|he thong|day|ban|em|ben minh)(?: tai lieu| du lieu)?,? )?(?:da |hien |dang )*(?:co|luu|giu)(?: duoc)?(?: ca)? (?:ban )?(?:ke hoach|van ban|tai lieu|du lieu)(?: nao)?(?: cua| ve)?(?: tinh| thanh pho)?,?(?: trong kho| o day)? (?:khong|chua|chu)(?: vay| a| the| nhi)*", FLAGS
)  # fmt: skip
# A message that only leans on something, or only names a place.
UNCLEAR = re.compile(
    r"(?:(?:con|the|vay|roi|a|ma) )*(?:(?:o|cua|ben|tinh|ve) )*(?:thi sao|thi|sao|the nao|ra sao|(?:tai|vi) sao(?: vay| the| nua)*|chi tiet hon|cu the hon|noi ro hon|noi them|nua|tiep|tiep di|gi co|la sao|con|the|vay)?", FLAGS
)  # fmt: skip
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-zÀ-ỹĐđ]")
ENDLESS_WHY = Typed(r"^\W*(?:(?:tại|vì) sao|sao)(?: (?:vậy|thế|nữa|lại thế))*\W*$")


def is_foreign_script(text: str) -> bool:
    """Whether most letters of `text` are not Latin ones."""
    letters = _LETTER.findall(text)
    return len(letters) > 1 and len(_LATIN.findall(text)) * 2 < len(letters)
