"""Dumps and feeds that hold a whole page instead of the article's text: the frame of the page is no article."""

import json
from html import escape

import pytest

from convert.pipeline import convert

TITLE = "渡口的最后一班船"
PROSE = [
    "傍晚六点，最后一班渡船靠了岸，船工把缆绳绕在石桩上，数了数甲板上剩下的三个客人。",
    "渡口修了新桥以后，过河的人一年比一年少，船票从两块钱涨到五块，仍旧不够一天的油钱。",
    "老船工说，等到明年开春他就把船卖给下游的沙场，自己回岸上去种那两亩橘子树。",
]
BODY = "".join(f"<p>{text}</p>" for text in PROSE)
MENU = "".join(f"<li><a href='/{n}'>{name}</a></li>" for n, name in enumerate(("首页", "相册", "留言", "好友", "音乐")))
SIDE = "".join(f"<li><a href='/p/{n}'>上周写的第{n}篇日记</a></li>" for n in range(12))
SIDE += "</ul><div><div>住在河边的人</div><div>三十七岁，喜欢拍照</div><div>来过这里的人已有 1208 位</div></div><ul>"
COMMENTS = "<div class='comments'><p>阿木：写得真好，我小时候也坐过这条船，船头还挂着铃铛呢。</p></div>"
FRAMES = {
    "body": "<body><ul>{menu}</ul><h2>河边人家</h2><div id='text'>{body}</div><ul>{side}</ul></body>",
    "menu": "<nav>{menu}</nav><h3>{title}</h3><div>{body}</div><ul>{side}</ul>",
    "fields": "<div><ul>{menu}</ul><div>{body}</div>{comments}<form><textarea></textarea></form><ul>{side}</ul></div>",
    "page": "<!DOCTYPE html><html><head><title>{title} - 河边人家</title></head><body><div>{menu}</div><h1>{title}</h1>"
    "<div>{body}</div><div>{side}</div></body></html>",
}


def dump(page):
    return f"---\ntitle: {TITLE}\nlink: https://example.com/a\n---\n{page}"


def feed(page):
    link = "https://example.com/a"
    entry = f"<item><title>{TITLE}</title><link>{link}</link><description>{escape(page)}</description></item>"
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>河边人家</title>{entry}</channel></rss>"


def answer(page):
    return json.dumps({"title": TITLE, "url": "https://example.com/a", "content_html": page}, ensure_ascii=False)


@pytest.mark.parametrize("form", [dump, feed, answer])
@pytest.mark.parametrize("frame", FRAMES)
def test_only_the_article_of_a_whole_page_is_kept(frame, form):
    page = FRAMES[frame].format(menu=MENU, body=BODY, side=SIDE, comments=COMMENTS, title=TITLE)
    article = convert(form(page), "x")
    body = article.markdown.split("---\n", 2)[2]
    assert [text for text in PROSE if text in body] == PROSE
    assert article.metadata.title == TITLE
    assert not [word for word in ("首页", "上周写的第3篇日记", "阿木", "住在河边的人", "1208") if word in body]


def test_links_of_a_page_in_a_dump_start_at_its_address():
    page = FRAMES["body"].format(menu=MENU, body=BODY + "<p>照片在<a href='/albums/7'>这本相册</a>里。</p>", side=SIDE)
    assert "https://example.com/albums/7" in convert(dump(page), "x").markdown


def test_a_dump_of_text_alone_is_article_from_end_to_end():
    body = f"{BODY}<p>延伸阅读：<a href='/a'>旧渡口</a>、<a href='/b'>新桥</a></p><p>河水</p>"
    assert "河水" in convert(dump(body), "x").markdown
