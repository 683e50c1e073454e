"""The bytes of a saved file to the text of its page: out of archives, mails, books and documents."""

from __future__ import annotations

import io
import plistlib
import re
import zipfile
import zlib
from dataclasses import dataclass, replace

from convert.errors import ConvertError
from convert.formats.charset import decode
from convert.formats.documents import read_docx, read_epub
from convert.formats.mail import is_mail, read_mail
from convert.page import Hint

# A page unpacks to a few times its size; a file that grows beyond this is made to fill the memory.
UNPACKED_MOST = 64 * 1024 * 1024
# The longest of 83 saved pages has 767,000 bytes; the conversion of a text this long takes longer than anybody waits.
TEXT_MOST = 5_000_000
EMBEDDED = re.compile(r"data:[a-z]+/[a-z0-9.+-]+;base64,[A-Za-z0-9+/=\s]*+", re.IGNORECASE)
ALLOWED = "saved HTML, MHTML, EML, a feed, JSON Feed, DOCX, EPUB, Markdown or text, gzipped or not"
# Hong Kong's papers set these for the colon behind a label: no rule has to know them.
COLONS = "︰﹕"
PICTURED = "copy the text of the page into a .txt file"
# How a file begins that holds no text of a page, its name, and what to do instead.
REFUSED = (
    (re.compile(rb"\s*%PDF-", re.S), "a PDF", "save the web page itself, or copy its text into a .txt file"),
    (re.compile(rb"\s*\{\\rtf", re.S), "an RTF document", "save it as DOCX or HTML, or copy its text into a .txt file"),
    (re.compile(rb"\xd0\xcf\x11\xe0", re.S), "an old Office document (.doc, .xls, .ppt)", "save it as DOCX or HTML"),
    (re.compile(rb"\x89PNG", re.S), "a picture (PNG)", PICTURED),
    (re.compile(rb"\xff\xd8\xff", re.S), "a picture (JPEG)", PICTURED),
    (re.compile(rb"GIF8", re.S), "a picture (GIF)", PICTURED),
    (re.compile(rb"RIFF.{4}WEBP", re.S), "a picture (WebP)", PICTURED),
    (re.compile(rb"BM.{4}\0{4}.{2}\0\0", re.S), "a picture (BMP)", PICTURED),
    (re.compile(rb"II\*\0|MM\0\*", re.S), "a picture (TIFF)", PICTURED),
    (re.compile(rb".{4}ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)", re.S), "a picture (HEIC)", PICTURED),
    (re.compile(rb".{4}ftypavi[fs]", re.S), "a picture (AVIF)", PICTURED),
    (
        re.compile(rb".{4}ftyp|ID3[\x02-\x04]\0|OggS\0", re.S),
        "a video or a sound",
        "copy what is said in it into a .txt file",
    ),
    (re.compile(rb".{60}(?:BOOKMOBI|TEXtREAd)", re.S), "a book for Kindle (MOBI)", "make an EPUB of it first"),
    (re.compile(rb"Rar!", re.S), "an archive (RAR)", "unpack it first"),
    (re.compile(rb"7z\xbc\xaf", re.S), "an archive (7z)", "unpack it first"),
    (re.compile(rb".{257}ustar", re.S), "an archive (TAR)", "unpack it first"),
    (re.compile(rb"CAJ\0|HN\0\0|KDH\0", re.S), "a paper for CAJViewer (CAJ)", PICTURED),
    (re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?<svg\b", re.S), "a picture (SVG)", PICTURED),
)
MARK = b"\xef\xbb\xbf"
# What a ZIP archive is that holds no page, by the beginning of a name in it or by what OpenDocument says of itself.
DOCUMENTS = (
    ("opendocument.text", "an OpenDocument text (ODT)", "save it as DOCX or HTML"),
    ("opendocument.spreadsheet", "a spreadsheet", "save the sheet as HTML, or copy it into a .txt file"),
    ("opendocument.presentation", "a presentation", "save it as HTML, or copy its text into a .txt file"),
    ("xl/", "a spreadsheet", "save the sheet as HTML, or copy it into a .txt file"),
    ("OFD.xml", "an OFD document", PICTURED),
    ("Index/Document.iwa", "a Pages document", "save it as DOCX or EPUB"),
    ("ppt/", "a presentation", "save it as HTML, or copy its text into a .txt file"),
)
# Safari's archive, as property lists are written to be read.
WRITTEN_OUT = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE plist[^>]*>\s*)?<plist")


@dataclass(frozen=True)
class Unpacked:
    """The text of a page, and what the file around it says of it."""

    text: str
    hints: tuple[Hint, ...] = ()


def unpack(data: bytes) -> Unpacked:
    """The text in a raw file.

    Raises:
        ConvertError: The file is empty, binary, garbled or huge, or of a refused format.
    """
    if len(data) > UNPACKED_MOST:
        raise ConvertError(f"the file has more than {UNPACKED_MOST >> 20} MiB", allowed="one page of one article")
    page = _unpacked(data)
    text = page.text
    for colon in COLONS:
        text = text.replace(colon, "：")
    page = replace(page, text=text)
    written = len(page.text)
    if written > TEXT_MOST:
        written -= sum(len(found[0]) for found in EMBEDDED.finditer(page.text))
    if written > TEXT_MOST:
        raise ConvertError(
            f"the page has {written} characters beside its pictures", allowed=f"one article, {TEXT_MOST} at most"
        )
    return page


def _unpacked(data: bytes) -> Unpacked:
    if data.startswith(b"\x1f\x8b"):
        data = _gunzipped(data)
    for start, name, advice in REFUSED:
        if start.match(data[:1024].removeprefix(MARK)):
            raise ConvertError(f"the file is {name}: no page to convert", allowed=ALLOWED, example=advice)
    if data.startswith(b"PK\x03\x04"):
        return Unpacked(*_zipped(data))
    if data.startswith(b"bplist00") or (WRITTEN_OUT.match(data.removeprefix(MARK)) and b"WebMainResource" in data):
        return _web_archive(data)
    if is_mail(data):
        return Unpacked(*read_mail(data))
    return Unpacked(decode(data))


def _gunzipped(data: bytes) -> bytes:
    unzip = zlib.decompressobj(wbits=31)
    try:
        whole = unzip.decompress(data, UNPACKED_MOST)
    except zlib.error as error:
        raise ConvertError(f"the gzip file is damaged ({error})", allowed=ALLOWED) from error
    if unzip.unconsumed_tail:
        raise ConvertError(f"the gzip file holds more than {UNPACKED_MOST >> 20} MiB", allowed="a page")
    return whole


def _zipped(data: bytes) -> tuple[str, tuple[Hint, ...]]:
    """The page in a document or a book, both of which are ZIP archives."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > UNPACKED_MOST:
                raise ConvertError(f"the file unpacks to more than {UNPACKED_MOST >> 20} MiB", allowed="an article")
            names = set(archive.namelist())
            if "word/document.xml" in names:
                return read_docx(archive, data)
            if "META-INF/container.xml" in names:
                return read_epub(archive)
            says = archive.read("mimetype").decode("ascii", "replace") if "mimetype" in names else ""
    except ConvertError:
        raise
    except Exception as error:  # where bytes of it are not what they were, its places and sizes lead anywhere
        raise ConvertError(f"the document is damaged ({error})", allowed=ALLOWED) from error
    kind, advice = next(
        ((name, advice) for sign, name, advice in DOCUMENTS if sign in says or any(n.startswith(sign) for n in names)),
        ("an archive (ZIP)", "unpack it, and give its files"),
    )
    raise ConvertError(f"the file is {kind}: no page to convert", allowed=ALLOWED, example=advice)


def _web_archive(data: bytes) -> Unpacked:
    """The page in Safari's archive."""
    try:
        values = plistlib.loads(data)
        main = values["WebMainResource"]
        page, address = main["WebResourceData"], main.get("WebResourceURL", "")
    except (plistlib.InvalidFileException, KeyError, TypeError, ValueError, AttributeError) as error:
        raise ConvertError("the file is a property list without a web page in it", allowed=ALLOWED) from error
    if not isinstance(page, bytes):
        raise ConvertError("the file is a property list without a web page in it", allowed=ALLOWED)
    hints = (Hint("url", address, "file"),) if isinstance(address, str) and re.match("https?:", address) else ()
    return Unpacked(decode(page), hints)
