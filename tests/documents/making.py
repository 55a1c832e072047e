"""Short ways to say what provincial documents have in common."""

from datetime import date

from documents.markup import parse
from documents.spec import Decision, Document, Heading, Meta

_TITLES = {"PHÓ CHỦ TỊCH": "Phó Chủ tịch", "P. CHỦ TỊCH": "Phó Chủ tịch", "CHỦ TỊCH": "Chủ tịch"}
DEPUTY = ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
CHAIR = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")


def meta(
    number: str,
    title: str,
    province: str,
    issued: date,
    period: tuple[int, int],
    signer: str,
    *,
    sign: tuple[str, ...] = DEPUTY,
    city: bool = False,
    **more: object,
) -> Meta:
    """Metadata of a plan of a province's committee; title lines are parted by " / "."""
    kind = "thành phố" if city else "tỉnh"
    fields: dict[str, object] = {
        "issuer": f"UBND {kind} {province}",
        "signer_title": _TITLES.get(sign[-1], sign[-1].capitalize()),
        "letterhead": ("ỦY BAN NHÂN DÂN", f"{kind} {province}".upper()),
        "place": province,
        "recipients": (
            "Bộ Thông tin và Truyền thông;",
            "Thường trực Tỉnh ủy, HĐND tỉnh;",
            "Chủ tịch, các Phó Chủ tịch UBND tỉnh;",
            "Các sở, ban, ngành;",
            "UBND các huyện, thành phố;",
            "Lưu: VT, KGVX.",
        ),
    }
    return Meta(
        number=number,
        title_lines=tuple(title.split(" / ")),
        province=province,
        issued=issued,
        period=period,
        signer=signer,
        sign=sign,
        **(fields | more),  # type: ignore[arg-type]
    )


def document(
    key: str,
    kind: str,
    variant: str,
    about: Meta,
    source: str,
    *,
    aside: bool = False,
    decision: Decision | None = None,
    lost: str = "",
) -> Document:
    """A document from its notation."""
    parts = parse(source, key)
    return Document(key, kind, variant, aside, about, parts, decision, frozenset(lost.split()))


def several(
    key: str,
    about: Meta,
    source: str,
    *,
    decision: Decision | None = None,
    lost: str = "",
    **kinds: str,
) -> tuple[Document, ...]:
    """The document in several formats: `scan="stamp skew"` is a format with its variant."""
    return tuple(
        document(f"{key}-{kind}", kind, variant, about, source, decision=decision, lost=lost)
        for kind, variant in kinds.items()
    )


def issuing(number: str, about: str, bases: str, articles: str, attached: str) -> Decision:
    """The decision before an attached plan; bases and articles one a line."""
    headings = [line.partition(". ") for line in articles.strip().splitlines()]
    return Decision(
        number,
        about,
        tuple(line.strip() for line in bases.strip().splitlines()),
        tuple(Heading(1, f"{name.strip()}.", "", rest.strip()) for name, _, rest in headings),
        attached,
    )
