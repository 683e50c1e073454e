"""Authors, days, titles and outlets: every printed form, and which evidence wins."""

import pytest

from convert.evidence.fields.bylines import biography, dispatch, labelled, reporters
from convert.evidence.fields.names import signature
from convert.pipeline import convert
from convert.text.days import iso_day

PROSE = [
    "夜里十一点，仓库后面的铁门还开着，搬货的人把最后一箱橘子放上车，才想起钥匙落在了秤旁边。",
    "看门的老人说，他在这里守了二十年，见过的橘子比见过的人还要多，每一年的味道都不一样。",
    "第二天清早，雾还没有散，第一辆车已经开上了山路，司机把收音机拧到最大，好让自己不打瞌睡。",
    "到城里的时候正好是早市，橘子被分成三堆，大的送去饭馆，小的留给孩子，皮厚的拿去做陈皮。",
]


def article(before="", after="", title="仓库里的最后一箱橘子", head="", window=None, prose=PROSE):
    paragraphs = "".join(f"<p>{text}</p>" for text in prose)
    html = f"<html><head><title>{window or title}</title>{head}</head><body><div><h1>{title}</h1>{before}{paragraphs}{after}</div></body></html>"
    return convert(html, "seeds/page.html")


BYLINES = [
    ("作者：周远 译者：何平 来源：远方周刊", ("周远",)),
    ("作者:John Field 译者:何平", ("John Field",)),
    ("| 作者周远", ("周远",)),
    ("文/周远 图/何平", ("周远",)),
    ("文｜周远 编辑｜何平", ("周远",)),
    ("文、图／周远", ("周远",)),
    ("图文：周远", ("周远",)),
    ("文 / 图 周远", ("周远",)),
    ("撰文 | 周远、李小山", ("周远", "李小山")),
    ("撰文：周远  攝影：何平", ("周远",)),
    ("采写：周远", ("周远",)),
    ("採寫／周遠", ("周遠",)),
    ("采编：周远", ("周远",)),
    ("编译：周远", ("周远",)),
    ("整理：周远", ("周远",)),
    ("记者 周远 通讯员 李小山", ("周远", "李小山")),
    ("远方晚报记者 周远", ("周远",)),
    ("每日记者：周远 每日编辑：何平", ("周远",)),
    ("By 周远", ("周远",)),
    ("作者：周 远", ("周远",)),
    ("翻译：何平", ("何平",)),
    ("远方社记者 周远 摄", ()),
    ("某报记者 周远 攝）", ()),
    ("文/周远 摄", ()),
    ("征文：你的橘子有什么故事", ()),
    ("作者：佚名", ()),
    ("作者：整合", ()),
    ("责任编辑：何平", ()),
    ("文化：一个地方的记忆", ()),
    ("作者简介：周远", ()),
    ("2026年11月25日 星期三", ()),
]


@pytest.mark.parametrize(("line", "names"), BYLINES)
def test_labelled_names(line, names):
    assert labelled(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("記者周遠／台南報導", ("周遠",)),
        ("〔記者周遠、何小平／綜合報導〕昨日下午", ("周遠", "何小平")),
        ("【記者周大遠台北報導】昨日下午", ("周大遠",)),
        ("（中央社記者周大遠台北2日電）今天上午", ("周大遠",)),
        ("（中央社記者周大遠、何小平高雄12日電）", ("周大遠", "何小平")),
        ("（中央社華盛頓10日綜合外電報導）", ()),
        ("聯合報 記者周大遠／台北即時報導", ("周大遠",)),
        ("2020-10-04 15:05 聯合報 記者周大遠／即時報導", ("周大遠",)),
        ("記者在現場看到，門還開著。", ()),
    ],
)
def test_heads_of_reports(line, names):
    assert dispatch(line) == names


@pytest.mark.parametrize(
    ("way", "line", "names"),
    [
        (reporters, "远方社某地5月6日电（记者周大远、何小平）今天上午", ("周大远", "何小平")),
        (reporters, "某报讯（记者 周远 通讯员 何小平）昨天", ("周远", "何小平")),
        (reporters, "橘子装上了车（记者 周远 摄）", ()),
        (signature, "第二天，车又开上了山路。（评论员 周远）", ("周远",)),
        (signature, "第二天，车又开上了山路。（周远）", ("周远",)),
        (signature, "第二天，车又开上了山路。（见下图）", ()),
        (biography, "周远，微信公众号：yuanfang，专栏作家。写山，也写路。", ("周远",)),
        (biography, "还好有你守着铁门，橘子才不寂寞。（评论员 周远）", ()),
    ],
)
def test_names_in_sentences(way, line, names):
    assert way(line) == names


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2022-05-06 10:20", "2022-05-06"),
        ("2022年5月6日", "2022-05-06"),
        ("2022.05.06", "2022-05-06"),
        ("民國111年5月6日", "2022-05-06"),
        ("發布日期：111-05-06", "2022-05-06"),
        ("二〇二二年五月六日", "2022-05-06"),
        ("二○二二年十二月二十一日", "2022-12-21"),
        ("May 6, 2022", "2022-05-06"),
        ("6 May 2022", "2022-05-06"),
        ("May 6 Fri 2022", "2022-05-06"),
        ("February 25th, 2020 ／ 類型", "2020-02-25"),
        ("06 2022-05", "2022-05-06"),
        ("05-06 2022", "2022-05-06"),
        ("06/05/2022 - 10:20", "2022-05-06"),
        ("發表時間： 06/05/2022 - 10:20", "2022-05-06"),
        ("05/16/2022", "2022-05-16"),
        ("16-05 2022", "2022-05-16"),
        ("2022 05/06", "2022-05-06"),
        ("发布时间：22-05-06", "2022-05-06"),
        ("20220506", "2022-05-06"),
        ("Fri, 06 May 2022 00:00:00 GMT", "2022-05-06"),
        ("第2022期 13月45日", ""),
        ("112年13月40日", ""),
    ],
)
def test_forms_of_a_day(text, day):
    assert iso_day(text) == day


META = '<meta property="article:published_time" content="2021-02-02">'


@pytest.mark.parametrize(
    ("page", "day"),
    [
        ({"before": "<p>发布时间：2022-05-06</p>", "head": META}, "2022-05-06"),
        ({"before": "<p>2022-05-06</p>", "head": META}, "2022-05-06"),
        ({"head": META}, "2021-02-02"),
        ({"before": "<p>更新时间：2022-05-08</p><p>发布时间：2022-05-06</p>"}, "2022-05-06"),
        ({"before": "<p>发布时间：2022-05-06</p>", "prose": ["2020年1月1日，" + PROSE[0], *PROSE[1:]]}, "2022-05-06"),
        ({"prose": ["2020年1月1日，" + PROSE[0], *PROSE[1:]]}, ""),
        ({"before": "<div>今天是2026年11月25日 星期三</div>"}, ""),
        ({"before": "<p>更新于 2022-05-08</p>", "head": META}, "2021-02-02"),
        ({"before": "<p>最後更新：2022-05-08</p>"}, "2022-05-08"),
        ({"after": "<p>posted @ 2024-05-09 14:45 周远 阅读(3)</p>"}, "2024-05-09"),
        ({"after": "<p>發表於 2007-11-30</p>"}, "2007-11-30"),
        ({"after": "<p>原载《远方周刊》2019年3月2日</p>"}, "2019-03-02"),
        ({"head": '<link rel="canonical" href="https://n.example/2018/07/09/a.html">'}, "2018-07-09"),
        (
            {"before": "<ul><li><span>May </span><span>6 </span><span>Fri </span><span>2022</span></li></ul>"},
            "2022-05-06",
        ),
    ],
)
def test_the_best_day_wins(page, day):
    assert article(**page).metadata.date == day


@pytest.mark.parametrize(
    ("page", "names"),
    [
        ({"before": "<p>作者：周远</p>", "head": '<meta name="author" content="小编">'}, ("周远",)),
        ({"before": "<p>2022-05-06</p>", "after": "<p>采写：周远</p>"}, ("周远",)),
        ({"before": "<p>周远 2015-06-19 11:20:11 0人参与评论</p>"}, ("周远",)),
        ({"before": "<p>周远 2015-06-19</p><p>记者：何小平</p>"}, ("何小平",)),
        ({"before": "<span class='post-author'><a href='/author/9'>周远</a></span><span>2015-06-19</span>"}, ("周远",)),
        ({"before": "<p>星期三</p><p>2015-06-19</p>"}, ()),
        (
            {
                "prose": [
                    *PROSE,
                    "还好有你守着铁门，橘子才不寂寞，车也不会走错路，夜里的灯也一直亮着，亮到天明。（评论员 周远）",
                ]
            },
            ("周远",),
        ),
        ({"before": "<p>作者：仓库里的最后一箱橘子</p>"}, ()),
        ({"before": "<p>何小平/远方晚报</p>"}, ("何小平",)),
        ({"before": "<p>远方快讯／何小平 2020年03月12日 20:19:00</p>"}, ("何小平",)),
        ({"before": "<p>2023-06-15 08:10 来源：远方新闻网 周远</p>"}, ("周远",)),
    ],
)
def test_the_best_author_wins(page, names):
    found = article(**page)
    assert found.metadata.author == names
    assert all(each.source for each in found.evidence)


@pytest.mark.parametrize(
    ("window", "heading", "rest", "title"),
    [
        ("仓库里的最后一箱橘子-橘子网", "仓库里的最后一箱橘子", "", "仓库里的最后一箱橘子"),
        ("橘子网 - 仓库里的最后一箱橘子", "仓库里的最后一箱橘子", "", "仓库里的最后一箱橘子"),
        (
            "仓库里的最后一箱橘子-橘子网",
            "仓库里的最后一箱橘子",
            '<div id="title" style="display:none">仓库里的最后一箱橘子-橘子网</div>',
            "仓库里的最后一箱橘子",
        ),
        (
            "仓库里的最后一箱橘子-果园",
            "仓库里的最后一箱橘子",
            '<div style="display:none"><h1>仓库里的最后一箱橘子-果园</h1></div>',
            "仓库里的最后一箱橘子",
        ),
        (
            "果园人家：仓库里的最后一箱橘子",
            "仓库里的最后一箱橘子",
            '<meta property="og:site_name" content="果园人家">',
            "仓库里的最后一箱橘子",
        ),
        ("果园人家：仓库里的最后一箱橘子", "果园人家：仓库里的最后一箱橘子", "", "果园人家：仓库里的最后一箱橘子"),
        ("橘子纪事-橘子网", "橘子纪事：山路与早市", "", "橘子纪事：山路与早市"),
        ("夜路 - 山那边的空间", "夜路", "", "夜路"),
        ("夜里的路-远方诗歌网", "题记：", "<h2>夜里的路</h2>", "夜里的路"),
        (
            "新闻动态--橘子协会官网",
            "仓库里的最后一箱橘子运到了城里",
            "<p>2020-01-02</p>",
            "仓库里的最后一箱橘子运到了城里",
        ),
        ("仓库里的最后一箱…_橘子网", "仓库里的最后一箱橘子", "", "仓库里的最后一箱橘子"),
        ("仓库里的最后一箱橘子运到了…_橘子网", "仓库里的最后一箱橘子运到了城里", "", "仓库里的最后一箱橘子运到了城里"),
    ],
)
def test_the_title_is_the_printed_one(window, heading, rest, title):
    assert article(rest, title=heading, window=window).metadata.title == title


@pytest.mark.parametrize(
    ("page", "site"),
    [
        ({"before": "<p>2022-05-06 来源：远方晚报</p>", "window": "仓库里的最后一箱橘子_橘子网"}, "远方晚报"),
        ({"before": "<p>周远 2015-06-19 11:20</p>", "window": "仓库里的最后一箱橘子_橘子网"}, "橘子网"),
        ({"head": '<meta property="og:site_name" content="橘子网">'}, "橘子网"),
        ({"before": "<p>2023-06-15 来源：远方新闻网 周远</p>"}, "远方新闻网"),
        ({"before": "<p>資料來源：Using Trees · Orchard</p>", "window": "仓库里的最后一箱橘子_橘子网"}, "橘子网"),
    ],
)
def test_the_outlet_is_no_person(page, site):
    assert article(**page).metadata.site == site
