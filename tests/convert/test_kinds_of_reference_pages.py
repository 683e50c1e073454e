"""Pages of encyclopedias, of poems, of abstracts and of one answer among many: what each must not lose."""

import pytest

from convert.blocks.styles import BUILT
from convert.evidence.fields.names import is_name, split_names
from convert.pipeline import convert

TITLE = "江边旧船修补站"
LEAD = (
    "江边旧船修补站，隶属江边镇船务所，简称旧船站，是镇上唯一修补木船的地方，站房在码头以东三百步，院子里停着十一条船。"
)
TEXT = [
    "旧船站的前身是两间茅屋，前年大水以后才改成砖房，砖是从上游的窑里运来的，运了整整一个冬天。",
    "站里的船工一共七个人，年纪最大的今年七十岁，最小的刚满十八岁，七个人轮着做饭，轮着守夜。",
    "每年开春以前要把所有的船翻过来晒一遍，晒干以后再刮漆补缝，缝要用新麻，油要用当年的桐油。",
    "修一条船要多少钱没有人说得清，船主给多少就收多少，给不起的就帮忙守一个月的夜。",
]


def page(body, title=TITLE, head=""):
    return convert(f"<html><head><title>{title}_江边百科</title>{head}</head><body>{body}</body></html>", "x")


def sections(buttons=""):
    return "".join(f"<h2>第{n}节</h2>{buttons}<p>{text}</p>" for n, text in zip("一二三四", TEXT, strict=True))


@pytest.mark.parametrize("title", [TITLE, "旧船站"])
@pytest.mark.parametrize("name", ["summary", "summary_EGg7N", "lemmaSummary_cFhDf"])
def test_the_lead_of_an_encyclopedia_stays_though_a_table_of_facts_says_the_title_again(name, title):
    facts = f"<dl><dt>中文名</dt><dd>{title}</dd><dt>所属地区</dt><dd>江边镇</dd><dt>别 名</dt><dd>旧船站</dd></dl>"
    out = page(
        f'<div><h1>{title}</h1><div class="{name}"><div class="{name}"><p>{LEAD}</p></div></div><div class="info">{facts}</div>'
        f'<div class="content">{sections()}</div></div>',
        title,
    )
    assert LEAD in out.markdown.replace("\n", "") or LEAD in str(out.metadata)
    assert all(text in out.markdown for text in TEXT)
    assert "别名" not in out.metadata.author


@pytest.mark.parametrize(
    ("names", "without"),
    [
        ("summary_EGg7N", "summary"),
        ("para_wER59 MARK_MODULE", "para MARK_MODULE"),
        ("news_leftBox", "news_leftBox"),
        ("side_Main1 right_Ad300", "side_Main1 right_Ad300"),
        ("art_share", "art_share"),
        ("EGg7N", "EGg7N"),
    ],
)
def test_what_a_build_adds_to_names_says_nothing(names, without):
    assert BUILT.sub("", names) == without


def test_buttons_below_each_heading_go_and_words_of_one_section_stay():
    out = page(f"<h1>{TITLE}</h1><div>{sections('<p>播报</p><p>编辑</p>')}</div>").markdown
    assert "播报" not in out
    assert "编辑" not in out
    once = page(f"<h1>{TITLE}</h1><div>{sections()}<h2>职务</h2><p>编辑</p><p>{LEAD}</p></div>").markdown
    assert "编辑" in once


POEM = ["江上有旧船，船底生青苔。", "江风吹不去，", "江月照还来。", "老翁坐船头，问我几时回。"]


def test_lines_of_a_poem_below_its_byline_are_no_buttons():
    poem = "".join(f"<p>{line}</p>" for line in POEM)
    out = page(
        f'<div class="main"><div class="head"><h1>{TITLE}</h1><p>朝代：近代</p><p>作者：周远</p>{poem}</div>'
        f'<div class="note"><h2>赏析</h2>{"".join(f"<p>{text}</p>" for text in TEXT)}</div></div>'
    ).markdown
    assert all(line in out for line in POEM)


@pytest.mark.parametrize("label", ["摘要：", "摘　要：", "内容提要："])
def test_a_page_that_is_nothing_but_an_abstract_keeps_it(label):
    out = page(f"<h1>{TITLE}</h1><div><span>{label}</span><span>{LEAD}{TEXT[0]}</span></div>").markdown
    assert TEXT[0] in out.partition("---\n\n")[2]


def test_an_abstract_above_a_text_goes_to_the_front_matter():
    out = page(f"<h1>{TITLE}</h1><div><p>摘要：{LEAD}</p>{''.join(f'<p>{text}</p>' for text in TEXT)}</div>")
    assert LEAD not in out.markdown.partition("---\n\n")[2]
    assert TEXT[0] in out.markdown


def answer(name, text):
    return (
        '<div><div itemscope itemtype="http://schema.org/Answer"><div itemprop="author" itemscope>'
        f'<meta itemprop="name" content="{name}">{name}</div><span itemprop="text"><p>{text}</p></span></div></div>'
    )


@pytest.mark.parametrize("label", ["更多回答", "其他 3 个回答", "全部回答"])
def test_the_page_of_one_answer_is_that_one(label):
    more = "".join(answer(name, text) for name, text in zip("甲乙", TEXT[2:], strict=True))
    out = page(f"<h1>{TITLE}</h1><div>{answer('周远', TEXT[0] + TEXT[1])}</div><h4>{label}</h4><div>{more}</div>")
    assert TEXT[1] in out.markdown
    assert not any(text in out.markdown for text in TEXT[2:])
    assert label not in out.markdown
    assert sum(text in r.block.text for r in (*out.removed, *out.outside) for text in TEXT[2:]) >= 2


@pytest.mark.parametrize(("heading", "stays"), [("项目源码", True), ("原文", False), ("转自", False)])
def test_an_address_below_a_heading_of_its_own_stays_and_that_of_the_page_goes(heading, stays):
    link = '<p><a href="https://example.org/boats">https://example.org/boats</a></p>'
    out = page(f"<h1>{TITLE}</h1><div>{sections()}<h2>{heading}</h2>{link}</div>").markdown
    assert ("example.org/boats" in out.partition("---\n\n")[2]) is stays


@pytest.mark.parametrize(
    ("names", "authors"),
    [
        (["周远<sup>1,2</sup>", "林溪<sup>1</sup>", "栗小满<sup>2*</sup>"], ("周远", "林溪", "栗小满")),
        (["周远<sup>a</sup>", "林溪<sup>b,c</sup>"], ("周远", "林溪")),
        (["周远", "林溪"], ("周远", "林溪")),
        (["作者", "周远"], ("周远",)),
    ],
)
def test_each_name_of_several_writers_is_one_without_where_they_work(names, authors):
    byline = f'<h3 class="author">{"".join(f"<span><a>{name}</a></span>" for name in names)}</h3>'
    out = page(f"<h1>{TITLE}</h1>{byline}<div>{''.join(f'<p>{text}</p>' for text in TEXT)}</div>")
    assert out.metadata.author == authors


@pytest.mark.parametrize("word", ["手机版", "电脑版", "别名", "中文名", "选稿：周远", "举报"])
def test_words_of_pages_are_no_names(word):
    assert not is_name(word)
    assert split_names(word) == ()


def test_a_button_before_a_reporter_is_no_outlet():
    out = page(f"<h1>{TITLE}</h1><div><p>2024-05-06 举报 记者</p>{''.join(f'<p>{text}</p>' for text in TEXT)}</div>")
    assert out.metadata.site != "举报"
