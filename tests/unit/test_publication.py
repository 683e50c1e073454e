import pytest

from digest.articles.reading import read_article
from digest.files.settings import read_settings
from digest.plan.publication import Choice, choice, is_reserved, published
from digest.plan.site_plan import SitePlan

TEXT = """---
title: 石桥
lang: zh-Hans
rights: 未经许可，禁止转载
claims:
  - {id: c1, text: 桥要修。}
  - {id: c2, text: 桥要拆。}
definitions:
  - {id: d1, term: 桥}
---
开头的话谁也没有记住。-{H|zh-hans:拱券;zh-hant:拱圈}-

> 桥是过河的路，
> 谁都能走。<!--d1-->后面还有一句。

- 他说**桥要修。<!--c1-->别的不用**再说。
- 末了*又说*，见[旧路](old-road.md)，桥要拆。<!--c2-->
"""


def article(text=TEXT):
    read, found = read_article("docs/articles/a.md", "a", text)
    assert found == []
    return read


@pytest.mark.parametrize(
    "notice",
    [
        "未经许可，禁止转载",
        "本文原创发布于某站，未经许可，禁止转载",
        "未經授權，不得轉載",
        "转载请联系作者获得授权",
        "嚴禁以任何形式複製",
        "未经本网书面授权，请勿转载或建立镜像",
        "版权所有，侵权必究",
        "保留一切權利",
        "All Rights Reserved.",
        "授权转载请联系编辑部",
        "本作品著作权归作者所有，商业转载请联系作者获得授权",
        "谢绝转载",
        "不得以任何形式转载",
        "ＡＬＬ　ＲＩＧＨＴＳ　ＲＥＳＥＲＶＥＤ",
    ],
)
def test_a_notice_that_forbids_reposting_is_found(notice):
    assert is_reserved(notice)


@pytest.mark.parametrize(
    "notice",
    [
        "",
        "本文版权归原作者所有，转载文章仅为传播更多信息之目的",
        "转载请注明出处",
        "轉載請註明出處",
        "欢迎转载",
        "版权归作者",
        "遵循 CC 4.0 BY-SA 版权协议，转载请附上原文出处链接和本声明",
        "采用知识共享署名许可协议",
        "题图来自Unsplash，基于CC0协议",
    ],
)
def test_a_notice_that_does_not_is_left_alone(notice):
    assert not is_reserved(notice)


@pytest.mark.parametrize(
    ("head", "reserved", "wanted"),
    [
        ("", "full", Choice("full", "rights")),
        ("", "digest", Choice("digest", "rights")),
        ("publish: full\n", "digest", Choice("full", "front matter")),
        ("publish: digest\n", "full", Choice("digest", "front matter")),
    ],
)
def test_the_front_matter_wins_over_the_site(head, reserved, wanted):
    assert choice(article(TEXT.replace("lang:", head + "lang:")), reserved) == wanted


def test_nothing_bars_an_article_without_a_notice():
    assert choice(article(TEXT.replace("rights: 未经许可，禁止转载\n", "")), "digest") == Choice("full")


def test_a_digest_has_the_marked_sentences_and_nothing_else():
    whole = SitePlan({"a": article()})
    cut = published(whole, "digest").articles["a"]
    assert cut.publish == "digest" and cut.claims == whole.articles["a"].claims
    for kept in (
        "桥是过河的路，谁都能走。",
        "桥要修。",
        "桥要拆。",
        'id="c1"',
        'id="d1"',
        "[旧路](old-road.md)",
        "data-hold",
    ):
        assert kept in cut.body, kept
    for gone in ("开头的话", "后面还有一句", "别的不用", "再说", "**"):
        assert gone not in cut.body, gone
    assert cut.body.count("\n> ") == 3


def test_in_full_the_text_is_as_it_was():
    whole = SitePlan({"a": article()})
    assert published(whole, "full").articles["a"].body == whole.articles["a"].body


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("plugins: [digest]\n", "digest"),
        ("plugins:\n  - digest: {reserved_rights: full}\n", "full"),
        ("site_url: !ENV [SITE_URL, '']\nplugins:\n  digest: {reserved_rights: full}\n", "full"),
        ("plugins:\n  - search\n  - digest: {reserved_rights: nonsense}\n", "digest"),
        (": broken: [", "digest"),
    ],
)
def test_the_command_reads_the_option_of_the_site(tmp_path, written, wanted):
    (tmp_path / "mkdocs.yml").write_text(written, encoding="utf-8")
    assert read_settings(tmp_path / "mkdocs.yml").options.reserved_rights == wanted
