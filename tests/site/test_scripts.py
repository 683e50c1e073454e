"""Each tree is in its own script, interface words included, and another engine can be plugged in."""

import pytest
from building import PROJECT, built
from scripts import strays


@pytest.fixture(scope="module")
def digest(tmp_path_factory):
    return built(PROJECT, tmp_path_factory.mktemp("digest") / "site")


@pytest.mark.parametrize(("folder", "tag"), [("zh-hans", "zh-Hans"), ("zh-hant", "zh-Hant")])
def test_no_page_of_the_digest_has_a_character_of_the_other_script(digest, folder, tag):
    pages = sorted((digest / folder).rglob("*.html"))
    assert len(pages) > 10
    assert {page.relative_to(digest).as_posix(): found for page in pages if (found := strays(page, tag))} == {}


def test_the_scan_sees_what_a_reader_sees(tmp_path):
    page = tmp_path / "page.html"
    page.write_text(
        '<html lang="zh-Hant"><title>书</title><p title="个">後<a hreflang="zh-Hans" lang="zh-Hans">简体</a>头'
        '<b translate="no">页</b><code>码</code></p><script>发</script></html>',
        encoding="utf-8",
    )
    assert strays(page, "zh-Hant") == ["书", "个", "头"]


ENGINE = """
class Loud:
    def __init__(self, configuration):
        self.configuration = configuration

    def convert(self, string):
        return string.replace("桥", f"橋({self.configuration})")
"""


def test_another_engine_converts_what_is_converted_and_nothing_else(project, tmp_path):
    (project / "loud_engine.py").write_text(ENGINE, encoding="utf-8")
    config = project / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8").replace(
            "plugins: [digest]", "plugins: [{digest: {engine: 'loud_engine:Loud'}}]"
        ),
        encoding="utf-8",
    )
    road = project / "docs" / "articles" / "old-road.md"
    road.write_text(road.read_text(encoding="utf-8") + "\n两座桥，-{一座桥}-，`桥`。\n", encoding="utf-8")
    out = built(project, tmp_path / "out")
    converted, original = (
        (out / folder / "articles" / "old-road" / "index.html").read_text(encoding="utf-8")
        for folder in ("zh-hant", "zh-hans")
    )
    assert "两座橋(s2tw)，" in converted and ">一座桥</span>，<code>桥</code>。" in converted
    assert "橋(" not in original and "两座桥，" in original
