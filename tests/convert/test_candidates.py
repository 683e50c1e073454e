"""Which part of a page is the article, where its candidates differ: every kind of page that misled one of them."""

import pytest

from convert.pipeline import convert

TITLE = "仓库后面的那棵枣树"
TEXT = [
    f"{n}月的枣树下面总是有人坐着，他们把竹椅搬出来，说起去年的收成和今年的雨水，一直坐到天黑，才慢慢散去。"
    for n in "一二三四五六"
]
COMMENTS = "".join(
    f"<div class='comments-body'><p>{n}樓</p><p>我小时候也在这棵树下坐过，那时候枣子落下来会砸到头，大家都笑得停不下来。</p><p>某某 at 2010-01-0{n} 10:00</p></div>"
    for n in range(1, 4)
)
VIDEOS = "".join(f"<div class='video-item'>赛场上的又一个好球第{n}集，真是叫人拍手</div>" for n in range(12))
TITLES = "".join(f"<div class='item'>别处发生的第{n}件新鲜事</div>" for n in range(60))


def page(body, title=TITLE):
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>"


def text_of(html):
    return convert(html, "seeds/page.html").markdown.split("---\n", 2)[2].strip()


def paragraphs(texts=TEXT):
    return "".join(f"<p>{text}</p>" for text in texts)


@pytest.mark.parametrize(
    "end",
    ["</head></html><body>", "</head><body></body></html>", "</head><body></html>", "</head><BODY></BODY ></HTML\n>"],
)
def test_what_stands_behind_the_end_of_the_page_is_read(end):
    html = f"<html><head><title>{TITLE}</title>{end}<div><h1>{TITLE}</h1>{paragraphs()}</div></body></html>"
    assert text_of(html).split("\n\n") == TEXT


def test_a_short_diary_is_not_lost_to_its_comments():
    lines = [
        "今天收了枣子，",
        "一共三筐半。",
        "回家的路上，",
        "下了一点小雨，",
        "枣子没有湿，",
        "人湿了一半，",
        "明天还要再收一次，",
        "希望天晴起来，",
        "也希望梯子不要再坏了，",
        "晚安，枣树和所有的人。",
    ]
    form = "<form><p>Name:</p><p>Email:</p><p>Comments ( MAX: 1000 characters ) :</p><p>Please input the magic number:</p><textarea></textarea></form>"
    body = f"<div id='content'><h3>{TITLE}</h3><div>{''.join(f'<p>{line}</p>' for line in lines)}</div><div>{COMMENTS}{form}</div></div>"
    text = text_of(page(body))
    assert all(line in text for line in lines) and "magic number" not in text


def test_rows_of_titles_mislead_nobody():
    body = f"<div>{TITLES}</div><div class='main'><h1>{TITLE}</h1><div class='article'>{paragraphs(TEXT[:3])}</div><div>{VIDEOS}</div><div>{TITLES}</div></div>"
    text = text_of(page(body))
    assert text.split("\n\n") == TEXT[:3]


def test_of_candidates_that_share_nothing_the_one_below_the_title_is_taken():
    related = "".join(
        f"<div><a href='/{n}'>另外一篇</a><p>{text.replace('枣树', '渡船')}</p></div>" for n, text in enumerate(TEXT)
    )
    body = f"<article id='article'><h1>{TITLE}</h1><div class='entry'>{paragraphs(TEXT[:5])}</div><div class='bar'><a href='/'>上</a></div><section>{related}</section></article>"
    text = text_of(page(body))
    assert all(paragraph in text for paragraph in TEXT[:5])


def test_a_lead_between_title_and_text_is_kept():
    lead = "这是写在正文前面的一段话，说的是枣树的来历，它比村里最老的人还要老，没有人知道是谁种下的。"
    body = f"<div id='content'><h1>{TITLE}</h1><div class='first'>{lead}</div><div class='inner'>{paragraphs(TEXT * 2)}</div></div>"
    assert lead in convert(page(body), "seeds/page.html").markdown


@pytest.mark.parametrize("label", ["参考资料", "資料來源", "References"])
@pytest.mark.parametrize("tag", ["ul", "ol"])
def test_a_list_of_links_that_the_writer_set_stays(label, tag):
    items = "".join(f"<li><a href='https://e.example/{n}'>关于枣树的第{n}份县志记载</a></li>" for n in range(6))
    text = text_of(page(f"<div><h1>{TITLE}</h1>{paragraphs()}<h2>{label}</h2><{tag}>{items}</{tag}></div>"))
    assert "关于枣树的第5份县志记载" in text


def test_notes_that_link_back_stay():
    notes = "".join(
        f"<li id='fn{n}'><a href='https://e.example/{n}'>县志第{n}卷的原文记载</a> <a href='#fnref{n}'>↩</a></li>"
        for n in range(6)
    )
    text = text_of(page(f"<div><h1>{TITLE}</h1>{paragraphs()}<section><ol>{notes}</ol></section></div>"))
    assert "县志第5卷的原文记载" in text


def test_cards_that_stand_one_by_one_in_the_text_stay():
    card = "<div class='card'><a href='/s/{0}'>写枣树的一部老书之{0}</a><span>8.{0}</span></div>"
    mixed = "".join(f"<p>{text}</p>{card.format(n)}" for n, text in enumerate(TEXT))
    text = text_of(page(f"<div><h1>{TITLE}</h1>{mixed}</div>"))
    assert all(f"写枣树的一部老书之{n}" in text for n in range(6))


def test_cards_side_by_side_go():
    cards = "".join(f"<div class='card'><a href='/s/{n}'>另外一件事情的标题第{n}条</a></div>" for n in range(6))
    assert text_of(page(f"<div><h1>{TITLE}</h1>{paragraphs()}<div>{cards}</div></div>")).split("\n\n") == TEXT


@pytest.mark.parametrize(
    "link",
    [
        "<a href='https://ad.example/1'><i>广告</i><span>通知：留学的人请注意，这里有三个问题。</span></a>",
        "<a href='https://ad.example/1'><span>推广</span> 今天的枣子打折</a>",
        f"<a href='https://share.example/post?t={TITLE}'>轉發</a>",
        "延伸閱讀：<a href='https://e.example/1'>枣树</a>",
        "更多內容：<a href='https://e.example/1'>另一棵枣树和它的三个主人</a>",
        "&gt;&gt;&gt; <a href='https://e.example/1'>另一棵枣树和它的三个主人</a>",
        "延伸閱讀：另一棵枣树和它的三个主人",
    ],
)
def test_links_that_call_readers_go(link):
    body = f"<div><h1>{TITLE}</h1>{paragraphs(TEXT[:3])}<p>{link}</p>{paragraphs(TEXT[3:])}</div>"
    assert text_of(page(body)).split("\n\n") == TEXT


@pytest.mark.parametrize(
    "link",
    [
        "<a href='https://e.example/r?target=https%3A%2F%2Fb.example'>县志的原文</a>",
        "<a href='https://e.example/ad'>广告业的三十年旧事</a>",
        "作者文章：<a href='https://e.example/1'>县志</a>",
        "原文：<a href='https://e.example/1'>另一棵枣树和它的三个主人</a>",
        "延伸阅读：<a href='https://e.example/1'>县志</a>，他读了三遍才放下。",
    ],
)
def test_a_link_of_the_text_stays(link):
    body = f"<div><h1>{TITLE}</h1>{paragraphs(TEXT[:3])}<p>{link}</p>{paragraphs(TEXT[3:])}</div>"
    assert link.split(">")[1].split("<")[0] in text_of(page(body))


@pytest.mark.parametrize(
    "mark",
    [
        "<a class='headerlink' href='#a'></a>",
        "<a href='#a'>¶</a>",
        "<a class='anchor' href='#a'>#</a>",
        "<a href='https://e.example/p#a'>§</a>",
    ],
)
def test_marks_that_link_to_a_heading_are_none_of_its_words(mark):
    body = (
        f"<div><h1>{mark}{TITLE}</h1>{paragraphs(TEXT[:3])}<h2 id='a'>{mark}枣子的味道</h2>{paragraphs(TEXT[3:])}</div>"
    )
    article = convert(page(body, f"{TITLE} - 某某的笔记"), "seeds/page.html")
    assert article.metadata.title == TITLE and "\n## 枣子的味道\n" in article.markdown


def test_two_sources_that_agree_outweigh_a_third():
    ads = "".join(
        f"<div class='ad-cell{n}'><div class='ad-title{n}'>这款游戏真的好玩，玩家进来一刀九百九十九，爽快得停不下来！</div></div>"
        for n in range(30)
    )
    body = f"<div class='page'><div class='box' id='article'><h1>{TITLE}</h1><div id='ArticleContent'>{paragraphs(TEXT[:4])}</div></div><div class='side'>{ads}</div></div>"
    assert text_of(page(body)).split("\n\n") == TEXT[:4]


def test_a_short_article_is_not_lost_to_another_one_below_it():
    own = "<div class='x'><p>仓库后面的那棵枣树昨夜倒了，倒在铁门旁边，没有人受伤，枣子滚了一地，孩子们捡了一上午，铁门也歪了，要等下个月才有人来修，看门的人说他早就料到有这一天。</p></div>"
    links = "".join(f"<a href='/{n}'>别处发生的第{n}件新鲜事</a><br>" for n in range(60))
    other = "".join(f"<p>{text}</p>" for text in TEXT).replace("枣树", "渡船").replace("树", "船")
    body = f"<h1>{TITLE}</h1><p>2021-03-04</p>{own}<div>{links}</div><div class='more'><h2>渡船的故事</h2>{other * 2}</div>"
    article = convert(page(body), "seeds/page.html")
    assert "枣子滚了一地" in article.markdown and "渡船下面总是" not in article.markdown


def test_a_text_that_does_not_speak_of_its_title_is_in_doubt():
    html = page(f"<h1>河谷大学招生简章公布</h1>{paragraphs()}", "河谷大学招生简章公布")
    assert any("title" in doubt.reason for doubt in convert(html, "seeds/page.html").doubts)


# An orchard in another language: with notes on it in Chinese, which are the only sentences that a page must not be
# judged by, and with a notice of the site in that language below an article in Chinese.
ORCHARD = [
    f"In the {month} of that year the people of the village sat below the tree until it was dark and spoke of the rain."
    for month in ("spring", "early summer", "late summer", "autumn", "first cold weeks", "winter")
]
NOTES = "".join(f"<li>关于这棵树的第{n}条注释：当地人说它是祖父的祖父种下的，谁也记不清是哪一年。</li>" for n in "一二")


def test_notes_in_chinese_are_not_the_article_of_a_page_in_another_language():
    body = f"<div class='text'><h1>The tree</h1>{paragraphs(ORCHARD)}</div><div class='notes'><ol>{NOTES}</ol></div>"
    assert all(sentence in text_of(page(body, "The tree")) for sentence in ORCHARD)


def test_notices_in_another_language_are_not_the_article_of_a_page_in_chinese():
    notices = paragraphs(sentence.replace("tree", "cookie banner") for sentence in ORCHARD[:3])
    body = f"<div id='post'><h1>{TITLE}</h1>{paragraphs()}</div><div id='about-us'>{notices}</div>"
    text = text_of(page(body))
    assert all(line in text for line in TEXT) and "cookie banner" not in text
