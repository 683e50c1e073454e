"""Which lines head sections: numbers on a line of their own, lines that trail off, and what only looks like a heading."""

import pytest

from convert.pipeline import convert

TEXT = [
    f"第{n}年的春天，果园里的老水渠重新通了水，村里的人沿着渠走了一遍，数了数坏掉的闸门，又数了数还能用的。"
    for n in "一二三四五六七八"
]


def bold(line):
    return f"<p><b>{line}</b></p>"


def headings(article):
    body = article.markdown.split("---\n", 2)[2]
    return [line.lstrip("# ") for line in body.splitlines() if line.startswith("#")]


PAGES = [
    ("ellipsis bold", [TEXT[0], bold("水来了……"), TEXT[1], bold("闸门还在…"), TEXT[2]], ["水来了……", "闸门还在……"]),
    (
        "numbered ellipsis",
        [bold("一、水来了……"), TEXT[0], TEXT[1], bold("二、闸门还在……"), TEXT[2]],
        ["一、水来了……", "二、闸门还在……"],
    ),
    (
        "question heads",
        [TEXT[0], bold("水从哪里来？"), TEXT[1], bold("闸门去了哪里？"), TEXT[2]],
        ["水从哪里来？", "闸门去了哪里？"],
    ),
    (
        "num own line h2",
        ["<h2>1</h2><h2>水来了</h2>", TEXT[0], "<h2>2</h2><h2>闸门还在</h2>", TEXT[1]],
        ["1 水来了", "2 闸门还在"],
    ),
    (
        "num center",
        [
            "<p style='text-align:center'><strong>01</strong></p>",
            "<p style='text-align:center'><strong>水来了</strong></p>",
            TEXT[0],
            "<p><strong>02</strong></p>",
            "<p><strong>闸门还在</strong></p>",
            TEXT[1],
        ],
        ["01 水来了", "02 闸门还在"],
    ),
    (
        "Part num",
        [bold("PART 1"), bold("水来了"), TEXT[0], bold("PART 2"), bold("闸门还在"), TEXT[1]],
        ["PART 1 水来了", "PART 2 闸门还在"],
    ),
    (
        "hanzi num own",
        [bold("一"), bold("水来了"), TEXT[0], bold("二"), bold("闸门还在"), TEXT[1]],
        ["一 水来了", "二 闸门还在"],
    ),
    (
        "hanzi num with mark own",
        ["<p>一、</p><p>水来了</p>", TEXT[0], TEXT[1], "<p>二、</p><p>闸门还在</p>", TEXT[2]],
        ["一、水来了", "二、闸门还在"],
    ),
    (
        "chapters own",
        [bold("第一章"), bold("水来了"), TEXT[0], bold("第二章"), bold("闸门还在"), TEXT[1]],
        ["第一章 水来了", "第二章 闸门还在"],
    ),
    ("bare nums only", [bold("一"), TEXT[0], bold("二"), TEXT[1], bold("三"), TEXT[2]], ["一", "二", "三"]),
    (
        "two printed + bold",
        [
            "<h2>缘起</h2>",
            TEXT[0],
            bold("第一段水"),
            TEXT[1],
            bold("第二段水"),
            TEXT[2],
            "<h2>后来</h2>",
            TEXT[3],
            bold("第三段水"),
            TEXT[4],
        ],
        ["缘起", "第一段水", "第二段水", "后来", "第三段水"],
    ),
    (
        "captions 图",
        [
            TEXT[0],
            "<p><img src='https://e.example/1.jpg'></p>",
            bold("图为老水渠的闸门"),
            TEXT[1],
            "<p><img src='https://e.example/2.jpg'></p>",
            bold("▲老水渠的冬天"),
            TEXT[2],
        ],
        [],
    ),
    (
        "caption attribution",
        [
            TEXT[0],
            "<p><img src='https://e.example/1.jpg'></p>",
            bold("老水渠的闸门 / 陈大文 摄"),
            TEXT[1],
            "<p><img src='https://e.example/2.jpg'></p>",
            bold("老水渠的冬天 图源：河谷网"),
            TEXT[2],
        ],
        [],
    ),
    ("attribution heads", [TEXT[0], bold("—— 陈大文"), TEXT[1], bold("（河谷大学教授）"), TEXT[2]], []),
    (
        "calls bold",
        [TEXT[0], TEXT[1], bold("点击阅读全文"), TEXT[2], bold("关注我们，获取更多"), TEXT[3], bold("长按二维码关注")],
        [],
    ),
    ("speaker bold", [bold("陈大文："), TEXT[0], bold("林小美："), TEXT[1]], []),
    ("labels bold", [bold("活動簡介："), TEXT[0], bold("報名方式："), TEXT[1]], ["活動簡介：", "報名方式："]),
    ("one label bold", [TEXT[0], bold("報名方式："), TEXT[1]], []),
    ("announcing bold", [bold("比如这样的："), TEXT[0], bold("图一："), TEXT[1], bold("他写的是："), TEXT[2]], []),
    ("qa bold", [bold("记者：水从哪里来"), TEXT[0], bold("答：从山上来"), TEXT[1]], []),
    ("time live", [bold("10:20 水到了"), TEXT[0], bold("11:30 闸门开了"), TEXT[1]], []),
    (
        "bold sentence",
        [TEXT[0], bold("这是一句加粗的话，它不是标题。"), TEXT[1], bold("水来了"), TEXT[2], bold("闸门还在"), TEXT[3]],
        ["水来了", "闸门还在"],
    ),
    ("literal hash", [TEXT[0], "# 水来了", TEXT[1], "## 闸门还在", TEXT[2]], ["水来了", "闸门还在"]),
    ("hash tag", [TEXT[0], TEXT[1], "#老水渠# #果园#"], []),
]
COPIES = [
    ("plain", [TEXT[0], "水来了", TEXT[1], "闸门还在", TEXT[2]], ["水来了", "闸门还在"]),
    ("stacked num", ["1", "水来了", TEXT[0], "2", "闸门还在", TEXT[1]], ["1 水来了", "2 闸门还在"]),
    ("literal hash txt", [TEXT[0], "# 水来了", TEXT[1], "# 闸门还在", TEXT[2]], ["水来了", "闸门还在"]),
    ("captions", [TEXT[0], "图为老水渠的闸门", TEXT[1], "老水渠的冬天 陈大文/摄", TEXT[2]], []),
]


@pytest.mark.parametrize(("blocks", "heads"), [case[1:] for case in PAGES], ids=[case[0] for case in PAGES])
def test_headings_of_a_page(blocks, heads):
    body = "".join(block if block.startswith("<") else f"<p>{block}</p>" for block in blocks)
    html = f"<title>老水渠又通了水</title><body><div><h1>老水渠又通了水</h1><p>2021-03-04</p>{body}</div></body>"
    assert headings(convert(f"<html>{html}</html>", "seeds/page.html")) == heads


@pytest.mark.parametrize(("blocks", "heads"), [case[1:] for case in COPIES], ids=[case[0] for case in COPIES])
def test_headings_of_a_copy(blocks, heads):
    text = "\n\n".join(["老水渠又通了水", "2021-03-04 河谷周报", *blocks])
    article = convert(text, "seeds/page.txt")
    assert headings(article) == heads and article.metadata.title == "老水渠又通了水"


def test_short_sentences_that_somebody_says_head_nothing():
    said = ["“磕到渠底的石头上了。”", "“不，我没有。”", "“那就再走一遍……”"]
    body = "".join(f"<p>{text}</p><p>{line}</p>" for text, line in zip(TEXT, said, strict=False)) + f"<p>{TEXT[4]}</p>"
    page = (
        f"<html><head><title>老水渠又通了水</title></head><body><h1>老水渠又通了水</h1><div>{body}</div></body></html>"
    )
    assert headings(convert(page, "x")) == []


def test_bold_heads_of_sections_that_each_end_in_a_picture():
    picture = "<img src='https://e.example/{}.jpg'>"
    months = ("一月", "二月", "三月", "四月")
    parts = [
        f"{bold(month)}<p>{text}</p>{picture.format(n)}"
        for n, (month, text) in enumerate(zip(months, TEXT, strict=False))
    ]
    article = convert(f"<title>一年的照片</title><h1>一年的照片</h1><div><p>{TEXT[4]}</p>{''.join(parts)}</div>", "x")
    assert headings(article) == list(months)
    # The same lines below each picture, the last one too, are what it shows.
    parts = [
        f"<p>{text}</p>{picture.format(n)}{bold(month)}"
        for n, (month, text) in enumerate(zip(months, TEXT, strict=False))
    ]
    article = convert(f"<title>一年的照片</title><h1>一年的照片</h1><div>{''.join(parts)}<p>{TEXT[4]}</p></div>", "x")
    assert headings(article) == []


@pytest.mark.parametrize("running", [1, 2])
def test_a_list_that_counts_on_without_text_between_heads_nothing(running):
    items = "".join(f"<p>{n}、第{n}处闸门</p><p>{TEXT[n] if n <= running else '票价：三十元'}</p>" for n in range(1, 9))
    assert (
        headings(convert(f"<title>水渠上的闸门</title><h1>水渠上的闸门</h1><div><p>{TEXT[0]}</p>{items}</div>", "x"))
        == []
    )


@pytest.mark.parametrize("bolds, all_are", [(3, True), (2, False), (1, False)])
def test_bold_lines_head_sections_beside_the_numbered_points_of_one_if_they_outnumber_them(bolds, all_are):
    """Fewer bold lines below numbers are emphasis."""
    heads = ["水从山上来", "闸门还剩下三处", "渠边的人家"][:bolds]
    points = ["1、上游的闸门", "2、下游的闸门"]
    parts = [f"{bold(head)}<p>{TEXT[n]}</p>" for n, head in enumerate(heads)]
    parts += [f"<p>{point}</p><p>{TEXT[4 + n]}</p>" for n, point in enumerate(points)]
    page = f"<title>老水渠又通了水</title><h1>老水渠又通了水</h1><div><p>{TEXT[6]}</p>{''.join(parts)}</div>"
    assert headings(convert(page, "x")) == [*(heads if all_are else []), *points]
