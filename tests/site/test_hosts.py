"""The same site from either host, and what a build says of a contributor's fault."""

import re

import pytest
from building import FIXTURE, PROJECT, build, built


def files(folder):
    return {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}


def test_properdocs_builds_the_same_site(site, tmp_path):
    one, other = files(site), files(built(FIXTURE, tmp_path / "properdocs", "properdocs"))
    assert set(one) == set(other)
    for name, path in one.items():
        if path.suffix in (".html", ".json", ".xml", ".js", ".css"):
            texts = [re.sub(r"mkdocs-[^,\"]+, ", "", each.read_text(encoding="utf-8")) for each in (path, other[name])]
            assert texts[0] == texts[1], name


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_the_digest_itself_builds_strictly(tmp_path, host):
    out = built(PROJECT, tmp_path / host, host)
    assert len(list((out / "zh-hans" / "articles").iterdir())) == 5


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_all_faults_are_named_and_a_strict_build_fails(project, tmp_path, host):
    road = project / "docs" / "articles" / "old-road.md"
    road.write_text(road.read_text(encoding="utf-8").replace("lang: zh-Hans", "lang: zh\ntitel: x"), encoding="utf-8")
    relations = project / "docs" / "relations.yml"
    relations.write_text(
        relations.read_text(encoding="utf-8") + "- stone-bridge#c9 supports a#c1: 由\n", encoding="utf-8"
    )
    done = build(project, tmp_path / "out", host, "--strict")
    assert done.returncode == 1
    for said in (
        "docs/articles/old-road.md:3: front-matter-value",
        "docs/articles/old-road.md:4: front-matter-unknown",
        "docs/relations.yml:3: relation-unknown: there is no claim stone-bridge#c9",
    ):
        assert said in done.stderr


def test_a_broken_front_matter_is_not_published_as_text(project, tmp_path):
    road = project / "docs" / "articles" / "old-road.md"
    road.write_text("---\ntitle: a: b\n---\n正文。\n", encoding="utf-8")
    done = build(project, tmp_path / "out")
    assert done.returncode == 0 and "docs/articles/old-road.md:2: front-matter-yaml" in done.stderr
    assert not (tmp_path / "out" / "zh-hans" / "articles" / "old-road").exists()
    assert build(project, tmp_path / "out", "mkdocs", "--strict").returncode == 1


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("docs/index.md", "about.md", "nowhere.md", "nowhere.md"),
        ("docs/articles/old-road.md", "stone-bridge.md#c2", "stone-bridge.md#c8", "#c8"),
        ("docs/articles/stone-bridge.md", "bridge.png", "gone.png", "gone.png"),
        ("mkdocs.yml", "- 关于: about.md", "- 关于: gone.md", "there is no page gone.md"),
        ("mkdocs.yml", "plugins: [digest]", "plugins: [{digest: {variants: [fr]}}]", "fr"),
        ("mkdocs.yml", "plugins: [digest]", "plugins: [{digest: {engine: nowhere}}]", "engine is 'nowhere'"),
        ("mkdocs.yml", "plugins: [digest]", "use_directory_urls: false\nplugins: [digest]", "use_directory_urls"),
    ],
)
def test_a_strict_build_finds_what_leads_nowhere(project, tmp_path, file, old, new, said):
    path = project / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    done = build(project, tmp_path / "out", "mkdocs", "--strict")
    assert done.returncode == 1 and said in done.stderr


def test_active_markup_stays_text_even_where_the_build_is_not_strict(project, tmp_path):
    road = project / "docs" / "articles" / "old-road.md"
    road.write_text(
        road.read_text(encoding="utf-8") + "\n坏<script>alert(1)</script>[链](javascript:alert(1))\n", encoding="utf-8"
    )
    assert "active-markup" in build(project, tmp_path / "out").stderr
    html = (tmp_path / "out" / "zh-hans" / "articles" / "old-road" / "index.html").read_text(encoding="utf-8")
    assert "<script>alert" not in html and 'href="javascript' not in html


def test_an_article_in_a_script_that_is_not_published_is_converted(project, tmp_path):
    config = project / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8").replace("[digest]", "[{digest: {variants: [zh-Hans]}}]"), encoding="utf-8"
    )
    out = built(project, tmp_path / "out")
    assert not (out / "zh-hant").exists()
    assert "头发一样细的裂缝" in (out / "zh-hans/articles/stone-bridge/index.html").read_text(encoding="utf-8")


def test_regions_are_full_variants(project, tmp_path):
    config = project / "mkdocs.yml"
    tags = "zh-Hans, zh-Hant, zh-Hant-TW, zh-Hant-HK"
    config.write_text(
        config.read_text(encoding="utf-8").replace("[digest]", f"[{{digest: {{variants: [{tags}]}}}}]"),
        encoding="utf-8",
    )
    road = project / "docs" / "articles" / "old-road.md"
    road.write_text(
        road.read_text(encoding="utf-8") + "\n软件里面有“内存”。-{zh-hans:博客;zh-tw:部落格;zh-hk:網誌}-\n",
        encoding="utf-8",
    )
    out = built(project, tmp_path / "out")
    pages = {
        tree: (out / tree / "articles/old-road/index.html").read_text(encoding="utf-8")
        for tree in ("zh-hans", "zh-hant", "zh-hant-tw", "zh-hant-hk")
    }
    for tree, said in {
        "zh-hans": "软件里面有“内存”。",
        "zh-hant": "軟件裡面有“內存”。",
        "zh-hant-tw": "軟體裡面有“記憶體”。",
        "zh-hant-hk": "軟件裏面有“內存”。",
    }.items():
        assert said in pages[tree]
    assert '<html lang="zh-Hant-HK"' in pages["zh-hant-hk"] and ">網誌</span>" in pages["zh-hant-hk"]
    assert pages["zh-hant-tw"].count("hreflang=") >= 8


def test_a_variant_written_by_hand_wins(project, tmp_path):
    road = (project / "docs" / "articles" / "old-road.md").read_text(encoding="utf-8")
    own = (
        road.replace("旧路", "人手寫的舊路")
        .replace("lang: zh-Hans", "lang: zh-Hant")
        .replace("桥不必修", "這座橋不必修")
    )
    (project / "docs" / "articles" / "old-road.zh-hant.md").write_text(own, encoding="utf-8")
    out = built(project, tmp_path / "out")
    page = (out / "zh-hant/articles/old-road/index.html").read_text(encoding="utf-8")
    assert "<h1>人手寫的舊路</h1>" in page and "這座橋不必修" in page
    assert "edit/main/docs/articles/old-road.zh-hant.md" in page
    assert "人手" not in (out / "zh-hans/articles/old-road/index.html").read_text(encoding="utf-8")


def test_a_heading_does_not_take_the_place_of_a_claim(project, tmp_path):
    road = project / "docs" / "articles" / "old-road.md"
    road.write_text(road.read_text(encoding="utf-8") + "\n## C1\n\n## P2\n\n完。\n", encoding="utf-8")
    html = (built(project, tmp_path / "out") / "zh-hant/articles/old-road/index.html").read_text(encoding="utf-8")
    assert html.count('id="c1"') == html.count('id="p2"') == 1
    assert 'id="h-c1"' in html and 'href="#h-c1"' in html
