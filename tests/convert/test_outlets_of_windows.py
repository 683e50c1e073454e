"""Outlets that the window, the data of a page and the line of the day name, each in its form."""

import json

import pytest

from convert.pipeline import convert

TITLE = "老水渠又通了水以后"
TEXT = "".join(
    f"<p>第{n}年的春天，果园里的老水渠重新通了水，村里的人沿着渠走了一遍，数了数坏掉的闸门，又数了数还能用的。</p>"
    for n in "一二三四"
)


def read(window=TITLE, line="", below="", head=""):
    body = f"<h1>{TITLE}</h1>{line}<div>{TEXT}</div>{below}"
    return convert(f"<html><head><title>{window}</title>{head}</head><body>{body}</body></html>", "page.html").metadata


@pytest.mark.parametrize(
    "behind",
    ["河谷观察网 － 专业果园新闻网站", "河谷观察网 | 最好的果园门户", "河谷果园社群 / Valley and Orchard Community"],
)
def test_behind_the_name_of_a_site_stands_what_it_says_of_itself(behind):
    assert read(f"{TITLE} - {behind}").site in ("河谷观察网", "河谷果园社群")


@pytest.mark.parametrize("outlet", ["河谷日报", "河谷财经APP"])
def test_an_outlet_is_set_apart_from_the_day_by_style_alone(outlet):
    assert read(line=f"<p><span>{outlet}</span><em>2017-02-08 09:16:00</em></p>").site == outlet
    assert read(line="<p><span>要闻</span><em>2017-02-08 09:16:00</em></p>").site == ""


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("本文来源于河谷网 2018-05-15 11:27:00", "河谷网"),
        ("来源：21世纪河谷报道", "21世纪河谷报道"),
        ("来源：2018年5月", ""),
        ('作者： size="20" 来源： size="20"', ""),
    ],
)
def test_a_source_is_a_name(line, outlet):
    assert read(line=f"<p>{line}</p>".replace('"', "&quot;")).site == outlet


def test_where_a_part_of_a_book_is_from_stands_behind_who_wrote_it():
    found = read(line="<p>作者： 陈大文出自[河谷出版社]</p>")
    assert (found.author, found.site) == (("陈大文",), "河谷出版社")


@pytest.mark.parametrize("behind", ["/文", "/文受访者供图", " 文 受访者供图"])
@pytest.mark.parametrize("before", ["河谷新闻·河谷商报", "河谷商报"])
def test_a_reporter_is_set_between_outlets_and_pictures_without_blanks(before, behind):
    assert read(line=f"<p>{before}记者陈大文{behind}</p>").author == ("陈大文",)


def graph(*things):
    told = json.dumps({"@context": "https://schema.example", "@graph": things}, ensure_ascii=False)
    return f"<script type='application/ld+json'>{told}</script>"


OWNER = {"@type": "Organization", "@id": "#o", "name": "河谷周刊"}
WRITER = {"@type": "Person", "@id": "#p", "name": "陈大文"}


@pytest.mark.parametrize("kind", ["Article", "NewsArticle", "BlogPosting"])
@pytest.mark.parametrize("several", [False, True])
def test_a_graph_of_data_names_author_and_publisher_by_their_numbers(kind, several):
    author = [{"@id": "#p"}] if several else {"@id": "#p"}
    told = {"@type": kind, "headline": TITLE, "author": author, "publisher": {"@id": "#o"}}
    found = read(head=graph({**told, "datePublished": "2021-03-04T08:00:00+08:00"}, OWNER, WRITER))
    assert (found.author, found.site, found.date) == (("陈大文",), "河谷周刊", "2021-03-04")


def test_of_a_graph_with_several_articles_none_is_taken():
    lists = [{"@type": "Article", "headline": name, "author": {"@id": "#p"}} for name in ("别的文章", "又一篇文章")]
    assert read(head=graph(*lists, WRITER)).author == ()
    assert read(head=graph("text", 3, None, {"@id": ["#p"]}, {"@type": ["WebPage"], "author": None})).author == ()
