"""Copies of short articles: two paragraphs among menus, lists of others and notices of the site that are longer."""

import pytest

from convert.clean.headings.marking import mark_headings
from convert.evidence.copies.likely import is_byline
from convert.evidence.density import densest, is_cut_off, is_menu, is_of_another, is_row
from convert.formats.markdown import looks_like_markdown
from convert.formats.unpack import unpack
from convert.page import Block, Span
from convert.pipeline import convert, convert_file

TITLE = "渡口的旧船下月改作书屋"
TEXT = [
    "镇上决定把停在渡口的旧船改成书屋，下月起动工，工期两个月，由原来的船工照看。",
    "另外，书屋的第一批书由读者捐出，旧船的发动机留在舱里，供孩子们看。",
]
MENU = "首页\n要闻\n财经\n评论\n副刊\n视频\n"
NOTICE = (
    "本网站的内容概不构成任何投资意见，本网站内容亦并非就任何个别投资者的特定投资目标、财务状况及个别需要而编制，"
    "本公司对因使用本网站内容而引致的任何损失概不负责。"
)
SUPPLIED = "行情资料由江边资讯有限公司提供，报价资料由上游网络有限公司提供，外汇报价由下游社提供。"
OTHERS = ["米价三年来首次回落", "小学操场铺上新草皮", "末班车改到十一点开", "老戏台修好重新开锣"]


def made(*lines):
    return convert("\n".join(lines), "x")


def kept(page):
    return page.markdown.split("---\n", 2)[2]


@pytest.mark.parametrize("moment", ["今日 09:18", "昨日 21:40", "3 小时前"])
@pytest.mark.parametrize("section", ["时事 ｜ ", ""])
def test_a_short_article_ends_where_titles_with_todays_moments_begin(moment, section):
    listed = [line for other in OTHERS for line in (other, section + moment)]
    page = made(MENU, moment + " 时事", TITLE, "放大图片", *TEXT, *listed, SUPPLIED, NOTICE)
    assert page.metadata.title == TITLE
    assert [text for text in TEXT if text not in kept(page)] == []
    assert [line for line in (*OTHERS, "放大图片", NOTICE) if line in kept(page)] == []


def test_a_box_of_others_further_up_goes_with_the_list_below_it():
    gap = [f"江边的第{n}个小站" for n in "一二三四五六七八九十"] * 2
    boxes = [line for other in OTHERS[:2] for line in (other, "时事 ｜ 今日 11:13")]
    rest = [line for other in OTHERS[2:] * 2 for line in (other, "时事 ｜ 今日 10:39")]
    page = made(MENU, "今日 12:00 时事", TITLE, *TEXT, *boxes, *gap, *rest)
    assert [line for line in OTHERS if line in kept(page)] == []
    assert [text for text in TEXT if text not in kept(page)] == []


def test_moments_in_a_report_that_speaks_of_its_title_stay():
    entries = [
        line
        for n in range(3)
        for line in (f"渡口的旧船今天拖到第{n + 1}个码头，改作书屋的木料也到了。", f"今日 1{n}:00")
    ]
    page = made(TITLE, "2021-03-04 09:00", *TEXT, *entries)
    assert [line for line in entries[::2] if line not in kept(page)] == []


def test_a_paragraph_that_is_cut_off_for_those_who_do_not_pay_is_the_article():
    cut = TEXT[0] * 3 + "书屋的门口 ..."
    assert is_cut_off(cut)
    assert not is_of_another(cut)
    page = made(MENU, "2021年3月4日", TITLE, cut, "（节录）", "下一篇： 米价三年来首次回落", SUPPLIED, NOTICE)
    assert "书屋的门口" in kept(page)
    assert NOTICE not in kept(page)


@pytest.mark.parametrize("cut", [TEXT[0] + " ...", "书屋动工 ...", TEXT[0].replace("。", "，") * 4 + "书屋…"])
def test_a_summary_that_is_cut_off_is_of_another_article(cut):
    assert is_of_another(cut)


ROWS = [
    "·赵家村的桥修好了·口渴有妙招！·睡前喝热水·新店开张·诚招伙伴",
    "江边简介┊About┊广告服务┊联系我们┊招聘信息┊网站律师",
    "米价三年来首次回落啦大家快来看 小学操场铺上新的草皮 末班车改到十一点再开 “老戏台”修好重新开锣了 渡口来了一位新船工",
]


@pytest.mark.parametrize("row", ROWS)
def test_titles_side_by_side_are_no_text(row):
    assert is_row(row)
    assert densest([(0, Block("paragraph", (Span(row * 2),)))]) == (-1, -1)


@pytest.mark.parametrize(
    "text",
    [
        *TEXT,
        "今天天气很好 我去了河边 看见一条船 船上没有人 我坐了一会儿 又走回来",
        "马克·吐温写过一条河，河上的船·灯·人，他都认得。",
        "Anaconda 是一个 Python 发行版，装上以后就能使用 Conda 来建立虚拟环境。",
    ],
)
def test_sentences_and_clauses_with_blanks_are_no_row(text):
    assert not is_row(text)


def test_a_headline_of_long_clauses_is_no_menu():
    assert not is_menu("镇上扩建「干净码头」 渡口不可信船只须下架 限制船商载货服务 旧船 新船被点名")
    assert is_menu("即时新闻 视频新闻 要闻本地 社评 国际两岸 财经")


@pytest.mark.parametrize(
    "notice", [NOTICE, "请使用下列任何一种浏览器浏览以达至最佳的用户体验：Alpha、Beta 或 Gamma。" * 2]
)
def test_notices_of_the_site_are_no_text_however_long(notice):
    assert densest([(0, Block("paragraph", (Span(notice),)))]) == (-1, -1)


def test_a_label_of_comments_above_the_title_is_a_word_of_the_menu():
    notice = "请使用下列任何一种浏览器浏览本网站，以达至最佳的用户体验，旧的版本不能显示全部内容。"
    dated = ["2021-03-01 10:52", "2021-03-01 11:52", "2021-03-01 12:52"]
    text = [*TEXT, *(line for pair in zip(TEXT, dated, strict=False) for line in pair)]
    page = made(notice, notice, MENU, "登录", TITLE, dated[0], *text)
    assert [line for line in TEXT if line not in kept(page)] == []
    assert notice not in kept(page)


@pytest.mark.parametrize("colon", "︰﹕：")
def test_whatever_colon_stands_behind_a_label(colon):
    data = "\n".join([TITLE, f"记者{colon}周以安", "2021-03-04", *TEXT, *TEXT[::-1]]).encode()
    assert convert_file(data, "x.txt").metadata.author == ("周以安",)
    assert "︰" not in unpack(data).text


@pytest.mark.parametrize("button", ["[收藏此章节] [投诉]", "【打印】【关闭】", "星期五", "週三"])
def test_buttons_in_brackets_and_days_of_the_week_are_no_title(button):
    assert made("2020年 08月 07日", button, TITLE, "发布日期 : 2020-08-07", *TEXT).metadata.title == TITLE


@pytest.mark.parametrize("label", ["信息名称： ", "文件名称："])
def test_the_label_before_a_title_goes_and_so_does_the_title_set_in_two_lines(label):
    office = "关于举办渡口旧船改建书屋活动的通知"
    page = made(
        MENU, label + office, "发文字号： 渡函〔2021〕10号 生成日期： 2021-03-04", office[:7], office[7:], *TEXT * 2
    )
    assert page.metadata.title == office
    assert [line for line in (label, office[:7], office[7:]) if line in kept(page)] == []
    assert [text for text in TEXT if text not in kept(page)] == []


@pytest.mark.parametrize("line", ["259 人赞同了该回答", "1.2 万人喜欢", "66 条评论", "158 个回答"])
def test_how_many_liked_an_answer_is_no_byline(line):
    assert not is_byline(line)


def test_the_section_above_the_day_heads_nothing():
    parts = [line for text in TEXT * 2 for line in ("书屋的门", text, "")]
    page = made(TITLE, "", "港闻", "发布时间: 2020/08/07", "", *parts)
    assert "港闻" not in kept(page)
    assert "## 书屋的门" in kept(page)


def test_sections_of_a_notice_may_be_one_short_line():
    lines = [
        "一、活动主题",
        "旧船新书",
        "二、组织单位",
        TEXT[0] * 2,
        "三、活动时间",
        "三月至五月",
        "四、活动内容",
        TEXT[1] * 2,
    ]
    lines += ["五、联系方式", TEXT[0]]
    blocks = [(at, Block("paragraph", (Span(line),))) for at, line in enumerate(lines)]
    marked, _ = mark_headings(blocks, plain_text=True)
    assert [b.text for _, b in marked if b.kind == "heading"] == lines[::2]


def test_items_of_a_list_are_no_sections():
    lines = ["一、米", "二、油", "三、盐", "四、酱", TEXT[0] * 2]
    blocks = [(at, Block("paragraph", (Span(line),))) for at, line in enumerate(lines)]
    assert not [b for _, b in mark_headings(blocks, plain_text=True)[0] if b.kind == "heading"]


def test_the_offices_to_call_stand_above_the_signature_of_a_notice():
    offices = [f"渡口镇第{n}码头管理办公室：010-6609668{at}" for at, n in enumerate("一二三四五")]
    page = made(TITLE, "2021-03-04", *TEXT * 3, "联系方式", *offices, "渡口镇办公室", "责任编辑：何平")
    assert [line for line in offices if line not in kept(page)] == []


def test_the_second_copy_of_a_text_goes_with_its_short_paragraphs_its_day_and_source():
    long = [(text + f"这是第{n}段，" + TEXT[0] + TEXT[1]) for n, text in enumerate(TEXT * 2)]
    text = [long[0], "据了解，书屋要办八件事，这里一件一件说：", *long[1:]]
    again = [TITLE, "2020年09月15日 09时32分", "来源: 江边政务网", *text]
    page = made(TITLE, "2020年09月15日 09时32分", "来源: 江边政务网", *text, "责任编辑：何平", *again, "网站地图")
    assert [kept(page).count(line) for line in text] == [1] * len(text)
    assert "来源: 江边政务网" not in kept(page)


@pytest.mark.parametrize("caption", ["（江边晚报记者何平攝）", "（江边晚报记者何平摄）"])
def test_who_took_a_picture_did_not_write_the_article(caption):
    assert made(TITLE, "2021-03-04", *TEXT, "旧船停在渡口。" + caption).metadata.author == ()


@pytest.mark.parametrize("day", ["2021-03-04 来源：江边日报", "2021年3月4日 作者：何平", "2021/3/4 10:20 来源：江边网"])
def test_a_title_and_the_day_and_source_behind_it_on_one_line_are_set_apart(day):
    page = made(MENU, f"{TITLE} {day}", *TEXT, *TEXT)
    assert page.metadata.title == TITLE
    assert page.metadata.date == "2021-03-04"


def test_a_line_of_labels_is_no_title_with_a_day():
    line = "江边政务网站 发布日期 : 2021-03-04 来源 : 江边司法局"
    page = made(MENU, TITLE, line, *TEXT, *TEXT)
    assert (page.metadata.title, page.metadata.date) == (TITLE, "2021-03-04")


SIGNS = ["{{{}}}", "【{}】", "#{}", "◆ {}"]


def signed(sign, texts=TEXT):
    return [line for n, text in enumerate(texts) for line in (sign.format(f"第{n}个月的书屋"), text * 2)]


@pytest.mark.parametrize("sign", SIGNS)
def test_lines_with_one_sign_head_the_text_below_them(sign):
    lines = [TEXT[0] * 2 + "先说的是：", *signed(sign, TEXT * 2)]
    marked, _ = mark_headings(
        [(at, Block("paragraph", (Span(line),))) for at, line in enumerate(lines)], plain_text=True
    )
    assert [b.text for _, b in marked if b.kind == "heading"] == lines[1::2]


@pytest.mark.parametrize("sign", SIGNS)
def test_signs_at_the_end_and_a_single_one_head_nothing(sign):
    lines = [*TEXT * 2, sign.format("旧船"), sign.format("书屋"), sign.format("渡口")]
    for few in (lines, [*signed(sign, TEXT[:1]), *TEXT]):
        blocks = [(at, Block("paragraph", (Span(line),))) for at, line in enumerate(few)]
        assert not [b for _, b in mark_headings(blocks, plain_text=True)[0] if b.kind == "heading"]


@pytest.mark.parametrize("unseen", "\u200b\ufeff\u2060")
def test_what_nobody_sees_before_a_button_keeps_no_rule_from_it(unseen):
    page = made(MENU, "2 个回答", TITLE, "2021-03-04", *TEXT, f"{unseen}赞同 7{unseen}添加评论", *TEXT)
    assert "赞同" not in kept(page)


def test_a_comment_in_code_far_down_makes_a_copy_no_clipping():
    code = "\n\n# 源的名字\n\na1.sources = r1"
    assert not looks_like_markdown("\n".join([MENU] * 8 + [TITLE, *TEXT, code]))
    assert looks_like_markdown("\n".join([*TEXT, "", "# " + TITLE, "", *TEXT]))


def test_the_articles_before_and_behind_side_by_side_are_no_table_of_the_article():
    turns = "下一篇：\t米价三年来首次回落\n上一篇：\t小学操场铺上新草皮"
    page = made(MENU, "2021-03-04", TITLE, *TEXT, "", turns, "", *OTHERS)
    assert "操场" not in kept(page)
    rows = "船名\t年份\n旧船\t1961\n新船\t1988"
    assert "| 旧船 | 1961 |" in kept(made(MENU, "2021-03-04", TITLE, *TEXT, "", rows, "", "版权所有 江边日报"))


def test_the_rates_of_the_exchange_above_the_day_are_no_title():
    rates = ["恒生指数 25,345.11 114.44", "国企指数 10,332.27 -87.67", "上证指数 3,340.64 +0.6%"]
    assert made(MENU, *rates, "今日 09:18 时事", TITLE, *TEXT).metadata.title == TITLE


def test_a_topic_of_the_menu_that_titles_below_speak_of_is_no_title():
    topic = "渡船百年系列专题"
    others = [f"渡船百年系列：第{n}代船工说旧事" for n in "一二三四五六七八九十"]
    page = made(
        MENU, topic, "图看世界", "2021年3月4日星期四", "下一篇", TITLE, "".join(TEXT) * 2, "上 / 下一篇新闻", *others
    )
    assert page.metadata.title == TITLE
    assert [line for line in others if line in kept(page)] == []


def test_the_last_line_above_the_text_and_the_day_are_not_beside_each_other():
    first = "一看就知道说的是哪里"
    page = made(MENU, TITLE, "2018-09-29 09:53:43 来源: 江边网", "0", "分享到：", first, *TEXT)
    assert page.metadata.author == ()


@pytest.mark.parametrize(
    "notice",
    [
        "For full functionality of this site it is necessary to enable JavaScript. Here are the instructions how to.",
        "You need to enable JavaScript to run this app, and then to load the page once more in your browser.",
        "We use cookies to give you the best experience on our website, and to count who reads which page.",
    ],
)
def test_above_a_title_a_notice_in_other_letters_is_no_text(notice):
    title, text = "旧船改作书屋的那一天", "镇上决定把停在渡口的旧船改成书屋，下月起动工，由原来的船工照看。"
    menu = ["首页", "要闻", "船工的新歌", "总机：2000 3000"]
    body = convert("\n\n".join([title, notice, *menu, title, "2021-03-04", text, text + text]), "x").markdown
    assert text in body and notice not in body and "船工的新歌" not in body
