"""What a page says of itself in its frame and its data alone: whose the blog is, when the article came out; and what in
it is no name, no outlet and no title."""

import pytest

from convert.pipeline import convert

TITLE = "给旧渔网补一个洞"
TEXT = [
    "旧渔网在仓库里挂了很多年，今天终于拿出来补，补的时候剪了四段线，打了三十个结。",
    "补好以后拿到河里试了一次，网口张得很开，像一只慢慢睁开的眼睛，后来发现还有一个小洞。",
    "邻居都跑过来看，说好像回到了小时候守在岸边等船回来的那个晚上。",
]


def page(meta="", above="", below="", foot="", title=TITLE, window=f"{TITLE} | 河边笔记"):
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    article = f"<article><h1>{title}</h1>{above}{text}{below}</article>"
    return f"<html><head><title>{window}</title>{meta}</head><body>{article}<footer>{foot}</footer></body></html>"


def fields(*args, **given):
    return convert(page(*args, **given), "x").metadata


AUTHOR = '<meta name="author" content="{}">'
OF_ARTICLE = '<meta property="article:author" content="{}">'


@pytest.mark.parametrize(
    ("meta", "foot"),
    [
        (AUTHOR, "© 2019 {} Powered by Hexo"),
        (AUTHOR, "<p>Copyright © 2019 - {}</p><p>由 Hugo 强力驱动</p>"),
        (OF_ARTICLE, "<span>© 2019</span> <span>{}</span>"),
        (OF_ARTICLE + '<meta name="generator" content="Hexo 6.3.0">', ""),
        (
            AUTHOR + '<meta property="og:site_name" content="{}的河边笔记"><meta name="generator" content="Hugo 0.9">',
            "",
        ),
    ],
)
@pytest.mark.parametrize("name", ["周渔", "Zhou Yu", "fisher"])
def test_the_owner_of_a_blog_is_the_author_where_two_signs_say_so(meta, foot, name):
    assert fields(meta.format(name, name), foot=foot.format(name)).author == (name,)


@pytest.mark.parametrize(
    ("meta", "foot"),
    [
        (AUTHOR.format("周渔"), ""),
        (AUTHOR.format("周渔"), "© 2019 河边笔记"),
        (AUTHOR.format("周渔"), "Powered by Hexo"),
        (AUTHOR.format("admin"), "© 2019 admin Powered by WordPress"),
        (AUTHOR.format("John Doe"), "© 2019 John Doe Powered by Hexo"),
        (AUTHOR.format("河谷日报"), "© 2019 河谷日报 Powered by WordPress"),
        (AUTHOR.format("周渔") + '<meta name="ContentSource" content="河谷日报">', "© 2019 周渔 Powered by Hexo"),
        (AUTHOR.format("周渔") + '<meta name="SiteName" content="河谷县人民政府">', "© 2019 周渔 Powered by Hexo"),
    ],
)
def test_the_author_in_the_data_of_any_other_page_is_none(meta, foot):
    assert fields(meta, foot=foot).author == ()


def test_the_calling_of_an_owner_is_no_second_author():
    assert fields(AUTHOR.format("周渔, 河谷律师"), foot="© 2019 周渔, 河谷律师 Powered by - Hugo").author == ("周渔",)


def test_a_printed_author_goes_before_the_owner():
    blog = {"meta": AUTHOR.format("周渔"), "foot": "© 2019 周渔 Powered by Hexo"}
    assert fields(above="<p>作者：林小满</p>", **blog).author == ("林小满",)


@pytest.mark.parametrize(
    "label",
    ["Posted", "Published", "Updated", "Written", "听全文", "收听本文", "朗读", "跳至内容", "向下滚动到内容", "返回首页",
     "删除", "打印", "下载原文", "公佈欄", "公告栏", "通知", "关于我", "Archives", "Menu", "Skip to content"],
)  # fmt: skip
@pytest.mark.parametrize("form", ["<p>{} <time>2019-05-06</time></p>", "<ul><li>{}</li><li>2019-05-06</li></ul>"])
def test_a_label_beside_the_day_is_nobody(label, form):
    found = fields(above=form.format(label))
    assert (found.author, found.date) == ((), "2019-05-06")


@pytest.mark.parametrize("entry", ["余结", "尤线", "史料"])
def test_an_entry_of_the_table_of_contents_is_nobody(entry):
    contents = f"<ul><li><a href='#a'>{entry}</a></li></ul>"
    assert fields(above=contents, below=f"<h2>{entry}</h2><p>{TEXT[1]}</p>").author == ()
    assert fields(above="<p>余水生</p>", below=f"<h2>{entry}</h2><p>{TEXT[1]}</p>").author == ("余水生",)


@pytest.mark.parametrize("byline", ["by 周渔的朋友们 | 3 月 11, 2021 | 渔网", "作者：周渔的朋友们 | 2021-03-11"])
def test_a_byline_between_two_equal_titles_counts(byline):
    found = fields(above=f"<p>{byline}</p><h2>{TITLE}</h2>")
    assert (found.author, found.date, found.title) == (("周渔的朋友们",), "2021-03-11", TITLE)


@pytest.mark.parametrize(
    "foot",
    [
        "<p>发布日期：2019-05-06<br>最后更新：2020-01-02</p>",
        "<div><span>发布时间: 2019-05-06</span></div>",
        "<p>Published: <date datetime='2019-05-06T00:00:00+08:00' pubdate>May<br>6</date></p>",
        "<div><time datetime='2019-05-06T10:00:00+08:00'>5月 6, 2019</time></div>",
        "<h4 class='date'>2019/05/06</h4>",
        "<div class='post-author'><span>Edited In May 6, 2019</span></div>",
        "<p id='publish-time'>2019年5月6日 10:00</p>",
    ],
)
def test_a_day_that_is_told_once_counts_wherever_it_stands(foot):
    assert fields(foot=foot).date == "2019-05-06"
    assert convert(page().replace("<body>", f"<body><aside>{foot}</aside>"), "x").metadata.date == "2019-05-06"


@pytest.mark.parametrize(
    "foot",
    [
        "<p>发布日期：2019-05-06</p><p>发布日期：2019-05-07</p>",
        "<time datetime='2019-05-06'>a</time><time datetime='2019-05-07'>b</time>",
        "<p>最后更新：<time datetime='2019-05-06'>五月</time></p>",
        "<p>本站注册于 2019-05-06</p>",
        "<p class='date'>今天是2019年5月6日</p>",
        "<p class='date'>© 2019-05-06 河边笔记</p>",
        "<p class='small'>2019-05-06</p>",
        "<p class='date'><a href='/other'>2019-05-06 给旧船刷漆</a></p>",
        "<ul><li class='date'>2019-05-06</li><li class='date'>2019-05-07</li></ul>",
    ],
)
def test_days_told_more_than_once_or_of_something_else_are_none(foot):
    assert fields(foot=foot).date == ""


@pytest.mark.parametrize("name", ["my:publish_date", "site:pubdate", "x:article:published_time"])
def test_a_site_may_put_its_own_name_before_that_of_the_day(name):
    assert fields(f'<meta name="{name}" content="2019-05-06T10:00:00+08:00">').date == "2019-05-06"
    assert fields(f'<meta name="{name}_modified" content="2019-05-06T10:00:00+08:00">').date == ""


@pytest.mark.parametrize("made", ["PubDate", "publishdate"])
def test_a_labelled_day_goes_before_the_one_that_the_page_was_made_again(made):
    meta = f'<meta name="{made}" content="2023-11-10 15:33:34">'
    assert fields(meta, foot="<p>【来源：河谷县渔业局】 发布日期：2019-05-06</p>").date == "2019-05-06"
    assert fields(meta, foot="<p>更新日期：2019-05-06</p>").date == "2023-11-10"


def test_the_day_of_a_quoted_text_is_not_the_articles():
    meta = '<meta name="PubDate" content="2019-11-10">'
    assert fields(meta, below=f"<p>由 小满 发布于 2005/2/3</p><p>{TEXT[1]}</p>").date == "2019-11-10"


def test_a_moment_of_another_zone_stays_the_one_of_the_data():
    meta = '<meta name="PubDate" content="2019-05-05T17:16:00.000Z">'
    assert fields(meta, foot="<p>发布日期：2019-05-06</p>").date == "2019-05-05"


@pytest.mark.parametrize("zero", ["1969-12-31T16:00:00.001Z", "1970-01-01T00:00:00Z", "1900-01-01"])
def test_the_zero_of_a_clock_is_no_day(zero):
    assert fields(f'<meta property="article:published_time" content="{zero}">').date == ""


@pytest.mark.parametrize(
    "title", ["渔网手记（三）——结网的方法与线", "net_knot 的用法与渔网", "渔网和船：用 usr_lib 编网"]
)
def test_a_part_of_the_title_is_no_outlet(title):
    found = fields(title=title, window=title)
    assert (found.title, found.site) == (title, "")


@pytest.mark.parametrize(
    "part", ["第 2 页", "第2頁", "page 3", "首页", "未分类", "2.2. 结网的方法", "7", "2021-05-06", "2021/5/6"]
)
def test_a_page_of_a_list_is_no_outlet(part):
    assert fields(window=f"{TITLE} | {part}").site == ""


@pytest.mark.parametrize("link", ["跳转到主要内容区域", "跳到主要內容區", "跳至正文", "Skip to main content"])
def test_a_link_past_the_menu_is_nothing_of_the_article(link):
    assert link not in convert(page(above=f"<p>{link}</p>"), "x").markdown


@pytest.mark.parametrize("place", ["溫哥華", "温哥华", "多伦多", "臺北", "河内"])
def test_the_place_before_the_day_of_an_event_is_nobody(place):
    assert fields(above=f"<p>{place}2021年1月27日，晚上6:00开始</p>").author == ()


def test_who_posted_is_named_without_the_word_before_the_name():
    assert fields(above="<p>由fisher 2019-05-06</p>").author == ("fisher",)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("One minute read", False),
        ("👀 3 min read 👀", False),
        ("Jul 12, 2019", False),
        ("Categories: fishing", False),
        ("【字体：大 中 小】", False),
        ("打印 〖字号 大中小〗", False),
        ("2019年05月06日08时01分", False),
        ("三分钟能补好一个洞", True),
        ("字体的大小要让老人也看得清楚", True),
    ],
)
def test_lines_of_themes_between_title_and_text(line, kept):
    found = convert(page(above=f"<ul><li>{line}</li></ul>"), "x").markdown.split("\n---\n")[1]
    assert (line in found) == kept


@pytest.mark.parametrize(
    "line", ["【返回顶部】【关闭窗口】【打印本页】", "于 Uncategorized", "运行维护单位：河谷网", "【关闭当前页面】"]
)
def test_lines_of_systems_below_the_text(line):
    assert line not in convert(page(below=f"<p>{line}</p>"), "x").markdown


@pytest.mark.parametrize(
    ("line", "site"),
    [
        ("来源：河谷县教育局　 下载 收藏", "河谷县教育局"),
        ("来源：河谷网-《河谷日报》", "河谷网-《河谷日报》"),
        ("来源：《河谷日报》", "河谷日报"),
        ("来源：河谷渔业微信公众号", "河谷渔业微信公众号"),
        ("来源：source", "河边笔记"),
        ("来源：河谷日报20190506", "河谷日报"),
        ("来源：河谷日报20190506第3版", "河谷日报"),
        ("来源：后勤管理部 周渔", "后勤管理部"),
        ("来源：水产科 林小满", "水产科"),
        ("来源：河谷日报阅读(12)", "河谷日报"),
        ("来源：河谷云阅读(河谷)", "河谷云阅读"),
        ("来源：http://www.e.example/blog/39.html", "河边笔记"),
        ("来源：河谷县附属渔业学...", "河边笔记"),
    ],
)
def test_the_printed_source_is_whole_or_none(line, site):
    assert fields(above=f"<p>{line}</p>").site == site


@pytest.mark.parametrize("site", ["河谷县人民政府门户网站", "河谷高新区管委会（北区人民政府）"])
def test_the_title_in_the_data_goes_before_a_window_that_is_the_sites_name(site):
    meta = f'<meta name="SiteName" content="{site}"><meta name="ArticleTitle" content="{TITLE}">'
    html = page(meta, window=site).replace(f"<h1>{TITLE}</h1>", f"<h2>{TITLE}</h2>")
    html = html.replace("<body>", f"<body><h1>{site}</h1>")
    assert convert(html, "x").metadata.title == TITLE


def test_the_day_in_the_element_of_the_title_is_not_of_it():
    assert fields(title=f"{TITLE} ( 2019-05-06)", window=f"{TITLE}__河谷县渔业局").title == TITLE
