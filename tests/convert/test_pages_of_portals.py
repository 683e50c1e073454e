"""Pages as portals, papers and platforms of blogs lay them out: what stands in the head, below a lead and at the end."""

import pytest

from convert.evidence.fields.bylines import dispatch, labelled, translated, wrote
from convert.evidence.fields.dates import iso_day
from convert.evidence.fields.outlet import printed_source
from convert.evidence.fields.unlabelled import bare_name, before_role, beside_day
from convert.pipeline import convert

TITLE = "江边的船厂开始给木船编号"
LEAD = "木船编了号以后，修船的人第一次知道自己修过多少条，也第一次为此吵了起来。"
TEXT = [
    "船厂在江的北岸，六个人，两间棚子，老板姓周，从前在航运公司里做过水手，后来回来修船。",
    "去年秋天他买了一台打号的机器，每条船进厂先钉一块铜牌，牌上是年份和数目，谁也不能改。",
    "起初没有人当真，船主们把铜牌拆下来卖给收旧货的，第二天又被人送回来，因为牌上有号。",
    "到了冬天，船厂的本子上已经有四百多条船，哪一条漏过水，哪一条换过龙骨，一翻就知道。",
    "吵架是从保险开始的：保险公司要看本子，船主说本子是船厂的，船厂说本子是大家的。",
    "现在镇上正在商量，把本子放到码头的办公室里，谁都可以去查，谁也不许带走。",
]
HEADS = ["钉铜牌的人", "一本谁都要的本子"]
OTHERS = ["早市搬到桥下以后", "三条老街的新名字", "渡口茶馆重新开门", "江上的雾今年来得早", "谁还记得拉纤的号子"]
CARDS = "<ul>" + "".join(f"<li><a href='/a/{n}'>{name}</a></li>" for n, name in enumerate(OTHERS)) + "</ul>"


def paragraphs(lines=TEXT):
    return "".join(f"<p>{line}</p>" for line in lines)


def page(above, body=None, below="", window=f"{TITLE}_江边网", head=""):
    text = paragraphs() if body is None else body
    return (
        f"<html><head><title>{window}</title>{head}</head><body><div class='main'><h1>{TITLE}</h1>{above}"
        f"<div class='content'>{text}</div>{below}</div></body></html>"
    )


def read(*parts, **given):
    return convert(page(*parts, **given), "x")


def fields(article):
    return article.metadata.author, article.metadata.date, article.metadata.site


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        # Name and day without a blank, the sign of rights between them.
        ("<div><a>周远©</a><span>2021-06-18 08:12</span></div>", (("周远",), "2021-06-18", "江边网")),
        ("<p>周远 2021-06-18 08:12:44 文章分类：船 ©著作权</p>", (("周远",), "2021-06-18", "江边网")),
        ("<p><i>来源：<a>江边晚报</a>2021年06月18日 08:12</i></p>", ((), "2021-06-18", "江边晚报")),
        ("<p><a>周远</a></p><p>2021.06.18 08:12:00 字数 1,203 阅读 3,022</p>", (("周远",), "2021-06-18", "江边网")),
        ("<p>周远 报道</p><p>2021年6月18日 8:12 AM</p>", (("周远",), "2021-06-18", "江边网")),
        (
            "<p><span>财经</span><span class='a_source'><a>江边晚报</a></span><span>2021-06-18 08:12</span></p>",
            ((), "2021-06-18", "江边晚报"),
        ),
        ("<p><span class='u-time source'>每周江边</span> 2021-06-18</p>", ((), "2021-06-18", "每周江边")),
        (
            "<p><span>June 18, 2021</span>&nbsp;·&nbsp;3 分钟&nbsp;·&nbsp;1203 字&nbsp;·&nbsp;周远</p>",
            (("周远",), "2021-06-18", "江边网"),
        ),
        (
            "<div class='share-info'><div>2021-06-18 08:12</div><div>来源：<span>江边商报</span></div></div>",
            ((), "2021-06-18", "江边商报"),
        ),
        (
            "<header><a>渡口的人</a> 评论 <a>修船</a> <span>2021-06-18 08:12:44</span></header>",
            (("渡口的人",), "2021-06-18", "江边网"),
        ),
        (
            "<p><a>zhouyuan</a> (<span>61</span>) in <a>#boat</a> • <span title='2021-06-18T00:12'>2 years ago</span></p>",
            (("zhouyuan",), "2021-06-18", "江边网"),
        ),
        ("<div class='byline'><a>周远</a><div>Jun 18, 2021</div></div>", (("周远",), "2021-06-18", "江边网")),
        (
            "<ul><li class='post-author'><span class='screen-reader-text'>文章作者</span><span>作者：<a>周远</a></span></li>"
            "<li><span class='screen-reader-text'>发布日期</span>2021年6月18日</li></ul>",
            (("周远",), "2021-06-18", "江边网"),
        ),
        (
            "<div><a class='x'>周远</a><time>2021-06-18</time><span>5 评论</span><span>8 分钟</span></div>",
            (("周远",), "2021-06-18", "江边网"),
        ),
        ("<p><em>周大远</em><em>江边网</em><b>2021-06-18</b></p>", (("周大远",), "2021-06-18", "江边网")),
        ("<p>2021-06-18</p><p>周远　江边研究院高级研究员</p>", (("周远",), "2021-06-18", "江边网")),
        (
            "<ul><li><span class='visually-hidden'>Author, </span>周远</li></ul><p>2021年6月18日</p>",
            (("周远",), "2021-06-18", "江边网"),
        ),
        (
            "<div class='d_author'><a class='p_author_name'>周远</a><div>铁杆读者</div>3</div><p>2021-06-18</p>",
            (("周远",), "2021-06-18", "江边网"),
        ),
    ],
)
def test_the_head_of_a_page(above, expected):
    article = read(above)
    assert fields(article) == expected
    assert [block.text for block in article.kept] == TEXT


@pytest.mark.parametrize(
    "byline",
    [
        "<p>更新于2021年6月18日 08:12 江边网专栏作家 周远</p>",
        "<div>发表时间： 18/06/2021 - 08:12</div><div>更改时间： 19/06/2021 - 08:12</div><div>1分钟</div><div>作者：周远</div>",
        "<p><span>周远</span>·<span>2021/06/18 08:12</span> <span>浏览 3.2w</span> <span>来源：江边网</span></p>",
        "<p>江报记者｜周远　江报编辑｜何平　2021-06-18</p>",
    ],
)
def test_a_byline_below_the_lead(byline):
    article = read("", f"<p>{LEAD}</p>{byline}{paragraphs()}")
    assert article.metadata.author == ("周远",)
    assert article.metadata.date in ("2021-06-18", "")
    assert [block.text for block in article.kept] == [LEAD, *TEXT]


def test_days_that_head_sections_stay():
    diary = "".join(f"<p>2021年6月{day}日</p><p>{line}</p>" for day, line in enumerate(TEXT[1:], 18))
    kept = [block.text for block in read("<p>周远</p>", f"<p>{TEXT[0]}</p>{diary}").kept]
    assert kept.count("2021年6月19日") == 1
    assert kept.count("2021年6月18日") == 1


@pytest.mark.parametrize(
    ("line", "authors", "translators"),
    [
        ("翻译：何平", (), ("何平",)),
        ("作者：周远 译者：何平", ("周远",), ()),
        ("江边经济报道记者 周远 实习生 何平 江城报道", ("周远", "何平"), ()),
        ("作者：江边周末记者 周远 江边周末实习生 何平", ("周远", "何平"), ()),
        ("文/江边网专栏作者 周远", ("周远",), ()),
        ("江边商报记者 周远/文 何平/图", ("周远",), ()),
        ("By 周远 6 min read", ("周远",), ()),
        ("Author, 周远", ("周远",), ()),
        ("发表于 2021年06月18日 作者 周远 12 条评论", ("周远",), ()),
    ],
)
def test_who_wrote_and_who_translated(line, authors, translators):
    assert (wrote(line), translated(line)) == (authors, translators)
    assert labelled(line) == authors or labelled(line) == translators


def test_a_label_above_the_name_below_the_text():
    box = "<div class='box'><h6>Author</h6><p>周远</p><h6>Posted on</h6><p>2021-06-18</p></div>"
    assert read("<p>2021-06-18</p>", below=box).metadata.author == ("周远",)


def test_headings_of_an_editor_with_elements_of_its_own():
    parts = "".join(
        f"<own-h2><own-text>{head}</own-text></own-h2><own-p><own-text>{text}</own-text></own-p>"
        for head, text in zip(HEADS, TEXT[:2], strict=True)
    )
    kept = read("<p>2021-06-18</p>", parts + paragraphs(TEXT[2:])).kept
    assert [block.text for block in kept if block.kind == "heading"] == HEADS


def test_words_for_screen_readers_stand_in_no_name_wherever_they_are():
    hidden = "<i class='sr-only'>{}</i>".format
    byline = f"<p class='byline'>{hidden('文章')}<b>周远</b>{hidden('的主页')}</p><p>2021-06-18</p>"
    assert read(byline).metadata.author == ("周远",)


def test_a_translator_is_the_author_only_where_nobody_else_is():
    note = "<p>翻译：何平</p>"
    assert read("<address>周远</address><time>2021年6月18日</time>", below=note).metadata.author == ("周远",)
    assert read("<time>2021年6月18日</time>", paragraphs() + note).metadata.author == ("何平",)


@pytest.mark.parametrize(
    ("window", "title_line", "author"),
    [
        (f"江边网—{TITLE} - 周远的博文", "", ("周远",)),
        (f"{TITLE}_周远的技术博客_江边博客", "", ("周远",)),
        (f"周远：{TITLE}", "", ("周远",)),
        (f"{TITLE}_江边网", "", ()),
        (f"船厂：{TITLE}", "", ()),
    ],
)
def test_a_name_in_the_window(window, title_line, author):
    assert read(f"<p>2021-06-18</p>{title_line}", window=window).metadata.author == author


def test_a_name_in_the_window_and_before_what_else_that_person_wrote():
    window = f"{TITLE} - 周远 - 江边网"
    assert read("<p>2021-06-18</p>", f"{paragraphs()}<p>更多周远文章：</p>", window=window).metadata.author == ("周远",)
    assert read("<p>2021-06-18</p>", window=window).metadata.author == ()


def test_an_outlet_with_a_latin_name_before_the_person_is_none_of_the_authors():
    byline = "<div class='reporter'><a>新江边jiangbian</a> | 周远</div><p>2021-06-18</p>"
    assert read(byline, window=f"{TITLE} | Jiangbian新闻").metadata.author == ("周远",)
    assert set(read(byline, window=TITLE).metadata.author) == {"新江边jiangbian", "周远"}


@pytest.mark.parametrize(
    "heading", [f"<h1>{TITLE}<br><span>时间：2013-06-18 08:12 来源：江边晚报 作者：周远</span></h1>"]
)
def test_what_stands_in_the_element_of_the_title_beside_it(heading):
    markup = page("<p></p>").replace(f"<h1>{TITLE}</h1>", heading)
    article = convert(markup, "x").metadata
    assert (article.title, article.author, article.date, article.site) == (TITLE, ("周远",), "2013-06-18", "江边晚报")


def test_the_day_of_a_dispatch():
    opening = f"<p>【江边社2021年06月18日讯】{TEXT[0]}</p>"
    assert read("", opening + paragraphs(TEXT[1:])).metadata.date == "2021-06-18"
    assert read("<p>北京时间：2024-01-01</p>", opening + paragraphs(TEXT[1:])).metadata.date == "2021-06-18"


def test_the_author_in_meta_counts_where_an_element_named_so_says_the_name():
    told = "<meta name='author' content='周远'>"
    card = "<footer><h4 class='author-card-name'>周远</h4></footer>"
    assert read("<p>2021-06-18</p>", head=told, below=card).metadata.author == ("周远",)
    assert read("<p>2021-06-18</p>", head=told).metadata.author == ()
    site = "<meta name='author' content='江边网'>"
    assert read("<p>2021-06-18</p>", head=site, below=card.replace("周远", "江边网")).metadata.author == ()


def test_a_page_set_by_script_has_its_day_in_milliseconds():
    assert read("<textarea class='article-time'>1623975120000</textarea>").metadata.date == "2021-06-18"


def test_headings_of_a_class_that_no_paragraph_has():
    halves = (TEXT[:3], TEXT[3:])
    body = "".join(f"<p class='sub'>{h}</p>{paragraphs(half)}" for h, half in zip(HEADS, halves, strict=True))
    article = read("<p>2021-06-18</p>", body.replace("</p><p class='sub'>", "</p><p class='sub'>"))
    assert [block.text for block in article.kept if block.kind == "heading"] in (HEADS, [])
    three = "".join(
        f"<p class='sub'>{h}</p>{paragraphs(TEXT[2 * n : 2 * n + 2])}" for n, h in enumerate([*HEADS, "后来"])
    )
    found = read("<p>2021-06-18</p>", three).kept
    assert [block.text for block in found if block.kind == "heading"] == [*HEADS, "后来"]


def test_the_last_headings_go_with_the_cards_below_them():
    article = read("<p>2021-06-18</p>", f"{paragraphs()}<section><h2>热读榜上</h2>{CARDS}</section>")
    assert [block.text for block in article.kept] == TEXT
    # What only has pictures or nothing taken from it stays.
    assert read("<p>2021-06-18</p>", f"{paragraphs()}<h2>未完的一节</h2>").kept[-1].text == "未完的一节"


@pytest.mark.parametrize(
    "line",
    [
        "正文已结束，您可以按alt+4进行评论",
        "江边网声明：凡本网注明“来源：江边网”的所有作品，版权均属于江边网。",
        "关注江边财经（jiang518），获取更多机会",
        "喜欢这篇文章？去 App 商店搜江边日报，每天看点不一样的。",
        "本文来源于江边观察，作者周远；经江边编辑，供行业人士参考。",
        "该文观点仅代表作者本人，江边平台仅提供信息存储空间服务。",
        "本文版权归作者和江边园共有，欢迎转载，但未经作者同意必须保留此段声明。",
        "（作者：周远，未经许可不得转载）",
        "此文限时免费阅读。感谢热心读者订阅江边周刊，支持新闻事业！",
        "网络编辑：何平 校对：张林",
        "欢迎分享、点赞与留言。本作品的版权为江边周末所有，任何第三方未经授权，不得转载。",
        "江边网版权文章，未经授权禁止转载。详情见转载须知。",
        "如需转载请与江边报社联系。",
        "评论 发布 暂无评论",
        "进入 周远 的专栏 进入专题： 平台经济",
        "小心意大意义，小额赞助江边周刊！",
        "现在有其他社群囉，一起加入新闻不漏接！",
        "【徵稿】欢迎各界投书，来稿请寄至editor@e.example，并请附上姓名。",
        "本网站内容著作权属江边基金会所有",
        "（记者周远报导/责任编辑：何平）",
        "海报设计：何平",
        "文章给了你帮助？打赏作者，鼓励TA继续创作！",
    ],
)
def test_what_closes_a_page(line):
    article = read("<p>周远 2021-06-18</p>", f"{paragraphs()}<p>{line}</p>")
    assert [block.text for block in article.kept] == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "平台只提供一块铜牌，修不修船是船主自己的事。",
        "他说版权归谁所有并不要紧，要紧的是本子不能丢。",
        "欢迎来到江边，老周站在船头这样说。",
        "编辑这本册子的人叫何平，他没有上过船。",
        "文章写完的那天，江上起了雾。",
    ],
)
def test_sentences_about_such_things_stay(line):
    for text in ([line, *TEXT], [*TEXT[:3], line, *TEXT[3:]], [*TEXT, line]):
        assert line in [block.text for block in read("<p>周远 2021-06-18</p>", paragraphs(text)).kept]


def test_names_sources_and_days_on_one_line():
    assert printed_source("来源：江边评论") == "江边评论"
    assert printed_source("来源：江边网评论(0)") == "江边网"
    assert printed_source("来源：江边晚报2019年1月26日1版") == "江边晚报"
    assert bare_name("周远　何平") == ("周远", "何平")
    assert bare_name("河上 何平") == ()
    assert beside_day("周远于 2021-06-18 08:12:44 发布") == ("周远",)
    assert dispatch("新江边jiangbian | 周远 江城报导") == ("周远",)
    assert before_role("周远 报道") == ("周远",)
    assert before_role("北岸 报道") == ()
    assert beside_day("2021.06.18 08:12:00 字数 1,203 阅读 3,022") == ()
    assert beside_day("2021.06.18 08:12:00 周远 字数 1,203") == ("周远",)
    assert iso_day("2021-Jun-18 08:12") == "2021-06-18"
    assert iso_day("18/06/2021 - 08:12") == "2021-06-18"
