"""Title, outlet, day and author as sites print them beside what is not of the article: players, windows that name the
whole site, notes at the foot, the data's publisher, works that the text lists."""

import json

import pytest

from convert.pipeline import convert

TITLE = "老水渠又通了水，村里人都去看"
TEXT = [
    f"第{n}年的春天，果园里的老水渠重新通了水，村里的人沿着渠走了一遍，数了数坏掉的闸门，又数了数还能用的。"
    for n in "一二三四"
]


def metadata(above=f"<h1>{TITLE}</h1>", below="", window=TITLE, head="", foot=""):
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    page = f"<html><head><title>{window}</title>{head}</head><body>{above}<div>{text}{below}</div>{foot}</body></html>"
    return convert(page, "seeds/page.html").metadata


PLAYER = "<div>5秒</div><ul><li>1</li><li>2</li></ul><div>支持用键盘翻页</div>"


@pytest.mark.parametrize(
    ("above", "window"),
    [
        # The controls of a player stand in the box of the title, and which picture is shown behind it.
        (f"<div id='title'><h1>{TITLE}(1/22)</h1>{PLAYER}</div>", f"{TITLE}_河谷图片_河谷网"),
        (f"<div id='title'><h1>{TITLE} （ 3 / 9 ）</h1>{PLAYER}</div>", f"{TITLE}_河谷图片_河谷网"),
        # All pages of a section have one window; no element is named like a title.
        (f"<p class='name'>{TITLE}</p><p>2019/10/9 14:12:27 <span>河谷网</span></p>", "出国"),
        # The outlet and a colon stand before the title in the window only.
        (f"<p>【大 中 小】【打印】 {TITLE} http://example.org 2019-10-09 14:12:27</p>", f"河谷評論新聞：{TITLE}"),
    ],
)
def test_the_title_beside_what_is_none_of_it(above, window):
    assert metadata(above, window=window).title == TITLE


def test_an_outlet_before_the_title_that_the_page_prints_with_it_stays():
    told = f"河谷新聞：{TITLE}"
    assert metadata(f"<h1>{told}</h1>", window=told).title == told


@pytest.mark.parametrize(
    ("page", "site"),
    [
        ({"above": f"<p>{TITLE}</p><p>2019/10/9 14:12:27 <span>河谷网</span></p>", "window": "出国"}, "河谷网"),
        # The next label ends the name.
        ({"above": f"<h1>{TITLE}</h1><p>来源：河谷报 选稿：教育频道 陈乐</p>"}, "河谷报"),
        ({"above": f"<h1>{TITLE}</h1><p>来源：河谷报 教育版</p>"}, "河谷报 教育版"),
        ({"above": f"<h1>{TITLE}</h1><p>2019-10-09 来源：河谷报 发表评论</p>"}, "河谷报"),
        # What a licence asks readers to name is the writer.
        ({"below": "<p>版权声明: 转载请注明来源 chenwen !</p>", "window": f"{TITLE} | 0kx"}, "0kx"),
        # At the foot, behind the label or right before the words.
        ({"foot": "<p>■指導單位：某某協會 ■版權所有：河谷聯合新聞網 ■</p>"}, "河谷聯合新聞網"),
        ({"foot": "<p>Copyright @2014 - 2015 www.hegu.cn.All Rights Reserved. 河谷MP3 版权所有</p>"}, "河谷MP3"),
        ({"foot": "<p>Copyright 2015 河谷信息有限公司 版权所有</p>"}, ""),
        # Behind its name in Chinese a window has the one in Latin letters.
        ({"window": f"{TITLE} - 河谷醒報 Valley Awakening News Networks"}, "河谷醒報"),
        (
            {
                "above": f"<p>【打印】 {TITLE} http://example.org 2019-10-09 14:12</p>",
                "window": f"河谷評論新聞：{TITLE}",
            },
            "河谷評論新聞",
        ),
    ],
)
def test_the_outlet_where_sites_print_it(page, site):
    assert metadata(**page).site == site


def data(author="", publisher="", kind="Organization"):
    told = {"@type": "NewsArticle", "headline": TITLE, "author": {"@type": "Person", "name": author}}
    told["publisher"] = {"@type": kind, "name": publisher}
    return f"<script type='application/ld+json'>{json.dumps(told)}</script>"


@pytest.mark.parametrize(
    ("author", "publisher", "kind", "window", "site", "names"),
    [
        # The window names a section; the data say whose the page is, twice.
        ("河谷的報", "Valleypost 河谷的報", "Organization", f"{TITLE} | 社會事", "河谷的報", ()),
        ("林小美", "VALLEY", "Organization", TITLE, "VALLEY", ("林小美",)),
        # What the window says as well it says shorter.
        ("河谷日報HG", "河谷日報HG", "Organization", f"{TITLE} - 河谷日報 - 理財", "河谷日報", ()),
        # A person who publishes what he writes is its author.
        ("林小美", "林小美", "Person", TITLE, "", ("林小美",)),
        ("chenwen", "chenwen", "Organization", TITLE, "", ("chenwen",)),
        ("林小美", "河谷信息有限公司", "Organization", TITLE, "", ("林小美",)),
    ],
)
def test_who_publishes_a_page_is_its_outlet_and_no_author(author, publisher, kind, window, site, names):
    found = metadata(window=window, head=data(author, publisher, kind))
    assert (found.site, found.author) == (site, names)


MORE = "".join(f"<p>到了{n}月，河谷里的人又去看了一回，回来的时候都说水是清的。</p>" for n in range(1, 10))


@pytest.mark.parametrize(
    ("element", "names"),
    [
        # An account that is called as an outlet is, where a link leads to what it wrote.
        ("<a href='/author/12/'>河畔娱乐</a>", ("河畔娱乐",)),
        ("<a href='/author/12/'>作者 河畔娱乐</a>", ("河畔娱乐",)),
        ("<a href='/author/12/'>河谷新闻</a>", ()),
        ("<span class='author'>河畔娱乐</span>", ()),
    ],
)
def test_an_account_with_the_name_of_an_outlet(element, names):
    head = "<meta property='og:site_name' content='河谷新闻'>"
    assert metadata(f"<h1>{TITLE}</h1><p>{element} 2020-04-01 0:07:54</p>", head=head).author == names


ROW = "【河谷网】中谷网 文章录入：Sara 责任编辑：Sara 2012-9-24 16:00:04 点击数："


@pytest.mark.parametrize(
    ("line", "day"),
    [
        (ROW, "2012-09-24"),
        ("报名时间：即日起 报名截止时间：2012-9-24 16:00:04 地点：河谷小学", ""),
        ("他在信里写道：我们2012-9-24 16:00:04开的闸门，那天河谷里的人都来了，谁也没有走。", ""),
    ],
)
def test_the_day_among_labels_above_the_text(line, day):
    text = "".join(f"<p>{each}</p>" for each in TEXT)
    page = (
        f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div><p>{line}</p>{text}</div></body></html>"
    )
    assert convert(page, "seeds/page.html").metadata.date == day


@pytest.mark.parametrize(
    ("above", "below", "names"),
    [
        # Who made a picture that the text shows did not write it; the sign of a newspaper in front tells of its writer.
        ("", "<p>一等奖《盐湖上的人》作者：王小石</p>", ()),
        (
            "",
            MORE
            + "<p>一等奖《山路》（组照）作者：王小石</p><p>二等奖《桥》作者：陈大文</p><p>《灯》</p><p>作者：林小美</p>",
            (),
        ),
        ("<p>来源：《河谷日报》 作者：王小石</p>", "", ("王小石",)),
        ("", "<p>作者：王小石</p>", ("王小石",)),
        # What a host of blogs prints below a text.
        ("", "<p>chenwen at 河谷小站 at 11:59 PM post | Reply(0)</p>", ("chenwen",)),
        ("", "<div><a href='/blog/chenwen'>chenwen</a><p>at 河谷小站 at 11:59 PM post</p></div>", ("chenwen",)),
        ("", "<p>Come and see us at 河谷小站 at the river</p>", ()),
        # A name that a page sets as a heading right above the day.
        ("<h4>Cara</h4><p>2020-03-24</p>", "", ("Cara",)),
        # What a template prints where there is none.
        ("<p>更新时间：2020-05-18 12:03:58 人气： 作者：null</p>", "", ()),
    ],
)
def test_authors_of_the_text_and_of_what_it_shows(above, below, names):
    assert metadata(f"<h1>{TITLE}</h1>{above}", below).author == names


@pytest.mark.parametrize("dash", ["——", "|", "｜"])
def test_a_dash_within_the_title_parts_no_outlet_from_it(dash):
    told = f"“杏花春风{dash}河谷木版年画展”亮相河谷大学"
    found = metadata(f"<h1>{told}</h1>", window=f"{told}-综合新闻-河谷大学")
    assert found.site in ("", "河谷大学")
