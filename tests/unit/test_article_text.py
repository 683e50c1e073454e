"""An article as plain Markdown, and the lists of them."""

from published import imprint, plan, views

from digest.exports.markdown.article_text import NAME, article_text
from digest.exports.markdown.llms import A_FILE, llms_files, llms_root

STONE = """---
title: '桥[一]<b>'
lang: zh-Hans
author: [陈石]
source_url: https://example.org/stone
summary: 头发一样细的裂缝。
claims:
  - {id: c1, text: 桥要修。}
  - {id: c2, text: 桥要拆。, holder: 老王}
---
桥要修。<!--c1-->桥要拆。<!--c2-->
"""


def made(tag, root="https://example.org/d/", html='<p>见<a href="../road/#c1">旧路</a>。</p>'):
    return article_text(imprint(tag, root), views(plan(stone=STONE), tag).article("stone"), html)


def test_the_head_says_what_is_known():
    text = made("zh-Hant")
    assert text.startswith(
        "# 橋\\[一\\]&lt;b>\n\n- 作者：陳石\n- 首發：出處不詳\n- 日期：日期不詳\n- 原文：<https://example.org/stone>\n"
    )
    assert "- 網頁：<https://example.org/d/zh-hant/articles/stone/>" in text
    assert "## 摘要\n\n頭髮一樣細的裂縫。\n\n摘要：編者\n" in text
    assert "1. 橋要修。\n2. 橋要拆。（老王）\n" in text


def test_links_are_full_where_the_site_knows_its_address():
    assert "[旧路](https://example.org/d/zh-hans/articles/road/#c1)" in made("zh-Hans")
    bare = made("zh-Hans", root="")
    assert "[旧路](../road/#c1)" in bare and "网页" not in bare


def test_lists_are_bounded_and_lead_on():
    digest = plan(**{f"a{number}": STONE for number in range(A_FILE * 2 + 1)})
    files = dict(llms_files(imprint("zh-Hant"), list(digest.articles), views(digest, "zh-Hant"), NAME))
    assert list(files) == ["llms.txt", "llms-2.txt", "llms-3.txt"]
    counts = [text.count("/index.md)") for text in files.values()]
    assert counts == [A_FILE, A_FILE, 1]
    assert "(https://example.org/d/zh-hant/llms-3.txt)" in files["llms.txt"]
    assert (
        "- [橋\\[一\\]&lt;b>](https://example.org/d/zh-hant/articles/a0/index.md): 頭髮一樣細的裂縫。（陳石，日期不詳）"
        in files["llms.txt"]
    )


def test_the_root_leads_to_each_script():
    text = llms_root([imprint("zh-Hans", root=""), imprint("zh-Hant", root="")])
    assert "(zh-hans/llms.txt)" in text and "(zh-hant/llms.txt)" in text and "# 石桥文摘 &lt;一>" in text
