"""What other programs read: feeds and the heads of pages."""

import json
import os
import shutil
import subprocess
import zipfile

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
    return [
        (tag.get("property") or tag["name"], tag["content"])
        for tag in found.select("meta[property], meta[name^=twitter]")
    ]


@pytest.fixture(scope="module")
def without_address(tmp_path_factory):
    """The fixture's site built without an address."""
    project = shutil.copytree(FIXTURE, tmp_path_factory.mktemp("bare") / "project")
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(
        config.replace("site_url: https://example.org/bridges/\n", ""), encoding="utf-8"
    )
    return built(project, project.parent / "site")


@pytest.mark.parametrize(("tree", "title"), [("zh-hans", '石桥"要修"<b>吗</b>'), ("zh-hant", '石橋"要修"<b>嗎</b>')])
def test_each_tree_has_a_feed_in_its_script(site, tree, title):
    root = etree.parse(site / tree / "feed.xml").getroot()
    assert title in root.xpath("a:entry/a:title/text()", namespaces=ATOM)
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


@pytest.mark.parametrize(
    ("tree", "title", "said"),
    [
        ("zh-hans", '# 石桥"要修"&lt;b>吗&lt;/b>', "这座桥旧了，头发一样细的裂缝到处都是。因此桥要修。"),
        ("zh-hant", '# 石橋"要修"&lt;b>嗎&lt;/b>', "這座橋舊了，頭髮一樣細的裂縫到處都是。因此橋要修。"),
    ],
)
def test_each_article_is_there_as_plain_markdown(site, tree, title, said):
    folder = site / tree / "articles/stone-bridge"
    text = (folder / "index.md").read_text(encoding="utf-8")
    assert text.startswith(title + "\n") and said in text
    assert "> 「" in text or "> “" in text
    [link] = head(folder / "index.html").select('link[type="text/markdown"]')
    assert (folder / link["href"]).is_file()


def contents(site):
    """What is in every file, and in those of the books."""
    for path in sorted(site.rglob("*")):
        if path.suffix == ".epub":
            with zipfile.ZipFile(path) as book:
                yield from ((f"{path}:{name}", book.read(name)) for name in book.namelist())
        elif path.is_file():
            yield str(path), path.read_bytes()


@pytest.mark.parametrize("said", ["後面的話沒有人聽見", "后面的话没有人听见"])
def test_an_article_published_as_a_digest_gives_its_text_away_nowhere(site, project, said):
    found = [name for name, content in contents(site) if said.encode() in content]
    assert {name.rpartition(".")[2] for name in found} >= {"html", "md", "xhtml"}
    stone = project / "docs/articles/stone-bridge.md"
    text = stone.read_text(encoding="utf-8")
    assert "publish: full" in text
    stone.write_text(text.replace("publish: full", "publish: digest"), encoding="utf-8")
    out = built(project, project.parent / "out")
    assert [name for name, content in contents(out) if said.encode() in content] == []


def test_the_lists_for_programs_lead_to_files(site):
    for tree in TREES:
        lines = (site / tree / "llms.txt").read_text(encoding="utf-8").splitlines()
        addresses = [line.partition("](")[2].partition(")")[0] for line in lines if line.startswith("- [")]
        assert len(addresses) == 3
        assert all((site / address.removeprefix(f"{ADDRESS}/")).is_file() for address in addresses)
    assert f"{ADDRESS}/zh-hant/llms.txt" in (site / "llms.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(("tree", "words"), [("zh-hans", "头发一样细的裂缝"), ("zh-hant", "頭髮一樣細的裂縫")])
def test_each_tree_has_a_book(site, tree, words):
    with zipfile.ZipFile(site / tree / "digest.epub") as book:
        pages = [name for name in book.namelist() if name.endswith((".xhtml", ".opf", ".ncx"))]
        texts = {name: "".join(etree.fromstring(book.read(name)).itertext()) for name in pages}
        assert words in texts["book/article-1.xhtml"]
        assert book.read("book/picture-1.png") == (site / "images/bridge.png").read_bytes()


def test_no_book_where_the_option_says_so(project, tmp_path):
    config = project / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8").replace("[digest]", "[{digest: {epub: false}}]"), encoding="utf-8"
    )
    assert not list(built(project, tmp_path / "out").rglob("*.epub"))


def test_a_second_build_gives_the_same_bytes(site, original, tmp_path):
    again = built(original, tmp_path / "again")
    names = [
        path.relative_to(site) for path in site.rglob("*") if path.suffix in (".xml", ".md", ".txt", ".epub", ".png")
    ]
    assert len(names) > 15
    assert [name for name in names if (site / name).read_bytes() != (again / name).read_bytes()] == []


def committed(project, day):
    for command in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "Begin"],
    ):
        subprocess.run(
            ["git", *command],
            cwd=project,
            check=True,
            env={**os.environ, "GIT_COMMITTER_DATE": f"{day}T10:00:00+00:00"},
        )


def test_an_article_without_a_date_is_in_the_feed_where_git_knows_when_it_changed(project, tmp_path):
    assert entries(built(project, tmp_path / "bare")) == [("stone-bridge", "2020-05-01")]
    committed(project, "2022-03-04")
    assert entries(built(project, tmp_path / "known")) == [
        ("no-summary", "2022-03-04"),
        ("old-road", "2022-03-04"),
        ("stone-bridge", "2020-05-01"),
    ]


def entries(site):
    root = etree.parse(site / "zh-hans" / "feed.xml").getroot()
    return [
        (entry.findtext("a:id", namespaces=ATOM).split("/")[-2], entry.findtext("a:updated", namespaces=ATOM)[:10])
        for entry in root.findall("a:entry", namespaces=ATOM)
        if "/articles/" in entry.findtext("a:id", namespaces=ATOM)
    ]


def test_a_dispute_is_an_entry_of_its_own_kind_where_both_days_are_known(project, tmp_path):
    committed(project, "2022-03-04")
    root = etree.parse(built(project, tmp_path / "known") / "zh-hant" / "feed.xml").getroot()
    found = [
        entry
        for entry in root.findall("a:entry", namespaces=ATOM)
        if entry.find("a:category[@term='disputes']", namespaces=ATOM) is not None
    ]
    assert found
    for entry in found:
        address = entry.findtext("a:id", namespaces=ATOM)
        page = tmp_path / "known" / address.removeprefix(ADDRESS).strip("/") / "index.html"
        assert page.is_file() and entry.findtext("a:title", namespaces=ATOM).startswith("相左：")
        assert head(page).select_one("title").text.startswith(entry.findtext("a:title", namespaces=ATOM)[3:])


def test_the_root_has_both_feeds_and_a_preview(site, without_address):
    root = head(site / "index.html")
    assert [(link["hreflang"], link["href"]) for link in root.select('link[type="application/atom+xml"]')] == [
        ("zh-Hans", f"{ADDRESS}/zh-hans/feed.xml"),
        ("zh-Hant", f"{ADDRESS}/zh-hant/feed.xml"),
    ]
    assert ("og:url", f"{ADDRESS}/") in properties(root)
    assert not head(without_address / "index.html").select('link[type="application/atom+xml"]')


def test_robots_are_told_where_the_sitemap_is_at_the_root_of_a_host_only(site, project, tmp_path):
    assert not (site / "robots.txt").exists()
    config = project / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8").replace("example.org/bridges/", "example.org/"), encoding="utf-8"
    )
    assert "Sitemap: https://example.org/sitemap.xml\n" in (built(project, tmp_path / "out") / "robots.txt").read_text()
    (project / "docs" / "robots.txt").write_text("User-agent: *\nDisallow: /\n")
    assert "Disallow" in (built(project, tmp_path / "own") / "robots.txt").read_text()


@pytest.mark.parametrize(
    ("tree", "words"),
    [
        ("zh-hans", ["订阅（Atom）", "电子书（EPUB）", "纯文本（Markdown）"]),
        ("zh-hant", ["訂閱（Atom）", "電子書（EPUB）", "純文字（Markdown）"]),
    ],
)
def test_readers_are_told_what_they_can_take_along(site, without_address, tree, words):
    def away(root, name):
        page = BeautifulSoup((root / tree / name).read_text(encoding="utf-8"), "html.parser")
        return {link.get_text(): link["href"] for link in page.select(".dg-away a")}

    article = away(site, "articles/stone-bridge/index.html")
    assert list(article) == words and (site / tree / "articles/stone-bridge" / article[words[1]]).resolve().is_file()
    assert list(away(site, "index.html")) == words[:2]
    assert list(away(without_address, "index.html")) == words[1:2]
