"""Texts that stand in a page's scripts, frames, templates and fields: what is taken for the article, and how."""

import html
import json

import lxml.html
import pytest

from convert.evidence.embedded import with_embedded_pages, with_odd_text
from convert.evidence.fields.frame import owner_hints
from convert.evidence.page_data import article_in_data, loaded, plain
from convert.page import Hint

SIXTY = "山里的路一直通到海边没有人走完过它" * 3 + "谁都说它长啊长啊"
assert sum("一" <= sign <= "鿿" for sign in SIXTY) == 59


def page(inside, head=""):
    return lxml.html.fromstring(f"<html><head>{head}</head><body>{inside}</body></html>")


def in_data(value, kind="application/json"):
    return article_in_data(
        page(f"<script type='{kind}'>{value if isinstance(value, str) else json.dumps(value)}</script>")
    )


LONG = SIXTY + "桥"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"content": LONG}, LONG),
        ({"Content": LONG}, LONG),
        ({"content": SIXTY}, ""),
        ({"title": LONG}, ""),
        ({"a": [{"b": {"articleBody": LONG}}]}, LONG),
        ({"content": LONG, "body": LONG + "！"}, LONG + "！"),
        ({"content": LONG + "！", "body": LONG}, LONG + "！"),
        ({"blocks": [{"text": LONG}, "路", {"data": {"text": "河"}}, {"x": 1}, 3, ["山"]]}, f"{LONG}\n路\n河"),
        ({"blocks": [{"data": {"data": {"data": {"value": LONG}}}}]}, ""),
        ({"blocks": [{"data": {"data": {"value": LONG}}}]}, LONG),
        ({"blocks": [{"text": "", "html": LONG}]}, LONG),
        ({"items": [LONG, {"text": LONG + "！"}]}, LONG + "！"),
        ([[{"text": LONG}]], LONG),
        ({"items": [LONG]}, ""),
        ({"content": "一" * 70, "body": "龥" * 61}, "一" * 70),
        ({"x": {"content": LONG}, "y": {"z": 1}}, LONG),
        ({"x": {"content": LONG}, "y": [{"z": 1}]}, LONG),
    ],
)
def test_the_article_in_a_script_of_data(value, text):
    assert in_data(value) == text
    assert in_data(value, "application/ld+json") == text


@pytest.mark.parametrize(
    ("script", "text"),
    [
        (f'var a = {{"content": {json.dumps(LONG)}}};', LONG),
        (f'var a = {{"Content" : {json.dumps(LONG, ensure_ascii=False)}}};', LONG),
        (f'var a = {{"title": {json.dumps(LONG)}}};', ""),
        (f'var a = {{"content": "{"桥" * 59}"}};', ""),
        (f'var a = {{"content": "{"桥" * 60}"}};', "桥" * 60),
        ('var a = {"content": "' + "桥" * 60 + '\\x"};', ""),
        ("", ""),
    ],
)
def test_the_article_in_a_script_that_is_a_program(script, text):
    assert in_data(script, "text/javascript") == text


def test_broken_data_is_read_as_a_program():
    assert in_data(f'{{"content": {json.dumps(LONG)}, }}') == LONG
    assert article_in_data(page(f'<script></script><p>"text": "{LONG}"</p>')) == ""
    assert (
        article_in_data(page(f"<script>a = {{'x': 1}}</script><script>{{\"text\": {json.dumps(LONG)}}}</script>"))
        == LONG
    )


def test_pieces_of_data():
    assert plain("<p>桥<br/>路</p>") == " 桥 路 "
    assert (loaded('{"a": "b\nc"}'), loaded("{"), loaded("[" * 100_000)) == ({"a": "b\nc"}, None, None)


SENTENCE = "山里的路一直通到海边，没有人走完过它，谁都说它太长了，可是谁也没有想过要修一座桥。"


def shown(root):
    return lxml.html.tostring(root.find("body"), encoding="unicode")


def frame(inside):
    return f'<iframe srcdoc="{html.escape(inside)}"></iframe>'


def test_what_frames_hold_shows_where_they_stand():
    root = page(f"<p>甲</p>{frame('<p>乙</p><!--x--><b>丙</b>')}丁")
    assert with_embedded_pages(root) == ""
    assert shown(root) == "<body><p>甲</p><div><p>乙</p><b>丙</b></div>丁</body>"
    root = page(f"{frame('一行 & 话')}<template shadowrootmode=open><p>影</p></template><template><p>不</p></template>")
    assert with_embedded_pages(root) == ""
    assert shown(
        root
    ) == "<body><div><p>一行 &amp; 话</p></div><div><p>影</p></div><template><p>不</p></template></body>".replace(
        "<div><p>影</p></div>", '<div shadowrootmode="open"><p>影</p></div>'
    )
    two = page(frame("一\n二"))
    assert with_embedded_pages(two) == "" and shown(two) == "<body><div><p>一</p><p>二</p></div></body>"


@pytest.mark.parametrize(("times", "unread"), [(1, ""), (4, ""), (5, SENTENCE)])
def test_a_frame_in_a_frame_shows_up_to_four(times, unread):
    inside = f"<p>{SENTENCE}</p><p>首页</p>"
    for _ in range(times):
        inside = frame(inside)
    root = page(inside)
    assert with_embedded_pages(root) == unread
    assert (SENTENCE in root.text_content()) == (not unread)


def test_what_stands_too_deep_stays_unread():
    root = page(frame("<b>" * 300 + SENTENCE + "</b>" * 300) + frame("<i>" * 200 + SENTENCE + "</i>" * 200))
    assert with_embedded_pages(root) == SENTENCE
    deep = page("<i>" * 60 + frame("<b>" * 200 + SENTENCE + "</b>" * 200) + "</i>" * 60)
    assert with_embedded_pages(deep) == SENTENCE


OTHER = "河边的人家种了很多年的杨柳，到了春天一下子都绿了起来，谁从那里走过都要停下来看一看。"


@pytest.mark.parametrize("tag", ["footer", "noscript", "template", "dialog", "menu", "nav", "object"])
def test_an_odd_element_with_most_of_the_text_is_an_ordinary_one(tag):
    root = page(f"<p>{OTHER}</p><{tag}><p>{SENTENCE * 3}</p></{tag}>")
    assert with_odd_text(root) == "" and shown(root) == f"<body><p>{OTHER}</p><div><p>{SENTENCE * 3}</p></div></body>"


def test_of_an_odd_element_with_little_of_the_text_it_stays_unread():
    root = page(f"<p>{OTHER * 4}</p><footer><p>{SENTENCE * 3}</p><p>首页</p></footer><nav>{SENTENCE}</nav>")
    before = shown(root)
    assert with_odd_text(root) == SENTENCE * 3 and shown(root) == before
    assert with_odd_text(page(f"<footer>{SENTENCE}</footer>")) == ""
    twice = page(f"<p>{OTHER * 9}</p><footer><p>{SENTENCE * 3}</p></footer><nav><menu>{SENTENCE * 4}</menu></nav>")
    assert with_odd_text(twice) == f"{SENTENCE * 3} {SENTENCE * 4}"


def test_a_field_with_the_text_is_read_as_a_page():
    root = page(f"<textarea>&lt;p&gt;{SENTENCE * 3}&lt;/p&gt;</textarea>桥")
    assert with_odd_text(root) == "" and shown(root) == f"<body><div><p>{SENTENCE * 3}</p></div>桥</body>"


META = {"author": "林小满", "generator": "Hexo 6", "og:site_name": "林小满的灯下"}


def owner(meta, inside="", window="桥"):
    head = "".join(
        f'<meta {"property" if ":" in name else "name"}="{name}" content="{value}">' for name, value in meta.items()
    )
    return tuple(hint for hint in owner_hints(page(inside, head), window) if hint.key == "author")


OWNED = (Hint("author", "林小满", "owner"),)


@pytest.mark.parametrize(
    ("meta", "inside", "window", "found"),
    [
        (META, "", "桥", OWNED),
        ({**META, "Generator": "x"}, "", "桥", ()),
        ({**META, "sitename": "山城"}, "", "桥", ()),
        ({**META, "author": ""}, "", "桥", ()),
        ({**META, "author": "林小满、周远"}, "", "桥", ()),
        ({**META, "author": "林小满工程师、周远医生"}, "", "桥", ()),
        ({**META, "author": "admin"}, "", "桥", ()),
        ({**META, "author": "Jane Doe"}, "", "桥", ()),
        ({**META, "author": "山城日报"}, "", "桥", ()),
        ({"author": "林小满", "generator": "Hexo"}, "", "桥", ()),
        ({"author": "林小满", "generator": "Hexo"}, "", "桥 | 林小满", OWNED),
        ({"author": "林小满", "generator": "Hexo"}, "", "林小满" + "桥" * 30, OWNED),
        ({"author": "林小满", "generator": "Hexo"}, "", "林小满" + "桥" * 31, ()),
        ({"author": "林小满"}, "<footer>Powered by Hexo</footer>", "桥 | 林小满", OWNED),
        ({"author": "林小满"}, "<footer>用 Hexo 写，Rendered</footer>", "桥 | 林小满", OWNED),
        ({"author": "林小满"}, "<footer>© 2021 林小满</footer>", "桥 | 林小满", OWNED),
        ({"author": "林小满"}, "<footer>© 2021 周远</footer>", "桥 | 林小满", ()),
        ({"article:author": "林小满", "generator": "Hugo"}, "", "桥", OWNED),
        ({"og:article:author": "林小满", "generator": "Hugo"}, "", "桥", OWNED),
        ({"dc.creator": "林小满", "generator": "Hugo"}, "", "桥", ()),
        (
            {"article:author": "周远", "author": "林小满", "generator": "Hugo"},
            "",
            "桥",
            (Hint("author", "周远", "owner"),),
        ),
    ],
)
def test_the_owner_of_a_site_by_two_signs(meta, inside, window, found):
    assert owner(meta, inside, window) == found


# A closed sentence of 30 characters.
THIRTY = "山里的路一直通到海边，没有人走完过它，谁都说它太长太长了吧。"


def nested(count, inside=THIRTY):
    return "<div>" * count + inside + "</div>" * count


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        # The body, so many divisions and the two elements around the frame are fewer than 250.
        (nested(246), True),
        (nested(247), False),
        ("<p>路</p>" * 20 + nested(247), False),
        (nested(300), False),
    ],
)
def test_a_page_in_a_frame_stands_as_deep_as_the_parser_takes(source, shown):
    root = page(f"<iframe srcdoc='{source}'></iframe>")
    unread = with_embedded_pages(root)
    assert (THIRTY in root.text_content(), unread) == (shown, "" if shown else THIRTY)


def test_what_stays_unread_of_frames_is_told_line_by_line():
    inside = f"{THIRTY}\n桥\n山里的路一直通到海边，没有人  走完。<b>路</b>"
    root = page(f"<iframe srcdoc='{nested(260, inside)}'></iframe><iframe srcdoc='{nested(260)}'></iframe>")
    assert with_embedded_pages(root) == f"{THIRTY} {THIRTY} 山里的路一直通到海边，没有人 走完。"


def test_instructions_of_a_page_in_a_frame_are_none_of_its_elements():
    root = page(f"<iframe srcdoc='<?php x ?><!-- y --><new>{THIRTY}</new>'></iframe>")
    assert with_embedded_pages(root) == "" and THIRTY in root.text_content()
    assert all(isinstance(each.tag, str) for each in root.iter())


@pytest.mark.parametrize(
    ("inside", "beside", "unread"),
    [
        # 120 characters of running text, less than half of all.
        (THIRTY * 4, THIRTY * 5, THIRTY * 4),
        (THIRTY * 4, THIRTY * 4, ""),
        ((THIRTY * 4)[1:], THIRTY * 5, ""),
        ((THIRTY * 4)[1:] + "\n桥", THIRTY * 5, ""),
        (f"{THIRTY * 2}\n{THIRTY * 2}", THIRTY * 5, THIRTY * 4),
        (f"{THIRTY * 2}山里  的路。{THIRTY * 2}", THIRTY * 5, f"{THIRTY * 2}山里 的路。{THIRTY * 2}"),
    ],
)
def test_running_text_in_a_footer(inside, beside, unread):
    root = page(f"<p>{beside}</p><footer>{inside}</footer>")
    assert with_odd_text(root) == unread
    shown = len(inside.replace("\n桥", "")) >= 120 and not unread
    assert (root.find(".//footer") is None) is shown


def test_an_odd_element_in_another_is_of_that_one_and_the_next_is_looked_at():
    root = page(f"<nav><footer>{THIRTY * 4}</footer></nav><p>{THIRTY * 20}</p><footer>{THIRTY * 5}</footer>")
    assert with_odd_text(root) == f"{THIRTY * 4} {THIRTY * 5}" or with_odd_text(root) == f"{THIRTY * 5} {THIRTY * 4}"


def test_a_field_with_a_page_too_deep_for_the_parser_shows_its_text_as_it_is():
    source = html.escape(nested(300, THIRTY * 5))
    root = page(f"<textarea>{source}</textarea>")
    assert with_odd_text(root) == "" and "<div>" in root.text_content()
    root = page(f"<textarea>{html.escape(f'<new>{THIRTY * 5}</new>')}</textarea>")
    assert with_odd_text(root) == "" and "<new>" not in root.text_content() and THIRTY in root.text_content()
