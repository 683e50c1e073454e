"""Which lines head the parts of notices and events: labels between signs, in brackets, counted in words; and which that
look like heads head nothing."""

import pytest

from convert.pipeline import convert

TEXT = [
    f"第{n}年的春天，果园里的老水渠重新通了水，村里的人沿着渠走了一遍，数了数坏掉的闸门，又数了数还能用的。"
    for n in "一二三四五六七八"
]
FACTS = ["时间：3月20日下午两点", "地点：河谷果园东门", "费用：免费"]


def article(*parts):
    inner = "".join(part if part.startswith("<") else f"<p>{part}</p>" for part in parts)
    return convert(f"<title>老水渠又通了水</title><body><div>{inner}</div></body>", "page.html").markdown


def headings(*parts):
    return [line.lstrip("# ") for line in article(*parts).split("---\n", 2)[2].splitlines() if line.startswith("#")]


@pytest.mark.parametrize("sign", ["☰☰", "⧒", "─", "◍", "◆◇", "==", "✦"])
@pytest.mark.parametrize("blank", ["", " "])
@pytest.mark.parametrize("below", [TEXT[1:3], FACTS])
def test_a_line_between_two_like_signs_heads_what_is_below(sign, blank, below):
    heads = [f"{sign}{blank}{name}{blank}{sign}" for name in ("关于水渠", "报名办法")]
    found = headings(TEXT[0], heads[0], *below, heads[1], TEXT[3])
    assert [head.replace("\\", "") for head in found] == heads


@pytest.mark.parametrize("line", ["「关于水渠」", "“关于水渠”", "（关于水渠）", "…关于水渠…", "─买票，就送一棵树─"])
def test_marks_of_speech_frame_no_heading(line):
    assert headings(TEXT[0], line, TEXT[1], TEXT[2]) == []


@pytest.mark.parametrize("head", ["【活动资讯】", "活动资讯", "活动资讯："])
def test_a_bold_line_above_the_facts_of_a_notice_heads_them(head):
    assert headings(TEXT[0], f"<p><b>{head}</b></p>", *FACTS, TEXT[1]) == [head]


@pytest.mark.parametrize("plain", [[], ["河谷果园"]])
def test_the_facts_of_a_notice_in_bold_head_nothing(plain):
    bold = [f"<p><b>{fact}</b></p>" for fact in ("主办单位：河谷果园", "协办单位：老水渠管理处")]
    assert headings(TEXT[0], *bold, *plain, TEXT[1]) == []


@pytest.mark.parametrize("form", ["第{}、", "{}、"])
def test_lines_that_are_counted_head_their_sections_in_plain_letters_too(form):
    heads = [f"{form.format(n)}{name}" for n, name in zip("一二三", ("水渠太老", "没人投资", "不愿意修"), strict=True)]
    found = headings(TEXT[0], *(part for head, text in zip(heads, TEXT[1:], strict=False) for part in (head, text)))
    assert found == heads


@pytest.mark.parametrize("form", ["（{}）", "({})"])
def test_what_is_counted_within_counted_sections_heads_smaller_ones(form):
    small = [f"{form.format(n)}{name}" for n, name in zip("一二三", ("先修闸门", "再挖水渠", "最后放水"), strict=True)]
    inner = [part for head, text in zip(small, TEXT[2:], strict=False) for part in (head, text)]
    found = article(TEXT[0], "一、为什么要修", TEXT[1], "二、怎样修", *inner, "三、谁来修", TEXT[6])
    heads = [line for line in found.split("---\n", 2)[2].splitlines() if line.startswith("#")]
    shown = [f"### {head}".replace("(", "（").replace(")", "）") for head in small]
    assert heads == ["## 一、为什么要修", "## 二、怎样修", *shown, "## 三、谁来修"]
    # A list that somebody counts within a section has no text of its own below each entry.
    assert headings(TEXT[0], "一、为什么要修", TEXT[1], "二、怎样修", *small, TEXT[2]) == [
        "一、为什么要修",
        "二、怎样修",
    ]


@pytest.mark.parametrize("last", ["赞过：", "共有三个人看过:"])
@pytest.mark.parametrize("level", ["h2", "h4"])
def test_a_label_behind_all_text_heads_nothing(last, level):
    assert headings("<h2>水来了</h2>", TEXT[0], TEXT[1], f"<{level}>{last}</{level}>") == ["水来了"]


@pytest.mark.parametrize("level", ["h3", "h4"])
def test_the_headings_of_a_table_of_contents_stand_below_again_and_only_those_head(level):
    names = ["水从哪里来", "闸门去了哪里", "谁来修水渠", "还要修多久"]
    contents = [f"<{level}>{name}</{level}>" for name in names]
    sections = [part for name, text in zip(names, TEXT, strict=False) for part in (f"<h3>{name}</h3>", text)]
    assert headings("<h2>老水渠</h2>", *contents, *sections) == ["老水渠", *names]


def test_a_paragraph_that_the_page_sets_as_a_heading_is_one():
    long = "老水渠又通了水村里的人沿着渠走了一遍" * 6
    assert headings(f"<h2>{long}</h2>", TEXT[0], "<h2>水来了</h2>", TEXT[1]) == ["水来了"]


@pytest.mark.parametrize("call", ["欢迎收看本社的直播（不需报名）！", "歡迎報名下一場的參訪", "欢迎关注河谷果园"])
def test_what_a_notice_calls_to_heads_nothing(call):
    assert headings(TEXT[0], f"<p><b>{call}</b></p>", TEXT[1], "<p><b>水来了</b></p>", TEXT[2]) == ["水来了"]
