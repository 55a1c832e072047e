"""Office files made by hand: a DOCX or XLSX of a few parts, as small as the format allows."""

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_NAMESPACES = (
    f'xmlns:w="{_W}" xmlns:r="{_OFFICE}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """A zip of the members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def types(main: str, content_type: str) -> str:
    """A [Content_Types].xml with one part."""
    return (
        f'{XML}<Types xmlns="{_TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="{content_type}"/></Types>'
    )


def rels(targets: Mapping[str, tuple[str, str]]) -> str:
    """A .rels part: id → (kind, target)."""
    rows = "".join(
        f'<Relationship Id="{rid}" Type="{_OFFICE}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if "://" in target else "/>")
        for rid, (kind, target) in targets.items()
    )
    return f'{XML}<Relationships xmlns="{_RELS}">{rows}</Relationships>'


def docx_members(body: str, **parts: str) -> dict[str, str | bytes]:
    """The members of a DOCX whose body is this XML; `styles="<w:style…/>"`, `header1=…` …"""
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": types("word/document.xml", f"{_WORD}.document.main+xml"),
        "_rels/.rels": rels({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": f"{XML}<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>",
    }
    roots = {"styles": "styles", "numbering": "numbering", "header": "hdr", "footer": "ftr"}
    targets = {}
    for name, content in parts.items():
        kind = name.rstrip("0123456789")
        root = roots.get(kind, kind)
        members[f"word/{name}.xml"] = f"{XML}<w:{root} {_NAMESPACES}>{content}</w:{root}>"
        targets[name] = (kind, f"{name}.xml")
    members["word/_rels/document.xml.rels"] = rels(targets)
    return members


def docx(body: str, **parts: str) -> bytes:
    """A DOCX whose body is this XML, with further parts."""
    return zipped(docx_members(body, **parts))


def run(text: str, properties: str = "") -> str:
    """A w:r; `properties` is XML ("<w:b/>")."""
    return (
        f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
        if properties
        else f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    )


def p(text: str = "", style: str = "", properties: str = "") -> str:
    """A w:p of one run."""
    return para(run(text) if text else "", style, properties)


def para(content: str, style: str = "", properties: str = "") -> str:
    """A w:p of any content."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{content}</w:p>"


def item(num_id: int, level: int, text: str) -> str:
    """A numbered w:p."""
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>'
    return p(text, properties=place)


def level(ilvl: int, style: str, text: str, more: str = "") -> str:
    """A w:lvl that starts at 1."""
    return (
        f'<w:lvl w:ilvl="{ilvl}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(*definitions: str, nums: str = "") -> str:
    """A numbering part: the definitions 1, 2 … each with the instance of the same number."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{levels}</w:abstractNum>'
        for n, levels in enumerate(definitions, start=1)
    )
    instances = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>'
        for n in range(1, len(definitions) + 1)
    )
    return abstract + instances + nums


def tc(*content: str, properties: str = "") -> str:
    """A w:tc of paragraphs given as text, or of XML."""
    inner = "".join(c if c.startswith("<w:") else p(c) for c in content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A w:tr of cells given as text, or as w:tc."""
    inner = "".join(c if c.startswith("<w:tc") else tc(c) for c in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def tbl(*rows: str) -> str:
    """A w:tbl."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def xlsx(
    sheets: Mapping[str, str], styles: str = "", strings: str = "", workbook: str = ""
) -> bytes:
    """An XLSX: title → the XML inside of its w:worksheet; a title with "!" is hidden."""
    ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    root = f'xmlns="{ns}" xmlns:r="{_OFFICE}"'
    entries, targets = "", {}
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": types("xl/workbook.xml", f"{_SHEET}.sheet.main+xml"),
        "_rels/.rels": rels({"rId1": ("officeDocument", "xl/workbook.xml")}),
    }
    for number, (title, content) in enumerate(sheets.items(), start=1):
        state = ' state="hidden"' if "!" in title else ""
        entries += f'<sheet name="{escape(title)}" sheetId="{number}"{state} r:id="s{number}"/>'
        targets[f"s{number}"] = ("worksheet", f"worksheets/sheet{number}.xml")
        members[f"xl/worksheets/sheet{number}.xml"] = (
            f"{XML}<worksheet {root}>{content}</worksheet>"
        )
    members["xl/workbook.xml"] = (
        f"{XML}<workbook {root}>{workbook}<sheets>{entries}</sheets></workbook>"
    )
    members["xl/styles.xml"] = f"{XML}<styleSheet {root}>{styles}</styleSheet>"
    members["xl/sharedStrings.xml"] = f"{XML}<sst {root}>{strings}</sst>"
    targets |= {"st": ("styles", "styles.xml"), "ss": ("sharedStrings", "sharedStrings.xml")}
    members["xl/_rels/workbook.xml.rels"] = rels(targets)
    return zipped(members)
