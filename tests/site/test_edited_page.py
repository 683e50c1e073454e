"""While a large site is served, the page of an edited article stands at once, as a whole build makes it."""

from threading import Condition
from types import SimpleNamespace

import pytest
from mkdocs.commands.build import build  # noqa: TID251 - the host that serves
from mkdocs.config import load_config  # noqa: TID251
from watchdog.events import FileModifiedEvent

from digest.mkdocs_adapter import editing
from digest.mkdocs_adapter.editing import Served

CONFIG = """\
site_name: 桥
theme: {name: material, font: false}
plugins: [{digest: {epub: false, cards: false}}]
"""
BRIDGE = """\
---
title: 石桥
lang: zh-Hans
author: [甲]
claims:
  - {id: c1, text: 桥要修}
---

## 桥

石桥已经很老了。桥要修，<!--c1-->不然会塌。

过桥的人不多。
"""
RIVER = """\
---
title: 小河
lang: zh-Hant
author: [乙]
claims:
  - {id: c1, text: 河水很深}
---

河水很深。<!--c1-->橋在河上。
"""


@pytest.fixture
def served(tmp_path, monkeypatch):
    """A function that builds the site as a server does, and gives the plugin of that build."""
    monkeypatch.setattr(editing, "FEW", 2)
    articles = tmp_path / "docs" / "articles"
    articles.mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "docs" / "index.md").write_text("# 桥\n", encoding="utf-8")
    (tmp_path / "docs" / "relations.yml").write_text("- stone#c1 disputes river#c1: 水深\n", encoding="utf-8")
    (articles / "stone.md").write_text(BRIDGE, encoding="utf-8")
    (articles / "river.md").write_text(RIVER, encoding="utf-8")

    def built():
        config = load_config(str(tmp_path / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
        config.plugins.on_startup(command="serve", dirty=False)
        build(config, serve_url="http://localhost:8000/")
        return config.plugins["digest"]

    built.root, built.articles = tmp_path, articles
    return built


def pages(root, slug):
    return {
        tag: (root / "site" / tag / "articles" / slug / "index.html").read_bytes() for tag in ("zh-hans", "zh-hant")
    }


SHOWN_AT_ONCE = (
    ("stone", "过桥的人不多。", "过桥的人不多，<script>alert(1)</script>发现的人更少。\n\n## 新的一节\n\n完了。"),
    ("stone", "不然会塌", "不然**明天**就塌"),
    ("stone", "title: 石桥", "title: 石桥 <旧>\nlead: 修桥的事"),
    ("stone", "桥要修，<!--c1-->", "桥，都说桥要修。<!--c1-->"),
    ("river", "橋在河上。", "橋在河上，發現的人不多。"),
)
FOR_ALL = (
    ("text: 桥要修", "text: 桥不要修"),
    ("{id: c1, text: 桥要修}", "{id: c1, text: 桥要修}\n  - {id: c2, text: 过桥的人不多}"),
    ("author: [甲]", "author: [丙]"),
    ("lang: zh-Hans", "lang: zh-Hant"),
    ("lang: zh-Hans", "lang: zh-Hans\npublish: digest"),
    ("lang: zh-Hans", "lang: zh-Hans\nrights: 未经许可，禁止转载"),
    ("lang: zh-Hans", "lang: zh-Hans\nterms: {石桥: 石板橋}"),
    ("title: 石桥", "title: ["),
)


def test_the_page_is_that_of_a_whole_build(served):
    plugin = served()
    for slug, old, new in SHOWN_AT_ONCE:
        file, stood = served.articles / f"{slug}.md", pages(served.root, slug)
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")
        assert plugin.editing.known(file) and plugin.editing.shown(file), new
        at_once = pages(served.root, slug)
        plugin = served()
        assert at_once == pages(served.root, slug) and all(at_once[tag] != stood[tag] for tag in stood), new


def test_what_others_go_by_has_the_whole_site_built(served):
    plugin = served()
    file, stood = served.articles / "stone.md", pages(served.root, "stone")
    for old, new in FOR_ALL:
        assert old in BRIDGE
        file.write_text(BRIDGE.replace(old, new), encoding="utf-8")
        assert not plugin.editing.shown(file), new
    assert pages(served.root, "stone") == stood


def test_the_others_follow_in_a_pause(served, monkeypatch):
    monkeypatch.setattr(editing, "PAUSE_SECONDS", 0.0)
    plugin = served()
    asked, whole = Condition(), []
    server = SimpleNamespace(
        builder=lambda: whole.append(1),
        observer=SimpleNamespace(schedule=lambda *_, **__: None),
        _rebuild_cond=asked,
        _want_rebuild=False,
    )
    assert editing.can_be_asked(server)
    Served.follow(server, served.root / "docs", lambda: plugin.editing)

    def changed(*names):
        for name in names:
            server.builder.on_any_event(FileModifiedEvent(str(served.root / "docs" / name)))
        server.builder()
        return len(whole)

    # A file of an editor's own beside it has no say.
    assert changed("articles/stone.md", "articles/.stone.md.swp") == 0
    with asked:
        assert asked.wait_for(lambda: server._want_rebuild, timeout=60)
    server.builder()
    assert len(whole) == 1
    assert changed("relations.yml") == 2 and changed("articles/stone.md", "relations.yml") == 3
    (served.articles / "river.md").unlink()
    assert changed("articles/river.md") == 4
    plugin.editing = None
    assert changed("articles/stone.md") == 5
