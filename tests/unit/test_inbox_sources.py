"""Every kind of source gives its pages; what is broken, too large or outside is named, and the rest goes on."""

import gzip
import io
import json
import zipfile
import zlib

import pytest
import reading
from archive_pages import Remembered, feed, mbox, page, tarred, warc, zipped

from digest.inbox.sources.formats import archives
from digest.inbox.sources.formats.contents import file_pages
from digest.inbox.sources.web import Web

A, B = page("石桥", "石桥必须修。"), page("木桥", "木桥不必修。")


def read(path):
    return reading.read([str(path)], Web(Remembered()))


def written(path, data):
    path.write_bytes(data)
    return path


FILES = {"one/a.html": A, "one/b.html": B, "one/style.css": b"p{}"}
SOURCES = {
    "pages.zip": zipped(FILES),
    "pages.tar.gz": tarred(FILES),
    "crawl.warc.gz": warc({"https://example.org/a.html": A, "https://example.org/b": B}),
    "crawl.wacz": zipped({"archive/data.warc.gz": warc({"https://example.org/a": A, "https://example.org/b": B})}),
    "feed.xml": feed([("甲", A.decode()), ("乙", B.decode())]),
    "feed.json": json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "items": [
                {"title": "甲", "content_html": A.decode(), "url": "https://example.org/a"},
                {"title": "乙", "content_html": B.decode()},
            ],
        }
    ).encode(),
    "news.mbox": mbox([("甲", A.decode()), ("乙", B.decode())]),
    "nested.zip": zipped({"inner.zip": zipped(FILES)}),
}


@pytest.mark.parametrize("name", SOURCES)
def test_every_kind_of_source_gives_its_pages(name, tmp_path):
    pages, unread = read(written(tmp_path / name, SOURCES[name]))
    assert len(pages) == 2 and not unread
    assert all("桥" in each.data.decode() for each in pages)
    assert all(str(tmp_path / name) in each.place for each in pages)


def test_a_folder_gives_all_of_its_files_in_order(tmp_path):
    (tmp_path / "sub").mkdir()
    written(tmp_path / "sub" / "b.html", B)
    written(tmp_path / "a.html.gz", gzip.compress(A))
    written(tmp_path / ".hidden", B)
    pages, unread = read(tmp_path)
    assert [each.name for each in pages] == ["a.html", "b.html"] and pages[0].data == A and not unread


def cut(data):
    return data[: len(data) // 2]


BROKEN = {
    "cut.zip": (cut(SOURCES["pages.zip"]), "zip"),
    "cut.tar.gz": (cut(SOURCES["pages.tar.gz"]), "tar after byte"),
    "cut.warc.gz": (SOURCES["crawl.warc.gz"][:400], "record"),
    "page.html.gz": (cut(gzip.compress(A)), "gzip"),
    "out.zip": (zipped({"../../a.html": A}), "leaves the archive"),
    "out.tar.gz": (tarred({"/etc/a.html": A}), "leaves the archive"),
    "bomb.zip": (zipped({"a.html": b"x" * 30_000_000}), "bomb"),
    "large.tar.gz": (tarred({"a.html": b"x" * 30_000_000}), "30 MB came"),
    "large.html": (b"x" * 21_000_000, "21 MB came"),
    "large.html.gz": (gzip.compress(b"x" * 21_000_000), "more than 20 MB came"),
    "large.warc.gz": (warc({"https://example.org/a": b"x" * 21_000_000}), "more than 20 MB came"),
    "junk.zip": (b"no zip at all", "broken zip"),
    "junk.warc": (b"no archive at all\r\n", "broken record (no record begins here)"),
    "deep.zip": (
        zipped({"1.zip": zipped({"2.zip": zipped({"3.zip": zipped({"4.zip": zipped(FILES)})})})}),
        "archives deep",
    ),
    "empty.xml": (feed([]), "without entries"),
    "page.xml": (A, "HTML came where a feed was named"),
    "page.rss": (b"no feed", "came where a feed was named"),
    "letters.mbox": (b"no letter at all\n", "no message"),
    "whole.warc.gz": (gzip.compress(warc({"https://example.org/a": A}))[:-200], "broken record"),
    "blank.eml": (b"Subject: x\n\n", "without a text"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_read_is_named_and_the_rest_goes_on(name, tmp_path):
    data, said = BROKEN[name]
    written(tmp_path / name, data)
    written(tmp_path / "zz.html", A)
    pages, unread = read(tmp_path)
    assert [each.name for each in pages if each.name == "zz.html"] == ["zz.html"]
    assert [each for each in unread if said in str(each) and name in each.place], unread
    assert all("; allowed: " in str(each) for each in unread)


class Dripping(io.RawIOBase):
    """A stream that gives what has come: a few bytes, however many are asked for."""

    def __init__(self, data):
        self._left = data

    def read(self, size=-1):
        data, self._left = self._left[:7], self._left[7:]
        return data


@pytest.mark.parametrize("name", SOURCES)
def test_a_stream_that_gives_little_at_a_time_is_read_whole(name, tmp_path):
    pages = list(file_pages(str(tmp_path / name), name, Dripping(SOURCES[name])))
    assert [each.data for each in pages] == [each.data for each in read(written(tmp_path / name, SOURCES[name]))[0]]


def test_what_is_not_there_is_named():
    pages, unread = read("no/such/place")
    assert not pages and "nothing is there" in str(unread[0])


def test_answers_that_are_no_pages_are_passed_by(tmp_path):
    data = warc({"https://example.org/a": A}, status="404 Not Found") + warc(
        {"https://example.org/a.png": B}, "image/png"
    )
    assert read(written(tmp_path / "a.warc.gz", data)) == ([], [])


def test_the_depth_of_archives_is_bounded():
    assert archives.DEPTH_MOST < 10 and zipfile.is_zipfile


def test_a_packed_record_whose_first_letter_comes_alone_is_read_whole(tmp_path):
    member = warc({"https://example.org/a.html": A})
    plain = gzip.decompress(member)
    # Packed without saving: the first letter stands in a block of its own.
    pack = zlib.compressobj(0, zlib.DEFLATED, 31)
    data = pack.compress(plain[:1]) + pack.flush(zlib.Z_FULL_FLUSH) + pack.compress(plain[1:]) + pack.flush()
    pages = list(file_pages(str(tmp_path / "a.warc.gz"), "a.warc.gz", Dripping(data)))
    assert [each.data for each in pages] == [A]
