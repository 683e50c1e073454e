"""What other programs read: feeds and the heads of pages."""

import json
import shutil

import pytest
from bs4 import BeautifulSoup
from building import FIXTURE, built
from lxml import etree

ADDRESS = "https://example.org/bridges"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
TREES = ["zh-hans", "zh-hant"]


def head(path):
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").head


def properties(found):
    return [(tag.get("property") or tag["name"], tag["content"]) for tag in found.select("meta[property], meta[name^=twitter]")]


@pytest.fixture(scope="module")
def without_address(tmp_path_factory):
    """The fixture's site built without an address."""
    project = shutil.copytree(FIXTURE, tmp_path_factory.mktemp("bare") / "project")
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(config.replace("site_url: https://example.org/bridges/\n", ""), encoding="utf-8")
    return built(project, project.parent / "site")


@pytest.mark.parametrize(("tree", "title"), [("zh-hans", '石桥"要修"<b>吗</b>'), ("zh-hant", '石橋"要修"<b>嗎</b>')])
def test_each_tree_has_a_feed_in_its_script(site, tree, title):
    root = etree.parse(site / tree / "feed.xml").getroot()
    assert root.xpath("a:entry/a:title/text()", namespaces=ATOM) == [title]
    assert root.xpath("a:link[@rel='self']/@href", namespaces=ATOM) == [f"{ADDRESS}/{tree}/feed.xml"]


@pytest.mark.parametrize("tree", TREES)
def test_every_page_leads_to_the_feed_of_its_tree(site, tree):
    for page in (site / tree).rglob("*.html"):
        [link] = head(page).select('link[type="application/atom+xml"]')
        assert link["href"] == f"{ADDRESS}/{tree}/feed.xml"
        assert link["title"] == {"zh-hans": "石桥文摘", "zh-hant": "石橋文摘"}[tree]


@pytest.mark.parametrize("tree", TREES)
def test_every_page_has_a_preview(site, tree):
    for page in (site / tree).rglob("*.html"):
        said = properties(head(page))
        address = page.relative_to(site).as_posix().removesuffix("index.html")
        assert ("og:url", f"{ADDRESS}/{address}") in said
        assert ("og:locale", {"zh-hans": "zh_CN", "zh-hant": "zh_TW"}[tree]) in said
        assert ("og:type", "article" if "/articles/" in address else "website") in said
    stone = properties(head(site / tree / "articles/stone-bridge/index.html"))
    assert next(text for name, text in stone if name == "og:description").endswith("<img src=x onerror=alert(1)>")


@pytest.mark.parametrize("tree", TREES)
def test_an_article_says_itself_as_data_and_no_text_ends_the_script(site, tree):
    found = head(site / tree / "articles/stone-bridge/index.html").select('script[type="application/ld+json"]')
    assert len(found) == 1 and "<" not in found[0].string
    work, *claims = json.loads(found[0].string)["@graph"]
    assert work["headline"].endswith(("<b>吗</b>", "<b>嗎</b>"))
    assert [claim["author"][0]["name"] for claim in claims] == [work["author"][0]["name"], "老王"]


def test_a_site_that_does_not_know_its_address_names_none(without_address):
    assert not list(without_address.rglob("feed.xml"))
    for page in (without_address / "zh-hans").rglob("*.html"):
        names = {name for name, _ in properties(head(page))}
        assert "og:title" in names and not {"og:url", "og:image"} & names
        assert not head(page).select('link[type="application/atom+xml"]')
