"""Pages of questions and answers: the answer that the page's data hold, windows over the page, code without prose."""

import json

import pytest

from convert.page import Block, Span
from convert.pipeline import convert

TITLE = "江边的旧船应该怎样修补才能再用三十年？"
ANSWER = [
    "先把船底的漆刮掉，木头好不好一看就知道，急着上油的人后来都后悔了。",
    "缝里的麻丝要一点一点挑出来，一个上午只做一条缝，做得快的缝都漏水。",
    "最后才是上油，油要薄，一层干透了再上另一层，雨季里没有人做这件事情。",
]
OTHER = (
    "旧船修补以后能不能再用三十年，要看木头在水里泡过多少年，也要看造船的人当年急不急，我见过的旧船没有一条是一样的。"
)


def paragraphs(lines):
    return "".join(f"<p>{line}</p>" for line in lines)


def answer(lines, day):
    made = f'<meta itemprop="dateCreated" content="{day}T06:29:33.000Z">'
    return f'<div class="answer" itemscope itemtype="http://schema.org/Answer">{made}<span>{paragraphs(lines)}</span></div>'


def page(body, data=""):
    window = f"<title>{TITLE} - 江边问答</title>{data}"
    return convert(f"<html><head>{window}</head><body><h1>{TITLE}</h1>{body}</body></html>", "x")


ASKED = f"<div><div>{TITLE[:12]}，有人说要先换麻丝，有人说江边的旧船不值得修补，三十年太久了……</div></div>"


def test_the_answer_in_the_data_is_the_article_though_it_says_less_of_the_title_than_the_question():
    data = (
        f'<script type="application/ld+json">{json.dumps({"@type": "Answer", "articleBody": "".join(ANSWER)})}</script>'
    )
    body = ASKED + answer(ANSWER, "2023-03-01") + answer([OTHER] * 2, "2023-03-02")
    out = page(body, data).markdown
    assert all(line in out for line in ANSWER)


def test_the_day_is_that_of_the_answer_and_not_of_the_question():
    asked = f'<div itemscope><meta itemprop="dateCreated" content="2023-02-28T14:58:49.000Z">{ASKED}'
    assert page(f"{asked}{answer(ANSWER * 4, '2023-03-01')}</div>").metadata.date == "2023-03-01"


REPORT = "<p>举报的理由：恶意灌水、广告和推广，文不对题、消极内容、文章品质太差，人身攻击、挑衅辱骂、恶意行为。</p>" * 3


@pytest.mark.parametrize(
    "window",
    ['<div class="ui modal small report">', '<div role="dialog">', '<div class="el-dialog" aria-modal="true">'],
)
def test_a_window_that_opens_over_the_page_is_no_article(window):
    out = page(f"<div><p>{ANSWER[0]}</p><p>{ANSWER[1]}</p></div>{window}{REPORT}</div>").markdown
    assert ANSWER[0] in out
    assert "举报的理由" not in out


def test_an_article_in_a_window_is_read():
    assert ANSWER[2] in page(f'<div role="dialog">{paragraphs(ANSWER)}</div><p>登录</p>').markdown


def test_an_article_of_code_is_found_beside_the_summaries_of_others():
    code = "<h2>换麻丝</h2><pre>mend --seams all --hemp new --boat old\ncheck --leaks</pre><h2>上桐油</h2><pre>oil --thin --coats 3\nwait</pre>"
    others = f'<div class="list"><div>{OTHER}</div><div>{ANSWER[2]}</div></div>'
    out = page(f'<div class="box"><div class="text">{code * 6}</div></div>{others}').markdown
    assert "mend --seams all" in out
    assert "造船的人当年" not in out


def copy(lines):
    return convert("\n".join([TITLE, "江边问答 2023-03-01 10:20", *ANSWER, *lines]), "x").markdown


@pytest.mark.parametrize(
    "line",
    [
        "赞同10440条评论",
        "采纳数：1451获赞数：249608",
        "真诚赞赏，手留余香",
        "你对这个回答的评价是？",
        "收藏喜欢",
        "写回答",
        "本主题由 周远 于 2024-4-6 20:46 审核通过",
        "发布于2024-04-03 09:55・IP属地重庆",
    ],
)
def test_what_stands_around_an_answer_goes(line):
    assert line not in copy([line])


@pytest.mark.parametrize("label", ["更多回答", "其他 3 个回答", "全部回答"])
def test_more_answers_are_no_part_of_the_first(label):
    out = copy([label, "船工乙", "2023-03-02 10:20", OTHER, "赞同 41 添加评论"])
    assert ANSWER[2] in out
    assert OTHER not in out


@pytest.mark.parametrize("word", ["感谢", "说明"])
def test_a_head_of_one_such_word_stays(word):
    assert f"\n{word}\n" in copy([word, OTHER, ANSWER[0]]).replace("## ", "")


def test_an_item_of_a_numbered_list_is_no_call_whatever_it_says():
    items = [
        "1.船底的漆先刮掉，再看木头",
        "2.麻丝换成新的，老麻丝不能再用",
        "3.微信扫码登录，无需绑定手机号",
        "4.上油要薄",
    ]
    out = copy(items)
    assert "微信扫码登录" in out
    assert "上油要薄" in out


def test_a_title_that_asks_is_the_title_though_nothing_stands_between_it_and_the_text():
    asked = "二月里江边的旧船漏水，船底的缝已经看得见光，当地的船工们现在都是怎么修补的？"
    lines = ["首页", "等你来答", "江边 旧船 修补", asked, *ANSWER, f"{asked[:20]}，老船工说急不得。{OTHER}"]
    assert convert("\n".join(lines), "x").metadata.title == asked


def test_a_block_changed_says_what_it_says_now():
    block = Block("paragraph", (Span("江边的旧船"),))
    assert block.text == "江边的旧船"
    assert block.but(spans=(Span("城南的渔网"),)).text == "城南的渔网"
    assert block == Block("paragraph", (Span("江边的旧船"),))
