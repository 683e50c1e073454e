"""Lines of a copy that may be its title and such that say who wrote it when: each case beside one that differs."""

import pytest

from convert.evidence.copies.likely import (
    BYLINE_MOST,
    TITLE_MOST,
    ends_a_crumb,
    goes_on_in_code,
    is_byline,
    may_title,
    opens_byline,
    whole_title,
)
from convert.page import Block, Span


def line(text, kind="paragraph"):
    return Block(kind, (Span(text),))


def lines(*texts):
    return tuple(map(line, texts))


DAY = "2024-05-06 "
LONG_DAY = "2024年5月6日"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2024-05-06", True),
        (DAY + "船" * (BYLINE_MOST - len(DAY) - 1), True),
        (DAY + "船" * (BYLINE_MOST - len(DAY)), False),
        ("3 天前", True),
        ("三天以前船来过，我们都去江边看了，看完才回家吃饭，吃完饭又去看了一次。", False),
        ("3 天前 船来过，我们都去江边看了，看完才回家吃饭，吃完饭又去看了一次。", False),
        ("作者：周远航", True),
        ("作者：周远", False),
        ("浏览次数：1234", True),
        ("12345", False),
        ("1234 人赞同了该回答", False),
        ("旧船上岸", False),
        ("来源：江边晚报", False),
    ],
)
def test_a_line_that_gives_a_day_or_a_name(text, told):
    assert is_byline(text) is told


@pytest.mark.parametrize(("size", "told"), [(BYLINE_MOST - 1, True), (BYLINE_MOST, False)])
def test_a_label_of_a_day_opens_a_byline_above_a_short_line(size, told):
    assert opens_byline(" 发表于 ", DAY + "船" * (size - len(DAY))) is told


@pytest.mark.parametrize(
    "text",
    [
        "船",
        "船" * (TITLE_MOST + 1),
        "——……",
        "摘要：船怎样修",
        LONG_DAY + "船" * 20,
        "· 旧船上岸",
        "> 旧船上岸",
        "相关阅读",
        "全部评论",
        "旧船上岸 www.example.org",
        "已经读了 30 %",
        "一、旧船上岸",
        "3 天前 旧船",
        "[大] [中] [小]",
        "上证指数 3120.45 +12.3 +0.39%",
        "1,203 45",
        "JB20240506/12 旧船上岸",
        "朝代：唐代",
        "首页 > 江边 > 旧船上岸",
        "问：旧船怎样上岸",
        "旧船上岸。",
        "旧船上岸，",
        "旧船上岸；",
        "旧船上岸：",
        "旧船上岸:",
        "首页 新闻 视频 图片 论坛 博客",
        "来源：江边晚报",
    ],
)
def test_it_is_no_title(text):
    assert not may_title(line(text))


@pytest.mark.parametrize(
    "text",
    [
        "旧船",
        "船" * TITLE_MOST,
        "旧船上岸",
        LONG_DAY + "船" * (40 - len(LONG_DAY)),
        "旧船上岸？",
        "文件名称：旧船上岸的规定",
        "当前阅读：旧船上岸",
    ],
)
def test_it_may_be_one(text):
    assert may_title(line(text))
    assert not may_title(line(text, "code"))


@pytest.mark.parametrize(
    ("texts", "at", "ends"),
    [
        (("首页 > 江边 > 旧船上岸", "旧船上岸"), 1, True),
        (("首页 > 江边 > 旧船上岸", "新船上岸"), 1, False),
        (("说的是旧船上岸", "旧船上岸"), 1, False),
        (("首页 > 江边 > 旧船上岸", "……"), 1, False),
        (("首页 > 江边 > 旧船上岸",), 1, False),
        (("旧船上岸", "首页 > 江边 > 旧船上岸"), 0, False),
    ],
)
def test_a_title_that_where_the_page_stands_ends_with(texts, at, ends):
    assert ends_a_crumb(lines(*texts), at) is ends


@pytest.mark.parametrize(
    ("texts", "at", "goes_on"),
    [
        (("docker run -d \\", "boat"), 1, True),
        (("docker run -d \\  ", "boat"), 1, True),
        (("docker run -d", "boat"), 1, False),
        (("旧船上岸\\", "boat"), 1, False),
        (("boat", "旧船上岸", "docker run -d \\"), 0, False),
        (("docker run -d \\", "旧船上岸", "boat"), 2, False),
    ],
)
def test_a_line_in_which_a_command_goes_on(texts, at, goes_on):
    assert goes_on_in_code(lines(*texts), at) is goes_on


@pytest.mark.parametrize(
    ("title", "beside", "whole"),
    [
        ("旧船上岸", [], "旧船上岸"),
        ("旧船上岸[1]", [], "旧船上岸"),
        ("原创 旧船上岸的故事", [], "旧船上岸的故事"),
        ("标题旧船上岸", ["旧船上岸"], "旧船上岸"),
        ("标题旧船上岸", [], "标题旧船上岸"),
        # The name of a site goes where the page has the title without it, or where it is one.
        ("旧船上岸以后_江边小站", ["旧船上岸以后"], "旧船上岸以后"),
        ("旧船上岸以后_江边小站", [], "旧船上岸以后_江边小站"),
        ("旧船上岸以后_江边晚报", [], "旧船上岸以后"),
        ("江边晚报_旧船上岸以后的事", [], "江边晚报_旧船上岸以后的事"),
    ],
)
def test_the_title_without_what_stands_around_it(title, beside, whole):
    assert whole_title(title, beside) == whole
