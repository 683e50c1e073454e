"""Credits in odd forms, jobs behind names, days that close a piece: each beside the one that differs in one thing only."""

import pytest

from convert.evidence.fields.bylines import dispatch, labelled, of_pictures, reporters
from convert.evidence.fields.outlet import printed_source
from convert.pipeline import convert
from convert.text.days import iso_day

TEXT = [
    "仓库后面的铁门还开着，搬货的人把最后一箱橘子放上车，才想起钥匙落在了秤旁边。",
    "看门的老人说，他在这里守了二十年，见过的橘子比见过的人还要多，每一年的味道都不一样。",
    "第二天清早，雾还没有散，第一辆车已经开上了山路，司机把收音机拧到最大，好让自己不打瞌睡。",
]


def converted(before="", after="", head=""):
    title = "最后一箱橘子"
    paragraphs = "".join(f"<p>{text}</p>" for text in TEXT)
    html = f"<html><head><title>{title}</title>{head}</head><body><div><h1>{title}</h1>{before}{paragraphs}{after}</div></body></html>"
    return convert(html, "seeds/page.html")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("【采写】周远", ("周远",)),
        ("〔撰文〕周远 〔編輯〕何平", ("周远",)),
        ("（作者：周远，系江边茶叶研究所研究员）", ("周远",)),
        ("撰文・周远", ("周远",)),
        ("作者：周远，茶叶研究所研究员", ("周远",)),
        ("作者：周远，李小山", ("周远", "李小山")),
        ("作者：周远，中学教师", ("周远",)),
        ("Posted by 山風 at 2019-03-07", ("山風",)),
        ("March 7, 2019 by Lin Xiaodu", ("Lin Xiaodu",)),
        ("[1] Tea in the Hills, by John Smith. 2011.", ()),
        ("How Bridges Fall by John Smith", ()),
        ("By John Smith", ("John Smith",)),
    ],
)
def test_a_label_names_the_writer_and_no_more(line, names):
    assert labelled(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("编译林小渡／综合外电", ("林小渡",)),
        ("國際中心／編譯林小渡、陳禾／綜合報導", ("林小渡", "陳禾")),
        ("編譯中心／綜合報導", ()),
        ("編譯林小渡說，這條河／那條河", ()),
    ],
)
def test_who_put_foreign_news_together(line, names):
    assert dispatch(line) == names


def test_a_reporter_behind_the_day():
    assert reporters("2022/05/06 記者林小渡") == ("林小渡",)
    assert reporters("2022/05/06 記者走到江邊") == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("图 | 陈禾", ("陈禾",)),
        ("圖／陳禾", ("陳禾",)),
        ("图：老码头", ()),
        ("图 | 陈禾 说", ()),
        ("摄影：陈禾", ("陈禾",)),
    ],
)
def test_who_made_the_pictures(line, names):
    assert of_pictures(line) == names


def test_a_line_for_the_pictures_leaves_the_text():
    page = converted("<p>文 | 周远</p><p>图 | 陈禾</p>")
    assert page.metadata.author == ("周远",)
    assert "陈禾" not in page.markdown.split("---\n", 2)[2]


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("来源：微信公众号“江边散步”", "江边散步"),
        ("來源：微信公眾號「江邊散步」", "江邊散步"),
        ("来源：“江边散步”", "“江边散步”"),
    ],
)
def test_the_account_behind_its_kind(line, outlet):
    assert printed_source(line) == outlet


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("7 三月 2019", "2019-03-07"),
        ("三月 7, 2019", "2019-03-07"),
        ("十二月 31, 2019", "2019-12-31"),
        ("他在三月 7 号来过 2019 次", ""),
    ],
)
def test_the_name_of_the_month_beside_digits(text, day):
    assert iso_day(text) == day


@pytest.mark.parametrize(
    ("after", "day"),
    [
        ("<p align='right'>2019年3月7日</p>", "2019-03-07"),
        ("<p>橘子合作社</p><p>2019年3月7日</p>", "2019-03-07"),
        ("<p>（編輯：陳禾）1080307</p>", "2019-03-07"),
        ("<p>1080307</p>", "2019-03-07"),
        ("<p>他们约好2019年3月7日再来。</p>", ""),
        ("<p>1081307</p>", ""),
    ],
)
def test_a_day_that_signs_the_text(after, day):
    assert converted(after=after).metadata.date == day


def test_what_a_law_says_of_its_passing_is_not_when_it_was_published():
    passed = "<p>（2022年3月20日县人大常委会第四次会议通过）</p>"
    assert converted(f"<div>发布日期：2022-05-06</div>{passed}").metadata.date == "2022-05-06"
    assert converted(passed).metadata.date == ""
