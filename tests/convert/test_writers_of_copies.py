"""Who wrote it, as papers of the mainland, Hong Kong and Taiwan print it beside and in a copied report."""

import pytest

from convert.evidence.fields.names import is_name, split_names
from convert.pipeline import convert

TITLE = "渡口的旧船下月改作书屋"
TEXT = [
    "镇上决定把停在渡口的旧船改成书屋，下月起动工，工期两个月，由原来的船工照看，书由读者捐出。",
    "另外，旧船的发动机留在舱里，供孩子们看，船工说他每天都来擦一遍，擦完再上岸吃饭。",
]
ONE = ("周以安",)
ACCOUNT = ("zhouyian",)
STEPS = [f"第{n}步 擦舱板" for n in range(1, 16)]
ABOVE = {
    "国际中心／周以安報導": ONE,
    "娛樂中心／綜合報導": (),
    "周以安 / 綜合報導": ONE,
    "[江边新闻] 周以安 綜合報導": ONE,
    "江边報 / 記者周以安": ONE,
    "報導．攝影／周以安": ONE,
    "報導╱周以安": ONE,
    "報導、攝影／周以安": ONE,
    "文字整理／周以安": ONE,
    "江边晨报首席记者周以安报道": ONE,
    "本报评论员 周以安": ONE,
    "通讯员 周以安": ONE,
    "江边日报通讯员 周以安": ONE,
    "记者周以安 摄影何小满": ONE,
    "本报记者周以安 通讯员何小满 文/图": ("周以安", "何小满"),
    "本报记者周以安、何小满": ("周以安", "何小满"),
    "发布者：周以安发布时间：2021-03-04浏览次数：104": ONE,
    "責任編輯：周以安": (),
    "作者：专辑": (),
    "周以安／綜合報導 發布時間：2021-03-04 18:28 更新時間：2021-03-04 18:29": ONE,
    "作者 周以安 发布于 三月 4, 2021 |": ONE,
    "Author: zhouyian": ACCOUNT,
    "Author: zhouyian Date: 三月 4, 2021 Category: 渡口": ACCOUNT,
    "Post author: zhouyian": ACCOUNT,
    "author: zhouyian": (),
    "Posted on March 4, 2021 by zhouyian": ACCOUNT,
    "2021年03月04日 by zhouyian 2 Comments": ACCOUNT,
    "By zhouyian": ACCOUNT,
    "By the way": (),
    "2021-03-04 sorted by name": (),
    "2021-03-04 · 3 min · 617 words · zhouyian": ACCOUNT,
    "@zhouyian · Mar 4, 2021 · 1 min read": ACCOUNT,
    "2021-03-04 · 3 分钟 · Python": (),
}
OPENING = {
    "晨报首席记者周以安报道 ": ONE,
    "江边新闻网讯 记者周以安报道 ": ONE,
    "（特派員周以安／東京4日電）": ONE,
    "【本報訊】": (),
}


def authors(*lines):
    return convert("\n".join(["首页", "要闻", TITLE, *lines, "分享到：", "相关新闻"]), "x").metadata.author


@pytest.mark.parametrize("line", ABOVE)
def test_beside_the_day(line):
    assert authors(line, "2021-03-04 10:20", *TEXT) == ABOVE[line]


@pytest.mark.parametrize("line", OPENING)
def test_at_the_head_of_the_report(line):
    assert authors("2021-03-04 10:20 来源：江边网", line + TEXT[0], TEXT[1]) == OPENING[line]


@pytest.mark.parametrize(
    "sentence",
    [
        "记者周以安看见船开走了。",
        "报导／新闻的两种写法都在书里。",
        "整理的人走了，周以安还在。",
        "据江边媒体报道：旧船开走。",
    ],
)
def test_a_sentence_that_speaks_of_reporters_names_nobody(sentence):
    assert authors("2021-03-04 10:20", TEXT[0], sentence, TEXT[1]) == ()


def test_an_outlet_that_the_copy_names_stands_before_the_person():
    assert authors("文｜江边 周以安", "2021-03-04 10:20", "【江边网】" + TEXT[0], TEXT[1]) == ONE


@pytest.mark.parametrize("button", ["列印", "打印", "收聽", "收听", "字大小", "字型大小"])
def test_a_button_beside_the_day_is_nobody(button):
    assert not is_name(button)


@pytest.mark.parametrize("line", ["Original周以安", "Original 周以安"])
def test_what_says_that_a_text_is_its_accounts_own_is_no_part_of_a_name(line):
    assert split_names(line) == ("周以安",)
    assert split_names("Original Sin") == ("Original Sin",)


@pytest.mark.parametrize("buttons", ["", " + 追蹤 已追蹤", " 關注", "＋关注"])
def test_buttons_to_follow_a_writer_are_no_part_of_the_name(buttons):
    assert authors(f"周以安{buttons}", "2021-03-04 10:20", *TEXT) == ONE


@pytest.mark.parametrize("label", ["文字", "採訪", "作者"])
def test_the_name_stands_below_its_label(label):
    assert authors("3/26/2021", label, "周以安", "設計", "何小满", *TEXT) == ONE


@pytest.mark.parametrize("label", ["文章作者：", "本文作者: ", "作者： ", "Post author: ", "Author: "])
def test_however_far_below_where_its_address_follows(label):
    article = convert("\n".join([TITLE, *TEXT, *STEPS, f"{label}周以安", "文章链接：https://a.example/4", "首页"]), "x")
    assert article.metadata.author == ONE


def test_far_below_a_label_without_an_address_names_who_wrote_another_article():
    article = convert("\n".join([TITLE, *TEXT, *STEPS, "作者：周以安", "首页"]), "x")
    assert article.metadata.author == ()
