"""What clippers write above a text, marks that one editor alone knows, and what feeds and servers wrap around an entry."""

import json

import pytest

from convert.pipeline import convert

TITLE = "雨季之前的屋顶"
PROSE = [
    "雨季之前，镇上的人都要爬上屋顶，把去年裂开的瓦一块一块换下来，换下来的碎瓦铺在院子里的小路上。",
    "瓦匠只剩下一位，姓秦，今年六十七岁，他上屋顶不用梯子，踩着墙边的老枣树就上去了，下来也是一样。",
    "他说屋顶漏雨多半不是瓦的错，是椽子歪了，水顺着歪的那一边走，走着走着就找到了缝，谁也拦不住它。",
]
TEXT = "\n\n".join(PROSE)
PAGE = "https://roof.example.com/a/9.html"
EXCERPT = PROSE[0][:30]
CARDS = {
    "links": f"# {TITLE}\n\n{EXCERPT}…\n\n[Read in Notes](https://notes.example.com/1)  \n[Read Original]({PAGE})  \n\n---\n",
    "a tag and links": f"# {TITLE}\n#Notes\n\n[Read on Notes](https://notes.example.com/1)\n[Read Original]({PAGE})\n",
    "an excerpt": f"---\nsource: {PAGE}\nauthor: \n---\n\n# {TITLE} - 屋顶网\n\n> ## Excerpt\n> {EXCERPT}\n\n---\n# {TITLE}\n",
    "fields": f"Title: {TITLE}\n\nURL Source: {PAGE}\n\nMarkdown Content:\n",
    "fields of a table": f"# {TITLE}\n\nURL: {PAGE}\n创建时间: 2026年11月7日 09:12\n标签: 屋顶, 雨\n",
    "a list of fields": f"# {TITLE}\n\n## Metadata\n- Full Title: {TITLE}\n- Category: #articles\n- URL: {PAGE}\n\n## Full Document\n",
    "two colons": f"title:: {TITLE}\nurl:: {PAGE}\n",
    "a linked address": f"# {TITLE}\n\n原文链接：[{PAGE}]({PAGE})\n",
    "a box": f"> [!info] 本文由 [简悦 SimpRead](http://ksria.com/simpread/) 转码， 原文地址 [x]({PAGE})\n\n# {TITLE}\n",
}


def body(markdown):
    return markdown.split("---\n", 2)[2].strip()


@pytest.mark.parametrize("kind", CARDS)
def test_the_card_of_a_clipper_gives_the_address_and_is_no_text(kind):
    article = convert(f"{CARDS[kind]}\n{TEXT}\n", "x")
    assert body(article.markdown) == TEXT
    assert (article.metadata.title, article.metadata.source_url) == (TITLE, PAGE)
    assert article.metadata.date == ""


def test_lines_with_colons_that_lead_to_no_page_are_text():
    line = "链接：从这片屋顶到那片屋顶，一共是十九级台阶，他数过很多遍，一级也没有少过。"
    assert line in convert(f"# {TITLE}\n\n{line}\n\n{TEXT}", "x").markdown


@pytest.mark.parametrize("end", [" > 本文由简悦 SimpRead 转码", f"\n\n> 参考原文链接：{PAGE} 本文由简悦 SimpRead 转码"])
def test_the_line_of_a_clipper_behind_the_text_goes(end):
    article = convert(f"# {TITLE}\n\n{TEXT}{end}", "x")
    assert body(article.markdown) == TEXT
    assert article.metadata.source_url == (PAGE if PAGE in end else "")


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (f"source: {PAGE}\ncreated: 2026-11-07", ""),
        (f"url: {PAGE}\ncreated: 2026-11-07\npublished: 2022-05-06", "2022-05-06"),
        (f"url: {PAGE}\nupdated: 2026-11-07\ndate: 2022-05-06", "2022-05-06"),
        ("created: 2022-05-06", "2022-05-06"),
    ],
)
def test_when_somebody_clipped_a_page_is_not_its_day(head, day):
    assert convert(f"---\ntitle: {TITLE}\n{head}\n---\n\n{TEXT}", "x").metadata.date == day


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("==先看椽子==，再看瓦片，这是他教徒弟的第一句话。", "先看椽子，再看瓦片，这是他教徒弟的第一句话。"),
        (":::info\n先看椽子，再看瓦片，这是他教徒弟的第一句话。\n:::", "先看椽子，再看瓦片，这是他教徒弟的第一句话。"),
        ("> [!TIP]\n> 先看椽子，再看瓦片。", "> 先看椽子，再看瓦片。"),
        ('<font style="color:red">先看椽子，再看瓦片，这是第一句。</font>', "先看椽子，再看瓦片，这是第一句。"),
        ('<callout emoji="bulb">\n先看椽子，再看瓦片。\n</callout>', "> 先看椽子，再看瓦片。"),
        ("```\nif a==b and c==d:\n    :::\n```", "```\nif a==b and c==d:\n    :::\n```"),
        (
            '<lark-table rows="2">\n\n  <lark-tr>\n    <lark-td>\n      瓦 {align="center"}\n    </lark-td>\n    <lark-td>\n      价\n    </lark-td>\n'
            "  </lark-tr>\n  <lark-tr>\n    <lark-td>青瓦</lark-td>\n    <lark-td>两块</lark-td>\n  </lark-tr>\n</lark-table>",
            "| 瓦 | 价 |\n| --- | --- |\n| 青瓦 | 两块 |",
        ),
    ],
)
def test_marks_of_one_editor_become_common_ones(written, shown):
    text = f"---\ntitle: {TITLE}\n---\n\n# {TITLE}\n\n{PROSE[0]}\n\n{written}\n\n{PROSE[1]}\n\n{PROSE[2]}"
    assert body(convert(text, "x").markdown).split("\n\n", 1)[1] == f"{shown}\n\n{PROSE[1]}\n\n{PROSE[2]}"


ENTRY = {"title": TITLE, "content": "".join(f"<p>{text}</p>" for text in PROSE), "url": PAGE}


@pytest.mark.parametrize(
    "data",
    [
        {"posts": [{**ENTRY, "primary_author": {"name": "周远"}}]},
        {"code": 0, "data": {**ENTRY, "author": {"name": "周远"}}},
        {"title": "屋顶网", "author": {"name": "周远"}, "items": [ENTRY]},
        {**ENTRY, "author": 3, "_embedded": {"author": [{"id": 3, "name": "周远"}]}},
    ],
)
def test_what_a_server_wraps_around_an_entry_is_opened(data):
    article = convert(json.dumps(data, ensure_ascii=False), "x")
    assert body(article.markdown) == TEXT
    assert (article.metadata.title, article.metadata.author) == (TITLE, ("周远",))


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ("<author>z@example.com (周远)</author>", ("周远",)),
        ("<author>z@example.com</author>", ()),
        ("<dc:creator>周远</dc:creator>", ("周远",)),
    ],
)
def test_an_address_of_mail_is_nobodys_name(given, names):
    item = f"<item><title>{TITLE}</title>{given}<description><![CDATA[{ENTRY['content']}]]></description></item>"
    assert convert(f"<rss><channel><title>屋顶网</title>{item}</channel></rss>", "x").metadata.author == names


def test_who_writes_a_feed_wrote_its_entry():
    entry = f"<entry><title>{TITLE}</title><content><![CDATA[{ENTRY['content']}]]></content></entry>"
    feed = (
        f"<feed><title>屋顶网</title><author><name>周远</name><uri>https://x.example.com</uri></author>{entry}</feed>"
    )
    assert convert(feed, "x").metadata.author == ("周远",)


def test_an_article_that_was_converted_keeps_the_marks_that_its_editor_wrote():
    marked = TEXT.replace("一块一块", "==一块一块==")
    own = f"---\ntitle: {TITLE}\nlang: zh-Hans\nraw: seeds/roof.html\n---\n\n{marked}\n"
    assert "==一块一块==" in convert(own, "seeds/roof.html").markdown
    assert "==" not in convert(own.replace("lang: zh-Hans\n", ""), "seeds/roof.html").markdown
