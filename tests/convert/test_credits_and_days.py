"""Credits in odd forms, jobs behind names, days that close a piece: each beside the one that differs in one thing only."""

import pytest

from convert.evidence.fields.bylines import dispatch, labelled, of_pictures, reporters
from convert.evidence.fields.outlet import printed_source
from convert.evidence.fields.unlabelled import before_role, beside_day
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
        ("采写、摄影：周远", ("周远",)),
        ("（作者周远系清江县农科站副站长）", ("周远",)),
        ("（作者认为是石头的错，不是水的错）", ()),
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


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("原创 林小渡 江边散步 2022-05-06", ("林小渡",)),
        ("林小渡 陈禾 2022-05-06", ("林小渡", "陈禾")),
        ("2022-05-06 08:00 湖北", ()),
        ("林小渡發佈於生活2022/05/06閱讀時間約 5 分鐘", ("林小渡",)),
    ],
)
def test_names_beside_the_day(line, names):
    assert beside_day(line) == names


def test_who_wrote_and_who_translated_before_the_day():
    assert before_role("［英］玛丽·琼斯 著　林小渡 译 2019-03-07") == ("玛丽·琼斯",)


def test_the_reporter_in_the_head_of_a_dispatch():
    assert reporters("本报清江3月7日电　记者林小渡报道：采茶的日子只有二十天。") == ("林小渡",)
    assert reporters("本报清江3月7日电　记者走到江边，采茶的日子只有二十天。") == ()


def test_writers_that_stand_side_by_side_wrote_it_together():
    each = '<span class="author vcard"><a href="/author/{0}">{0}</a></span> '
    assert converted(each.format("周远") + each.format("何平")).metadata.author == ("周远", "何平")
    assert converted(each.format("周远") + each.format("周远")).metadata.author == ("周远",)


def test_a_stamp_is_no_part_of_the_title_and_a_labelled_title_is_one():
    html = "<html><head><title>最后一箱橘子的故事_江边网</title></head><body><h1>最后一箱橘子的故事 <small>原创</small></h1>{}</body></html>"
    page = convert(html.format("".join(f"<p>{text}</p>" for text in TEXT)), "x")
    assert page.metadata.title == "最后一箱橘子的故事"
    copy = convert("标题：最后一箱橘子的故事\n\n作者：周远\n\n" + "\n\n".join(TEXT), "x")
    assert copy.metadata.title == "最后一箱橘子的故事"
    assert "标题" not in copy.markdown


def test_a_line_above_pasted_html_is_its_title():
    page = convert("最后一箱橘子的故事\n\n<div>" + "".join(f"<p>{text}</p>\n" for text in TEXT) + "</div>", "x")
    assert page.metadata.title == "最后一箱橘子的故事"
    assert TEXT[0] in page.markdown


@pytest.mark.parametrize(
    ("script", "day"),
    [
        ("values['publishDateTime'] = '2021/4/30 8:00';", "2021-04-30"),
        ('{"release_date": "2021-04-30"}', "2021-04-30"),
        ('var pubAt="2021-04-30";', "2021-04-30"),
        ("publishedAt: new Date('2021-04-30')", "2021-04-30"),
        ("createTime = 1619740800,", "2021-04-30"),
        ("createTime = 16197408005,", ""),
        ("var recreateTime = '2021-04-30';", ""),
        ("publisher = '2021-04-30';", ""),
        ("releaseNote = '2021-04-30';", ""),
    ],
)
def test_moments_that_scripts_name(script, day):
    assert converted(head=f"<script>{script}</script>").metadata.date == day
