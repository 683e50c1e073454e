"""The formats that people save pages in: each gives the article of the page itself, or says what it is."""

import email.message
import gzip
import io
import json
import plistlib
import zipfile

import pytest

from convert.errors import ConvertError
from convert.formats.unpack import unpack
from convert.pipeline import convert, convert_file

TITLE = "灯塔下面的修船铺"
PROSE = [
    "修船铺开在灯塔下面的石阶旁边，门口挂着两盏旧灯，涨潮的时候海水会漫到第三级台阶上来。",
    "老板年轻时跑过远洋，后来腿受了伤，就留在岸上替别人补船底，一补就是三十多个年头。",
    "他说木船怕的不是风浪，而是太阳，晒得久了木板会裂开，再好的桐油也只能多撑两个夏天。",
]
BODY = "".join(f"<p>{text}</p>" for text in PROSE)
PAGE = (
    f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{TITLE}_海边网</title></head><body>"
    f"<h1>{TITLE}</h1><div>2022-05-06 作者：周远</div><div class='c'>{BODY}</div></body></html>"
)
ADDRESS = "https://news.example.com/a/1.html"


def mail(kind="related", charset="utf-8", cte="quoted-printable", **headers):
    message = email.message.EmailMessage()
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content("请用支持网页的程序打开。")
    message.add_alternative(PAGE.replace("utf-8", charset), subtype="html", charset=charset, cte=cte)
    return bytes(message)


def mhtml(newline=b"\r\n"):
    import quopri

    head = [
        "From: <Saved by Blink>",
        f"Snapshot-Content-Location: {ADDRESS}",
        "Subject: =?utf-8?Q?x?=",
        "Date: Mon, 9 May 2022 02:11:12 -0000",
        "MIME-Version: 1.0",
        'Content-Type: multipart/related; type="text/html"; boundary="----B"',
        "",
        "------B",
        "Content-Type: text/html",
        "Content-Transfer-Encoding: quoted-printable",
        f"Content-Location: {ADDRESS}",
        "",
    ]
    body = quopri.encodestring(PAGE.encode())
    parts = [line.encode() for line in head] + [
        body,
        b"------B",
        b"Content-Type: text/css",
        b"",
        b"a{}",
        b"------B--",
        b"",
    ]
    return newline.join(parts)


def web_archive():
    main = {"WebResourceData": PAGE.encode(), "WebResourceURL": ADDRESS, "WebResourceMIMEType": "text/html"}
    return plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)


def zipped(files):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return held.getvalue()


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx():
    runs = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in [f"{TITLE}", "作者：周远 2022-05-06", *PROSE])
    return zipped(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
            "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{runs}</w:body></w:document>',
            "docProps/core.xml": '<c:coreProperties xmlns:c="x" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{TITLE}</dc:title></c:coreProperties>",
        }
    )


def epub():
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container><rootfiles><rootfile full-path="O/p.opf"/></rootfiles></container>',
            "O/p.opf": f'<package xmlns:dc="d"><metadata><dc:title>{TITLE}</dc:title><dc:creator>周远</dc:creator>'
            "<dc:date>2022-05-06</dc:date></metadata><manifest><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/>"
            "<item id='n' href='n.xhtml' properties='nav' media-type='application/xhtml+xml'/></manifest>"
            "<spine><itemref idref='n'/><itemref idref='a'/></spine></package>",
            "O/a.xhtml": f"<html><body><h1>{TITLE}</h1>{BODY}</body></html>",
            "O/n.xhtml": "<html><body><ol><li>目录</li></ol></body></html>",
        }
    )


FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "海边网",
    "items": [
        {
            "id": "1",
            "title": TITLE,
            "url": ADDRESS,
            "content_html": BODY,
            "date_published": "2022-05-06T08:00:00+08:00",
            "authors": [{"name": "周远"}],
        }
    ],
}
POST = {
    "title": {"rendered": TITLE},
    "content": {"rendered": BODY},
    "date": "2022-05-06T08:00:00",
    "author": "周远",
    "link": ADDRESS,
}
MARKDOWN = "\n\n".join(PROSE)
ENEX = (
    f"<?xml version='1.0'?><!DOCTYPE en-export SYSTEM 'x.dtd'><en-export><note><title>{TITLE}</title><content><![CDATA[<?xml version='1.0'?>"
    f"<!DOCTYPE en-note SYSTEM 'x'><en-note>{BODY}</en-note>]]></content><created>20220506T080000Z</created>"
    f"<note-attributes><author>周远</author><source-url>{ADDRESS}</source-url></note-attributes></note></en-export>"
)
SAVED = {
    "html": PAGE.encode(),
    "gzip": gzip.compress(PAGE.encode()),
    "mhtml": mhtml(),
    "mhtml, unix line ends": mhtml(b"\n"),
    "mail": mail(Subject=TITLE, From="周远 <z@example.com>", Date="Fri, 06 May 2022 08:00:00 +0800"),
    "mail, base64": mail(cte="base64", Subject=TITLE),
    "mail, gb18030": mail(charset="gb18030", cte="base64", Subject=TITLE),
    "web archive": web_archive(),
    "json feed": json.dumps(FEED).encode(),
    "json feed, one entry": json.dumps(FEED["items"][0], ensure_ascii=False).encode(),
    "wordpress": json.dumps(POST).encode(),
    "docx": docx(),
    "epub": epub(),
    "evernote": ENEX.encode(),
    "singlefile": PAGE.replace("<head>", f"<!--\n Page saved with SingleFile \n url: {ADDRESS} \n--><head>").encode(),
    "complete page": PAGE.replace("<html>", f"<!-- saved from url=(0033){ADDRESS} --><html>").encode(),
    "reader view": (
        f"<html><head><title>{TITLE}</title></head><body><div class='container'><div class='header reader-header'>"
        f"<a class='domain reader-domain' href='{ADDRESS}'>news.example.com</a><h1 class='reader-title'>{TITLE}</h1>"
        f"<div class='credits reader-credits'>周远</div></div><div class='content'><div class='moz-reader-content'>{BODY}</div></div></div></body></html>"
    ).encode(),
    "joplin": f"{TITLE}\n\n{MARKDOWN}\n\nid: {'8c1f' * 8}\nparent_id: 1\nsource_url: {ADDRESS}\ntype_: 1".encode(),
    "simpread": f"> 本文由 [简悦 SimpRead](http://ksria.com/simpread/) 转码， 原文地址 [news]({ADDRESS})\n\n# {TITLE}\n\n{MARKDOWN}".encode(),
    "obsidian": f"---\ntitle: {TITLE}\nsource: {ADDRESS}\nauthor:\n  - '[[周远]]'\npublished: 2022-05-06\ncreated: 2026-01-01\n---\n{MARKDOWN}".encode(),
    "indented dump": f"---\ntitle: {TITLE}\nlink: {ADDRESS}\n---\n\n        {BODY}\n        <script>a['b'](c);</script>\n".encode(),
}
WITH_ADDRESS = [
    *(
        "mhtml",
        "mhtml, unix line ends",
        "json feed, one entry",
        "web archive",
        "json feed",
        "wordpress",
        "evernote",
        "singlefile",
        "complete page",
        "reader view",
    ),
    *("joplin", "simpread", "obsidian", "indented dump"),
]


@pytest.mark.parametrize("kind", SAVED)
def test_the_article_comes_out(kind):
    article = convert_file(SAVED[kind], f"seeds/{kind}")
    body = article.markdown.split("---\n", 2)[2].strip()
    assert body.split("\n\n") == PROSE
    assert article.metadata.title == TITLE
    assert article.metadata.date in ("2022-05-06", "") and article.metadata.author in ((), ("周远",))
    assert (article.metadata.source_url == ADDRESS) == (kind in WITH_ADDRESS)


@pytest.mark.parametrize("kind", ["mhtml", "mail", "epub", "json feed", "wordpress", "obsidian", "docx", "web archive"])
def test_author_and_day_come_along(kind):
    article = convert_file(SAVED[kind], f"seeds/{kind}")
    assert (article.metadata.author, article.metadata.date) == (("周远",), "2022-05-06")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"{\\rtf1\\ansi x}", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Office"),
        (b"\xef\xbb\xbf%PDF-1.7\n", "a PDF"),
        (b"\x89PNG\r\n", "picture"),
        (b"BM6\x10\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0", "BMP"),
        (b"II*\0\x08\0\0\0", "TIFF"),
        (b"MM\0*\0\0\0\x08", "TIFF"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC"),
        (b"\0\0\0\x1cftypmif1\0\0\0\0", "HEIC"),
        (b"\0\0\0\x1cftypavif\0\0\0\0", "AVIF"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0", "video or a sound"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "WebP"),
        (b"Name of a book".ljust(32, b"\0") + bytes(28) + b"BOOKMOBI", "Kindle"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "x"}), "spreadsheet"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "x"}), "ODT"),
        (zipped({"ppt/presentation.xml": "x"}), "presentation"),
        (zipped({"xl/workbook.xml": "x"}), "spreadsheet"),
        (zipped({"a.txt": "x"}), "archive"),
        (zipped({"word/document.xml": "<x"}), "the document cannot be read"),
        (b"PK\x03\x04broken", "damaged"),
        (gzip.compress(PAGE.encode())[:40], "empty"),
        (b"\x1f\x8bbroken", "damaged"),
        (b"bplist00broken", "property list"),
        (json.dumps({**FEED, "items": FEED["items"] * 2}).encode(), "2 entries"),
        (b'{"a": 1}', "without an article"),
    ],
)
def test_what_holds_no_page_is_refused_by_name_with_advice(data, name):
    with pytest.raises(ConvertError, match=name) as fault:
        convert_file(data, "seeds/x")
    assert fault.value.allowed


@pytest.mark.parametrize("word", ["BMI", "II*", "MM", "ID3", "RIFF", "GIF", "ftyp"])
def test_a_text_that_begins_as_a_file_does_is_a_text(word):
    assert convert_file(
        f"{word} 是什么\n\n{word} 说的是什么，{'桥头的人都知道，河边的人也都知道。' * 6}".encode(), "x"
    ).kept


@pytest.mark.parametrize("head", [b"", b"\xef\xbb\xbf", b"\n"])
def test_a_web_archive_that_is_written_out_is_read_as_one(head):
    values = {"WebMainResource": {"WebResourceData": PAGE.encode(), "WebResourceURL": ADDRESS}}
    written = plistlib.dumps(values)
    article = convert_file(written if not head.strip() else head + written, "x")
    assert article.metadata.source_url == ADDRESS


EMPTY = [zipped({"META-INF/container.xml": text, "O/p.opf": text}) for text in ("", " \n ", "x", "<")]


@pytest.mark.parametrize("kind", ["epub", "docx"])
def test_a_damaged_document_is_read_or_refused_in_words(kind):
    data = SAVED[kind]
    # The places and sizes in an archive stand at its end and before each file.
    places = [*range(4, 80), *range(len(data) - 160, len(data))]
    for damaged in [*EMPTY, *(data[:place] + b"\xff" + data[place + 1 :] for place in places)]:
        try:
            assert convert_file(damaged, "seeds/x").metadata.title
        except ConvertError as fault:
            assert str(fault)


def test_a_book_whose_prefix_nobody_declares_keeps_its_title():
    with zipfile.ZipFile(io.BytesIO(epub())) as book:
        files = {name: book.read(name).decode().replace(' xmlns:dc="d"', "") for name in book.namelist()}
    assert convert_file(zipped(files), "seeds/x").metadata.title == TITLE


def test_a_file_that_unpacks_to_gigabytes_is_refused():
    with pytest.raises(ConvertError, match="more than 64 MiB"):
        unpack(gzip.compress(b"a" * (65 * 1024 * 1024)))


def test_reviewers_comments_and_redirected_links_are_not_text():
    note = '<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>'
    link = '<a href="https://www.google.com/url?q=https://e.example/x&amp;sa=D&amp;source=editors">桐油</a>'
    body = BODY.replace("第三级", f"第三级{note}").replace("桐油", link)
    html = (
        f"<html><head><style>.c1{{font-weight:700}}</style></head><body class='doc-content'><p class='title'>{TITLE}</p>"
        f"<p><span class='c1'>重点写在前面，</span><span>其余写在后面。</span></p>{body}"
        '<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>请核对一下</span></p></div></body></html>'
    )
    article = convert_file(html.encode(), "seeds/x.html")
    assert "[桐油](https://e.example/x)" in article.markdown and "**重点写在前面**" in article.markdown
    assert "请核对" not in article.markdown and "[a]" not in article.markdown
    assert {"reviewer's comment"} <= {removed.reason for removed in article.removed}


@pytest.mark.parametrize(
    "head", ["", "<title>桥怎样修</title>", '<meta name="author" content="王小明"><title>桥怎样修</title>', "<head>"]
)
@pytest.mark.parametrize(
    "opens", ["<article>", "<main>", "<main><article>", "<section>", "<header>题</header><article>", "<x-page>"]
)
def test_a_page_that_names_neither_head_nor_body_is_read_whole(head, opens):
    said = [f"村口的石桥是三十年前修起来的，那时候全村每一户都出了一个劳力，这是第{n}段。" for n in "一二三四"]
    body = convert(f"<!doctype html>{head}{opens}{''.join(f'<p>{text}</p>' for text in said)}", "seeds/a.html").markdown
    assert all(text in body for text in said)


BELOW = {
    "signature": ["-- ", "周远", "江边周记 主编", "z@example.com | 000-0000"],
    "list": ["_" * 47, "chat mailing list", "chat@lists.example.org", "https://lists.example.org/chat"],
    "program": ["发自我的iPhone"],
    "program in English": ["", "Sent from my phone"],
    "answered": [
        "在 2022年5月1日，10:00，读者 <r@example.org> 写道：",
        "> 上次那篇什么时候写完？",
        ">",
        "> 大家都在等。",
    ],
    "answered above a signature": ["On May 1, 2022, R wrote:", "> 都在等。", "", "--", "周远"],
}


@pytest.mark.parametrize("below", BELOW.values(), ids=BELOW)
def test_what_stands_below_a_mail_is_none_of_its_text(below):
    text = [
        "桥头的人都知道，河边的人也都知道，只有船上的人还不知道，桥已经拆了。",
        "> 桥拆了。",
        *["船上的人后来也知道了。" * 6] * 2,
    ]
    message = email.message.EmailMessage()
    message["Subject"], message["From"] = "Re: [chat] 桥已经拆了", "周远 <z@example.com>"
    message.set_content("\n\n".join(text) + "\n\n" + "\n".join(below) + "\n")
    article = convert_file(message.as_bytes(), "x")
    said = article.markdown.split("\n---\n")[1]
    assert article.metadata.title == "桥已经拆了" and "桥拆了。" in said
    assert not [line for line in below if line.strip("> -") and line.strip("> ") in said]
