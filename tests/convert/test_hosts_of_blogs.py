"""Pages of sites where many write: the name before a colon, fans and hosts in the window; wikis; old pages of tables."""

import pytest

from convert.evidence.fields.bylines import labelled
from convert.pipeline import convert
from convert.rules.tables import rule_for

TITLE = "一本航道图和三个字"
TEXT = [
    "去年秋天我在旧书摊上买到一本航道图，纸已经发黄，扉页上的铅笔字很淡，像是描过两遍。",
    "书里夹着一张船票，从上游到下游，票价两元四角，我想象那个年轻人站在甲板上看岸。",
    "航道图最有意思的不是图，而是边上的注，每一处浅滩都有名字，有的只写着三个字。",
    "后来我沿江走了一段，发现许多名字已经没有人知道了，问渔民，渔民说现在都看导航。",
]


def paragraphs(lines=TEXT):
    return "".join(f"<p>{line}</p>" for line in lines)


def page(window, body):
    return convert(f"<html><head><title>{window}</title></head><body>{body}</body></html>", "x")


@pytest.mark.parametrize("colon", [": ", "： "])
def test_the_name_of_a_blog_before_a_colon(colon):
    body = f"<h1>江上客的抽屉</h1><h2>2013年6月9日</h2><h3 class='post-title'>{TITLE}</h3><div>{paragraphs()}</div>"
    foot = "<div><span>張貼者： 江上客 於 晚上9:14</span></div>"
    article = page(f"江上客的抽屉{colon}{TITLE}", body + foot)
    assert (article.metadata.title, article.metadata.author) == (TITLE, ("江上客",))
    # A title may have a colon of its own.
    assert (
        page(f"航道图：{TITLE}", f"<h1>航道图：{TITLE}</h1><div>{paragraphs()}</div>").metadata.title
        == f"航道图：{TITLE}"
    )


@pytest.mark.parametrize(
    ("window", "near"),
    [
        (f"{TITLE}_江上客_江边博客", "<h1>江上客的博客</h1>"),
        (f"{TITLE} - 江上客 - 博客园", "<a>江上客</a>"),
        (TITLE, "<div><a>江上客</a> <span>粉丝：1.3万</span></div>"),
        (TITLE, "<a class='up-name'>江上客</a>"),
    ],
)
def test_who_writes_on_a_host(window, near):
    assert page(window, f"{near}<h2>{TITLE}</h2>{near}<div>{paragraphs()}</div>").metadata.author == ("江上客",)


def test_a_section_in_the_window_is_nobody():
    assert page(f"{TITLE} - 沿江 - 江边博客", f"<h2>{TITLE}</h2><div>{paragraphs()}</div>").metadata.author == ()


@pytest.mark.parametrize("line", ["Photo by 江上客", "Cover image by 江上客", "Powered by 江边网"])
def test_who_took_the_picture_wrote_nothing(line):
    assert labelled(line) == ()
    assert labelled("by 江上客") == ("江上客",)


def test_what_a_wiki_adds_is_no_text():
    edit = "<span class='mw-editsection'>[<a href='/e'>编辑</a>]</span>"
    toc = "<div id='toc' class='toc'><h2>目录</h2><ul><li><a href='#a'>1 历史</a></li><li><a href='#b'>2 边注</a></li></ul></div>"
    text = (
        f"<p>{TEXT[0]}</p>{toc}<div><h2 id='a'>历史</h2>{edit}</div><p>{TEXT[1]}</p><h2 id='b'>边注{edit}</h2><p>{TEXT[2]}</p>"
        "<div class='navbox'><a href='/1'>长江</a> · <a href='/2'>航道</a></div>"
    )
    article = page("航道图 - 江边百科", f"<h1>航道图</h1><div class='mw-parser-output'>{text}</div>")
    assert [b.text for b in article.kept] == [TEXT[0], "历史", TEXT[1], "边注", TEXT[2]]
    assert [b.text for b in article.kept if b.kind == "heading"] == ["历史", "边注"]


def old_page(title, rows):
    menu = "".join(
        f"<tr><td><a href='/{at}'>{word}</a></td></tr>" for at, word in enumerate(["借还机", "书架", "安全门"])
    )
    head = f"<tr><td>您现在的位置：首页 &gt;&gt; 新闻</td></tr><tr><td align=center><b><font size=4>{title}</font></b></td></tr>"
    cells = "".join(f"<tr><td>{row}</td></tr>" for row in rows)
    return (
        f"<table><tr><td><table>{menu}<tr><td>电话：027-0000000<br>地址：沿江大道8号</td></tr></table></td>"
        f"<td><table>{head}{cells}</table></td></tr><tr><td colspan=2>版权所有 江边图书设备有限公司</td></tr></table>"
    )


def test_the_text_of_an_old_page_is_one_cell_of_many():
    rows = ["作者：管理员　发布时间：2009-5-12 10:21:33　浏览次数：321", "<br><br>".join(TEXT)]
    article = page("江边图书设备有限公司-公司新闻", old_page(TITLE, [*rows, "上一条：<a href='/p'>旧船</a>"]))
    assert [b.text for b in article.kept] == TEXT
    assert (article.metadata.title, article.metadata.date) == (TITLE, "2009-05-12")


def test_a_title_below_the_name_of_the_writer_ends_the_crumbs():
    body = (
        f"<div>江边社区 » 旧书 » {TITLE}</div><table><tr><td>江上客</td><td><span>2019-03-11 22:41</span><h3>{TITLE}</h3>"
        f"{paragraphs()}</td></tr></table>"
    )
    assert page(f"{TITLE} 江边社区", body).metadata.title == TITLE


def test_the_day_of_publication_comes_before_the_day_of_writing():
    table = "<table><tr><td>成文日期：</td><td>2020年06月18日</td></tr><tr><td>发布日期：</td><td>2020年06月24日</td></tr></table>"
    assert page(TITLE, f"{table}<h1>{TITLE}</h1><div>{paragraphs()}</div>").metadata.date == "2020-06-24"


@pytest.mark.parametrize(
    "line",
    [
        "赞 12转发 3收藏 8只看楼主",
        "阅读(123)┊评论(4)┊收藏(5)┊转载(6)┊喜欢▼┊打印┊举报",
        "来自: 江上客(莫停船) 2019-10-12 22:31:05",
        "以電子郵件傳送這篇文章BlogThis！分享至X分享至Facebook",
        "部落格全站分類：生活綜合",
        "喜歡我的作品嗎？別忘了給予支持與讚賞，讓我知道在創作的路上有你陪伴。",
        "CC BY-NC-ND 4.0",
        "本文禁止转载或摘编",
        "# 底片# 家族",
        "[编辑]",
    ],
)
def test_lines_of_hosts(line):
    assert rule_for(line) is not None


def test_a_button_to_see_the_first_writer_alone_opens_no_discussion():
    replies = [
        x
        for at, text in enumerate(["好书", "想看", "在哪里买的"])
        for x in (f"读者{at} 2019-10-1{at} 08:03:00", text, "赞回复")
    ]
    article = convert(
        "\n\n".join([TITLE, "来自: 江上客(旧书) 2019-10-09 22:31:05", *TEXT, "赞 12转发 3收藏 8只看楼主", *replies]),
        "x",
    )
    assert [b.text for b in article.kept] == TEXT


@pytest.mark.parametrize("sign", [" - ", " | ", "_", " » "])
def test_the_name_of_a_blog_as_first_heading_and_in_front_of_the_window_title(sign):
    head = f"<h2 class='_title'>{TITLE}</h2><div>2013/6/9</div>"
    article = page(f"江上客的抽屉{sign}{TITLE}", f"<div><h1>江上客的抽屉</h1></div>{head}<div>{paragraphs()}</div>")
    assert (article.metadata.title, article.metadata.author, article.metadata.site) == (TITLE, (), "江上客的抽屉")
    # With the title in front the heading below it is the section's.
    body = f"<h1>{TITLE}</h1><h2>江上客的抽屉</h2><div>2013/6/9</div><div>{paragraphs()}</div>"
    assert page(f"{TITLE}{sign}江上客的抽屉", body).metadata.title == TITLE


@pytest.mark.parametrize("name", ["review-count", "comment-num", "para_count", "discuss-number"])
def test_the_number_of_remarks_on_a_paragraph_is_none_of_its_words(name):
    remarks = f"<span class='remarks'><i></i><span class='{name}'>37</span></span>"
    body = "".join(f"<p>{text}{remarks}</p>" for text in TEXT)
    article = page(TITLE, f"<h1>{TITLE}{remarks}</h1><div>{body}</div>")
    assert article.metadata.title == TITLE
    assert "37" not in article.markdown
    kept = page(TITLE, f"<h1>{TITLE}</h1><div>{paragraphs()}<p>票号是<span class='number'>37</span>。</p></div>")
    assert "37" in kept.markdown


def test_the_day_below_the_buttons_of_a_blog():
    below = "<div>好文要顶 收藏该文</div><div>江上客</div><div>粉丝 - 1 关注 - 0</div><div>3</div><div>0</div>"
    foot = f"{below}<div>posted @ <span>2019-06-09 21:14</span> <a href='/u'>江上客</a> 阅读(43)</div>"
    article = page(TITLE, f"<h1>{TITLE}</h1><div id='post_body'>{paragraphs()}</div>{foot}")
    assert article.metadata.date == "2019-06-09"
