"""Which line of a copied page is its title: sites' names, rows of tags and progress bars stand around it."""

import pytest

from convert.formats.markdown import looks_like_markdown
from convert.pipeline import convert

TITLE = "给旧收音机换一个旋钮"
TEXT = [
    "旧收音机的旋钮坏了很多年，今天终于换上了一个新的，换的时候拆了四颗螺丝，吹了三次灰。",
    "装上以后声音很轻，像隔着一堵墙在说话，后来发现是天线没有接好，接好就一下子响了。",
    "邻居都跑过来听，说好像回到了小时候守在收音机旁边等新闻的那个晚上。",
]
MENU = ["首页", "归档", "标签", "关于"]


def title(*head, text=TEXT, tail=()):
    return convert("\n\n".join([*head, *text, *tail]), "x").metadata.title


@pytest.mark.parametrize("site", ["Lin's Blog", "小满的博客", "周远的窝", "灯下小站"])
def test_the_name_of_a_site_is_no_title(site):
    assert title(site, *MENU, TITLE, "2021-03-04") == TITLE
    assert title(site, "2021-03-04", "题解", TITLE) == TITLE


@pytest.mark.parametrize("tags", ["原创 工具 修理 收音", "cpp radio repair", "RADIO · REPAIR · AUDIO"])
@pytest.mark.parametrize("above", [True, False])
def test_a_row_of_tags_beside_the_byline_is_no_title(tags, above):
    head = [tags, TITLE] if above else [TITLE, tags]
    assert title(*MENU, *head, "发布日期 2021-03-04") == TITLE


def test_words_that_the_page_lists_as_tags_are_no_title():
    cloud = ["收音机维修 (12)", "手工记录 (8)"]
    assert title(*cloud, *MENU, TITLE, "收音机维修 手工记录", "2021-03-04") == TITLE


def test_a_title_that_the_byline_stands_right_below_comes_before_a_menu():
    assert title("首页", "灯下的笔记", "历史", "关于", "旧旋钮", "周远 (2021-03-04) 手工, 修理") == "旧旋钮"


def test_how_far_one_has_read_is_no_title():
    assert title(*MENU, "你已经读了0%", "旧收音机", "2021-03-04") == "旧收音机"


def test_where_the_page_stands_on_its_site_ends_with_its_title():
    assert title("江边论坛", f"江边论坛 » 修理 » {TITLE}", "漫漫人生幸而一路有旧船可修！", TITLE, "2021-03-04") == TITLE


def test_one_sign_of_markdown_in_a_long_copy_is_what_the_text_speaks_of():
    spoken = "改的是**config.yaml**这个文件，别的都不用动。"
    assert not looks_like_markdown("\n".join([*MENU * 8, TITLE, spoken]))
    assert looks_like_markdown("\n".join([TITLE, spoken, *TEXT]))
    assert looks_like_markdown("\n".join([*MENU * 8, TITLE, spoken, "见[说明](https://example.org/a)。"]))


SIGNED = [
    "文章作者：周远",
    "文章链接：https://example.org/2021/03/radio/",
    "版权声明：本博客所有文章除特别声明外，均采用 CC BY 4.0 许可协议，转载请注明来源灯下笔记。",
]
NEXT = ["赏", "本篇", TITLE, "本文介绍了怎样给旧收音机换旋钮，附上工具和步骤的说明，看完就会了。", "给旧台灯换一根线"]


def test_below_the_lines_that_sign_an_article_stand_others():
    body = convert("\n\n".join([*MENU, TITLE, "2021-03-04", *TEXT, *SIGNED, *NEXT]), "x").markdown
    assert all(line in body for line in TEXT) and "本文介绍了" not in body and "给旧台灯" not in body


def test_the_same_lines_above_an_article_take_nothing():
    body = convert("\n\n".join([*MENU, TITLE, "2021-03-04", *SIGNED, *TEXT]), "x").markdown
    assert all(line in body for line in TEXT)


def test_below_its_day_a_title_is_told_from_the_slogan_of_the_site():
    long = "给旧收音机换一个旋钮：拆了四颗螺丝，吹了三次灰"
    assert title(*MENU, "新闻", "旧收音机 - 修理的人都在这里", "2021-03-04", long) == long


def test_the_article_of_an_encyclopedia_begins_with_its_title():
    text = ["收音机是把电波变成声音的机器，最早的收音机没有电池，靠一块矿石就能响。", *TEXT]
    assert title("网页", "图片", "视频", "汉语", "创建", "收音机", "编辑", text=text) == "收音机"


def test_the_kind_of_a_post_before_its_title():
    assert title(
        "江边论坛", f"江边论坛»修理›{TITLE}", f"[原创] {TITLE}", "江上客", "发表于 2021-03-04 10:20 | 只看该作者"
    ) in (TITLE, f"[原创] {TITLE}")


def test_words_in_brackets_behind_a_note_are_no_link():
    assert not looks_like_markdown("\n".join([TITLE, "旋钮[1](旧的那一个)是铜做的。", *TEXT]))
    assert looks_like_markdown("\n".join([TITLE, "旋钮见[这里](旧的.html)。", *TEXT]))


def test_below_the_name_of_a_site_the_title_stands_right_above_its_day():
    # The text speaks of the site's name, too.
    text = [*TEXT, "旋钮与螺丝是这里常说的事，旋钮坏了就换，螺丝松了就拧，旋钮与螺丝都不贵。"]
    assert title("旋钮与螺丝", TITLE, "2021/3/4", text=text) == TITLE


def test_the_mark_of_a_note_is_none_of_the_title():
    assert title(*MENU, f"{TITLE}[1]", "2021-03-04") == TITLE


def test_commands_that_go_on_head_nothing():
    command = "docker run -d --name radio \\\n -p 80:80 \\\n radio/knob:3.9\nsleep 5s"
    page = "\n\n".join([TITLE, "2021-03-04", *TEXT, command, TEXT[0] + TEXT[1], command, TEXT[2] + TEXT[0]])
    assert "## radio/knob" not in convert(page, "x").markdown
    assert convert(page, "x").markdown.count("radio/knob:3.9") == 2


@pytest.mark.parametrize("rights", ["Copyright © {} 2021", "© 2018 - 2021 {}", "版权所有：{}"])
@pytest.mark.parametrize("short", ["残灯", "旧旋钮"])
def test_the_name_whose_rights_the_foot_reserves_is_the_sites(rights, short):
    site = "晴窗杂录"
    slogan = "修好一样东西再修下一样"
    assert title(site, slogan, "首页 系列 标签 搜索", short, "2021-03-04", tail=[rights.format(site)]) == short


@pytest.mark.parametrize("line", ["B0210011-2021-0004 江边镇旧物管理 2021-03-04", "江边网首页 | 网站地图"])
def test_the_row_of_a_register_and_the_sites_first_line_are_no_title(line):
    assert title(line, TITLE, "2021-03-04") == TITLE


def test_the_day_in_brackets_behind_a_title():
    assert title(*MENU, f"{TITLE} ( 2021-03-04 )") == TITLE


@pytest.mark.parametrize("asked", ["记者：旋钮是谁换的？", "问：旋钮是谁换的？", "Q1：旋钮是谁换的？"])
def test_a_question_asked_again_and_again_is_no_title_and_stays(asked):
    text = [line for said in TEXT for line in (asked, f"周远：{said}")]
    article = convert("\n\n".join([*MENU, TITLE, "2021-03-04", *text]), "x")
    assert article.metadata.title == TITLE
    assert [block.text for block in article.kept].count(asked) == 3


def test_a_title_that_is_sung_between_paragraphs_stays_there():
    page = "".join(f"<p>{said}</p><p>{TITLE}</p>" for said in TEXT)
    head = f"<h1>{TITLE}</h1><p>2021-03-04</p>"
    article = convert(
        f"<html><title>{TITLE}</title><body><div>{head}{page}<p>{TEXT[0][:-1]}！</p></div></body></html>", "x"
    )
    assert [block.text for block in article.kept].count(TITLE) == 3
    twice = convert(
        f"<html><title>{TITLE}</title><body><div>{head}{page.replace(TITLE, '', 2)}</div></body></html>", "x"
    )
    assert TITLE not in [block.text for block in twice.kept]


@pytest.mark.parametrize("form", ["{} (1/22)", "{}（3/8）", "原创 {}", "转载 {}", "現正閱讀 {}", "现正阅读：{}"])
def test_which_page_it_is_and_what_kind_of_post_is_no_part_of_the_title(form):
    assert title("江边网", *MENU, form.format(TITLE), "2021-03-04") == TITLE


def test_a_title_below_its_day_that_the_caption_says_again_is_no_text():
    name = "镇上换旧旋钮　邻居何平：收音机修好6年又响了一回"
    line = f"{name.replace('　', '，')}。(资料图片)"
    assert title(*MENU, "搜寻", "本地", "2021-03-04 12:00:01", name, "分享：", line) == name.replace("　", " ")


def test_the_moments_of_other_articles_make_no_discussion_of_a_page():
    others = [line for age in range(2, 6) for line in (f"{TITLE}的第{age}天 邻居都来听了一次", "本地", f"{age}星期前")]
    tail = ["相关新闻", *others]
    assert title("江边网", "支持江边网", *MENU, "本地", "2021-03-04 12:00:01", TITLE, "分享：", tail=tail) == TITLE
