"""Computed links on the pages, where the site asks for them."""

import json

from bs4 import BeautifulSoup
from building import built

ARTICLE = """\
---
title: 新渡
lang: zh-Hans
author: [周舟]
claims:
  - {id: c1, text: 裂缝不用管，石桥不必修。}
---

裂缝不用管，石桥不必修，桥上的人照样过河。<!--c1-->
"""


def links(site, page):
    soup = BeautifulSoup((site / page / "index.html").read_text(encoding="utf-8"), "html.parser")
    return [
        (link["data-kind"], link.select_one(".dg-kind").text, link.select_one(".dg-link__reason").text.strip())
        for link in soup.select("#claim-c1 .dg-link")
    ]


def with_option(project, on=True):
    (project / "docs/articles/new-ferry.md").write_text(ARTICLE, encoding="utf-8")
    (project / "docs/concepts.yml").write_text("桥: [桥, 过河]\n", encoding="utf-8")
    config = project / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8").replace(
            "plugins: [digest]", f"plugins:\n  - digest: {{computed_links: {str(on).lower()}}}"
        ),
        encoding="utf-8",
    )
    return project


def test_a_computed_link_stands_last_and_says_that_it_is_one(project, tmp_path):
    site = built(with_option(project), tmp_path / "site")
    [simplified] = links(site, "zh-hans/articles/new-ferry")
    [traditional] = links(site, "zh-hant/articles/new-ferry")
    assert simplified[:2] == ("computed", "相关（自动）") and simplified[2].startswith("两句都谈：桥")
    assert traditional[:2] == ("computed", "相關（自動）") and traditional[2].startswith("兩句都談：橋")
    data = json.loads((site / "digest.json").read_text(encoding="utf-8"))
    [computed] = [link for link in data["links"] if link["origin"] == "computed"]
    assert computed["relation"] is None and 0 < computed["score"] < 1 and "new-ferry#c1" in computed.values()
    other = next(ref for ref in (computed["from"], computed["to"]) if ref != "new-ferry#c1")
    kinds = [kind for kind, *_ in links(site, f"zh-hans/articles/{other.partition('#')[0]}")]
    assert kinds.count("computed") == (1 if other.endswith("#c1") else 0) and kinds == sorted(
        kinds, key="computed".__eq__
    )


def test_none_is_shown_of_a_pair_that_is_kept_apart_or_refused(project, tmp_path):
    folder = with_option(project)
    (folder / "docs/suggestions.yml").write_text("- refused: new-ferry#c1 ? old-road#c1\n", encoding="utf-8")
    relations = folder / "docs/relations.yml"
    relations.write_text(
        relations.read_text(encoding="utf-8")
        + "".join(f"- new-ferry#c1 unrelated stone-bridge#{claim}: 说的不是一回事\n" for claim in ("c1", "c2")),
        encoding="utf-8",
    )
    site = built(folder, tmp_path / "site")
    assert links(site, "zh-hans/articles/new-ferry") == []
    assert not (site / "suggestions.yml").exists()


def test_a_site_that_does_not_ask_has_none(project, tmp_path):
    site = built(with_option(project, False), tmp_path / "site")
    assert links(site, "zh-hans/articles/new-ferry") == []
