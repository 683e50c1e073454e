"""The same site from either host, and what a build says of a contributor's fault."""

import re
from html.parser import HTMLParser

import pytest
from bs4 import BeautifulSoup
from building import PROJECT, build, built


def files(folder):
    return {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}


def test_properdocs_builds_the_same_site(site, original, tmp_path):
    one, other = files(site), files(built(original, tmp_path / "properdocs", "properdocs"))
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


class Active(HTMLParser):
    """What of the hostile texts would run on a page."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found += [
            value for name, value in attrs if name.startswith("on") or (value or "").startswith("javascript:a")
        ]

    def handle_data(self, data):
        self.found += [data] if self.cdata_elem and data.strip().startswith("alert") else []


HOSTILE = {
    "docs/articles/old-road.md": "\n坏<script>alert(1)</script>[链](javascript:alert(1))\n",
    "docs/about.md": "\n`\n\n<img src=x onerror=alert(1)>\n\n`\n",
    "docs/index.md": "\n<div onclick=alert(1)>甲</div>\n",
}


def test_active_markup_is_published_nowhere_and_named_with_its_line(project, tmp_path):
    lines = {}
    for name, added in HOSTILE.items():
        path = project / name
        text = path.read_text(encoding="utf-8")
        path.write_text(text + added, encoding="utf-8")
        at = next(number for number, line in enumerate(added.split("\n")) if "<" in line)
        lines[name] = text.count("\n") + 1 + at
    said = build(project, tmp_path / "out").stderr
    for name, line in lines.items():
        assert f"{name}:{line}: active-markup" in said
    for page in (tmp_path / "out").rglob("*.html"):
        assert not Active(page.read_text(encoding="utf-8")).found, page
    again = build(project, tmp_path / "again").stderr
    assert said.count("active-markup") == again.count("active-markup") == 4
    assert build(project, tmp_path / "strict", "mkdocs", "--strict").returncode == 1


def test_only_pages_pictures_and_data_of_the_docs_folder_are_published(project, tmp_path):
    docs = project / "docs"
    for name in ("evil.js", "evil.html", "_redirects", "own.css"):
        (docs / name).write_text("x", encoding="utf-8")
    (docs / "evil.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', encoding="utf-8")
    (docs / "passwd.md").symlink_to("/etc/passwd")
    (project / "mkdocs.yml").write_text(
        (project / "mkdocs.yml").read_text(encoding="utf-8") + "extra_css: [own.css]\n", encoding="utf-8"
    )
    done = build(project, tmp_path / "out")
    assert done.returncode == 0 and "root:" not in "".join(
        page.read_text(encoding="utf-8") for page in (tmp_path / "out").rglob("*.html")
    )
    assert {path.name for path in (tmp_path / "out").iterdir()} >= {"own.css"}
    for name, code in (("evil.js", "file-kind"), ("evil.svg", "picture-active"), ("passwd.md", "file-outside")):
        assert not (tmp_path / "out" / name).exists() and f"docs/{name}:1: {code}" in done.stderr
    assert not (tmp_path / "out" / "evil.html").exists() and not (tmp_path / "out" / "_redirects").exists()


def test_a_folder_that_holds_itself_ends_the_build_with_its_name(project, tmp_path):
    (project / "docs" / "round").symlink_to(project / "docs", target_is_directory=True)
    done = build(project, tmp_path / "out")
    assert done.returncode == 1 and "docs/round:1: file-outside" in done.stderr and "Traceback" not in done.stderr


def test_a_page_cannot_take_its_readers_elsewhere_by_its_head(project, tmp_path):
    about = project / "docs" / "about.md"
    about.write_text(
        "---\ntitle: '</title><script>alert(1)</script>'\ntemplate: redirect.html\nlocation: http://127.0.0.1:9998/\n"
        "icon: ../../x\n---\n\n# 关于\n",
        encoding="utf-8",
    )
    assert build(project, tmp_path / "out").returncode == 0
    html = (tmp_path / "out" / "zh-hant" / "about" / "index.html").read_text(encoding="utf-8")
    assert "<script>alert" not in html and "9998" not in html


def test_what_is_nested_too_deep_is_a_finding_and_the_rest_is_published(project, tmp_path):
    road = project / "docs" / "articles" / "old-road.md"
    road.write_text(road.read_text(encoding="utf-8") + "\n" + "- " * 2000 + "深\n", encoding="utf-8")
    about = project / "docs" / "about.md"
    about.write_text(about.read_text(encoding="utf-8") + "\n" + "<div>" * 3000 + "深\n", encoding="utf-8")
    (about.parent / "articles" / "deep.md").write_text(
        "---\ntitle: 深\nlang: zh-Hans\nsummary: 深。\n---\n\n" + "<blockquote>" * 3000 + "深\n", encoding="utf-8"
    )
    done = build(project, tmp_path / "out")
    assert done.returncode == 0 and "too-deep" in done.stderr and "Traceback" not in done.stderr
    assert (tmp_path / "out" / "zh-hant" / "articles" / "stone-bridge" / "index.html").is_file()


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
    assert BeautifulSoup(page, "html.parser").h1.get_text() == "人手寫的舊路" and "這座橋不必修" in page
    assert "edit/main/docs/articles/old-road.zh-hant.md" in page
    assert "人手" not in (out / "zh-hans/articles/old-road/index.html").read_text(encoding="utf-8")


def test_a_heading_does_not_take_the_place_of_a_claim(project, tmp_path):
    road = project / "docs" / "articles" / "old-road.md"
    road.write_text(road.read_text(encoding="utf-8") + "\n## C1\n\n## P2\n\n完。\n", encoding="utf-8")
    html = (built(project, tmp_path / "out") / "zh-hant/articles/old-road/index.html").read_text(encoding="utf-8")
    assert html.count('id="c1"') == html.count('id="p2"') == 1
    assert 'id="h-c1"' in html and 'href="#h-c1"' in html
