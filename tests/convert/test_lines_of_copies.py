"""What the lines of a copy by select-all tell by their place: heads above paragraphs, rows of tables, what stands below."""

import pytest

from convert.pipeline import convert

PARAGRAPHS = [
    "修船先要看木头，木头上的纹路会说出它在水里泡过多少年，也说出造船的人急不急。",
    "第二步是把旧船缝里的麻丝一点一点挑出来，急不得，也省不得，一个上午只做一条缝。",
    "最后才是上油修补，油要薄，一层干透了再上另一层，所以雨季里没有人修船。",
]
HEADS = ["看木头", "挑 hemp 麻丝", "上桐油"]
TOP = "旧船修补笔记\n发布时间：2021-03-04 10:20\n"


def body(text):
    return convert(text, "seeds/page").markdown.split("---\n", 2)[2]


def sections(heads=HEADS, behind="\n"):
    return "\n".join(f"{head}\n{text}{behind}" for head, text in zip(heads, PARAGRAPHS, strict=True))


def test_a_line_right_above_its_paragraph_heads_it_where_paragraphs_stand_apart():
    out = body(TOP + sections(behind="\n\n"))
    assert [head for head in HEADS if f"## {head}\n" in out] == HEADS


def test_the_byline_above_the_first_head_is_none():
    out = body("旧船修补笔记\n周远 · 2021/03/04 10:20\n" + sections(behind="\n\n"))
    assert "周远" not in out
    assert f"## {HEADS[0]}\n" in out


def test_where_no_blank_line_stands_between_paragraphs_a_line_needs_another_sign():
    lines = "\n".join(f"{text}\n船头向着东边\n桨还在水里" for text in PARAGRAPHS)
    assert "## " not in body(TOP + lines)


@pytest.mark.parametrize("above_text", ["// 读入一条船", "$ mend --all", "#!sh", "boat.mend(true)", "然后，"])
def test_code_days_clauses_and_bylines_head_nothing(above_text):
    page = (
        TOP + "\n\n".join([PARAGRAPHS[0], f"{above_text}\n{PARAGRAPHS[1]}", f"{above_text}\n{PARAGRAPHS[2]}"]) + "\n\n"
    )
    assert "## " not in body(page)


def test_the_first_item_of_an_announced_list_heads_nothing():
    listed = "要准备的东西有：\n\n一把凿子\n一桶在太阳下面晒过三天的桐油，还有一块旧布。\n\n"
    page = TOP + "\n\n".join([PARAGRAPHS[0], listed, PARAGRAPHS[1], listed, PARAGRAPHS[2]])
    assert "## " not in body(page)


ROWS = "工具\t用处\n凿子\t剔开旧缝里的麻丝\n刷子\t上油的时候不留痕\n"


def test_lines_with_tabs_between_their_cells_are_a_table():
    out = body(TOP + "\n\n".join([PARAGRAPHS[0], ROWS, *PARAGRAPHS[1:]]))
    assert "| 凿子 | 剔开旧缝里的麻丝 |" in out


def test_a_table_below_the_last_paragraph_belongs_to_the_article():
    out = body(TOP + "\n\n".join(PARAGRAPHS) + "\n附表\n" + ROWS + "关于我们\n江边日报\n友情链接\n城南茶社\n")
    assert "| 刷子 | 上油的时候不留痕 |" in out
    assert "城南茶社" not in out


@pytest.mark.parametrize("row", ["一个\t制表符在句子当中。", "\t前面空着的格"])
def test_a_single_line_with_a_tab_is_no_table(row):
    assert "|" not in body(TOP + "\n\n".join([PARAGRAPHS[0], row, *PARAGRAPHS[1:]]))


FOOT = [
    "#Wooden Boat #Repair Notes #江边",
    "如果觉得还不错，麻烦给文章一个推荐",
    "歡迎關注我的其它發布渠道",
    "Please enable JavaScript to view the comments powered by Disqus.",
    "Table of Contents",
    "219 posts",
    "161 tags",
    "阅读量1.3w 收藏 98",
    "发布于：北京市",
    "调查问题加载中，请稍候。",
    "為什麼顯示這個廣告？",
    "微信扫码分享",
]


@pytest.mark.parametrize("line", FOOT)
def test_what_blogs_print_below_an_article_goes(line):
    assert line not in body(TOP + "\n\n".join(PARAGRAPHS) + f"\n\n{line}\n")


@pytest.mark.parametrize("line", FOOT)
def test_none_of_it_takes_a_sentence_of_the_article(line):
    said = f"船坞的墙上写着“{line}”，三十年来没有人擦掉它。"
    assert said[:6] in body(TOP + "\n\n".join([PARAGRAPHS[0], said, *PARAGRAPHS[1:]]))


def test_a_row_of_labels_that_ends_in_a_colon_gives_the_day_and_is_no_text():
    page = "旧船修补笔记\n發表於 2017-05-25 更新於 2019-06-14 分類於 江邊的木工與修船筆記 Disqus：\n" + "\n\n".join(
        PARAGRAPHS
    )
    assert convert(page, "x").metadata.date == "2017-05-25"
    assert "Disqus" not in body(page)


def test_a_sentence_with_blanks_between_the_scripts_is_no_menu():
    said = "三十天介绍 Boat 的世界 - 八 木头 Wood 与 油漆 Oil 的笔记"
    assert said in body("旧船修补笔记\n2021-03-04\n" + said + "\n\n" + "\n\n".join(PARAGRAPHS))


def test_lines_of_a_command_that_goes_on_stay_however_often_they_are_said():
    run = "podman run -d \\\n -v /etc/localtime:/etc/localtime:ro \\\n -e ZONE=dev -e BOAT=old \\\n boats:1\n"
    assert body(TOP + "\n\n".join([PARAGRAPHS[0], run, PARAGRAPHS[1], run, PARAGRAPHS[2]])).count("-e ZONE=dev") == 2


def test_of_two_lines_above_the_byline_the_longer_one_is_the_title():
    page = "江边手记\n旧船修补笔记（11）：看木头与挑麻丝\n修补 boat\n发布时间：2021-03-04 10:20\n" + "\n\n".join(
        PARAGRAPHS
    )
    assert convert(page, "x").metadata.title.startswith("旧船修补笔记")


def test_blanks_around_numbers_and_behind_marks_make_no_row_of_words_of_a_title():
    page = "首页\n2 月 28 日 3 条旧船修到第 4 遍！ 还要 5 天\n江边 手记 船 桥\n2021-03-04 10:20\n" + "\n\n".join(
        PARAGRAPHS
    )
    assert convert(page, "x").metadata.title.startswith("2 月 28 日")


OTHER = [
    "城北的茶叶市场比往年早开了半个月，价格却没有跟着涨，老主顾说味道和去年一样好，包装倒是换了新的。",
    "停了两年的夜校又恢复招生，第一批只收木工和裁缝两个班，报名的人从门口一直排到了路口的邮局前面。",
]


def test_another_article_behind_the_comments_of_a_short_one_goes():
    short = "江边旧船昨天下水\n江边晚报 2024-05-20 10:20\n江边的旧船昨天重新下水，修船的人们在岸上站了一个上午，谁也没有说话，直到旧船驶过第一座桥，桥上的人们才喊了起来，那时候太阳已经快要落到江里去了。\n"
    feed = "登录并评论\n江边茶客\n2023-06-01 00:48\n" + "\n城南夜谈\n2023-06-02 00:48\n".join(OTHER)
    out = convert(short + feed, "x")
    assert "重新下水" in out.markdown
    assert not [text for text in OTHER if text in out.markdown]


def test_a_section_that_is_called_like_comments_and_speaks_of_the_title_stays():
    page = "旧船修补笔记\n2021-03-04 10:20\n" + PARAGRAPHS[0] + "\n讨论\n" + "\n\n".join(PARAGRAPHS[1:] * 2)
    assert PARAGRAPHS[2] in body(page)


def test_a_ticker_of_titles_with_their_moments_is_no_text():
    ticker = "\n".join(f"最新消息 {text[:30]}一直排到路口的邮局 2024-05-20 10:2{n}" for n, text in enumerate(OTHER * 3))
    page = f"{ticker}\n江边旧船修补笔记\n江边晚报 2024-05-20 10:20\n" + "\n\n".join(PARAGRAPHS)
    assert convert(page, "x").metadata.title == "江边旧船修补笔记"
    assert "茶叶市场" not in body(page)


LICENCE = [
    "x = load('boat')",
    "% Copyright 2013 The Boat Works, Inc.",
    "y = mend(x, 3);",
    "function z = row(y)",
    "z = y + 1;",
]


def test_a_licence_in_code_closes_no_article():
    out = body(TOP + PARAGRAPHS[0] + "\n\n" + "\n".join(LICENCE) + "\n\n" + PARAGRAPHS[1] + "\n\n" + PARAGRAPHS[2])
    assert [line for line in LICENCE if line not in out] == []
    assert PARAGRAPHS[2] in out


@pytest.mark.parametrize("count", [1, 2, 4])
def test_a_column_of_numbers_says_how_many_lines_are_code(count):
    code = ["$ boat --mend", "nameserver east", "ready", "$ boat --row"][:count]
    numbers = "\n".join(str(number) for number in range(1, count + 1))
    out = body(TOP + f"{PARAGRAPHS[0]}\n\n{numbers}\n" + "\n".join(code) + f"\n{PARAGRAPHS[1]}\n\n{PARAGRAPHS[2]}\n")
    assert "```\n" + "\n".join(code) + "\n```" in out


def test_a_head_that_looks_like_code_stays_in_the_table_of_contents():
    page = TOP + "\n".join([HEADS[0], "x = 3;", *HEADS[1:]]) + "\n" + sections(behind="\n\n")
    out = body(page + "x = 3;\n" + PARAGRAPHS[0])
    assert [head for head in HEADS if out.count(f"{head}\n") != 1] == []


def test_addresses_that_an_article_refers_to_stay():
    out = body(TOP + "\n\n".join(PARAGRAPHS) + "\n\n参考\nhttps://e.example/1\nhttps://e.example/2\n")
    assert "https://e.example/1" in out
    assert "https://e.example/2" in out


def test_a_disclaimer_between_two_paragraphs_is_text():
    told = "免责声明：本文所写的办法只供修旧船的人参考，请勿用于新船，由此造成的风险请自行承担。"
    assert told in body(TOP + "\n\n".join([PARAGRAPHS[0], told, *PARAGRAPHS[1:] * 6]))


CARDS = [
    "江边周刊",
    "Read More",
    "另一条船",
    "See all 5 posts →",
    "城北的茶叶市场",
    OTHER[0],
    "3 分钟",
    OTHER[1],
    "1分钟",
]


def test_cards_that_call_to_other_articles_go():
    out = body(TOP + "\n\n".join(PARAGRAPHS) + "\n\n" + "\n".join(CARDS) + "\n")
    assert PARAGRAPHS[2] in out
    assert not [text for text in OTHER if text in out]


def test_below_a_closing_note_and_the_labels_of_other_articles_nothing_is_left():
    foot = "版权声明: 本博客所有文章除特别声明外，均采用 CC BY 4.0 许可协议。\n赏\n上一篇\n" + "\n下一篇\n".join(OTHER)
    again = [f"第二条船也一样：{text[:-1]}，只是木头更硬。" for text in PARAGRAPHS]
    out = body(TOP + "\n\n".join([*PARAGRAPHS, *again]) + "\n\n" + "".join(PARAGRAPHS) + "\n\n" + foot)
    assert PARAGRAPHS[2] in out
    assert not [text for text in OTHER if text in out]


def test_a_cloud_of_tags_is_no_paragraph():
    cloud = " ".join(["旧船", "boat", "麻丝", "2-row", "桐油"] * 6)
    out = body(TOP + "\n\n".join(PARAGRAPHS) + f"\n\n留言\n\n另一条船\n标签云\n{cloud}\n")
    assert "2-row" not in out


def test_a_list_that_words_announce_stays_below_the_last_sentence():
    items = [f"bin{number} 存放修船时要用的工具和麻丝" for number in range(6)]
    page = (
        TOP + "\n\n".join([*PARAGRAPHS[:2], "船上的东西分成这样几处：", *items]) + "\n\n上一篇 看木头 下一篇 上桐油\n"
    )
    assert [item for item in items if item not in body(page)] == []


def test_a_table_of_contents_may_number_what_its_heads_do_not():
    listed = "\n".join(f"{number}. {head}" for number, head in enumerate(HEADS, 1))
    out = body(TOP + listed + "\n" + sections())
    assert [head for head in HEADS if f"## {head}\n" not in out] == []
    assert "1. " not in out


@pytest.mark.parametrize(("blank", "kept"), [("\n\n", True), ("\n\n\n\n\n", False)])
def test_a_short_line_among_numbered_heads_is_a_caption_only_where_a_picture_was_lost_above_it(blank, kept):
    long = [one + other for one, other in zip(PARAGRAPHS, PARAGRAPHS[1:] + PARAGRAPHS[:1], strict=True)]
    parts = [f"{n}. {head}\n\n{text}" for n, (head, text) in enumerate(zip(HEADS, long, strict=True), 1)]
    page = TOP + "\n\n".join([*parts, "\n\n最后一步写在后面。" + long[0]]) + blank + "江边的船坞\n\n" + long[1] + "\n"
    assert ("江边的船坞" in body(page)) == kept
