"""What pages of blogs, readers and questions mark in their own way: the writer of an entry, an element without text
behind a text, an accepted answer, sources below a box of others."""

import pytest
from lxml import html
from old_pier import BODY, TEXT, TITLE, page

from convert.evidence.container.element import find_container
from convert.evidence.lines import Lines
from convert.pipeline import convert
from convert.text.days import iso_day

HEAD = f"<h1>{TITLE}</h1><p>2018-09-16</p>"


@pytest.mark.parametrize(
    "behind",
    [
        "<span id=detail-view><div class=icon title=open></div></span>",
        "<b><p></p></b>",
        "<a href=#><div><img src=a.png></div></a>",
        "<font><font><div></div></font></font>",
        "",
    ],
)
def test_an_element_behind_a_text_does_not_hold_it(behind):
    root = html.fromstring(f"<html><body><div><div id=text>{TEXT[0]}{behind}</div><p>昨天</p></div></body></html>")
    assert find_container(root).element.get("id") == "text"


@pytest.mark.parametrize(
    ("inside", "spans"),
    [
        # The line that is open when an element begins is not its own; those that begin in it and end in it are.
        ("江边<span>旧船</span>渡口", {"span": (1, 1)}),
        ("江边<span><div>旧船</div></span>渡口", {"span": (1, 2)}),
        ("<span><div>旧船</div></span>渡口", {"span": (0, 1)}),
        (" <span> <div>旧船</div></span>渡口", {"span": (0, 1)}),
        ("江边<span>旧船<div>渡口</div></span>", {"span": (1, 2)}),
        ("<p>江边</p><span><p>旧船</p><p>渡口</p></span>", {"span": (1, 3)}),
    ],
)
def test_the_lines_of_an_element_are_those_that_begin_in_it(inside, spans):
    body = html.fromstring(f"<html><body>{inside}</body></html>").find("body")
    found = Lines(body).spans
    assert {e.tag: span for e, span in found.items() if e.tag in spans} == spans


@pytest.mark.parametrize(
    ("name", "kept"), [("satisfaction_answer", True), ("satisfaction-answer best", True), ("satisfaction", False)]
)
def test_an_accepted_answer_is_no_survey(name, kept):
    said = "把船底的旧漆先刮干净，再上两遍桐油，晾三天就可以下水了。"
    answer = f'<div class="{name}"><h3>满意答案</h3><div>{said}</div></div>'
    inside = BODY.replace("</div>", f"{answer}</div>", 1)
    assert (said in convert(page(f"{HEAD}{inside}"), "a.html").markdown) is kept


@pytest.mark.parametrize(
    ("label", "kept"),
    [
        ("<h2>参考文献</h2>", True),
        ("<h3>References</h3>", True),
        ("<p><b>參考資料：</b></p>", True),
        ("<h2>热门文章</h2>", False),
        # As a label of a box, or a link in it.
        ("<h2>相关资料</h2>", False),
        ("<p>参考文献</p>", False),
    ],
)
def test_the_sources_of_an_article_stand_below_a_box_of_others_too(label, kept):
    links = [f"<li><a href='https://e.example/{n}'>江边旧船的第{n}种修法与渡口</a></li>" for n in range(6)]
    below = f"<h2>相关文章</h2><ul>{''.join(links[:3])}</ul>{label}<ul>{''.join(links[3:])}</ul>"
    inside = BODY.replace("</div>", f"{below}</div>", 1)
    markdown = convert(page(f"{HEAD}{inside}"), "a.html").markdown
    assert ("第4种" in markdown) is kept and "第1种" not in markdown


@pytest.mark.parametrize(
    ("above", "below", "names"),
    [
        ("<div class=h-entry style='display:none'><a class=p-author href=/u>boatman7</a></div>", "", ("boatman7",)),
        ("", "<footer><span class='author vcard'><span class=fn><a>青小艇</a></span></span></footer>", ("青小艇",)),
        # Of remarks, and of several entries.
        ("", "<p><cite class='comment-author vcard'><b class=fn>青小艇</b></cite></p>", ()),
        ("", "<ol id=comments><li><span class='author vcard'><b class=fn>青小艇</b></span></li></ol>", ()),
        ("", "<i class=p-author>青小艇</i><i class=p-author>江上客</i>", ()),
    ],
)
def test_the_writer_of_an_entry_as_microformats_mark_it(above, below, names):
    assert convert(page(f"{above}{HEAD}{BODY}{below}"), "a.html").metadata.author == names


@pytest.mark.parametrize(
    ("name", "site", "names"),
    [
        ("Willow Pier", "Willow's Info Area", ("Willow Pier",)),
        ("Willow Pier", "Notes of the Pier", ("Willow Pier",)),
        ("Willow旅行王", "Willow旅行王", ("Willow旅行王",)),
        ("Willow Pier", "江边的笔记", ()),
        # Initials are in many words.
        ("Wu Lo", "Wu Area", ()),
    ],
)
def test_a_blog_may_have_a_part_of_its_owners_name(name, site, names):
    head = f"<title>{TITLE} | {site}</title><meta name=author content='{name}'>"
    rights = f"<footer>© 2018 {name}</footer>"
    for noted, told in ((rights, names), ("", ())):
        # That the name is in the site's is one sign, whether all of it is or a part.
        text = f"<html><head>{head}</head><body>{HEAD}{BODY}{noted}</body></html>"
        assert convert(text, "a.html").metadata.author == told


@pytest.mark.parametrize(("title", "said"), [(TITLE, TITLE), ("", "不要假装很努力，因为结果不会陪你演戏")])
def test_the_motto_of_a_site_is_no_title_where_the_data_have_one(title, said):
    motto = "不要假装很努力，因为结果不会陪你演戏"
    told = f"<meta property='og:title' content='{title}'>" if title else ""
    head = f"<title>{TITLE} | 江边笔记</title>{told}<meta property='og:site_name' content='江边笔记'>"
    above = f"<p class=site-title>江边笔记</p><h1>{motto}</h1><h2 class=post-title>{TITLE}</h2><p>2018-09-16</p>"
    text = f"<html><head>{head}</head><body>{above}{BODY}</body></html>"
    assert convert(text, "a.html").metadata.title == said


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("日 09 11月 2014 by", "2014-11-09"),
        ("1月 19 2014", "2014-01-19"),
        ("9 1月, 2014", "2014-01-09"),
        ("19 3月", ""),
        ("40 3月 2014", ""),
    ],
)
def test_days_before_the_month_in_figures(text, day):
    assert iso_day(text) == day


def test_posted_on_a_day_by_a_name_before_the_counters():
    below = "<p class=postfoot>posted on 2011-08-29 15:02 <a href='/u/'>草上的骆驼</a> 阅读(22211) <a>评论(3)</a></p>"
    found = convert(page(f"<h1>{TITLE}</h1>{BODY}{below}"), "a.html").metadata
    assert (found.author, found.date) == (("草上的骆驼",), "2011-08-29")
