"""A variant's feed: what RFC 4287 asks of it, and what of an article it names."""

from lxml import etree
from published import imprint, plan, views

from digest.exports.feed import feed
from digest.exports.imprint import noon

HOSTILE = '---\ntitle: "桥</title><script>&\\u000b"\nlang: zh-Hans\ndate: 2020-05-01\nauthor: [陈石]\nrights: 禁止转载\nsource_url: https://a.org/[x]?a=1&b=%zz#c#d\nsummary: "<img src=x onerror=alert(1)>头发"\ntags: [桥]\n---\n正文。\n'
UNDATED = "---\ntitle: 旧路\nlang: zh-Hans\n---\n正文。\n"
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def made(tag="zh-Hant", **articles):
    digest = plan(**articles)
    days = [
        (views(digest, tag).article(slug), article.date or "2022-02-02") for slug, article in digest.articles.items()
    ]
    return etree.fromstring(feed(imprint(tag), days))


def texts(root, path):
    return root.xpath(path, namespaces=ATOM)


def test_an_article_is_an_entry_in_its_variants_script():
    root = made(bridge=HOSTILE)
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "zh-Hant"
    assert texts(root, "a:entry/a:title/text()") == ["橋</title><script>&"]
    assert texts(root, "a:entry/a:summary/text()") == ["<img src=x onerror=alert(1)>頭髮"]
    assert texts(root, "a:entry/a:id/text()") == ["https://example.org/d/zh-hant/articles/bridge/"]
    assert texts(root, "a:entry/a:updated/text() | a:updated/text()") == ["2020-05-01T12:00:00Z"] * 2
    assert texts(root, "a:entry/a:author/a:name/text()") == ["陳石"]
    assert texts(root, "a:entry/a:link[@rel='via']/@href") == ["https://a.org/%5Bx%5D?a=1&b=%25zz#c%23d"]
    assert texts(root, "a:entry/a:link[@rel='alternate']/@hreflang") == ["zh-Hant", "zh-Hans"]


def test_the_feed_has_what_the_standard_asks():
    root = made(bridge=HOSTILE)
    for element in (root, texts(root, "a:entry")[0]):
        assert [len(texts(element, f"a:{name}")) for name in ("id", "title", "updated")] == [1, 1, 1]
        alternates = [(link.get("type"), link.get("hreflang")) for link in texts(element, "a:link[@rel='alternate']")]
        assert len(alternates) == len(set(alternates))
    assert texts(root, "a:link[@rel='self']/@href") == ["https://example.org/d/zh-hant/feed.xml"]
    assert texts(root, "a:author/a:name/text()") == ["石桥文摘 <一>"]


def test_an_article_without_a_date_says_when_it_changed_and_not_when_it_was_published():
    root = made(road=UNDATED, bridge=HOSTILE)
    assert texts(root, "a:entry/a:updated/text()") == ["2022-02-02T12:00:00Z", "2020-05-01T12:00:00Z"]
    assert texts(root, "a:entry/a:published/text()") == ["2020-05-01T12:00:00Z"]
    assert texts(root, "a:updated/text()") == ["2022-02-02T12:00:00Z"]


def test_a_day_stays_that_day():
    assert noon("2020-05-01") == "2020-05-01T12:00:00Z"
    assert noon("") == noon("2020-13-01") == noon("May") == ""
