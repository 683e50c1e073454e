"""DOCX and EPUB to HTML. A document's own properties give title, author and day.

DOCX is read by mammoth. The one EPUB library in use is under a licence that this project cannot take in; a book is a
ZIP archive of XHTML files in an order that one XML file gives, so it is read here.
"""

from __future__ import annotations

import html
import io
import posixpath
import re
import zipfile
from typing import TYPE_CHECKING
from urllib.parse import unquote

from convert.errors import ConvertError
from convert.formats.charset import decode
from convert.formats.feed import local_name, xml_root
from convert.page import Hint

if TYPE_CHECKING:
    from lxml import etree

Page = tuple[str, tuple[Hint, ...]]
# Word's own heads for a title: without this they would be paragraphs.
STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => p.subtitle:fresh"

# What an office calls a document that nobody gave a name.
UNNAMED = re.compile(
    r"(?:新建|新增)?(?:microsoft)?(?:office)?(?:word|wps|writer|文字)?(?:文档|文檔|文件|文稿|document)\d{0,4}"
    r"|无标题.*|無標題.*|untitled.*|word",
    re.I,
)


def read_docx(archive: zipfile.ZipFile, data: bytes) -> Page:
    """The HTML of a Word document and its properties.

    Raises:
        ConvertError: it is no document that can be read.
    """
    # Loading it takes a fifth of a second, and hardly any page is a document.
    import mammoth

    try:
        found = mammoth.convert_to_html(io.BytesIO(data), style_map=STYLES)
    except Exception as error:  # it raises whatever its XML reader meets
        raise ConvertError(f"the document cannot be read ({error})", allowed="a DOCX file as Word saves it") from error
    properties = _properties(archive, "docProps/core.xml")
    if UNNAMED.fullmatch("".join(properties.get("title", "").split())):
        properties.pop("title")
    text = (
        f"<html><head><title>{html.escape(properties.get('title', ''))}</title></head><body>{found.value}</body></html>"
    )
    return text, _hints(properties)


def read_epub(archive: zipfile.ZipFile) -> Page:
    """The HTML of a book: its chapters one after the other."""
    container = _xml(archive, "META-INF/container.xml")
    package_name = next((e.get("full-path") or "" for e in container.iter() if local_name(e) == "rootfile"), "")
    package = _xml(archive, package_name)
    items = {e.get("id"): e for e in package.iter() if local_name(e) == "item"}
    chapters = []
    for reference in package.iter():
        item = items.get(reference.get("idref")) if local_name(reference) == "itemref" else None
        if item is not None and "html" in (item.get("media-type") or "") and item.get("properties") != "nav":
            place = posixpath.normpath(posixpath.join(posixpath.dirname(package_name), unquote(item.get("href") or "")))
            chapters.append(_body(decode(archive.read(place))))
    properties = {
        local_name(e): (e.text or "").strip() for e in package.iter() if local_name(e) in ("title", "creator", "date")
    }
    title = html.escape(properties.get("title", ""))
    return f"<html><head><title>{title}</title></head><body>{''.join(chapters)}</body></html>", _hints(properties)


def _body(text: str) -> str:
    start, end = text.lower().find("<body"), text.lower().rfind("</body>")
    start = text.find(">", start) + 1 if start >= 0 else 0
    return text[start : end if end >= 0 else len(text)]


def _properties(archive: zipfile.ZipFile, name: str) -> dict[str, str]:
    if name not in archive.namelist():
        return {}
    return {local_name(e): (e.text or "").strip() for e in _xml(archive, name)}


def _hints(properties: dict[str, str]) -> tuple[Hint, ...]:
    keys = {"title": "title", "creator": "author", "date": "date", "created": "date", "publisher": "site"}
    return tuple(Hint(key, properties[name], "file") for name, key in keys.items() if properties.get(name))


def _xml(archive: zipfile.ZipFile, name: str) -> etree._Element:
    root = xml_root(archive.read(name))
    if root is None:
        raise ConvertError(f"{name} in the file holds nothing", allowed="a whole DOCX or EPUB file")
    return root
