"""What a book says of itself: its package document and its two tables of contents."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree
from lxml.builder import ElementMaker

from digest.exports.epub.chapter import ChapterPlace
from digest.exports.epub.cover import Cover
from digest.exports.imprint import Imprint, legal, noon

_DC = "http://purl.org/dc/elements/1.1/"
_OPF = "http://www.idpf.org/2007/opf"
_NCX = "http://www.daisy.org/z3986/2005/ncx/"
_OPS = "http://www.idpf.org/2007/ops"
_opf = ElementMaker(namespace=_OPF, nsmap={None: _OPF, "dc": _DC})
_dc = ElementMaker(namespace=_DC, nsmap={"dc": _DC})
_ncx = ElementMaker(namespace=_NCX, nsmap={None: _NCX})

# A book must say when it was changed. Where nobody knows, a day before any book of this format.
_NO_DAY = "2000-01-01T12:00:00Z"

_ACCESS = (
    ("schema:accessMode", "textual"),
    ("schema:accessModeSufficient", "textual"),
    ("schema:accessibilityFeature", "tableOfContents"),
    ("schema:accessibilityFeature", "readingOrder"),
    ("schema:accessibilityFeature", "structuralNavigation"),
    ("schema:accessibilityHazard", "none"),
)


def package(
    imprint: Imprint,
    pages: Sequence[ChapterPlace],
    pictures: Sequence[tuple[str, str]],
    identity: str,
    changed: str,
    cover: Cover,
) -> bytes:
    """The package document. ``changed`` is the ISO day of the latest change, maybe empty."""
    items = [
        _item("nav", "nav.xhtml", "application/xhtml+xml", properties="nav"),
        _item("ncx", "toc.ncx", "application/x-dtbncx+xml"),
        _item("style", "style.css", "text/css"),
        _item("cover", cover.name, cover.media, properties="cover-image"),
    ]
    items += [_item(_id(page), page.file, "application/xhtml+xml") for page in pages]
    items += [_item(name.partition(".")[0], name, media) for name, media in pictures]
    spine = _opf.spine({"toc": "ncx"}, *(_opf.itemref(idref=_id(page)) for page in pages))
    root = _opf.package(
        {
            "version": "3.0",
            "unique-identifier": "book",
            "{http://www.w3.org/XML/1998/namespace}lang": imprint.variant.tag,
        },
        _metadata(imprint, identity, changed),
        _opf.manifest(*items),
        spine,
    )
    return _written(root)


def _metadata(imprint: Imprint, identity: str, changed: str) -> etree._Element:
    moment = noon(changed) or _NO_DAY
    texts = [
        _dc.identifier({"id": "book"}, identity),
        _dc.title(legal(imprint.name)),
        _dc.language(imprint.variant.tag),
        _dc.publisher(legal(imprint.name)),
    ]
    texts += [_dc.description(legal(imprint.description))] if imprint.description else []
    texts += [_dc.rights(legal(imprint.rights))] if imprint.rights else []
    texts += [_dc.date(changed)] if noon(changed) else []
    texts += [_dc.source(imprint.home)] if imprint.root else []
    metas = [_opf.meta({"property": "dcterms:modified"}, moment)]
    metas += [_opf.meta({"property": name}, value) for name, value in _ACCESS]
    # As readers of EPUB 2 look for it.
    metas.append(_opf.meta({"name": "cover", "content": "cover"}))
    return _opf.metadata(*texts, *metas)


def navigation(imprint: Imprint, pages: Sequence[ChapterPlace]) -> etree._Element:
    """The table of contents, as the body of a page."""
    root = etree.Element("body", nsmap={"epub": _OPS})
    nav = etree.SubElement(root, "nav", {f"{{{_OPS}}}type": "toc", "id": "toc"})
    etree.SubElement(nav, "h1").text = imprint.labels["contents"]
    listed = etree.SubElement(nav, "ol")
    for page in pages:
        etree.SubElement(etree.SubElement(listed, "li"), "a", href=page.file).text = page.title
    return root


def ncx(imprint: Imprint, pages: Sequence[ChapterPlace], identity: str) -> bytes:
    """The table of contents for readers of EPUB 2."""
    points = [
        _ncx.navPoint(
            {"id": _id(page), "playOrder": str(number)},
            _ncx.navLabel(_ncx.text(page.title)),
            _ncx.content(src=page.file),
        )
        for number, page in enumerate(pages, 1)
    ]
    head = _ncx.head(_ncx.meta(name="dtb:uid", content=identity), _ncx.meta(name="dtb:depth", content="1"))
    root = _ncx.ncx(
        {"version": "2005-1", "{http://www.w3.org/XML/1998/namespace}lang": imprint.variant.tag},
        head,
        _ncx.docTitle(_ncx.text(legal(imprint.name))),
        _ncx.navMap(*points),
    )
    return _written(root)


def _item(name: str, file: str, media: str, **more: str) -> etree._Element:
    return _opf.item({"id": name, "href": file, "media-type": media, **more})


def _id(page: ChapterPlace) -> str:
    return page.file.partition(".")[0]


def _written(root: etree._Element) -> bytes:
    etree.indent(root, " ")
    return etree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"
