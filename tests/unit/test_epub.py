"""The digest as a book: well-formed chapters, links that hold, bytes that depend on nothing else."""

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from published import imprint, plan, views

from digest.exports.cards.fonts import find_fonts
from digest.exports.epub.archive import archive, packed, stored
from digest.exports.epub.book import epub
from digest.exports.epub.cover import cover
from digest.zh.variants import VARIANTS

ONE = """---
title: '桥</title><script>&'
lang: zh-Hans
author: [陈石]
date: 2020-05-01
source_url: https://example.org/stone?a=1&b=2
rights: 禁止转载
claims:
  - {id: c1, text: 桥要修。}
---
桥要修。<!--c1-->
"""
TWO = ONE.replace("2020-05-01", "2021-06-02").replace("桥</title><script>&", "旧路")
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20
LINKS = (
    '<p id="p1"><span id="c1">桥。</span><a class="dg-mark" href="#claim-c1" data-n="1"></a>'
    '<a href="../two/#c1">句</a><a href="../two/#gone">篇</a><a href="../three/#c1">外</a><a href="#gone">无</a>'
    '<a href="http://a b/">坏</a><a href="https://x.org/é?a[]=%zz#b#c">网</a><a href="javascript:x">坏</a>'
    '<img src="../../../images/a.png" alt="甲"><img src="../../../images/b.png" alt="乙">'
    '<img src="https://x.org/c.png" alt="丙"><a href="/"><img src="https://x.org/d.png" alt="丁"></a></p>'
)
PAGE = {"x": "http://www.w3.org/1999/xhtml"}


PICTURES = {"images/a.png": PNG, "images/b.png": b"<html>"}
SECOND = '<p id="c1">路。</p>'


def made(
    root="https://example.org/d/",
    html=LINKS,
    total=2,
    changed="2021-06-02",
    keep=None,
    second=SECOND,
    pictures=PICTURES,
    **articles,
):
    digest = plan(**(articles or {"two": TWO, "one": ONE}))
    shown = views(digest, "zh-Hant").articles()
    texts = {"one": html, "two": second, "new": "<p>新。</p>"}
    return epub(imprint("zh-Hant", root), shown, texts.get, pictures.get, total, changed, keep)


class Kept(dict):
    """Keeps what it is given, and counts it."""

    def key(self, kind, *parts):
        return repr((kind, parts)).encode()

    def put(self, key, value):
        self[key] = value


def opened(book):
    return zipfile.ZipFile(io.BytesIO(book))


def page(book, name):
    return etree.fromstring(opened(book).read(f"book/{name}"))


def links(root):
    return {
        "".join(link.itertext()): link.get("href")
        for link in root.xpath("//x:div[@class='text']//x:a", namespaces=PAGE)
    }


def test_the_archive_begins_with_its_type_and_names_all_its_files():
    archive = opened(made())
    first = archive.infolist()[0]
    assert (first.filename, first.compress_type, archive.read(first)) == (
        "mimetype",
        zipfile.ZIP_STORED,
        b"application/epub+zip",
    )
    assert first.extra == b""
    package = etree.fromstring(archive.read("book/package.opf"))
    named = {item.get("href") for item in package.iter("{*}item")}
    assert {f"book/{name}" for name in named} | {"mimetype", "META-INF/container.xml", "book/package.opf"} == set(
        archive.namelist()
    )
    ids = [item.get("id") for item in package.iter("{*}item")]
    assert [each.get("idref") for each in package.iter("{*}itemref")] == ["title", "article-1", "article-2"]
    assert len(ids) == len(set(ids)) and package.findtext(".//{*}language") == "zh-Hant"
    assert package.xpath("//*[@property='dcterms:modified']/text()") == ["2021-06-02T12:00:00Z"]


def test_a_chapter_is_the_article_in_its_script():
    root = page(made(), "article-2.xhtml")
    assert root.findtext(".//{*}h1") == "橋</title><script>&"
    said = "".join(root.itertext())
    assert "陳石" in said and "禁止轉載" in said and "https://example.org/stone?a=1&b=2" in said
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == root.get("lang") == "zh-Hant"


def test_links_lead_into_the_book_to_the_web_or_nowhere():
    found = links(page(made(), "article-2.xhtml"))
    assert found == {
        "1": "#claim-c1",
        "句": "article-1.xhtml#c1",
        "篇": "article-1.xhtml",
        "外": "https://example.org/d/zh-hant/articles/three/#c1",
        "网": "https://x.org/%C3%A9?a%5B%5D=%25zz#b%23c",
        "丙": "https://x.org/c.png",
        "丁": "https://example.org/",
    }


def test_a_book_of_a_site_without_address_names_none():
    book = made(root="")
    found = links(page(book, "article-2.xhtml"))
    assert "外" not in found and found["句"] == "article-1.xhtml#c1"
    assert not any(b"site.invalid" in opened(book).read(name) for name in opened(book).namelist())


def test_pictures_are_in_the_book_or_said_in_words():
    root = page(made(), "article-2.xhtml")
    assert [image.get("src") for image in root.iter("{*}img")] == ["picture-1.png"]
    assert opened(made()).read("book/picture-1.png") == PNG
    assert "乙" in "".join(root.itertext())


def test_every_fragment_is_there():
    book = made()
    for name in ("article-1.xhtml", "article-2.xhtml"):
        for link in page(book, name).iter("{*}a"):
            file, _, anchor = link.get("href").partition("#")
            if anchor and "://" not in file:
                assert page(book, file or name).xpath("//*[@id=$id]", id=anchor)


def test_the_same_digest_gives_the_same_bytes():
    assert made() == made()


@pytest.mark.parametrize(("total", "said"), [(2, "全書收文章 2 篇。"), (9, "文摘共有 9 篇文章，這本書收最新的 2 篇。")])
def test_the_title_page_says_how_much_of_the_digest_is_in_it(total, said):
    assert said in "".join(page(made(total=total), "title.xhtml").itertext())


@pytest.mark.parametrize("changed", ["", "May"])
def test_a_book_of_which_nobody_knows_the_day_says_none(changed):
    package = opened(made(changed=changed)).read("book/package.opf")
    assert b"2000-01-01T12:00:00Z" in package and b"dc:date" not in package


NEXT = {
    "nothing changed": ({}, 0),
    "the text of one changed": ({"html": LINKS + "<p>又一句。</p>"}, 1),
    "a linked sentence went": ({"second": "<p>路。</p>"}, 2),
    "a picture went": ({"pictures": {}}, 1),
    "a file became a picture": ({"pictures": {**PICTURES, "images/b.png": PNG}}, 1),
    "a picture changed": ({"pictures": {"images/a.png": PNG + b"1"}}, 0),
    "an article came before the others": ({"new": ONE.replace("2020-05-01", "2022-01-01"), "two": TWO, "one": ONE}, 2),
    "the linked article went": ({"one": ONE}, 1),
    "the site moved": ({"root": "https://example.org/e/"}, 2),
}


@pytest.mark.parametrize("change", NEXT)
def test_a_chapter_is_made_anew_only_where_it_would_be_another(change):
    keep, (changed, remade) = Kept(), NEXT[change]
    made(keep=keep)
    assert len(keep) == 2
    before = dict(keep)
    assert made(keep=keep, **changed) == made(**changed)
    assert sum(value != before.get(key) for key, value in keep.items()) == remade


def test_an_archive_is_as_the_standard_library_writes_it():
    files = [("mimetype", "甲".encode(), False), ("book/a.xhtml", b"a" * 5000, True), ("book/empty", b"", True)]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as standard:
        for name, content, deflated in files:
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            standard.writestr(entry, content, zipfile.ZIP_DEFLATED if deflated else zipfile.ZIP_STORED)
    assert (
        archive([(name, (packed if deflated else stored)(content)) for name, content, deflated in files])
        == out.getvalue()
    )


def test_the_cover_is_a_picture_of_points_where_a_font_is_at_hand():
    fonts = find_fonts(VARIANTS["zh-Hant"], str(Path(__file__).parent / "fonts" / "bars.ttf"))
    own = imprint("zh-Hant", "https://example.org/d/")
    painted, drawn = cover(own, fonts), cover(own)
    assert (painted.name, drawn.name) == ("cover.png", "cover.svg")
    assert painted.content.startswith(b"\x89PNG") and drawn.content.startswith(b"<?xml")
    assert painted.content == cover(own, fonts).content
    shown = views(plan(one=ONE), "zh-Hant").articles()
    book = zipfile.ZipFile(io.BytesIO(epub(own, shown, {"one": LINKS}.get, PICTURES.get, 1, fonts=fonts)))
    assert book.read("book/cover.png") == painted.content
    assert b'href="cover.png" media-type="image/png" properties="cover-image"' in book.read("book/package.opf")
