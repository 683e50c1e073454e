"""Copies of pages by select-all whose shape is not that of a news site: blogs with code, diaries, novels."""

import pytest

from convert.blocks import code_lines
from convert.page import Block, Span
from convert.pipeline import convert
from convert.rules import tables
from convert.text.code import is_code_line
from convert.text.days import iso_day

MENU = "江边手记\nHome\nArchives\nAbout\n"
PARAGRAPHS = [
    "修船先要看木头，木头上的纹路会说出它在水里泡过多少年，也说出造船的人急不急。",
    "第二步是把旧船缝里的麻丝一点一点挑出来，急不得，也省不得，一个上午只做一条缝。",
    "最后才是上油修补，油要薄，一层干透了再上另一层，所以雨季里没有人修船。",
]


def body(text):
    return convert(text, "seeds/page").markdown.split("---\n", 2)[2]


def test_a_title_without_a_byline_is_the_line_that_the_page_says_again():
    page = MENU + "旧船修补笔记\n旧船修补笔记\n" + "\n\n".join(PARAGRAPHS)
    assert convert(page, "x").metadata.title == "旧船修补笔记"
    assert "Archives" not in body(page)


@pytest.mark.parametrize("tags", ["# 随笔", "# 随笔 # 修船", "# 随笔\n\n# 修船"])
def test_tags_below_the_text_that_look_like_headings_make_no_clipping(tags):
    page = f"{MENU}旧船修补笔记\n\n发表于 2021-03-04\n\n" + "\n\n".join(PARAGRAPHS) + f"\n\n{tags}\n\n上一篇\n\n下一篇"
    assert convert(page, "x").metadata.title == "旧船修补笔记"
    assert "Archives" not in body(page)


@pytest.mark.parametrize("button", ["[复制链接]", "【複製連結】", "[ Copy link ]"])
def test_a_button_behind_the_title_is_no_part_of_it(button):
    crumbs = "江边论坛 › 手艺 › 修船 › 旧船修补笔记\n查看: 51|回复: 4\n"
    page = f"{MENU}{crumbs}旧船修补笔记 {button}\n发表于 2021-03-04 10:20:30\n" + "\n\n".join(PARAGRAPHS)
    assert convert(page, "x").metadata.title == "旧船修补笔记"


def test_a_row_of_buttons_above_and_below_makes_no_table_of_contents_of_the_title():
    below = f"WhatsApp\ntwitter\n{PARAGRAPHS[0]}\n旧船修补笔记"
    page = f"{MENU}WhatsApp\ntwitter\n旧船修补笔记\n2021-03-04 许禾\n" + "\n\n".join(PARAGRAPHS[1:]) + f"\n\n{below}"
    assert convert(page, "x").metadata.title == "旧船修补笔记"


SIGNED = "文章作者：许禾\n文章連結：https://e.example/boat/\n版權聲明：本部落格所有文章除特別聲明外，均採用CC BY 4.0授權協議。\n"
OTHER = "给旧收音机换一个旋钮，拆了四颗螺丝，吹了三次灰，最后发现原来是电池装反了，于是又装了回去。"


@pytest.mark.parametrize("others", [1, 9])
def test_the_lines_that_sign_a_post_end_it_however_long_the_cards_of_others_below_are(others):
    cards = "".join(f"旧收音机的旋钮\n2021-07-2{number}\n{OTHER}\n" for number in range(others))
    page = f"{MENU}旧船修补笔记\n2021-03-04\n{PARAGRAPHS[0]}\n{PARAGRAPHS[1]}\n{SIGNED}{cards}"
    out = body(page)
    assert PARAGRAPHS[1] in out and "收音机" not in out and "版權" not in out


def test_posts_that_are_each_signed_end_none():
    page = f"{MENU}旧船修补笔记\n2021-03-04\n{PARAGRAPHS[0]}\n{SIGNED}旧收音机的旋钮\n{OTHER * 3}\n{SIGNED}"
    assert OTHER in body(page)


def test_what_is_quoted_from_elsewhere_is_signed_above_it():
    signed = "作者：许禾\n链接：https://e.example/answer/7\n来源：问答\n著作权归作者所有，转载请注明出处。\n"
    page = f"{MENU}旧船修补笔记\n2021-03-04\n{PARAGRAPHS[0]}\n{signed}{OTHER}\n{PARAGRAPHS[1]}\n{PARAGRAPHS[2]}\n"
    assert OTHER in body(page) and PARAGRAPHS[2] in body(page)


def test_each_comment_stands_above_who_posted_it():
    comment = "这篇写得好，我家的船也是这样修的，谢谢。\nPosted by: 林叶{0} | ({0}) March {0}, 2021 10:2{0} AM\n"
    page = f"{MENU}旧船修补笔记\n" + "\n".join(PARAGRAPHS) + "\nComments\n" + "".join(map(comment.format, range(1, 7)))
    article = convert(page + "Post a comment\n名字：\n", "x")
    assert "谢谢" not in article.markdown and PARAGRAPHS[-1] in article.markdown and article.metadata.author == ()


def test_the_sections_of_a_table_of_contents_are_the_article_however_short_their_lines_are():
    sections = "看木头\n看纹路\n听声音\n挑麻丝\n从船头起\n一条一条\n上桐油\n薄薄一层\n"
    table = "文章目录\n站点概览\n1. 修船的人\n2. 看木头\n3. 挑麻丝\n4. 上桐油\n许禾\n12 日志\n3 分类\n"
    page = (
        f"{MENU}旧船修补笔记\n2021-03-04\n修船的人\n"
        + "\n".join(PARAGRAPHS)
        + f"\n{sections}相关文章\n旧收音机\n{table}"
    )
    out = body(page)
    assert "## 上桐油\n" in out and "薄薄一层" in out and "站点概览" not in out and "12 日志" not in out


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        ("# Site\nport = 80", True),
        ("# cd /etc\n# tar cf - . | (cd /tmp; tar xf -)", True),
        ("# Menu\n<nav>", True),
        ("# 手艺\n上一篇\n下一篇", False),
        ("# 手艺\n# 木工\n上一篇", False),
    ],
)
def test_a_comment_of_code_is_no_tag(lines, kept):
    page = f"{MENU}旧船修补笔记\n2021-03-04\n" + "\n".join(PARAGRAPHS) + f"\n改这个文件：\n{lines}\n"
    assert (lines.split("\n")[0].strip("# ") in body(page)) is kept


def test_an_address_or_a_menu_is_no_title():
    page = MENU + "旧船修补笔记\n原文连接: https://e.example/2012/04/blog.html\n2012-04-24\n" + "\n\n".join(PARAGRAPHS)
    assert convert(page, "x").metadata.title == "旧船修补笔记"


def test_the_lines_of_a_table_of_contents_become_the_heads_below():
    heads = ["看木头", "挑麻丝", "上桐油"]
    sections = "\n".join(f"{head}\n\n{text}\n" for head, text in zip(heads, PARAGRAPHS, strict=True))
    page = f"{MENU}旧船修补笔记\n发表于 2021-03-04 | 留言\n目录\n" + "\n".join(heads) + "\n" + sections
    out = body(page)
    for head in heads:
        assert out.count(f"{head}\n") == 1
        assert f"## {head}\n" in out


def test_a_menu_said_again_below_is_no_table_of_contents():
    menu = "新闻频道\n财经频道\n科技频道\n"
    page = f"{menu}旧船修补笔记\n2021-03-04 10:20\n" + "\n\n".join(PARAGRAPHS) + f"\n{menu}"
    assert "## " not in body(page)


@pytest.mark.parametrize("mark", ["¶{}", "{}#", "{}¶"])
def test_the_mark_with_which_a_head_links_to_itself_goes(mark):
    page = "旧船修补笔记\n2021-03-04 10:20\n" + "\n".join(
        f"{mark.format(head)}\n{text}" for head, text in zip(["看木头", "挑麻丝", "上桐油"], PARAGRAPHS, strict=True)
    )
    assert "## 看木头\n" in body(page)
    assert "¶" not in body(page)


CODE = """import sys

# 读入一行
def mend(boat):
    if (boat.old) {
        return boat;
    }
</body>
function read() {
  var player = 1;
}"""


def test_lines_of_code_stay_code_whatever_they_say():
    page = f"{MENU}旧船修补笔记\n2021-03-04 10:20\n{PARAGRAPHS[0]}\n\n{CODE}\n\n{PARAGRAPHS[1]}\n\n{PARAGRAPHS[2]}"
    out = body(page)
    assert f"```\n{CODE}\n```" in out
    assert PARAGRAPHS[2] in out


def test_words_and_verse_are_no_code():
    verse = "江上有船；\n船上有灯；\n灯下有人(他在等)；\n"
    page = f"旧船修补笔记\n2021-03-04 10:20\n{verse}\n" + "\n\n".join(PARAGRAPHS)
    assert "```" not in body(page)


def test_sources_below_a_text_are_no_titles_of_other_articles():
    sources = "木船修补手册 第三版\n长江船工口述史料集\n桐油熬制方法汇编\n江边造船厂年度记录\n"
    page = f"{MENU}旧船修补笔记\n2021-03-04 10:20\n" + "\n\n".join(PARAGRAPHS) + f"\n参考资料\n{sources}"
    assert "江边造船厂年度记录" in body(page)


def test_the_numbers_of_readers_notes_go_from_a_novel_only():
    many = [f"他在江边走了第{i}天，船还是没有来。" for i in "一二三四五六七八"]
    noted = "第二章 空船\n2022-07-10\n" + "\n\n".join(f"{line}{at + 11}" for at, line in enumerate(many))
    assert "还是没有来。\n" in body(noted)
    assert "18" not in body(noted)
    one = "第二章 空船\n2022-07-10\n" + "\n\n".join([*many, "那一年是他的最后一年。1987"])
    assert "1987" in body(one)


def test_a_title_glued_to_its_day_is_set_apart():
    page = "旧船回到江边的第三十年\n首页\n旧船回到江边的第三十年江边晚报 (2020-01-21 11:12)\n" + "\n\n".join(PARAGRAPHS)
    article = convert(page, "x").metadata
    assert (article.title, article.date) == ("旧船回到江边的第三十年", "2020-01-21")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Sep 28, 2022便當 lunchbox", "2022-09-28"),
        ("2005.08.2605:39", "2005-08-26"),
        ("28 Sep 2022江边", "2022-09-28"),
        ("2005.08.26053", ""),
    ],
)
def test_days_with_words_or_a_time_behind_them(line, day):
    assert iso_day(line) == day


def test_days_that_recur_head_the_parts_of_a_diary():
    parts = "\n".join(f"2022091{i} 修船\n{text}" for i, text in enumerate(PARAGRAPHS))
    page = f"{MENU}旧船修补笔记\nSep 28, 2022 江边\n20220909 看船\n20220910 买木头\n{parts}"
    assert "20220909" in body(page)


def test_each_line_is_judged_once_however_long_the_text():
    tables._matching.cache_clear()
    convert("旧船修补笔记\n2021-03-04 10:20\n" + "\n\n".join(f"{PARAGRAPHS[0]}{i}。" for i in range(3000)), "x")
    assert tables._matching.cache_info().misses < 3100


def test_no_line_of_a_run_that_is_no_code_is_looked_at_again(monkeypatch):
    seen = []
    kind = code_lines._kind
    monkeypatch.setattr(code_lines, "_kind", lambda block: seen.append(block) or kind(block))
    code_lines.with_code([Block("paragraph", (Span("// 江边"),), line=at) for at in range(300)])
    assert len(seen) <= 2 * 300


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Dim oItem As GiftItem", True),
        ("End If", True),
        ("ENV JRE_HOME $JAVA_HOME/jre", True),
        (r"^\d{4}-\d{2}$", True),
        ("    at Module.load (module.js:494:32)", True),
        ("at Boat.row(Boat.java:12)", True),
        ("at 10:20", False),
        ("at the pier: 12 boats", False),
        ("End of the story", False),
        ("^ 上一层", False),
        ("Environment", False),
    ],
)
def test_lines_that_only_code_has(line, code):
    assert is_code_line(line) is code
