"""No page loses a good part of its article in silence: it is kept, or the report names what may be missing."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convert.clean.boilerplate import remove_boilerplate
from convert.page import Block, Span
from convert.pipeline import convert

TITLE = "江边旧船修了三十年"
# No reader misses less.
LOST_MOST = 0.15
MENU = ["江边日报", "首页", "新闻", "副刊", "关于我们"]
PROSE = [
    "江边的旧船搁在浅滩上，修它的人换了三代，谁也没有说过要把它卖掉，也没有说过什么时候能下水。",
    "修船先要把旧的麻丝剔出来，用铁钩一点一点地钩，钩断了就等于白做，整条缝都要重新来过。",
    "桐油要熬到能拉出丝来，熬过了头会发脆，火候不够又不粘，老师傅说这件事只能靠眼睛看。",
    "雨季以前必须把船底翻过来晒，晒到木头发白，手指敲上去有清脆的声音，才可以开始填缝。",
    "后来镇上的人都来看，有人出主意，有人带来旧钉子，还有人把自己家门板上的铜片也拆了下来。",
    "船下水的那一天没有放鞭炮，只有修船的人自己坐在船头，喝了半碗酒，把剩下的倒进了江里。",
]
VERSE = ["旧船", "你还", "在浅滩上", "等一场", "下了三十年", "还没有停的雨", "我把钉子", "一颗一颗", "数给你听。"]
STEPS = ["剔麻丝", "熬桐油", "翻船底", "晒到发白", "再填缝", "最后上漆"]
TALK = ["“修好了？”", "“没有。”", "“还要几年？”", "“不知道。”", "他笑了，我也笑了，船在一边不说话。"]
CODE = ["def mend(boat):", "    for plank in boat.planks:", "        plank.fill()", "    return boat"]
PIECES = {"prose": PROSE, "verse": VERSE, "steps": STEPS, "talk": TALK, "code": CODE}


def letters(text):
    return re.sub(r"[\W_]", "", text)


def is_told(article, lines):
    """True if enough of the lines is in the article, or a doubt is said."""
    kept = letters(article.markdown.split("---\n", 2)[2])
    lost = sum(len(letters(line)) for line in lines if letters(line) not in kept)
    return bool(article.doubts) or lost <= LOST_MOST * sum(len(letters(line)) for line in lines)


def html_page(lines, frame="<article>{}</article>", tail=""):
    body = frame.format(f"<h1>{TITLE}</h1><p>周远 2021-03-04</p>" + "".join(f"<p>{line}</p>" for line in lines))
    menu = "".join(f'<li><a href="/{at}">{word}</a></li>' for at, word in enumerate(MENU))
    return f"<html><head><title>{TITLE}_江边日报</title></head><body><ul>{menu}</ul>{body}{tail}</body></html>"


def copied_page(lines, tail=()):
    return "\n\n".join([*MENU, TITLE, "周远 2021-03-04", *lines, *tail])


FRAMES = [
    "<article>{}</article>",
    "<div><div><section>{}</section></div></div>",
    "<form>{}</form>",
    "<table><tr><td>{}</td></tr></table>",
]
TAILS = [(), ("上一篇：旧桥", "下一篇：新桥"), ("责任编辑：周远", "相关阅读", "渡口的灯又亮了", "江里的鱼少了")]


@settings(max_examples=120, deadline=None, derandomize=True)
@given(
    kinds=st.lists(st.sampled_from(sorted(PIECES)), min_size=1, max_size=5, unique=True),
    paragraphs=st.integers(2, len(PROSE)),
    frame=st.sampled_from([*FRAMES, "copy"]),
    tail=st.sampled_from(TAILS),
)
def test_what_an_article_is_made_of_stays_or_is_named(kinds, paragraphs, frame, tail):
    lines = [line for kind in kinds for line in (PROSE[:paragraphs] if kind == "prose" else PIECES[kind])]
    if "prose" not in kinds:
        lines = [*PROSE[:paragraphs], *lines]
    ends = "".join(f"<p>{line}</p>" for line in tail)
    page = copied_page(lines, tail) if frame == "copy" else html_page(lines, frame, ends)
    assert is_told(convert(page, "x"), lines), (kinds, frame)


@pytest.mark.parametrize("call", ["点击查看原文", "展开全文", "显示剩余内容", "余下全文"])
def test_a_copy_says_where_its_page_was_folded(call):
    article = convert(copied_page([*PROSE[:2], call, *PROSE[2:]]), "x")
    assert [doubt for doubt in article.doubts if doubt.passage == call]
    assert not convert(copied_page(PROSE), "x").doubts


def test_the_answers_to_a_short_question_are_named():
    question = "船底的麻丝要多少年换一次才好？我家的旧船已经十年没有换过了，最近下水总是渗，舀都舀不及，请懂的人说一说该怎么办，是不是连船底的漆也要一起刮掉。"
    answers = [line for at, text in enumerate(PROSE[:4], 1) for line in (f"渔夫{at} #{at} 2021-03-0{at} 10:20", text)]
    article = convert("\n".join([*MENU, "麻丝多少年一换", "周远 2021-03-04 09:00", question, *answers]), "x")
    assert is_told(article, [question, *PROSE[:4]])


def test_two_lost_pictures_keep_their_caption_each():
    caption = "3月4日，修船的人把最后一颗钉子敲进船底。周远 摄"
    article = convert("\n\n".join([TITLE, "2021-03-04", PROSE[0], caption, caption, *PROSE[1:]]), "x")
    assert article.markdown.count(caption[:12]) == 2


def test_a_paragraph_printed_twice_around_a_lost_picture_stays():
    gap = "\n".join([PROSE[1], "", "", "", PROSE[1]])
    lines = "\n\n".join([TITLE, "2021-03-04", PROSE[0], gap, *PROSE[2:]])
    assert convert(lines, "x").markdown.count(PROSE[1]) == 2
    close = "\n\n".join([TITLE, "2021-03-04", PROSE[0], PROSE[1], PROSE[1], *PROSE[2:]])
    assert convert(close, "x").markdown.count(PROSE[1]) == 1


def test_single_short_lines_above_the_first_paragraph_are_no_menu():
    said = [f"把第{n}种工具的用法写在账本上以后再慢慢看" for n in "一二三四五六"]
    items = [*said[:3], "铁钩", said[3], "铜片", said[4], "锉刀", said[5], "麻丝"]
    article = convert("\n".join([TITLE, "2021-03-04", *items, *PROSE[:2]]), "x")
    assert all(item in article.markdown for item in items)


def test_a_paragraph_printed_three_times_in_a_copy_is_read():
    page = "\n\n".join([TITLE, "2021-03-04", PROSE[0], PROSE[1], PROSE[1], PROSE[1], *PROSE[2:]])
    assert convert(page, "x").markdown.count(PROSE[1]) == 1


def test_short_steps_stay_where_the_site_goes_on_far_below():
    said = [f"江边的旧船修了第{n}遍漆三十年没有下水" for n in "一二三四五"]
    lines = [*said[:4], "敲一颗钉子", "再晒一天", said[4], "这样就行"]
    site = ["渔夫甲好评18", PROSE[4], "2018-07-14", "船工乙好评9", PROSE[5], "2018-05-01"]
    texts = [TITLE, "2021-03-04", *lines, "在线咨询", "1分钟前 江边的吴先生来过", "2021-03-05 10:20", *site]
    blocks = tuple(Block("paragraph", (Span(text),), line=at) for at, text in enumerate(texts))
    kept = {block.text for block in remove_boilerplate(blocks, TITLE, text_copy=True).kept.values()}
    assert kept.issuperset(lines)
