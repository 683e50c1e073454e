"""Forums that print rules around their posts: the first post is the article, in the page and in its copy."""

import pytest

from convert.evidence.floors import first_reply, opens_discussion
from convert.pipeline import convert
from convert.rules.tables import rule_for

TITLE = "求问怎样给旧船换麻丝"
RULES = [
    "欢迎发布和修船有关的话题，不欢迎广告和与江边无关的争吵，请大家互相尊重。",
    "发言以前请先看置顶的说明，重复的话题会被合并，发言的人可以删掉自己写的话。",
]
POST = [
    "家里的旧船在江边搁了三十年，船底的木头还算结实，只是缝里的麻丝全都烂了。",
    "我想在雨季以前把它修好，不知道应该先换麻丝，还是先把船底的漆全部刮掉。",
]
UNMARKED = "家里的旧船在江边搁了三十年 船底的木头还算结实 只是缝里的麻丝全都烂了 我想在雨季以前把它修好 不知道应该先换麻丝还是先把船底的漆全部刮掉 请大家说一说"
REPLIES = ["先刮漆，漆下面的木头什么样，谁也说不准。", "换麻丝要趁天干，雨季里等于白做。", "还是请个老师傅吧。"]
NAMES = ["江上客", "渔夫甲", "船工乙", "茶客丙"]
MOTTO = "漫漫人生，幸而一路有江水相伴，有旧船可修！"
BUTTONS = "引用 回复 TOP"


def moment(at):
    return f"{at}楼 大 中 小 发表于 2021-3-{at + 3} 10:2{at} 只看该作者"


def forum_page(post):
    def box(at, lines):
        text = "<br>".join(lines)
        head = f"<h1>{TITLE}</h1>" if at == 1 else ""
        return (
            f'<div class="mainbox viewthread">{head}<table><tr><td class="postauthor"><cite><a>{NAMES[at - 1]}</a></cite>'
            f'<p>{MOTTO}</p></td><td><div class="postinfo">{moment(at)}</div><div class="t_msgfont">{text}</div>'
            f"<p>{BUTTONS}</p></td></tr></table></div>"
        )

    posts = "".join(box(at, lines) for at, lines in enumerate([post, *([reply] for reply in REPLIES)], 1))
    rules = f"<table><tr><td>{'<br>'.join(RULES)}</td></tr></table>"
    form = "<form><h3>快速回复主题</h3><p>标题</p><textarea></textarea></form>"
    return f"<html><head><title>{TITLE} - 江边论坛</title></head><body>{rules}{posts}{form}</body></html>"


def forum_copy(post):
    lines = ["江边论坛", "话题", "投票", "收藏", f"江边论坛 » 修船 » {TITLE}", *RULES, "收藏 订阅 推荐 打印", TITLE]
    for at, text in enumerate([post, *([reply] for reply in REPLIES)], 1):
        lines += [NAMES[at - 1], MOTTO, moment(at), *text, BUTTONS]
    return "\n".join([*lines, "快速回复主题", "标题"])


@pytest.mark.parametrize("write", [forum_page, forum_copy])
@pytest.mark.parametrize("post", [POST, [UNMARKED]])
def test_the_first_post_is_the_article_whatever_stands_around_it(write, post):
    article = convert(write(post), "x")
    body = article.markdown.split("---\n", 2)[2]
    assert article.metadata.title == TITLE and all(line in body for line in post)
    assert not [line for line in [*RULES, *REPLIES, MOTTO, BUTTONS, *NAMES] if line in body]
    assert article.metadata.author == ("江上客",) and article.metadata.date == "2021-03-04"


def test_comments_below_an_article_are_counted_from_one_too():
    comments = [
        line for at, text in enumerate(REPLIES, 1) for line in (f"#{at}楼 2021-03-0{at} 10:20 {NAMES[at]}", text)
    ]
    assert not opens_discussion(comments[0]) and opens_discussion(moment(1)) and not opens_discussion(moment(2))
    lines = [*POST, *comments]
    assert first_reply(lines) == len(POST)


def test_reviews_below_an_article_in_short_lines_are_no_discussion():
    steps = "".join(f"<p>{line}</p>" for line in ["剔麻丝", "熬桐油", "翻船底", "晒到发白", "再填缝", "最后上漆"] * 3)
    reviews = "".join(
        f'<li class="review"><b>{name}</b><p>{text}{text}这条船修得真好，看了三遍。</p><i>回复</i> <i>举报</i></li>'
        for name, text in zip(NAMES[1:], REPLIES, strict=True)
    )
    html = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div>{steps}</div><ul>{reviews}</ul></body></html>"
    assert "熬桐油" in convert(html, "x").markdown


@pytest.mark.parametrize(
    ("line", "goes"),
    [("引用 回复 TOP", True), ("收藏 订阅 推荐 打印", True), ("回复", False), ("编辑 推荐的书", False)],
)
def test_a_row_of_buttons_goes_and_a_single_word_is_none(line, goes):
    assert bool((rule := rule_for(line)) and rule.reason == "share bar") == goes


def test_a_name_that_answers_again_is_no_table_of_contents():
    article = convert(forum_copy([*POST, NAMES[0]]), "x")
    assert not [r for r in article.removed if r.reason == "table of contents"]


def test_answers_that_say_name_and_day_on_one_line_are_posts():
    answers = ["渔夫甲  |  船工  |  2021-03-05被采纳", REPLIES[0], "江上客 [作者]  |  2021-03-06", REPLIES[1]]
    lines = [TITLE, "江上客", "|", "2021-03-04", *POST, *answers, "茶客丙  |  2021-03-10", REPLIES[2]]
    body = convert("\n".join(lines), "x").markdown
    assert all(line in body for line in POST) and not [line for line in REPLIES if line in body]


def test_the_panel_beside_a_post_goes_with_what_stands_above_it():
    panel = ["江上客", "1", "主题", "1", "帖子", "5", "积分", "新手上路", "发消息", "楼主"]
    replies = [
        line
        for name, text in zip(NAMES[1:], REPLIES, strict=True)
        for line in (name, "沙发", "发表于 2021-3-11 11:52:24 | 只看该作者", text, "回复 举报")
    ]
    lines = [TITLE, "[复制链接]", *panel, "发表于 2021-3-5 23:20:45 | 只看该作者", *POST, "回复 举报", *replies]
    article = convert("\n".join(lines), "x")
    body = article.markdown.split("---\n", 2)[2]
    assert all(line in body for line in POST) and not [line for line in ("主题", "新手上路", *REPLIES) if line in body]
    assert article.metadata.author == ("江上客",)
