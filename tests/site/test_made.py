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
    assert {link["hreflang"] for link in soup.find_all("link", rel="alternate", hreflang=True)} == {
        "zh-Hans",
        "zh-Hant",
        "x-default",
    }
    switch = {link["data-variant"]: link["href"] for link in soup.select(".dg-switch a")}
    assert {((site / tree / "claims") / href).resolve() for href in switch.values()} == {
        site / each / "claims" for each in TREES
    }
    assert soup.find("a", rel="edit")["href"].endswith("/docs/relations.yml") and soup.select_one(".md-search__input")


def test_made_pages_stand_in_the_sitemap(site):
    text = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert all(f"<loc>https://example.org/bridges/{tree}/claims/</loc>" in text for tree in TREES)


def test_without_a_configured_navigation_they_follow_the_pages_of_the_top(project, tmp_path):
    replaced(project / "mkdocs.yml", "nav:\n  - 首页: index.md\n  - 说明:\n      - 关于: about.md\n", "")
    out = built(project, tmp_path / "out")
    links = page(out, "zh-hant/about/index.html").select(
        ".md-nav--primary > .md-nav__list > .md-nav__item > .md-nav__link[href]"
    )
    names = [" ".join(link.get_text().split()) for link in links]
    assert names.index("論點") > 1 and links[names.index("論點")]["href"] == "../claims/"


def test_the_navigation_takes_made_pages_and_names_them_in_each_script(project, tmp_path):
    replaced(project / "mkdocs.yml", "      - 关于: about.md\n", "      - 关于: about.md\n  - 全部论点: claims.md\n")
    out = built(project, tmp_path / "out")
    assert "全部論點" in page(out, "zh-hant/about/index.html").select_one(".md-nav--primary").get_text()


@pytest.mark.parametrize(
    ("link", "said"),
    [("claims.md", ""), ("claims.md#stone-bridge", ""), ("claims.md#nowhere", "does not contain an anchor '#nowhere'")],
)
def test_links_to_made_pages_are_checked(project, tmp_path, link, said):
    replaced(project / "docs" / "about.md", "\n\n", f"\n\n[论点]({link})\n\n")
    done = build(project, tmp_path / "out", "mkdocs", "--strict")
    assert (done.returncode, said in done.stderr) == (1 if said else 0, True), done.stderr


def test_a_page_of_the_docs_folder_keeps_its_address(project, tmp_path):
    (project / "docs" / "claims").mkdir()
    (project / "docs" / "claims" / "index.md").write_text("# 我们的论点\n\n自己写的一页。\n", encoding="utf-8")
    out = built(project, tmp_path / "out")
    assert page(out, "zh-hant/claims/index.html").h1.get_text() == "我們的論點"


def words(found):
    return " ".join(found.get_text().split())


@pytest.mark.parametrize(
    ("tree", "bridge", "two"), [("zh-hans", "桥", "同一作者，说法不一"), ("zh-hant", "橋", "同一作者，說法不一")]
)
def test_the_claims_lead_to_their_sentences_holders_and_concepts(site, tree, bridge, two):
    [group] = page(site, f"{tree}/claims/index.html").select("#stone-bridge")
    entries = group.select(".dg-entry")
    assert [entry.select_one(".dg-entry__text a")["href"] for entry in entries] == [
        "../articles/stone-bridge/#c1",
        "../articles/stone-bridge/#c2",
    ]
    assert [a["href"] for a in entries[0].select(".dg-entry__holder a")] == ["../people/chen-shi/", "../people/li-mu/"]
    assert entries[0]["data-concept"] == "qiao" and entries[0]["data-relation"].split() == ["disputes", "changed-mind"]
    assert (
        words(entries[0].select_one("a.dg-changed")) == two
        and entries[0].select_one("a.dg-changed")["href"] == "../articles/stone-bridge/#claim-c1"
    )
    assert f"{bridge}要修" in words(entries[0])


def test_lists_by_relation_and_stance_need_no_script(site):
    soup = page(site, "zh-hant/claims/index.html")
    links = {words(a): a["href"] for a in soup.select(".dg-facets a")}
    assert links["相左 1"] == "disputes/" and links["印證 2"] == "supports/" and links["反對 1"] == "against/"
    disputes = page(site, "zh-hant/claims/disputes/index.html")
    assert len(disputes.select(".dg-entry .dg-met .dg-entry")) == 1
    assert [entry.a["href"] for entry in disputes.select(".dg-entry")] == [
        "../../articles/stone-bridge/#c1",
        "../../articles/old-road/#c1",
    ]
    assert soup.select_one("form[data-claims-filter]").has_attr("hidden")


def test_a_concept_shows_definitions_and_both_sides(site):
    for tree, quote in (("zh-hans", "桥是过河的路。"), ("zh-hant", "橋是過河的路。")):
        soup = page(site, f"{tree}/concepts/qiao/index.html")
        [definition] = soup.select(".dg-definitions blockquote a")
        assert (words(definition), definition["href"]) == (quote, "../../articles/stone-bridge/#d1")
        sides = {
            side["data-side"]: [a["href"] for a in side.select(".dg-entry__text a")] for side in soup.select(".dg-side")
        }
        assert sides == {"for": ["../../articles/stone-bridge/#c1"], "against": ["../../articles/old-road/#c1"]}
        assert "陈石" in words(soup.select_one(".dg-both")) or "陳石" in words(soup.select_one(".dg-both"))
    assert soup.find("a", rel="edit")["href"] == "https://example.org/repo/edit/main/docs/concepts.yml#L1"


def test_somebody_written_in_two_scripts_is_one_person(site):
    soup = page(site, "zh-hans/people/chen-shi/index.html")
    assert soup.h1.get_text() == "陈石"
    assert [words(a) for a in soup.select("#authored ~ .dg-list a")] == ['石桥"要修"<b>吗</b>', "旧路"]
    [pair] = soup.select(".dg-pair")
    assert [a["href"] for a in pair.select(".dg-entry__text a")] == [
        "../../articles/stone-bridge/#c1",
        "../../articles/old-road/#c1",
    ]
    assert not (site / "zh-hans/people/chen-shi-2").exists()


def test_every_made_page_is_in_both_trees_with_the_same_entries(site):
    made = [
        path for folder in ("claims", "concepts", "people") for path in (site / "zh-hans" / folder).rglob("index.html")
    ]
    assert {path.parent.name for path in made} >= {"claims", "disputes", "concepts", "qiao", "people", "chen-shi"}
    for path in made:
        other = site / "zh-hant" / path.relative_to(site / "zh-hans")
        links = [
            [
                a["href"]
                for a in BeautifulSoup(each.read_text(encoding="utf-8"), "html.parser").select(".dg-made a:not([rel])")
            ]
            for each in (path, other)
        ]
        assert links[0] == links[1], path


@pytest.mark.parametrize(("tree", "text"), [("zh-hans", "桥要修。"), ("zh-hant", "橋要修。")])
def test_the_map_is_a_picture_of_links_and_a_list(site, tree, text):
    soup = page(site, f"{tree}/map/index.html")
    bows = soup.select("#map-claims .dg-bow")
    assert sorted((bow["data-a"], bow["data-b"], bow["data-kind"], bow.has_attr("data-changed")) for bow in bows) == [
        ("stone-bridge#c1", "old-road#c1", "disputes", True),
        ("stone-bridge#c2", "old-road#c1", "supports", False),
    ]
    nodes = {words(a): a["href"] for a in soup.select("#map-claims a")}
    assert nodes[text] == "../articles/stone-bridge/#c1"
    assert [words(item) for item in soup.select(".dg-relations > summary")] == [
        "相左 1",
        "印证 1" if tree == "zh-hans" else "印證 1",
    ]
    assert [a["href"] for a in soup.select(".dg-pairs__of a + a")] == [
        "../articles/stone-bridge/#dg-map",
        "../articles/old-road/#dg-map",
    ]
    assert [a["href"] for a in soup.select(".dg-pairs a")] == ["../articles/old-road/", "../articles/stone-bridge/"]


def test_around_an_article_disputes_stand_left_and_the_rest_right(site):
    soup = page(site, "zh-hant/articles/old-road/index.html")
    assert soup.select_one("[data-from]")["data-from"] == "map.svg"
    picture = page(site, "zh-hant/articles/old-road/map.svg")
    columns = {box["data-column"]: box.a["href"] for box in picture.select("#map-article .dg-map__box")}
    assert columns == {"left": "../stone-bridge/#c1", "middle": "#c1", "right": "../stone-bridge/#c2"}
    assert soup.select_one('.dg-claims a[href="#dg-map"]') and soup.select_one("summary#dg-map")
    assert not page(site, "zh-hant/articles/no-summary/index.html").select("[data-from], #dg-map, [href='#dg-map']")
    assert not (site / "zh-hant/articles/no-summary/map.svg").exists()


def test_without_relations_the_map_says_so(project, tmp_path):
    (project / "docs" / "relations.yml").unlink()
    out = built(project, tmp_path / "out")
    assert "还没有论点之间的关系" in words(page(out, "zh-hans/map/index.html")) and not page(
        out, "zh-hans/map/index.html"
    ).svg.find_parent("main")
