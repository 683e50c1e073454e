"""What engines of sites set around and into texts: elements of their own, buttons in headings, letters all in bold."""

import pytest

from convert.evidence.fields.names import is_name
from convert.pipeline import convert

TITLE = "旧船上岸以后"
TEXT = [
    "渡口边的旧船上岸以后，木匠先把船底的漆刮干净，再用麻丝把缝一条一条塞紧，塞完还要用木槌敲一遍。",
    "桐油要熬到拉丝，趁热刷三遍，每一遍都要等前一遍干透，急不得，急了就起泡，起了泡只好再刮。",
    "刷完以后把船翻过来晾着，等到下一场雨之前再下水，这样一船能用十年，比买一艘新的省一半的钱。",
    "村里的老人说，船和人一样，歇够了才有力气，所以每年冬天都要让它在岸上躺一个月，晒晒太阳。",
]


def page(body, title=TITLE):
    return f"<!doctype html><meta charset=utf-8><title>{title}</title><body>{body}"


def headings(markdown):
    return [line for line in markdown.split("\n") if line.startswith("#")]


def set_by_script(line):
    """The line as a script for typography leaves it: each mark of punctuation in an element that HTML does not have."""
    marks = "，。、：；！？"
    return "".join(f"<h-char><h-inner>{sign}</h-inner></h-char>" if sign in marks else sign for sign in line)


def test_elements_that_html_does_not_have_break_no_line():
    said = "<br><br>".join(map(set_by_script, TEXT))
    remarks = "".join(
        f"<div class=remark><p>我家的船也是这样，{n}年没有下过水，想起来就心疼得很。</p></div>" for n in (3, 5)
    )
    article = convert(page(f"<h1>{TITLE}</h1><div class=words>{said}</div>{remarks}"), "x")
    assert all(line in article.markdown for line in TEXT)


@pytest.mark.parametrize(
    "place", ["<h2>{button} <span class=mw-headline>{name}</span></h2>", "{button}<h2>{name}</h2>"]
)
def test_the_button_to_edit_a_section_of_a_wiki_is_no_part_of_its_heading(place):
    button = "<span class=editsection>[<a href=/edit>编辑</a>]</span>"
    names = ["刮漆", "塞缝", "上油", "下水"]
    sections = "".join(
        place.format(button=button, name=name) + f"<p>{line}</p>" for name, line in zip(names, TEXT, strict=True)
    )
    listed = "".join(
        f"<li class=toclevel-1><span class=tocnumber>{n}</span>{name}</li>" for n, name in enumerate(names, 1)
    )
    toc = f"<table id=toc class=toc><tr><td><div id=toctitle><h2>目录</h2></div><ul>{listed}</ul></td></tr></table>"
    article = convert(page(f"<h1>{TITLE}</h1><div id=bodyContent><p>{TEXT[0]}</p>{toc}{sections}</div>"), "x")
    assert headings(article.markdown) == [f"## {name}" for name in names]
    assert "编辑" not in article.markdown and "目录" not in article.markdown


@pytest.mark.parametrize("button", ["[复制链接]", " [複製連結]", "【复制链接】"])
def test_the_button_of_a_forum_behind_a_title_is_no_part_of_it(button):
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    article = convert(page(f"<h1>{TITLE}{button}</h1><div>{text}</div>", f"{TITLE} - 江边论坛"), "x")
    assert article.metadata.title == TITLE and "链接" not in article.markdown and "連結" not in article.markdown


@pytest.mark.parametrize("bold", [False, True])
def test_lines_above_pictures_head_nothing_where_the_text_itself_is_in_bold(bold):
    shown = "".join(f"<p>{f'<b>{line}</b>' if bold else line}</p>" for line in TEXT)
    names = ["翻过来的船底", "岸上的冬天", "新刷的油", "下水那天"]
    pictures = "".join(f"<p><b>{name}</b></p><p><img src=/{n}.jpg></p>" for n, name in enumerate(names))
    found = headings(convert(page(f"<h1>{TITLE}</h1><div>{shown}{pictures}{shown[-60:]}</div>"), "x").markdown)
    assert bool(found) is not bold


def test_one_section_may_count_heads_where_others_count_sentences():
    items = [f"（{n}）{line}" for n, line in zip("一二三四", TEXT, strict=True)]
    heads = ["（一）刮漆（六月上旬）", "（二）塞缝（六月中旬）", "（三）上油（七月）"]
    within = "".join(f"<p>{head}</p><p>{line}</p>" for head, line in zip(heads, TEXT, strict=False))
    listed = "".join(f"<p>{item}</p>" for item in items)
    body = f"<p><b>一、要做的事</b></p>{listed}<p><b>二、什么时候做</b></p>{within}<p><b>三、要求</b></p>{listed}"
    shown = convert(page(f"<h1>{TITLE}</h1><div>{body}</div>"), "x").markdown
    assert headings(shown) == [
        "## 一、要做的事",
        "## 二、什么时候做",
        *(f"### {head}" for head in heads),
        "## 三、要求",
    ]


@pytest.mark.parametrize("words", ["Posted on", "published in", "written by"])
def test_what_opens_a_byline_is_no_name(words):
    assert not is_name(words)
