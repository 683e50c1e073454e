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
COLONS = {ord("︰"): "：", ord("﹕"): "："}
# What begins a file that holds no text of a page, its name, and what to do instead.
REFUSED = (
    (b"%PDF-", "a PDF", "save the web page itself, or copy its text into a .txt file"),
    (b"{\\rtf", "an RTF document", "save it as DOCX or HTML, or copy its text into a .txt file"),
    (b"\xd0\xcf\x11\xe0", "an old Office document (.doc, .xls, .ppt)", "save it as DOCX or HTML"),
    (b"\x89PNG", "a picture (PNG)", "copy the text of the page into a .txt file"),
    (b"\xff\xd8\xff", "a picture (JPEG)", "copy the text of the page into a .txt file"),
    (b"GIF8", "a picture (GIF)", "copy the text of the page into a .txt file"),
    (b"Rar!", "an archive (RAR)", "unpack it first"),
    (b"7z\xbc\xaf", "an archive (7z)", "unpack it first"),
)


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
    page = replace(page, text=page.text.translate(COLONS))
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
        if data[:1024].lstrip().startswith(start):
            raise ConvertError(f"the file is {name}: no page to convert", allowed=ALLOWED, example=advice)
    if data.startswith(b"PK\x03\x04"):
        return Unpacked(*_zipped(data))
    if data.startswith(b"bplist00"):
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
    except ConvertError:
        raise
    except Exception as error:  # where bytes of it are not what they were, its places and sizes lead anywhere
        raise ConvertError(f"the document is damaged ({error})", allowed=ALLOWED) from error
    kind = "a spreadsheet" if any(n.startswith("xl/") for n in names) else "an archive (ZIP)"
    raise ConvertError(
        f"the file is {kind}: no page to convert", allowed=ALLOWED, example="unpack it, and give its files"
    )


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
