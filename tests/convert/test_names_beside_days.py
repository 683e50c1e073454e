"""Who wrote a piece and for whom, beside its day in whatever form that is; and who made only what it speaks of."""

import pytest

from convert.page import Metadata
from convert.pipeline import convert
from convert.text.days import iso_day, with_plain_days

TITLE = "石匠给井栏换了新的石头"
TEXT = [
    "井栏的旧石头磨出了一道道沟，石匠数过，一共四十一道，最深的一道能放进三根手指，是打水的绳子勒出来的。",
    "新的石头从后山运来，走了两天，路上换过三头牛，到村口的时候天已经黑了，孩子们举着火把来接。",
    "换好以后第一桶水是最老的人打的，她看了看水里的天，说味道没有变，大家这才放心回家去了。",
]
DAYS = ["2022-05-06", "2022.5.6", "2022年5月6日", "二〇二二年五月六日", "May 6, 2022", "6 May 2022", "民國111年5月6日",
        "111年5月6日", "Friday, May 6, 2022"]  # fmt: skip


def _told(line: str, before: str = "", after: str = "") -> Metadata:
    paragraphs = "".join(f"<p>{text}</p>" for text in TEXT)
    page = f"<h1>{TITLE}</h1><div>{line}</div>{before}{paragraphs}{after}"
    return convert(f"<html><head><title>{TITLE}</title></head><body>{page}</body></html>", "x").metadata


@pytest.mark.parametrize("day", DAYS)
def test_names_beside_a_day_are_read_in_each_of_its_forms(day):
    assert iso_day(with_plain_days(f"某某 {day}")) == "2022-05-06"
    for names in ("石大山", "河口晚报", "石大山 河口晚报"):
        for line in (f"{names} {day}", f"{day}　{names}"):
            told = _told(line)
            assert told.date == "2022-05-06", line
            assert told.site == ("河口晚报" if "晚报" in names else ""), line
            if names == "石大山":
                assert told.author == ("石大山",), line


LABELS = [
    ("文 石大山  图 方大年", "石大山", ""),
    ("原创：石大山", "石大山", ""),
    ("采寫：石大山", "石大山", ""),
    ("張貼人：石大山", "石大山", ""),
    ("河口報／石大山", "石大山", "河口報"),
    ("河口報 記者石大山／山城即時報導", "石大山", "河口報"),
    ("2022-05-06 12:00 河口報 記者石大山／山城報導", "石大山", "河口報"),
    ("河口社／山城6日電", "", "河口社"),
]


@pytest.mark.parametrize(("line", "name", "site"), LABELS)
def test_a_byline_names_who_wrote_and_for_whom(line, name, site):
    told = _told(line)
    assert (told.author, told.site) == ((name,) if name else (), site)


def test_who_a_biography_below_a_text_is_labelled_as_of_wrote_it():
    assert _told("2022-05-06", after="<p>作者简介：石大山，作家，现居河口。</p>").author == ("石大山",)


def test_a_day_within_the_words_of_an_office_is_none_of_the_article():
    assert _told("河口部107年9月3日河字第一號函准予備查").date == ""


def test_the_time_of_a_place_is_nobodys_name():
    told = _told("北京时间 2022年5月6日 08:30")
    assert (told.author, told.site) == ((), "")


SIGNED = ["2021年11月9日于桥头", "写于2021年11月9日", "写于桥头，2021年11月9日", "二〇二一年十一月九日夜",
          "2021年11月9日夜，于桥头", "2021.11.9 改于桥头", "民國一一〇年十一月九日於橋頭", "November 9, 2021"]  # fmt: skip


@pytest.mark.parametrize("signed", SIGNED)
def test_a_piece_is_signed_with_its_day_and_where_it_was_written(signed):
    assert _told("石大山", after=f'<p align="right">{signed}</p>').date == "2021-11-09"


@pytest.mark.parametrize("line", ["更新于 2022-12-01　首发于 2022-05-06", "2022-12-01 更新，创建于 2022-05-06",
                                  "发布：2022-05-06 修改：2022-12-01"])  # fmt: skip
def test_of_two_labelled_days_that_of_the_first_print_is_right(line):
    assert _told(line).date == "2022-05-06"


def test_data_that_have_the_text_say_who_wrote_it_and_when():
    text = "".join(f"<p>{text}</p>" for text in TEXT).replace("/", "\\/")
    state = (
        f'{{"user": null, "detail": {{"title": "{TITLE}", "author": {{"nickname": "石大山"}}, "publish_time": 1651795200,'
        f' "content": "{text}"}}, "more": [{{"author": "别人"}}]}}'
    )
    page = f"<title>{TITLE}</title><body><div id='app'></div><script>window.STATE = {state};</script></body>"
    told = convert(f"<html>{page}</html>", "x").metadata
    assert (told.title, told.author, told.date) == (TITLE, ("石大山",), "2022-05-06")


@pytest.mark.parametrize("word", ["计划书", "安徽省", "时政部", "国际版", "文化馆", "财经", "社会新闻", "综合报"])
def test_words_of_sections_behind_a_day_are_no_outlets(word):
    assert _told(f"2022-05-06 {word}").site == ""


@pytest.mark.parametrize("label", ["发布单位", "發布單位", "公告机关", "发布机构", "發文單位", "供稿单位", "张贴单位"])
def test_the_office_that_put_a_notice_up_is_its_outlet(label):
    assert _told(f"发布日期：2022-05-06　{label}：河口镇文化站").site == "河口镇文化站"


@pytest.mark.parametrize("front", ["", "本报", "本报特约", "河口日报"])
@pytest.mark.parametrize("office", ["记者", "撰稿人", "评论员", "評論員", "专栏作家", "通讯员", "特派员"])
def test_an_office_may_stand_right_before_a_name(office, front):
    assert _told(f"2022-05-06　{front}{office}石大山").author == ("石大山",)


RECORDS = [
    ("<p>书名：《井边》</p><p>作者：吴小平</p><p>出版社：河口出版社</p>", ""),
    ("<p>《井边》</p><p>吴小平 著</p><p>河口出版社 2020年版</p>", ""),
    ("<ul><li>书名：井边</li><li>作者：吴小平</li><li>ISBN：000</li></ul>", ""),
    ("<p>《井边》作者：吴小平 译者：方大年 出版：河口出版社</p>", ""),
    ("", "<p>推荐阅读</p><p>《井边》 作者：吴小平 出版社：河口出版社</p>"),
    ("", "<p>《井边》，作者：吴小平</p>"),
    ("", "<p>参考文献：</p><p>[1] 作者：吴小平，《井边》</p>"),
    ("<p>片名：井边</p><p>导演：吴小平</p>", ""),
]


@pytest.mark.parametrize(("before", "after"), RECORDS)
def test_who_made_what_an_article_speaks_of_did_not_write_it(before, after):
    told = _told("2022-05-06", before, after)
    assert (told.author, told.site) == ((), "")


def test_above_the_record_of_a_book_stands_who_wrote_of_it():
    assert _told("2022-05-06", "<p>作者：石大山</p><p>书名：《井边》</p><p>作者：吴小平</p>").author == ("石大山",)


def test_when_an_article_came_out_makes_no_book_of_it():
    told = _told("<p>撰文：石大山</p><p>出版：2022-05-06 10:20　更新：2022-05-07 08:00</p>")
    assert (told.author, told.date) == (("石大山",), "2022-05-06")


@pytest.mark.parametrize("after", [f"<p>《{TITLE}》，作者：石大山</p>", "<p>《河口晚报》 作者：石大山</p>"])
def test_the_name_of_the_article_or_of_its_paper_makes_no_work_of_a_line(after):
    assert _told("2022-05-06", after=after).author == ("石大山",)


def test_a_copy_may_have_its_author_above_the_title():
    told = convert("\n\n".join(["作者：石大山", TITLE, "2022年5月6日", *TEXT]), "x").metadata
    assert (told.title, told.author) == (TITLE, ("石大山",))


@pytest.mark.parametrize("numbers", [("一", "二", "三"), ("1", "2", "3"), ("01", "02", "03")])
def test_the_number_of_the_first_section_of_a_copy_stays_with_its_words(numbers):
    words = ["沟", "路上", "第一桶水"]
    sections = [line for number, word, text in zip(numbers, words, TEXT, strict=True) for line in (number, word, text)]
    body = convert("\n\n".join([TITLE, "石大山　2022-05-06", *sections]), "x").markdown
    assert [line for line in body.split("\n") if line.startswith("#")] == [
        f"## {number} {word}" for number, word in zip(numbers, words, strict=True)
    ]


FIRST = [
    ("清晨的井", True),
    ("井边的人说的和没有说的", True),
    ("石大山", False),
    ("河口晚报", False),
    ("一个人和一口井的三十年以及后来发生的事", False),
]


@pytest.mark.parametrize(("first", "is_head"), FIRST)
@pytest.mark.parametrize("menus", [0, 6])
def test_the_first_head_of_a_copy_is_told_by_those_below_it_where_no_menu_stands_above(first, is_head, menus):
    heads = [first, "路上的牛和车", "第一桶水"]
    sections = [line for head, text in zip(heads, TEXT, strict=True) for line in (head, text, text[::-1][1:] + "。")]
    copy = [*("首页", "新闻", "登录", "注册", "河口网", "下载")[:menus], TITLE, "2022-05-06", *sections]
    body = convert("\n\n".join(copy), "x").markdown
    assert "## 路上的牛和车" in body
    assert (f"## {first}" in body) == (is_head and not menus)
