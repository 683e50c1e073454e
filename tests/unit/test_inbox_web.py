"""Feeds and pages at addresses: robots.txt is kept to, nothing is sent twice, a fault costs that address only."""

import gzip
import json

import pytest
import reading
from archive_pages import Remembered, Site, feed, mbox, page, tarred, warc, zipped

from digest.inbox.sources.meter import Meter
from digest.inbox.sources.places import parts_of
from digest.inbox.sources.raw_page import RawPage
from digest.inbox.sources.robots import PAUSE, PAUSE_MOST
from digest.inbox.sources.web import Web
from digest.plan.feed_list import read_feeds

A, B = page("石桥", "石桥必须修。"), page("木桥", "木桥不必修。")
FULL = feed([("甲", A.decode()), ("乙", B.decode())])


@pytest.fixture
def site():
    made = Site({})
    yield made
    made.close()


class Run:
    """One run after another over the same remembered answers."""

    def __init__(self, seconds=5.0):
        self.remembered, self.slept, self.seconds = Remembered(), [], seconds

    def __call__(self, *sources, feeds=()):
        return reading.read(sources, Web(self.remembered, self.seconds, self.slept.append), feeds)


def opml(*addresses):
    outlines = "".join(f'<outline xmlUrl="{each}"/>' for each in addresses)
    return f"<opml><body>{outlines}</body></opml>".encode()


def test_a_feed_gives_its_entries_and_is_not_sent_again_where_it_did_not_change(site):
    site.files = {"/feed": FULL}
    run = Run()
    first, _ = run(f"{site.address}/feed")
    assert [each.address for each in first] == ["https://example.org/0", "https://example.org/1"]
    second, _ = run(f"{site.address}/feed")
    assert [each.data for each in second] == [each.data for each in first]
    assert "If-None-Match" not in site.asked[1][1] and site.asked[-1][1]["If-None-Match"]
    site.files["/feed"] = feed([("丙", A.decode())])
    assert len(run(f"{site.address}/feed")[0]) == 1


def test_an_entry_that_only_begins_its_article_is_followed_once(site):
    item = f"<item><title>甲</title><link>{site.address}/a.html</link><description>开头一句。</description></item>"
    site.files = {"/feed": f"<rss version='2.0'><channel>{item}</channel></rss>".encode(), "/a.html": A}
    run = Run()
    for _ in range(2):
        pages, unread = run(f"{site.address}/feed")
        assert [each.data for each in pages] == [A] and not unread
    assert site.paths().count("/a.html") == 1


def test_what_robots_txt_forbids_is_not_asked_for(site):
    site.files = {"/robots.txt": b"User-agent: *\nDisallow: /private/*\n", "/feed": FULL, "/private/feed": FULL}
    pages, unread = Run()(f"{site.address}/feed", f"{site.address}/private/feed", f"{site.address}/private/x.zip")
    assert len(pages) == 2 and len(unread) == 2
    assert all("robots.txt forbids it" in str(each) and each.place.startswith("http") for each in unread)
    assert site.paths() == ["/robots.txt", "/feed"]


def test_the_pause_that_a_site_asks_for_is_made(site):
    site.files = {"/robots.txt": b"User-agent: *\nCrawl-delay: 7\n", "/a": A, "/b": B}
    run = Run()
    run(f"{site.address}/a", f"{site.address}/b")
    assert [round(each) for each in run.slept] == [7, 7] and PAUSE < 7 < PAUSE_MOST


def test_a_site_whose_robots_txt_is_at_fault_is_left_alone(site):
    site.files = {"/robots.txt": 503, "/feed": FULL}
    pages, unread = Run()(f"{site.address}/feed")
    assert not pages and "503" in str(unread[0]) and site.paths() == ["/robots.txt"]


def test_a_site_that_hangs_is_named_and_the_rest_goes_on(site, tmp_path):
    site.files = {"/slow": None, "/feed": FULL}
    pages, unread = Run(seconds=0.5)(f"{site.address}/slow", f"{site.address}/feed")
    assert len(pages) == 2 and len(unread) == 1
    assert "/slow" in unread[0].place and "0.5 seconds" in str(unread[0])


def test_an_archive_at_an_address_that_hangs_is_named(site):
    site.files = {"/crawl.warc.gz": None, "/feed": FULL}
    pages, unread = Run(seconds=0.5)(
        f"{site.address}/crawl.warc.gz", f"{site.address}/none.zip", f"{site.address}/feed"
    )
    assert len(pages) == 2 and [each.place.rpartition("/")[2] for each in unread] == ["crawl.warc.gz", "none.zip"]
    assert "does not answer" in str(unread[0]) and "nothing is there" in str(unread[1])


@pytest.mark.parametrize("path", ["/feed.xml", "/listed"])
def test_a_page_where_a_feed_was_named_is_a_fault(site, path):
    site.files = {path: A, "/feed": FULL}
    sources = [f"{site.address}{path}"] if path.endswith(".xml") else []
    pages, unread = Run()(*sources, feeds=[f"{site.address}{path}"] * (not sources) + [f"{site.address}/feed"])
    assert len(pages) == 2 and [each.place for each in unread] == [f"{site.address}{path}"]
    assert "HTML came where a feed was named" in str(unread[0])


def test_a_list_of_feeds_is_followed_at_an_address_and_in_a_file_that_was_named(site, tmp_path):
    site.files = {"/feed": FULL, "/list": opml(f"{site.address}/feed", f"{site.address}/gone")}
    (tmp_path / "feeds.opml").write_bytes(site.files["/list"])
    for source in (f"{site.address}/list", str(tmp_path / "feeds.opml")):
        pages, unread = Run()(source)
        assert len(pages) == 2 and [each.place for each in unread] == [f"{site.address}/gone"]
    # Nobody named a list that merely lies among pages.
    pages, unread = Run()(str(tmp_path))
    assert not pages and "a list of feeds among pages" in str(unread[0])


def test_lists_in_a_circle_end(site):
    site.files = {"/list": opml(f"{site.address}/list")}
    pages, unread = Run()(f"{site.address}/list")
    assert not pages and "lists deep" in str(unread[0])


def test_a_json_feed_at_an_address_is_read(site):
    items = [{"id": "1", "title": "甲", "content_html": A.decode(), "url": "https://example.org/1"}]
    site.files = {"/feed": json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}).encode()}
    assert len(Run()(f"{site.address}/feed")[0]) == 1


@pytest.mark.parametrize("gives_parts", [True, False])
@pytest.mark.parametrize("name", ["crawl.warc.gz", "plain.warc", "pages.zip", "pages.tar.gz", "news.mbox"])
def test_an_archive_at_an_address_is_read_where_it_lies(site, name, gives_parts):
    files = {f"https://example.org/{number}.html": page(f"桥{number}", "句。" * number) for number in range(40)}
    names = {address.rpartition("/")[2]: data for address, data in files.items()}
    site.files = {
        f"/{name}": {
            "crawl.warc.gz": lambda: warc(files),
            "plain.warc": lambda: gzip.decompress(warc(files)),
            "pages.zip": lambda: zipped(names),
            "pages.tar.gz": lambda: tarred(names),
            "news.mbox": lambda: mbox([(each, data.decode()) for each, data in names.items()]),
        }[name]()
    }
    site.gives_parts = gives_parts
    pages, unread = Run()(f"{site.address}/{name}")
    assert len({each.place for each in pages}) == 40 and not unread
    parts = list(parts_of([f"{site.address}/{name}"], Web(Remembered(), 5.0), Meter()))
    are_parts = [not isinstance(each, RawPage) for each in parts]
    assert all(are_parts) if gives_parts and name != "pages.tar.gz" else not any(are_parts)


FEEDS = {
    "- https://example.org/a.xml\n- https://example.org/b.xml\n": (2, []),
    "": (0, []),
    "# 还没有\n": (0, []),
    "- example.org\n- https://example.org/b.xml\n": (1, ["feeds-form 1"]),
    "- https://example.org/b.xml\n- https://example.org/b.xml\n": (1, ["feeds-doubled 2"]),
    "a: b\n": (0, ["feeds-yaml 1"]),
    "- [\n": (0, ["feeds-yaml 1"]),
    "- file:///etc/passwd\n": (0, ["feeds-form 1"]),
}


@pytest.mark.parametrize("text", FEEDS)
def test_the_list_of_feeds_says_what_is_wrong_with_it(text):
    addresses, found = read_feeds("docs/feeds.yml", text)
    wanted = FEEDS[text]
    assert len(addresses) == wanted[0] and [f"{each.code} {each.line}" for each in found] == wanted[1]
    assert all(each.allowed and each.example for each in found)
