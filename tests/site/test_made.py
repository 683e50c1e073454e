"""The pages that no source file has: in both trees, with all that other pages have."""

import pytest
from bs4 import BeautifulSoup
from building import build, built

TREES = {"zh-hans": "zh-Hans", "zh-hant": "zh-Hant"}


def page(site, name):
    return BeautifulSoup((site / name).read_text(encoding="utf-8"), "html.parser")


def replaced(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(("tree", "title"), [("zh-hans", "论点"), ("zh-hant", "論點")])
def test_a_made_page_has_what_other_pages_have(site, tree, title):
    soup = page(site, f"{tree}/claims/index.html")
    assert soup.html["lang"] == TREES[tree] and soup.h1.get_text() == title
    assert soup.title.get_text().strip().startswith(f"{title} - ")
    assert soup.find("link", rel="canonical")["href"] == f"https://example.org/bridges/{tree}/claims/"
    assert {link["hreflang"] for link in soup.find_all("link", rel="alternate", hreflang=True)} == {"zh-Hans", "zh-Hant", "x-default"}
    switch = {link["data-variant"]: link["href"] for link in soup.select(".dg-switch a")}
    assert {((site / tree / "claims") / href).resolve() for href in switch.values()} == {site / each / "claims" for each in TREES}
    assert not soup.find("a", rel="edit") and soup.select_one(".md-search__input")


def test_made_pages_stand_in_the_sitemap(site):
    text = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert all(f"<loc>https://example.org/bridges/{tree}/claims/</loc>" in text for tree in TREES)


def test_without_a_configured_navigation_they_follow_the_pages_of_the_top(project, tmp_path):
    replaced(project / "mkdocs.yml", "nav:\n  - 首页: index.md\n  - 说明:\n      - 关于: about.md\n", "")
    out = built(project, tmp_path / "out")
    links = page(out, "zh-hant/about/index.html").select(".md-nav--primary > .md-nav__list > .md-nav__item > .md-nav__link[href]")
    names = [" ".join(link.get_text().split()) for link in links]
    assert names.index("論點") > 1 and links[names.index("論點")]["href"] == "../claims/"


def test_the_navigation_takes_made_pages_and_names_them_in_each_script(project, tmp_path):
    replaced(project / "mkdocs.yml", "      - 关于: about.md\n", "      - 关于: about.md\n  - 全部论点: claims.md\n")
    out = built(project, tmp_path / "out")
    assert "全部論點" in page(out, "zh-hant/about/index.html").select_one(".md-nav--primary").get_text()


@pytest.mark.parametrize(("link", "said"), [("claims.md", ""), ("claims.md#stone-bridge", ""), ("claims.md#nowhere", "does not contain an anchor '#nowhere'")])
def test_links_to_made_pages_are_checked(project, tmp_path, link, said):
    replaced(project / "docs" / "about.md", "\n\n", f"\n\n[论点]({link})\n\n")
    done = build(project, tmp_path / "out", "mkdocs", "--strict")
    assert (done.returncode, said in done.stderr) == (1 if said else 0, True), done.stderr


def test_a_page_of_the_docs_folder_keeps_its_address(project, tmp_path):
    (project / "docs" / "claims").mkdir()
    (project / "docs" / "claims" / "index.md").write_text("# 我们的论点\n\n自己写的一页。\n", encoding="utf-8")
    out = built(project, tmp_path / "out")
    assert page(out, "zh-hant/claims/index.html").h1.get_text() == "我們的論點"
