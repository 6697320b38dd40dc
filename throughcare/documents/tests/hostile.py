"""Good files and files that mean harm, made when a test asks for them."""

import io
import struct
import zipfile
import zlib

import pypdf

BODY = (
    '<?xml version="1.0"?>{doctype}<w:document xmlns:w='
    '"http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"
)
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY b SYSTEM "file:///etc/passwd">]>'


def pdf(pages: int = 2, *, password: str = "", owner: str | None = None) -> bytes:
    """A PDF of blank pages, locked when a password is given."""
    writer = pypdf.PdfWriter()
    for _page in range(pages):
        writer.add_blank_page(width=612, height=792)
    if password or owner:
        writer.encrypt(password, owner, algorithm="AES-256")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def pdf_saying(text: str) -> bytes:
    """A PDF of one page with words on it."""
    return pdf_of(f"BT /F 12 Tf 72 700 Td ({text}) Tj ET".encode())


def pdf_of(drawing: bytes) -> bytes:
    """A PDF of one page with a drawing, packed."""
    packed = zlib.compress(drawing, 9)
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 612 792]>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed),
        font,
    ]
    written = b"%PDF-1.7\n"
    starts = []
    for number, content in enumerate(objects, start=1):
        starts.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    return written + (
        b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (table, len(written))
    )


def slow_pdf() -> bytes:
    """A sound PDF whose words take for ever to find."""
    return pdf_of(b"BT /F 12 Tf " + b"(a) Tj 1 0 Td " * 3_000_000 + b"ET")


def docx(text: str = "A letter", *, doctype: str = "", **parts: bytes) -> bytes:
    """A Word file; further parts are named with `__` for `/` and `_dot_` for `.`."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", BODY.format(text=text, doctype=doctype))
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return written.getvalue()


def docx_with_link() -> bytes:
    """A Word file with a part that is a link to another file."""
    written = io.BytesIO(docx())
    with zipfile.ZipFile(written, "a") as archive:
        link = zipfile.ZipInfo("word/link")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    return written.getvalue()


def bomb() -> bytes:
    """A Word file of some hundred kilobytes that unpacks to 300 MB."""
    written = io.BytesIO(docx())
    with (
        zipfile.ZipFile(written, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/media.bin", "w") as part,
    ):
        for _megabyte in range(300):
            part.write(bytes(1 << 20))
    return written.getvalue()


def workbook() -> bytes:
    """An archive that is no Word file."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return written.getvalue()


def _chunk(name: bytes, content: bytes) -> bytes:
    checked = name + content
    return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))


def png(width: int = 2, height: int = 2) -> bytes:
    """A PNG that says it has this size."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0\0\0" * 2)
    return (
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")
    )


def jpeg(width: int = 2, height: int = 2) -> bytes:
    """The headers of a JPEG that says it has this size."""
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\1\x11\0"
    return (
        b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0"
        + struct.pack(">H", len(frame) + 2)
        + frame
        + b"\xff\xda\0\x02data\xff\xd9"
    )
