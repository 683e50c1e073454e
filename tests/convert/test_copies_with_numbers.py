"""Copies of blogs whose heads are numbered, whose first line is the site's, and whose last section is a list."""

import pytest

from convert.pipeline import convert

PARAGRAPHS = [
    "修船先要看木头，木头上的纹路会说出它在水里泡过多少年，也说出造船的人急不急，看木头是修船的第一件事。",
    "第二步是把旧船缝里的麻丝一点一点挑出来，急不得，也省不得，一个上午只做一条缝，下午的光看不清缝里的东西。",
    "最后才是上油修补，油要薄，一层干透了再上另一层，所以雨季里没有人修船，大家都在屋里打牌喝茶。",
]
HEADS = ["2.1. 2.1 看木头", "2.2. 2.2 挑麻丝", "2.2.1. 2.2.1 先湿后干"]


def body(text):
    return convert(text, "x").markdown.split("---\n", 2)[2]


def numbered():
    return "\n".join(f"{head}\n{text}" for head, text in zip(HEADS, PARAGRAPHS, strict=True))


def test_lines_with_numbers_of_several_levels_are_heads_and_no_title():
    page = f"江边手记\n首页\n归档\n标签\n目录\n{chr(10).join(HEADS)}\n旧船修补笔记\n2019-08-18|木工\n{numbered()}"
    article = convert(page, "x")
    assert article.metadata.title == "旧船修补笔记"
    assert article.markdown.count("## ") == len(HEADS)


def test_a_sum_with_a_point_is_no_head():
    lines = "\n".join(f"{text}\n3.5 亿元的旧船，2.8 米宽的江，" for text in PARAGRAPHS)
    assert "## " not in body(f"旧船修补笔记\n2019-08-18\n{lines}")


@pytest.mark.parametrize("head", ["（2）挑麻丝的工具", "2.1 挑麻丝的工具", "3、挑麻丝的工具"])
def test_a_line_with_a_number_is_no_caption_of_a_lost_picture(head):
    sections = f"1. 看木头\n{PARAGRAPHS[0]}\n{head}\n{PARAGRAPHS[1]}\n2. 上桐油\n{PARAGRAPHS[2]}"
    assert "挑麻丝的工具" in body(f"旧船修补笔记\n2019-08-18\n{sections}")


@pytest.mark.parametrize("title", ["购物车与旧船的架构简介", "身为船工，你认为最重要的是什么？"])
def test_the_first_line_above_a_menu_is_the_site_and_the_line_below_the_day_the_title(title):
    asked = f"{PARAGRAPHS[0]}购物车、旧船和架构，船工认为最重要的。"
    page = "\n\n".join(["網站製作的旧船筆記", "Posts\nTags", "Dec 23, 2010", title, asked, *PARAGRAPHS[1:]])
    assert convert(page, "x").metadata.title == title


LIST = [
    "凿子：剔开旧缝里的麻丝，不伤木头",
    "刷子：上油的时候不留痕，用完要洗",
    "钳子：拔出船底生锈的钉子",
    "木槌：把新的麻丝敲进缝里",
]
CONTACT = [
    "地 址：江边路十一号大院三楼",
    "电 话：010-64870663 转江边日报",
    "江边日报新闻排行榜今天更新",
    "江边摄影大赛征集作品通知",
    "第五届江边龙舟大赛报名",
]


def page_ending_in(lines, note):
    return "\n".join(["旧船修补笔记", "2019-08-18", *PARAGRAPHS, *lines, note])


@pytest.mark.parametrize("note", ["文章作者：csliao", "#旧船 #江边 #木工", "转载请注明出处"])
def test_a_last_list_above_a_note_that_closes_the_article_stays(note):
    out = body(page_ending_in(LIST, note))
    assert not [line for line in LIST if line.replace("：", "：") not in out]
    assert note not in out


def test_what_a_site_prints_above_such_a_note_goes():
    out = body(page_ending_in(CONTACT, "版权所有 江边日报"))
    assert not [line for line in CONTACT if line in out]


def test_a_list_of_what_is_supported_is_no_discussion():
    items = "".join(f"<li>支持 {what} 的旧船，{text[:24]}</li>" for what, text in zip("ABC", PARAGRAPHS, strict=True))
    text = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    page = f"<html><head><title>旧船修补笔记</title></head><body><h1>旧船修补笔记</h1><div>{text}<div><ul>{items}</ul></div></div></body></html>"
    assert body(page).count("的旧船，") == 3


@pytest.mark.parametrize("label", ["Copy", "Code", "复制代码"])
def test_the_buttons_of_a_box_of_code_go(label):
    code = f"{label}\nimport boat\nboat.mend(seams=True)\n"
    out = body("旧船修补笔记\n2019-08-18\n" + "\n\n".join([PARAGRAPHS[0], code, PARAGRAPHS[1], code, PARAGRAPHS[2]]))
    assert f"\n{label}\n" not in out
    assert out.count("boat.mend(seams=True)") == 2
