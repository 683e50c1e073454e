"""What is written beside the pages: open data and sitemap."""

import json
from xml.etree import ElementTree

import yaml
from building import FIXTURE
from jsonschema import Draft202012Validator

NAMESPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def test_the_open_data_has_everything_in_its_own_script(site):
    data = json.loads((site / "digest.json").read_text(encoding="utf-8"))
    assert data["format"] == 1
    assert [article["slug"] for article in data["articles"]] == ["stone-bridge", "no-summary", "old-road"]
    stone = data["articles"][0]
    assert stone["title"] == '石橋"要修"<b>嗎</b>' and stone["summary"]["origin"] == "curator"
    assert stone["url"]["zh-Hans"] == "https://example.org/bridges/zh-hans/articles/stone-bridge/"
    [claim] = [claim for claim in data["claims"] if claim["id"] == "stone-bridge#c2"]
    assert (claim["holder"], claim["quote"], claim["article"]) == ("老王", "「橋裡面壞了，要拆。」", "stone-bridge")
    assert claim["url"]["zh-Hant"].endswith("/zh-hant/articles/stone-bridge/#c2")
    assert data["links"][0] == {
        "from": "stone-bridge#c1",
        "to": "old-road#c1",
        "relation": "disputes",
        "origin": "curated",
        "score": 1.0,
        "reason": "同一作者，一说要修，一说不必修",
        "changed_mind": True,
    }
    assert data["definitions"][0]["quote"] == "橋是過河的路。"
    assert data["concepts"] == [{"name": "桥", "patterns": ["桥", "过河"]}]
    [bridge] = [topic for topic in data["topics"] if topic["name"] == "橋"]
    assert bridge["claims"] == ["stone-bridge#c1", "stone-bridge#c2", "old-road#c1"] and bridge["definitions"] == [
        "stone-bridge#d1"
    ]
    assert bridge["stances"] == {"stone-bridge#c1": "支持", "old-road#c1": "反对"}
    assert bridge["url"]["zh-Hans"] == "https://example.org/bridges/zh-hans/concepts/qiao/"
    assert {holder["name"]: bool(holder["url"]) for holder in data["holders"]} == {
        "陳石": True,
        "李木": True,
        "老王": False,
    }
    [road] = [claim for claim in data["claims"] if claim["article"] == "old-road"]
    assert road["further_quotes"] == ["从前有一条路，路边有头发一样细的草。"]


def test_the_sitemap_names_every_page_with_its_variants(site):
    for name in ("sitemap.xml", "zh-hans/sitemap.xml"):
        root = ElementTree.parse(site / name).getroot()
        pages = {url.find("s:loc", NAMESPACE).text: url for url in root}
        built = {path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")} - {"."}
        assert set(pages) == {f"https://example.org/bridges/{path}/" for path in built}
        stone = pages["https://example.org/bridges/zh-hant/articles/stone-bridge/"]
        assert {link.get("hreflang") for link in stone.findall("x:link", NAMESPACE)} == {
            "zh-Hans",
            "zh-Hant",
            "x-default",
        }


def test_the_schema_of_front_matter_is_published(site):
    schema = json.loads((site / "front-matter.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    read = Draft202012Validator(schema)
    articles = sorted((FIXTURE / "docs" / "articles").glob("*.md"))
    fronts = [
        yaml.load(path.read_text(encoding="utf-8").split("---\n")[1], Loader=yaml.BaseLoader) for path in articles
    ]
    assert articles and all(list(read.iter_errors(front | {"convert": False})) == [] for front in fronts)
    assert [error.validator for error in read.iter_errors(fronts[0] | {"titel": "x"})] == ["additionalProperties"]


def test_the_argdown_export_has_every_claim_and_argument(site):
    text = (site / "digest.argdown").read_text(encoding="utf-8")
    assert (
        '[stone-bridge#c1]: 橋要修。 {"holder": "陳石、李木", "stance": {"橋": "支持"}, "url": "https://example.org/bridges/zh-hant/articles/stone-bridge/#c1"}\n  -> [old-road#c1] // 同一作者，一说要修，一说不必修'
        in text
    )
    assert text.count("]: ") == 3 and text.count("  +> [") == text.count("  -> [") == 1
