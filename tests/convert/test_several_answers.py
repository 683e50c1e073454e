"""What pages of several answers, second copies and sections behind a box of other articles must not lose."""

import pytest

from convert.pipeline import convert

QUESTION = "江边的旧船应该怎样修补才能再用三十年？"
FIRST = "先把船底的漆刮掉，木头好不好一看就知道，急着上油的人后来都后悔了。"
SECOND = "缝里的麻丝要一点一点挑出来，一个上午只做一条缝，做得快的缝都漏水。"
SHORT = "听老船工的"
TEXT = [
    "村里的旧船停在江边已经三十年，船底的木头换过两回，桅杆是前年大水以后新立的。",
    "老船工说修船不能急，先晒，再刮，再补缝，最后才上油，一步也不能少，少一步就要返工。",
    "去年冬天来了三个学徒，学到现在只会刮漆，补缝还要师傅在旁边看着，他们也不着急。",
    "船主今年七十岁，他说等船修好了要再走一趟上游，把当年没有送到的货都送到。",
    "镇上打算把这条船放进博物馆，船主没有答应，他说船放在岸上是要坏的，船要在水里。",
]


def answer(name, text, buttons="赞同 8 添加评论"):
    writer = f'<div itemprop="author" itemscope itemtype="http://schema.org/Person"><meta itemprop="name" content="{name}"><a href="/people/x">{name}</a></div>'
    return (
        '<div class="item"><div itemprop="suggestedAnswer" itemscope itemtype="http://schema.org/Answer">'
        f'{writer}<span>12 人赞同了该回答</span><div><span itemprop="text"><p>{text}</p></span></div>'
        f"<a>发布于 2024-03-01 10:20</a><div>{buttons}</div></div></div>"
    )


def question(*answers, detail=""):
    head = f"<h1>{QUESTION}</h1><div><div>{detail}</div></div><h4>{len(answers)} 个回答</h4>"
    page = f"<title>{QUESTION} - 江边问答</title><body>{head}<div role='list'>{''.join(answers)}</div></body>"
    return convert(page, "x")


@pytest.mark.parametrize(
    "detail", ["", "有人说江边的旧船不值得修补，也有人说只要木头还好，再用三十年不是问题，想听大家说说……"]
)
def test_all_answers_are_the_article_each_below_its_writer(detail):
    made = question(answer("周远", FIRST), answer("林溪", SECOND), answer("阿槐", SHORT), detail=detail)
    at = [made.markdown.find(text) for text in ("周远：", FIRST, "林溪：", SECOND, "阿槐：", SHORT)]
    assert -1 not in at
    assert at == sorted(at)
    assert not any(word in made.markdown for word in ("人赞同了该回答", "添加评论", "发布于"))
    assert made.metadata.author == ()


def test_what_is_said_of_an_answer_is_no_part_of_it():
    said = '<div itemprop="comment" itemscope itemtype="http://schema.org/Comment"><span itemprop="text">这话我不同意，刮漆太伤木头。</span></div>'
    made = question(answer("周远", FIRST, said), answer("林溪", SECOND), answer("阿槐", SHORT))
    assert FIRST in made.markdown
    assert "太伤木头" not in made.markdown


def paragraphs(lines):
    return "".join(f"<p>{line}</p>" for line in lines)


def page(body, title="江边的旧船"):
    return convert(f"<title>{title} - 江边报</title><body><h1>{title}</h1>{body}</body>", "x").markdown


FRAME = "<div><p>主办单位：江边镇人民政府 邮编：000000</p><p>江边镇 首页 资讯中心</p></div>"


@pytest.mark.parametrize("changed", [TEXT[-1], TEXT[-1].replace("，船要在水里", "")])
def test_a_second_copy_for_phones_goes_with_its_frame_though_a_paragraph_was_mended(changed):
    out = page(f"<div>{paragraphs(TEXT)}</div>{FRAME}<div>{paragraphs([*TEXT[:-1], changed])}<p>文件下载：</p></div>")
    assert all(out.count(line[:20]) == 1 for line in TEXT)
    assert TEXT[-1] in out
    assert "主办单位" not in out
    assert "文件下载" not in out


def test_a_text_that_goes_on_below_what_it_repeats_stays():
    more = [
        f"第{n}年的船又修了一回，这一回换的是船头的横木，用的还是山里的老杉木，一共花了两天。" for n in "二三四五六"
    ]
    out = page(f"<div>{paragraphs([*TEXT[:3], *TEXT[3:], *TEXT[:3], *more])}</div>")
    assert all(line in out for line in (*TEXT, *more))


RULES = [
    "<h3>修船的规矩</h3><p>木工、油工</p><ul>"
    "<li>船上用火的时候要有人看守，没有人看守就不能点火，违者三天不得上船，再犯的人不能上工。</li>"
    "<li>补缝以后要晾三天才能上油，下雨天从头再算，学徒不得自己决定哪一天上油，要问过师傅。</li></ul>"
]
BOX = '<h3>延伸閱讀</h3><ul><li><a href="/1">江边的渔网怎么晒才不会断</a></li><li><a href="/2">城南的木匠和他的工具</a></li></ul>'


def test_a_section_of_lists_below_a_box_of_other_articles_stays():
    out = page(f"<div>{paragraphs(TEXT)}{BOX}{''.join(RULES)}</div>")
    assert "没有人看守就不能点火" in out
    assert "修船的规矩" in out
    assert "城南的木匠和他的工具" not in out


def test_two_abstracts_that_say_other_things_are_a_lead_and_a_paragraph():
    lead = "编者按：江边的旧船今年要修第三回，本报从今天起连载修船的故事，敬请读者留意，也欢迎来信。"
    abstract = "内容摘要：修船不能急，先晒，再刮，再补缝，最后才上油，少一步就要返工，这是三代人的经验。"
    out = page(paragraphs([lead, abstract, *TEXT]))
    assert "这是三代人的经验" in out.split("---", 2)[2]
    assert "连载修船的故事" in out


def test_whole_sentences_set_as_headings_are_paragraphs():
    out = page("".join(f"<h2>昨天的消息说：{line}</h2>" for line in TEXT))
    assert all(f"\n昨天的消息说：{line}" in out for line in TEXT)
    assert "#" not in out.split("---", 2)[2]


@pytest.mark.parametrize("line", ["字體：標題用粗黑體、內文用無襯線體。", "字体：宋体，五号，首行缩进两个字"])
def test_what_is_said_of_fonts_is_text(line):
    assert line in page(paragraphs([*TEXT, line, *TEXT[::-1][:1]]).replace(TEXT[-1], TEXT[-1] + "他说。"))


@pytest.mark.parametrize("line", ["字号：大 中 小", "字體大小：標準 較大"])
def test_the_choice_of_fonts_goes(line):
    assert line not in page(f"<p>{line}</p>{paragraphs(TEXT)}")


@pytest.mark.parametrize(
    ("window", "body", "title"),
    [
        ("江边资料站", "<h1>补缝的次序</h1>", "补缝的次序"),
        (
            "江边 JIANG BIAN DAILY",
            '<meta property="og:site_name" content="江边"><meta property="og:title" content="江边新闻(旧船今年要修第三回 船主七十岁仍然不肯上岸 )"><td class="news_title">旧船今年要修第三回 船主七十岁仍然不肯上岸</td>',
            "旧船今年要修第三回 船主七十岁仍然不肯上岸",
        ),
    ],
)
def test_where_the_window_names_the_site_only_the_page_names_the_article(window, body, title):
    page = f"<title>{window}</title><body>{body}<div>{paragraphs(TEXT)}</div></body>"
    assert convert(page, "x").metadata.title == title


@pytest.mark.parametrize(
    ("window", "printed", "title"),
    [
        ("《江边旧船》林溪 ^第13章^ 最新更新:2025-04-01 江边文学城", "", "江边旧船 第13章"),
        ("《江边旧船》林溪_第十三章_江边小说网", "", "江边旧船 第十三章"),
        ("《江边旧船》林溪 - 江边小说网", "<p>作者：林溪</p>", "江边旧船"),
        ("《江边旧船》读后：船在岸上要坏", "<p>作者：林溪</p>", "《江边旧船》读后：船在岸上要坏"),
    ],
)
def test_the_writer_of_a_novel_is_no_part_of_its_title(window, printed, title):
    made = convert(f"<title>{window}</title><body>{printed}<div>{paragraphs(TEXT)}</div></body>", "x")
    assert made.metadata.title == title


def test_lines_with_the_mark_of_a_tag_between_paragraphs_are_headings():
    long = [f"{line}{line}" for line in TEXT]
    out = page(paragraphs([long[0], "#水位三年来最高", long[1], long[2], "#学徒：补缝要看师傅", *long[3:]]))
    assert out.count("\n## ") == 2


def test_the_account_of_an_old_page_of_wechat_is_its_outlet():
    body = f'<h2 id="activity-name">江边的旧船</h2><em id="post-date">2018-04-07</em> <em>林溪</em> <a id="post-user">江边周刊社</a><div id="js_content">{paragraphs(TEXT)}</div>'
    assert convert(f"<title>江边的旧船</title><body>{body}</body>", "x").metadata.site == "江边周刊社"


@pytest.mark.parametrize("tag", ["article", "section"])
def test_sections_side_by_side_are_one_article_though_one_is_a_list(tag):
    items = "".join(f"<li>{line}</li>" for line in TEXT)
    parts = [
        ("先看木头", paragraphs(TEXT[:2])),
        ("再补缝", f"<ul>{items}{items.replace('船', '舟')}</ul>"),
        ("上油", paragraphs(TEXT[3:])),
    ]
    body = "".join(
        f'<{tag} class="module" id="part{n}"><h2>{head}</h2>{text}</{tag}>' for n, (head, text) in enumerate(parts)
    )
    out = page(f'<div class="main"><p>修一条旧船要做的三件事，按先后说。</p>{body}</div>')
    assert all(out.count(f"## {head}") == 1 for head, _ in parts)
    assert all(line in out for line in TEXT)


def test_a_section_about_downloads_is_text():
    box = f'<div id="downloadandinstall"><h2>下载与安装</h2>{paragraphs(TEXT[:3])}</div>'
    out = page(
        f'<div>{box}<div class="download">下载江边客户端，看更多的船和人，天天都有新消息。</div>{paragraphs(TEXT[3:])}</div>'
    )
    assert TEXT[0] in out
    assert "江边客户端" not in out


MENU = '<ul><li><a href="/a">部门动态</a></li><li><a href="/b">新闻动态</a></li><li><a href="/c">党团工会</a></li></ul>'


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<h1>酒坊支部学修旧船</h1>", "酒坊支部学修旧船"),
        ("<h1>动态</h1>", "部门动态"),
        ("<h1>甲乙丙丁戊己庚</h1><h1>子丑寅卯辰巳午</h1>", "子丑寅卯辰巳午"),
    ],
)
def test_where_the_window_names_sections_only_the_heading_above_the_text_is_the_title(head, title):
    made = convert(
        f"<title>部门动态 - 新闻动态 - 江边大学</title><body>{MENU}<div>{head}{paragraphs(TEXT)}</div></body>", "x"
    )
    assert made.metadata.title == title
    assert made.metadata.site == "江边大学"


@pytest.mark.parametrize(
    ("line", "author"), [("江边新闻网讯（通讯员 周远 摄影 林溪）", ("周远",)), ("★大眾運輸", ()), ("★周远", ("周远",))]
)
def test_names_and_what_is_none_at_the_ends_of_a_text(line, author):
    first, *rest = TEXT
    body = paragraphs([f"{line}{first}", *rest]) if line.startswith("江") else paragraphs([*TEXT, line])
    assert convert(f"<title>江边的旧船</title><body><h1>江边的旧船</h1>{body}</body>", "x").metadata.author == author


NOTICE = "江边报的内容概不构成任何投资意见，也并非就任何个别投资者的特定投资目标、财务状况及个别需要而编写，投资者不应只按这些内容作出投资决定，在作出任何投资决定前，投资者应考虑产品的特点、本身的投资目标、可承受的风险程度及其他因素，并适当地寻求独立的财务及专业意见。"


def test_a_short_article_stands_beside_longer_notices_of_its_site():
    menu = "".join(f'<li><a href="/{n}">栏目{n}</a></li>' for n in range(30))
    foot = (
        f'<div class="foot"><div class="disclaimer_2014"><p>{NOTICE}</p><p>江边报版权所有，不得转载。</p></div></div>'
    )
    made = convert(
        f"<title>江边的旧船</title><body><ul>{menu}</ul><div><h1>江边的旧船</h1><div id='a1'>{TEXT[0]}{TEXT[1]}</div></div>{foot}</body>",
        "x",
    )
    assert TEXT[0] in made.markdown
    assert "投资意见" not in made.markdown


def test_a_long_text_that_is_called_a_statement_is_read():
    text = paragraphs([line * 3 for line in TEXT])
    assert (
        TEXT[2]
        in convert(
            f"<title>江边的声明</title><body><h1>江边的声明</h1><div class='statement'>{text}</div></body>", "x"
        ).markdown
    )


def test_who_wrote_it_may_stand_between_the_text_and_its_pictures():
    credits = ["記者：林溪", "編輯：周遠", "美術：阿槐"]
    picture = '<p><img src="a.jpg"></p><p>▲昨日江邊的舊船，船主曾在上游住過三十年，今年七十歲。（周遠攝）</p>'
    body = f"{paragraphs(TEXT)}{paragraphs(credits)}{picture}"
    assert convert(f"<title>江边的旧船</title><body><h1>江边的旧船</h1>{body}</body>", "x").metadata.author == ("林溪",)


def test_a_lone_tag_below_the_text_goes_and_a_figure_is_no_heading():
    out = page(f"<p><strong>668,965</strong></p>{paragraphs(TEXT)}<p><a href='/t'>#Markdown</a></p>")
    assert "#Markdown" not in out
    assert "## 668" not in out
