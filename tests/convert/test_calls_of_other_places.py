"""What sites of the mainland, Hong Kong, Taiwan and Malaysia print around an article, in the kinds that they share:
buttons that open a text, words of sites, calls, notices that name the article, links to lists and titles in a row."""

import pytest

from convert.clean.link_lists import is_headline, leads_to_lists, link_runs
from convert.evidence.fields.names import is_name
from convert.evidence.fields.window import parts_of
from convert.page import Block, Span
from convert.pipeline import convert

TITLE = "江上的桥修好了"
LINES = [f"第{n}座桥修了很久，江边的人每天都来看，后来桥上又有了灯，水声很大。" for n in "一二三四五六"]
TEXT = "".join(f"<p>{line}</p>" for line in LINES)


def text_of(inside, below=""):
    page = f"<title>{TITLE} - 江边网</title><article><h1>{TITLE}</h1>{inside}{below}</article>"
    return convert(page, "bridge.html").markdown


REST = "<p>第七座桥是石头做的，从前的人在桥头卖茶，如今只有风还在。</p><p>第八座桥没有名字，过桥的人也不问。</p>"


@pytest.mark.parametrize(
    ("button", "kept"),
    [
        ("- 閱讀更多 -", True),
        ("展开全文", True),
        ("点击查看剩余内容", True),
        ("Read more", True),
        ("继续阅读", True),
        ("关闭窗口", False),
        ("订阅电子报", False),
    ],
)
@pytest.mark.parametrize("hidden", ["style='display:none'", "hidden"])
def test_the_rest_of_a_text_behind_its_button(button, kept, hidden):
    read = text_of(f"{TEXT}<div class=more><p>{button}</p></div><div {hidden}>{REST}</div>")
    assert ("第八座桥没有名字" in read) is kept
    assert button not in read


def test_the_button_may_end_the_part_above_or_stand_below():
    second = "<div style='display:none'><p>第九座桥在山里，一年只有春天看得见。</p></div>"
    first = f"<div style='display:none'>{REST}<div><p>閱讀更多</p></div></div>"
    assert "第九座桥" in text_of(f"{TEXT}<div><p>閱讀更多</p></div>{first}{second}")
    assert "第八座桥" in text_of(f"{TEXT}<div hidden>{REST}</div><a href=#all>展开全文</a>")


def test_a_fuller_copy_behind_a_button_stays_hidden():
    whole = f"<div hidden>{TEXT}</div>"
    assert text_of(f"{TEXT}<a href=#all>展开全文</a>{whole}").count("第三座桥") == 1


@pytest.mark.parametrize(
    "line",
    [
        "載入更多文章",
        "QQ空间 新浪微博 微信 豆瓣",
        "Facebook Twitter LINE Plurk 列印",
        "本类新闻",
        "詞條圖冊 更多圖冊",
        "相關關鍵字：",
        "我要分享",
        "查看同类文章",
        "更多精彩影片",
        "选择语言",
        "赞 正在加载……",
        "喜歡這篇報導嗎？",
        "喜欢本文请分享给朋友。",
        "歡迎贊助一下！",
        "用捐款支持江邊報",
        "聯絡作者：江邊人",
        "更多內容，歡迎訂閱江邊週刊、了解授權。",
        "觉得不错请点个推荐",
        "您的每一筆捐款都將成為我們繼續記錄大江的動力，《江邊人》邀請您以捐款支持我們。",
        "本文依CC創用姓名標示 3.0 台灣授權條款釋出",
        "网友评论仅代表个人观点，与本网立场无关。",
        "请文明评论、理性发言，勿发布违法的言论。",
        "江邊新聞版權聲明：非法抄襲本站內容者請注意。",
        "本文通告引用（Trackback）链接：/wp-trackback.php?p=1",
        "＊透過以上連結購書，《江邊》由此所得將全數捐出。",
    ],
)
def test_what_is_said_to_readers_below_a_text(line):
    read = text_of(TEXT, f"<p>{line}</p>")
    assert line[:6] not in read
    assert "第六座桥" in read


@pytest.mark.parametrize(
    "line",
    [
        "▼點擊圖片放大",
        "★一起看水位 提升安全看這裡",
        "【江邊講座】怎樣讀懂一條江？立即收看",
        "看更多【江邊水情】最新報導：https://e.example/1",
        "相關書摘 ▶ 江上的人從哪裡來",
        "点击进入相关游戏：江边的船",
        "Advertisements",
        "了解更多",
        f"本文来自 江边网，本文标题：{TITLE}，转载请保留本声明！",
    ],
)
def test_what_stands_between_paragraphs(line):
    read = text_of(f"{TEXT}<p>{line}</p>{REST}")
    assert line[:8] not in read
    assert "第六座桥" in read and "第八座桥" in read


@pytest.mark.parametrize(
    "line",
    [
        "我们在船上看到更多的新闻，还有人拍了影片。",
        "他喜欢这篇文章里写到的那座桥，也喜欢写它的人。",
        "这座桥的捐款人名字刻在石头上，一共三百个。",
        "评论说，桥修得太慢，江边的人等了三十年才走过去。",
        "他转载请求发了三次，报社都没有答应，只好作罢。",
        "工人把图片放大了，才看见桥墩上的一行小字。",
        "您的捐款帮助我们修好了三座桥，每一座桥头都刻着大家的名字。",
        "★ 桥上的灯展，报名请点此",
        "用行动支持环保",
    ],
)
def test_what_an_article_says_itself_stays(line):
    assert line in text_of(f"{TEXT}<p>{line}</p>{REST}")
    assert line in text_of(TEXT, f"<p>{line}</p>")


def linked(*texts, address="https://e.example/news/%d"):
    return Block("paragraph", tuple(Span(text, href=address % at) for at, text in enumerate(texts)))


ABOVE = Block("paragraph", (Span("桥修好以后，江边的人都来了。"),))


@pytest.mark.parametrize(
    ("above", "rows", "taken"),
    [
        (ABOVE, [linked("别的桥也通了车去看看", "山里的路一直通到海边", "渔船从远方回到了江边")], True),
        (ABOVE, [linked("别的桥也通了车去看看"), linked("山里的路一直通到海边")], True),
        (ABOVE, [linked("别的桥也通了车去看看")], False),
        (ABOVE, [linked("江边网"), linked("山里网")], False),
        (Block("paragraph", (Span("参考资料："),)), [linked("别的桥也通了车去看看", "山里的路一直通到海边")], False),
    ],
)
def test_titles_in_a_row_below_a_text(above, rows, taken):
    texts = list(enumerate([ABOVE, above, *rows]))
    assert link_runs(texts) == ([index for index, _ in texts[2:]] if taken else [])


def test_several_titles_on_one_line_are_no_sentence():
    assert is_headline(linked("别的桥也通了车，江边的人去看", "山里的路一直通到海边"))
    assert not is_headline(linked("别的桥也通了车，江边的人去看，山里的路一直通到海边，走了三天。"))


@pytest.mark.parametrize(
    ("address", "lists"),
    [
        ("https://e.example/tag/%d", True),
        ("https://e.example/authors/%d", True),
        ("https://e.example/category/news/%d", True),
        ("https://e.example/list?tag=%d", True),
        ("https://e.example/news/%d", False),
        ("https://e.example/stage/%d", False),
    ],
)
def test_links_to_lists_of_a_site(address, lists):
    assert leads_to_lists(linked("桥", "江", address=address)) is lists
    named = Block("paragraph", (Span("桥", href=address % 1), Span("在江上")))
    assert not leads_to_lists(named)
    read = text_of(TEXT, f"<p><a href={address % 1}>桥上的人</a>，<a href={address % 2}>江上的人</a></p>")
    assert ("桥上的人" in read) is not lists


@pytest.mark.parametrize(
    ("window", "parts"),
    [
        ("江边馆-【河口–桥上的灯】体验活动", ["江边馆", "【河口–桥上的灯】体验活动"]),
        ("旧船怎样修补 | 江边网", ["旧船怎样修补", "江边网"]),
        ("《桥 | 江》读后_江边报", ["《桥 | 江》读后", "江边报"]),
        ("桥（上 - 下）— 江边网", ["桥（上 - 下）", "江边网"]),
        ("旧船怎样修补 江边网", ["旧船怎样修补", "江边网"]),
        ("去江边 江边网", ["去江边 江边网"]),
        ("没有合上的【桥 - 江边网", ["没有合上的【桥", "江边网"]),
    ],
)
def test_no_sign_within_brackets_parts_the_names_of_a_window(window, parts):
    assert parts_of(window) == parts


@pytest.mark.parametrize("label", ["時間", "活動日期", "报名期限", "集合地点", "江边用户", "匿名网友", "江边新闻APP"])
def test_labels_of_facts_and_unnamed_readers_are_no_writers(label):
    assert not is_name(label)
    page = f"<title>{TITLE}</title><h1>{TITLE}</h1><p>{label} 2021-03-05 19:30</p>{TEXT}"
    assert convert(page, "bridge.html").metadata.author == ()
    assert is_name("读书时间")


def test_lines_of_a_box_named_for_its_codes_are_no_code():
    box = "<div class=column-code><ul>\n\t\t\t<li><span>江边的二维码</span></li>\n\t\t\t<li><span>江边的条形码</span></li></ul></div>"
    assert "```" not in text_of(TEXT, box)
    code = "<div class=code-box><div>for boat in boats:</div><div>    boat.mend()</div></div>"
    assert "```" in text_of(TEXT, code + REST)


@pytest.mark.parametrize(("address", "title"), [("index.html", TITLE), ("/", TITLE), ("https://river.example/", TITLE)])
def test_a_heading_that_leads_home_is_the_name_of_the_site(address, title):
    page = f"<title>{TITLE} 江边的博客上的文章</title><h1><a href={address}>江边的博客上的文章</a></h1><h2>{TITLE}</h2>{TEXT}"
    assert convert(page, "bridge.html").metadata.title == title


def test_sections_that_each_close_with_a_box_of_others_are_all_kept():
    def section(n):
        links = "".join(f"<p><a href=/{n}/{i}>第{n}个江边的消息之{i}</a></p>" for i in range(3))
        text = f"<p>第{n}座桥在河的两岸之间，桥上的人看着水从桥下流过，水声很大，后来下了雨。</p>"
        return f"<p><strong>第{n}座桥的消息</strong></p>{text}<p>>>>相关新闻</p>{links}"

    read = text_of("".join(map(section, range(2, 8))))
    assert all(f"第{n}座桥的消息" in read and f"第{n}座桥在河" in read for n in range(2, 8))
    assert "江边的消息之" not in read


@pytest.mark.parametrize(
    ("below", "title"),
    [("By 周远 25 May 2020", TITLE), ("2020年5月25日", TITLE), ("江边的人都来看", "江边医院 内科与外科")],
)
def test_the_heading_above_the_day_where_every_window_says_the_same(below, title):
    head = f"<h2>{TITLE}</h2><p>{below}</p><article>{TEXT}</article>"
    page = f"<title>周远医师 - 江边医院 内科与外科</title><p><a href=/1>内科</a></p>{head}"
    assert convert(page, "bridge.html").metadata.title == title
