"""What stands in the built pages."""

import functools
import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from building import FIXTURE

STONE = "articles/stone-bridge/index.html"
ROAD = "articles/old-road/index.html"


def page(site: Path, name: str) -> BeautifulSoup:
    return BeautifulSoup((site / name).read_text(encoding="utf-8"), "html.parser")


def text(found) -> str:
    return " ".join(found.get_text().split())


@pytest.mark.parametrize(("tree", "tag"), [("zh-hans", "zh-Hans"), ("zh-hant", "zh-Hant")])
@pytest.mark.parametrize("name", ["index.html", "about/index.html", STONE, ROAD])
def test_every_page_says_its_script_and_its_other_variant(site, tree, tag, name):
    soup = page(site, f"{tree}/{name}")
    assert soup.html["lang"] == tag
    address = name.removesuffix("index.html")
    wanted = {"zh-Hans": f"zh-hans/{address}", "zh-Hant": f"zh-hant/{address}", "x-default": f"zh-hans/{address}"}
    found = {link["hreflang"]: link["href"] for link in soup.find_all("link", rel="alternate", hreflang=True)}
    assert found == {key: f"https://example.org/bridges/{value}" for key, value in wanted.items()}
    assert soup.find("link", rel="canonical")["href"] == f"https://example.org/bridges/{tree}/{address}"


@pytest.mark.parametrize("name", ["index.html", STONE, ROAD])
def test_the_switch_leads_to_the_same_page(site, name):
    soup = page(site, f"zh-hant/{name}")
    links = {link["data-variant"]: link["href"] for link in soup.select(".dg-switch a")}
    here = (site / "zh-hant" / name).parent
    assert (here / links["zh-Hans"]).resolve() == (site / "zh-hans" / name).parent
    assert soup.select_one(".dg-switch [aria-current]")["data-variant"] == "zh-Hant"


def test_the_original_is_its_source_to_the_letter(site):
    source = (FIXTURE / "docs" / "articles" / "stone-bridge.md").read_text(encoding="utf-8")
    body = text(page(site, f"zh-hant/{STONE}").select_one(".dg-body"))
    for sentence in re.findall(r"[^\n<>#*]+。", source.split("---\n")[2]):
        assert sentence in body, sentence


def test_the_twin_is_in_the_other_script_with_words_kept_whole(site):
    stone = text(page(site, f"zh-hans/{STONE}").select_one(".dg-body"))
    assert "头发一样细的裂缝到处都是" in stone and "后面的话" in stone
    assert "頭髮一樣細的草" in text(page(site, f"zh-hant/{ROAD}").select_one(".dg-body"))
    about = page(site, "zh-hant/about/index.html")
    assert about.code.get_text() == "汉语" and about.find(lang="ja").get_text() == "国会"
    assert "漢語" in about.get_text()


def test_both_variants_have_the_same_ids(site):
    ids = [[tag["id"] for tag in page(site, f"{tree}/{STONE}").find_all(id=True)] for tree in ("zh-hans", "zh-hant")]
    assert ids[0] == ids[1] and {"c1", "c2", "d1", "p1", "claim-c1"} <= set(ids[0])
    assert len(ids[0]) == len(set(ids[0]))


@pytest.mark.parametrize(
    ("name", "origin", "said"),
    [
        (STONE, "curator", "摘要：编者"),
        (ROAD, "lead", "摘要：编辑导语"),
        ("articles/no-summary/index.html", "extract", "摘要：自动摘录"),
    ],
)
def test_a_summary_says_whose_it_is(site, name, origin, said):
    found = page(site, f"zh-hans/{name}").select_one(".dg-summary__origin")
    assert found["data-origin"] == origin and text(found) == said


def test_a_claim_shows_the_claim_it_meets_with_reason_and_way_to_the_sentence(site):
    claim = page(site, f"zh-hans/{STONE}").select_one("#claim-c1")
    link = claim.select_one(".dg-link")
    assert claim.select_one(".dg-claims__text")["href"] == "#c1"
    assert link["data-kind"] == "disputes" and "相左" in text(link)
    assert "同一作者，一说要修，一说不必修" in text(link)
    target = link.select_one(".dg-link__quote a")
    assert text(target) == "桥不必修，见石桥。"
    assert target["href"] == "../old-road/#c1"


def test_the_way_back_is_there_in_the_other_script_too(site):
    claim = page(site, f"zh-hant/{ROAD}").select_one("#claim-c1")
    assert [link["data-kind"] for link in claim.select(".dg-link")] == ["disputes", "supports"]
    assert [a["href"] for a in claim.select(".dg-link__quote a")] == ["../stone-bridge/#c1", "../stone-bridge/#c2"]
    assert text(claim.select_one(".dg-changed")) == "同一作者，說法不一"


def test_the_sentence_is_marked_and_leads_to_its_claim(site):
    soup = page(site, f"zh-hans/{STONE}")
    assert text(soup.find(id="c1")) == "因此桥要修。"
    assert soup.select_one('.dg-mark[data-n="1"]')["href"] == "#claim-c1"


@pytest.mark.parametrize(("tree", "words"), [("zh-hans", "石桥"), ("zh-hant", "石橋")])
def test_the_home_page_lists_the_articles(site, tree, words):
    cards = page(site, f"{tree}/index.html").select(".dg-card")
    assert len(cards) == 3
    first = text(cards[0])
    assert words in first and "2020年5月1日" in first and "、李木" in first
    assert cards[0].select_one(".dg-summary__text") and cards[0].a["href"] == "articles/stone-bridge/"


@pytest.mark.parametrize("tree", ["zh-hans", "zh-hant"])
def test_two_claims_stand_face_to_face_on_the_home_page(site, tree):
    soup = page(site, f"{tree}/index.html")
    [faces] = soup.select(".dg-faces")
    assert [link["href"] for link in faces.select("blockquote a")] == [
        "articles/stone-bridge/#c1",
        "articles/old-road/#c1",
    ]
    assert faces.select_one(".dg-changed")
    ways = [link["href"] for link in soup.select(".dg-ins a, .dg-all a")]
    assert "archive/" in ways and "concepts/" in ways
    for way in ways:
        assert (site / tree / way / "index.html").is_file(), way


@pytest.mark.parametrize("tree", ["zh-hans", "zh-hant"])
def test_every_article_is_in_the_list_of_all(site, tree):
    soup = page(site, f"{tree}/archive/index.html")
    found = {link["href"] for link in soup.select(".dg-list > li > a")}
    assert found == {
        f"../articles/{folder.name}/" for folder in (site / tree / "articles").iterdir() if folder.is_dir()
    }
    assert text(soup.select_one(".dg-group h2")) == "2020年"


def test_an_article_shows_who_answers_it_and_how_to_cite_it(site):
    soup = page(site, f"zh-hans/{STONE}")
    [link] = soup.select(".dg-backlinks li")
    assert link.a["href"] == "../old-road/" and text(link.select_one(".dg-backlinks__counts")) == "相左 1印证 1"
    assert (
        text(soup.select_one(".dg-cite"))
        == '陈石, 李木. 石桥"要修"<b>吗</b>[EB/OL]. 桥报, (2020-05-01)[引用日期]. https://example.org/stone.'
    )
    assert len(soup.select('.dg-around a[rel="next"], .dg-around a[rel="prev"]')) == 1
    assert soup.select_one(".dg-edit a")["href"] == "https://example.org/repo/edit/main/docs/articles/stone-bridge.md"
    assert page(site, f"zh-hant/{STONE}").select_one(".dg-edit a")["href"] == soup.select_one(".dg-edit a")["href"]
    mark = soup.select_one('.dg-mark[href="#claim-c1"]')
    assert (mark["data-meets"], mark["data-disputes"]) == ("1", "1")


def test_what_contributors_write_is_text_not_markup(site):
    for tree in ("zh-hans", "zh-hant"):
        for name in ("index.html", STONE, ROAD):
            html = (site / tree / name).read_text(encoding="utf-8")
            assert "<img src=x" not in html and "<b>" not in html
    described = page(site, f"zh-hant/{STONE}").find("meta", attrs={"name": "description"})["content"]
    assert described == '陳石說橋要修，"老王"說橋要拆。<img src=x onerror=alert(1)>'


@functools.cache
def ids(path: Path) -> frozenset[str]:
    return frozenset(
        tag["id"] for tag in BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").find_all(id=True)
    )


def test_links_and_pictures_lead_to_files(site):
    for html in site.rglob("*.html"):
        if html.name == "404.html":
            continue
        soup = BeautifulSoup(html.read_text(encoding="utf-8"), "html.parser")
        for tag, key in (("a", "href"), ("img", "src"), ("link", "href"), ("script", "src")):
            for found in soup.find_all(tag, **{key: True}):
                address, _, anchor = found[key].partition("#")
                if "://" in address:
                    continue
                target = (html.parent / address.split("?")[0]).resolve() if address else html
                target = target / "index.html" if target.is_dir() else target
                assert target.is_file(), f"{html}: {found[key]}"
                if anchor and not anchor.startswith("__"):
                    assert anchor in ids(target), f"{html}: {found[key]}"


def test_the_source_is_edited_in_one_place(site):
    for tree in ("zh-hans", "zh-hant"):
        edit = page(site, f"{tree}/{STONE}").find("a", rel="edit")
        assert edit["href"] == "https://example.org/repo/edit/main/docs/articles/stone-bridge.md"


def test_a_made_page_is_edited_at_the_line_that_it_came_from(site):
    edited = {
        path.relative_to(site / "zh-hans").parts[0]: link["href"].partition("/edit/main/docs/")[2]
        for name in ("disputes", "concepts", "people")
        for path in sorted((site / "zh-hans" / name).rglob("*/index.html"))
        if (link := page(site, path.relative_to(site).as_posix()).find("a", rel="edit"))
    }
    assert edited["disputes"] == "relations.yml#L1" and edited["concepts"] == "concepts.yml#L1"
    assert edited["people"].startswith("articles/") and edited["people"].endswith(".md")


def test_curators_files_are_not_published(site):
    found = [path for path in site.rglob("*") if path.suffix in (".yml", ".yaml", ".md")]
    assert {path.name for path in found} == {"index.md"} and len(found) == 6


def test_the_root_and_the_error_page_offer_both_scripts(site):
    root = page(site, "index.html")
    assert [a["href"] for a in root.select("a[data-variant]")] == ["zh-hans/", "zh-hant/"]
    error = page(site, "404.html")
    assert [part["lang"] for part in error.select("article div[lang]")] == ["zh-Hans", "zh-Hant"]
    assert error.select_one("article a")["href"] == "/bridges/zh-hans/" and len(error.select("h1")) == 1


def test_interface_words_are_those_of_the_variant(site):
    labels = {
        tree: page(site, f"{tree}/index.html").select_one(".md-search__input")["placeholder"]
        for tree in ("zh-hans", "zh-hant")
    }
    assert labels == {"zh-hans": "搜索", "zh-hant": "搜尋"}
    config = json.loads(page(site, "zh-hant/index.html").find(id="__config").string)
    assert config["translations"]["search.result.one"] == "找到 1 個符合條件的結果"


def test_nothing_comes_from_another_host(site):
    for html in site.rglob("*.html"):
        soup = BeautifulSoup(html.read_text(encoding="utf-8"), "html.parser")
        loaded = [
            tag.get("src") or tag.get("href")
            for tag in soup.select("script[src], img[src], link[rel=stylesheet], link[rel=preconnect], link[rel=icon]")
        ]
        assert not [address for address in loaded if "//" in address]
