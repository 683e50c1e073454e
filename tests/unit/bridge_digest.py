"""A digest about a bridge, with one claim, and pages that meet it, repost it or are beside the point."""

from archive_pages import BOATS, LIST, page

from digest.zh.script import Script

OWN = """---
title: 修桥记
lang: zh-Hans
author: [陈石]
date: 2020-05-01
claims:
  - {id: c1, text: 石桥应该由造桥的人来修}
---
河上的石桥旧了，大家商量了很久。石桥应该由造桥的人来修，因为只有他们知道石料从哪里来。<!--c1-->别的话以后再说。
"""
AGAINST = "石桥不应该由造桥的人来修，因为造桥的人只想着造新桥。"
CONCEPTS = "石桥: [石桥]\n造桥的人: [造桥的人]\n"
PATTERNS = (("石桥", ("石桥",)), ("造桥的人", ("造桥的人",)))


def written(root):
    """The digest, written in the folder ``root``."""
    docs = root / "docs"
    (docs / "articles").mkdir(parents=True)
    (docs / "articles" / "own.md").write_text(OWN, encoding="utf-8")
    (docs / "index.md").write_text("# 桥\n", encoding="utf-8")
    (docs / "concepts.yml").write_text(CONCEPTS, encoding="utf-8")
    (root / "mkdocs.yml").write_text("site_name: 桥\nplugins: [digest]\n", encoding="utf-8")
    return root


def pages():
    """A page that meets the claim, two reposts of it, a list, and a page about other things."""
    first = page("石桥", AGAINST, title="造桥的人不该修桥", author="李四")
    other = page(
        "石桥",
        AGAINST,
        tail="编者按：本文转自别处，略有删节，标题是编者加的，文中的观点与本报没有关系。",
        title="转载：桥",
        day="2021-08-01",
    )
    hant = Script().convert(first.decode(), "zh-Hans", "zh-Hant").encode()
    return {
        "first.html": first,
        "repost.html": other,
        "hant.html": hant,
        "list.html": LIST,
        "aside.html": page("木船", "木船要漆。", author="赵六", paragraphs=BOATS),
    }
