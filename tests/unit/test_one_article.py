"""One article's file: everything that it says is read, and what is wrong with it is told whole, at its line."""

import pytest

from digest.articles import marks
from digest.articles.article import Article, Summary, as_written, summarize
from digest.articles.claim_form import CLAIM_MOST, SUMMARY_MOST, form
from digest.articles.claims import Claim, Definition
from digest.articles.hand_written import joined, parted
from digest.articles.reading import read_article
from digest.articles.taken_out import ABBREVIATIONS_MOST, BRACKETS_MOST, TAGS_MOST, must_end, taken_out, too_deep
from digest.articles.weighing.extract import extract
from digest.files import front_matter
from digest.files.findings import Finding
from digest.text.sanitizer import DisallowedPart
from digest.zh.variants import VARIANTS

FILE = "docs/articles/a.md"
HEAD = "---\ntitle: 桥\nlang: zh-Hans\n---\n\n"
ALL = """---
title: 石桥
lang: zh-Hans
author: [甲, 乙]
date: 2020-01-02
site: 某站
source_url: https://example.org/a
via: {name: 丙, url: 'https://example.org/b'}
rights: 某权
lead: 导语。
image_credit: 图
author_note: 作者注
raw: x.html
tags: [桥]
people: [丁]
companies: [戊]
terms: {软件: 軟體}
term_groups:
  - taiwan
  - shop
convert: false
publish: digest
summary: 摘要。
claims:
  - {id: c1, text: 桥要大家来修}
definitions:
  - {id: d1, term: 路}
---

桥要修。<!--c1-->路是地上的桥。<!--d1-->

段-{zh-hans:二;zh-hant:貳}-。
"""


def read(text, slug="a", summary=as_written):
    return read_article(FILE, slug, text, summary)


def test_all_that_a_file_says_is_read():
    article, found = read(ALL)
    claim = (
        '<span class="dg-claim" data-mark="c1" id="c1">桥要修。</span>'
        '<a class="dg-mark" href="#claim-c1" data-n="1" aria-label="论点 1"></a>'
    )
    definition = '<span class="dg-definition" data-mark="d1" id="d1">路是地上的桥。</span>'
    assert found == []
    assert article == Article(
        slug="a",
        file=FILE,
        lang="zh-Hans",
        title="石桥",
        body=article.body,
        length=len("桥要修。路是地上的桥。段-{zh-hans:二;zh-hant:貳}-。"),
        summary=Summary("摘要。", "curator"),
        authors=("甲", "乙"),
        date="2020-01-02",
        site="某站",
        source_url="https://example.org/a",
        via={"name": "丙", "url": "https://example.org/b"},
        rights="某权",
        lead="导语。",
        image_credit="图",
        author_note="作者注",
        raw="x.html",
        tags=("桥",),
        people=("丁",),
        companies=("戊",),
        claims=(Claim("a#c1", "c1", "桥要大家来修", "", "桥要修。"),),
        definitions=(Definition("a#d1", "d1", "路", "", "路是地上的桥。"),),
        terms={"软件": "軟體"},
        term_groups={"taiwan": 19, "shop": 20},
        converted=False,
        publish="digest",
        excerpts=(claim, definition),
    )
    assert article.body.startswith(f"\n{claim}{definition}\n\n段")


def test_what_is_no_text_or_no_address_counts_as_not_said():
    said = "site: 3\nsource_url: 'javascript:x'\nvia: {name: 3, url: 'data:x'}\ntags: 桥\nterms: [a]\nconvert: 0\n"
    article, found = read(HEAD.replace("---\n\n", f"{said}---\n\n") + "桥。\n")
    assert (article.site, article.source_url, article.via, article.tags) == ("", "", {"url": ""}, ())
    assert (article.terms, article.converted, article.publish) == ({}, True, "")
    assert {each.line for each in found} == {4, 5, 6, 7, 8, 9}


def test_the_word_for_a_claim_is_in_the_articles_script():
    text = "---\ntitle: 橋\nlang: zh-Hant\nclaims: [{id: c1, text: 橋}]\n---\n橋。<!--c1-->\n"
    assert 'aria-label="論點 1"' in read(text)[0].body


HANT = ("zh-Hant", "zh-Hant-TW", "zh-Hant-HK")
MARKUP = ("-{text}- or -{zh-hans:...;zh-hant:...}-", "-{zh-hans:软件;zh-hant:軟體}-")
MARK = ("c or d and a number, + after it for a further sentence", "<!--c3-->")
NAME = ("Latin letters, digits, - and _; no name of a device of Windows (con, nul)", "chanye-hulianwang.md")
LONG = "石桥是三十年前修的，那时候村里每一家都出了人。" * 12
FAULTS = [
    *(
        (slug, HEAD + "桥。\n", (1, "slug", f"the file name {slug!r} cannot be part of an address", *NAME))
        for slug in ("桥", "-a", "a.b", "con", "PRN", "LPT9")
    ),
    ("a", HEAD + " \n\n", (5, "body-empty", "the article has no text", "the article's text after the front matter")),
    (
        "a",
        HEAD.replace("Hans", "Hant") + LONG,
        (
            3,
            "lang-script",
            "lang is zh-Hant, the text is written in zh-Hans",
            "the script of the text",
            "lang: zh-Hans",
        ),
    ),
    (
        "a",
        HEAD + LONG.replace("桥", "橋").replace("时", "時").replace("来", "來").replace("里", "裡").replace("这", "這"),
        (
            3,
            "lang-script",
            "lang is zh-Hans, the text is written in zh-Hant",
            "the script of the text",
            "lang: zh-Hant",
        ),
    ),
    ("a", HEAD + "桥。\n\n第二段-{zh-hans:软\n", (8, "variant-markup", "-{ is not closed by }-", *MARKUP)),
    ("a", HEAD.replace("桥", "桥-{甲") + "桥。\n", (2, "variant-markup", "-{ is not closed by }-", *MARKUP)),
    ("a", HEAD + "桥。\n\n<!--c-1--> 河。\n", (8, "mark-form", "<!--c-1--> came", *MARK)),
    ("a", HEAD + "<!-- 論點 2 -->\n", (6, "mark-form", "<!-- 論點 2 --> came", *MARK)),
    ("a", HEAD + "桥。<!--claim3-->\n", (6, "mark-form", "<!--claim3--> came", *MARK)),
]


@pytest.mark.parametrize(("slug", "text", "fault"), FAULTS)
def test_a_fault_is_told_whole(slug, text, fault):
    article, found = read(text, slug)
    assert found == [Finding(FILE, *fault)]
    assert article is not None


@pytest.mark.parametrize("slug", ["a-b_1", "com0", "conn", "A9"])
def test_a_name_of_letters_is_none(slug):
    assert read(HEAD + "石橋开了。\n", slug)[1] == []


@pytest.mark.parametrize(
    "head", ["title: 桥\n", "lang: zh-Hans\n", "title: 3\nlang: zh-Hans\n", "title: 桥\nlang: en\n"]
)
def test_without_title_or_script_there_is_no_article(head):
    article, found = read(f"---\n{head}---\n\n桥。<!--c-1-->\n")
    assert article is None
    assert {"mark-form"} < {each.code for each in found}
    assert found == sorted(found)


def test_the_summary_that_somebody_wrote_goes_before_the_lead_and_that_before_an_extract():
    body = "桥是河上的路。\n\n很多人说桥修好以后，两岸的生意一定会更好。\n"
    for summary in (summarize, as_written):
        assert summary("写的。", "导语。", body, "桥") == Summary("写的。", "curator")
        assert summary("", "导语。", body, "桥") == Summary("导语。", "lead")
    assert as_written("", "", body, "桥") == Summary("", "extract")
    assert summarize("", "", body, "桥") == Summary(extract(body, "桥"), "extract")
    assert read(HEAD + body, summary=lambda *given: Summary("|".join(given), ""))[0].summary.text == f"||\n{body}|桥"


def article(slug="a", lang="zh-Hans", body="桥。\n", ids=("c1",), **given):
    claims = tuple(Claim(f"{slug}#{each}", each, each, "", "") for each in ids)
    return Article(slug, f"{slug}.md", lang, "桥", body, 2, Summary("", ""), claims=claims, **given)


def test_a_variant_is_made_from_what_was_written_for_it_or_for_its_script():
    own, taiwan, hant = article(), article("t"), article("h")
    written = article(by_hand={"zh-Hant-TW": taiwan, "zh-Hant": hant})
    assert [
        written.in_variant(VARIANTS[tag]).slug for tag in ("zh-Hant-TW", "zh-Hant-HK", "zh-Hant", "zh-Hans")
    ] == list("thha")
    assert own.in_variant(VARIANTS["zh-Hant-TW"]) is own


def test_terms_of_groups_stand_under_an_articles_own():
    assert article(terms={"软件": "軟體"}).terms_in("zh-Hant") == {"软件": "軟體"}
    groups = {"zh-Hant": {"软件": "軟件", "打印": "列印"}, "zh-Hant-TW": {"打印": "印出"}, "zh-Hans": {"a": "b"}}
    both = article(terms={"软件": "軟體"}, group_terms=groups)
    assert both.terms_in("zh-Hant") == {"软件": "軟體", "打印": "列印"}
    assert both.terms_in("zh-Hant-TW") == {"软件": "軟體", "打印": "印出"}


@pytest.mark.parametrize(
    ("stem", "parts"),
    [
        ("a", ("a", "")),
        ("a.zh-hant", ("a", "zh-Hant")),
        ("a.ZH-Hant-TW", ("a", "zh-Hant-TW")),
        ("a.b.zh-hans", ("a.b", "zh-Hans")),
        ("a.b", ("a.b", "")),
        ("zh-hant", ("zh-hant", "")),
        ("a.", ("a.", "")),
    ],
)
def test_a_file_names_the_variant_that_it_is_written_for(stem, parts):
    assert parted(stem) == parts


def test_what_was_written_by_hand_joins_its_article_and_must_agree_with_it():
    base, other = article(body="# 一\n\n###### 六\n\n 桥\n", ids=("c1", "c2")), article("b")
    good, alone = article(lang="zh-Hant", body="# 壹\n\n   ###### 陸\n", ids=("c2", "c1")), article("x")
    bad = article(lang="zh-Hans", body="#無\n\n    # 碼\n\n# 壹\n", ids=("c2", "c3"))
    assert joined({"a": base, "b": other}, {("a", "zh-Hant"): good})[1] == []
    articles, found = joined(
        {"a": base, "b": other}, {("x", "zh-Hant"): alone, ("a", "zh-Hant"): good, ("a", "zh-Hant-TW"): bad}
    )
    assert articles["a"].by_hand == {"zh-Hant": good, "zh-Hant-TW": bad} and articles["b"] is other
    assert found == [
        Finding(
            "x.md",
            1,
            "variant-alone",
            "there is no article x.md beside it",
            "a variant of an article that is there",
            "x.md",
        ),
        Finding(
            "a.md", 1, "variant-lang", "lang is zh-Hans", "the script that the file name says: zh-Hant", "lang: zh-Hant"
        ),
        Finding("a.md", 1, "variant-claims", "claims c1, c3 stand in one of the two files only", "the claims of a.md"),
        Finding("a.md", 1, "variant-headings", "1 headings where a.md has 2", "the same headings, at the same levels"),
    ]


def test_headings_agree_in_their_levels_too():
    _, found = joined({"a": article(body="# 一\n")}, {("a", "zh-Hant"): article(lang="zh-Hant", body="## 壹\n")})
    assert [each.code for each in found] == ["variant-headings"]


def formed(head):
    return list(form(FILE, front_matter.read(FILE, f"---\ntitle: 桥\nlang: zh-Hans\n{head}---\n桥。\n")[0]))


def test_what_is_too_long_is_told_whole():
    long, summary = "桥" * (CLAIM_MOST + 1), "路" * (SUMMARY_MOST + 1)
    assert formed(f"summary: {summary}\nclaims:\n  - 字\n  - {{id: c1, text: 3}}\n  - {{id: c2, text: {long}}}\n") == [
        Finding(
            FILE,
            4,
            "summary-long",
            f"the summary has {SUMMARY_MOST + 1} characters: {'路' * 20}…",
            f"about 100 characters, {SUMMARY_MOST} at most",
            "summary: 产业互联网不是互联网的延续……",
        ),
        Finding(
            FILE,
            8,
            "claim-long",
            f"c2 has {CLAIM_MOST + 1} characters: {'桥' * 20}…",
            f"one sentence, {CLAIM_MOST} characters at most; the whole of it stands in the text under its mark",
            "text: 产业互联网不是新事物。",
        ),
    ]
    assert formed(f"summary: {summary[1:]}\nclaims:\n  - {{id: c2, text: {long[1:]}}}\n") == []
    assert formed("claims: 3\nsummary: [a]\n") == []


def test_a_claim_that_stands_twice_names_the_first():
    said = "石桥要由一百零八个人一起来修，不能只靠村里的几户人家出力"
    listed = "".join(f"  - {{id: {name}, text: {text}}}\n" for name, text in [("c1", "路"), ("c2", said), ("c5", said)])
    assert formed(f"claims:\n{listed}") == [
        Finding(
            FILE,
            7,
            "claim-doubled",
            f"c5 says the same as c2: {said[:20]}",
            "each claim once; a further sentence of it is marked with +",
            "……。<!--c2+-->",
        )
    ]
    # Three of five pairs, just as much as it takes, and two of five.
    assert [
        each.code for each in formed("claims:\n  - {id: c1, text: 甲乙丙丁戊}\n  - {id: c2, text: 甲乙丙丁己}\n")
    ] == ["claim-doubled"]
    assert formed("claims:\n  - {id: c1, text: 甲乙丙丁}\n  - {id: c2, text: 甲乙丙戊己}\n") == []


ASTRAY = [
    ("桥。<!--c1-->", []),
    ("桥要<!--c1-->修。\n\n路。\n还<!--c2 d1-->没修！", [("c1", 1, "修。"), ("c2 d1", 4, "没修！")]),
    ("# 桥<!--c1-->\n\n桥要修<!--c2-->。", [("c1", 1, "桥")]),
    ("`<!--c1-->` 桥", []),
    ("桥。<!--c1-->路。", []),
]


@pytest.mark.parametrize(("body", "found"), ASTRAY)
def test_a_mark_within_a_sentence_is_astray(body, found):
    assert list(marks.astray(body)) == found


def part(piece, signs, before):
    return DisallowedPart(piece, signs, before)


@pytest.mark.parametrize(
    ("signs", "before", "line"),
    [
        (("<b", "b"), (0, 0), 10),
        (("<b", "b"), (1, 9), 12),
        (("<b", "b"), (7, 0), 12),
        (("<i", "路"), (0, 0), 13),
        (("<i",), (0,), 10),
        (("<b", "路"), (0, 0), 10),
    ],
)
def test_what_was_taken_out_is_told_where_it_was_written(signs, before, line):
    allowed = "Markdown, and HTML that only shows; as text, put it between backticks"
    body = "<b>桥</b>\n\n<b>\n路\n"
    assert taken_out(FILE, body, 10, [part("<b x>", signs, before)] * 2) == [
        Finding(FILE, line, "active-markup", "'<b x>' came and is not published", allowed, "`<script>`")
    ]


@pytest.mark.parametrize(("before", "line"), [(0, 2), (1, 2), (2, 3), (3, 4), (4, 4)])
def test_each_time_a_sign_stands_counts(before, line):
    assert [each.line for each in taken_out(FILE, "\nbb\nb\nb", 1, [part("b", ("b",), (before,))])] == [line]


OPENED = {
    "abbreviations": ("*[a]\n", ABBREVIATIONS_MOST),
    "tags": ("<a ", TAGS_MOST),
    "brackets": ("[a", BRACKETS_MOST),
}


@pytest.mark.parametrize("kind", OPENED)
def test_a_text_may_open_so_much_and_no_more(kind):
    opened, most = OPENED[kind]
    must_end(opened * most)
    with pytest.raises(RecursionError, match=r"^too much is opened and not closed$"):
        must_end(opened * (most + 1))


def test_what_is_closed_or_in_another_block_counts_no_more():
    must_end("[a](b) " * 1000 + "<i>x</i>" * 3000 + "\n\n".join(["[" * BRACKETS_MOST] * 3))
    must_end("<a " * TAGS_MOST + ">" + "<a ")
    must_end("](" * BRACKETS_MOST + "[" * BRACKETS_MOST)
    with pytest.raises(RecursionError):
        must_end("[" * (BRACKETS_MOST + 1) + "\n \t\n")
    with pytest.raises(RecursionError):
        must_end("[" * BRACKETS_MOST + "][[")
    with pytest.raises(RecursionError):
        must_end("[](" * (BRACKETS_MOST + 1))


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("桥\n> > > 引\n- - 单", 6),
        ("桥\n[[[[\n> > > 引", 6),
        ("[\n<a <a <a\n> >", 6),
        ("](](](\n> > > > 引", 6),
        ("桥", 5),
    ],
)
def test_what_is_too_deep_is_told_where_most_is_opened(body, line):
    came = "quotes, lists or elements are nested too deep to be shown; the text is published as it is written"
    assert too_deep(FILE, body, 5) == Finding(FILE, line, "too-deep", came, "a few levels", "> 引文")


def likely(text, body):
    """The sentences that a finding names for a claim that nothing marks, with their lines in the file."""
    article, [found] = read(f"---\ntitle: 桥\nlang: zh-Hans\nclaims:\n  - {{id: c1, text: {text}}}\n---\n{body}")
    assert article.claims == (Claim("a#c1", "c1", text, "", ""),)
    assert (found.file, found.line, found.code, found.example) == (FILE, 5, "mark-missing", "……。<!--c1-->")
    assert found.message == f"c1 ({text}) has no marked sentence in the article"
    start, _, named = found.allowed.partition("likely: ")
    assert start == "the mark <!--c1--> after its sentence; "
    return named.split(" | ")


def test_a_claim_that_nothing_marks_is_told_with_the_two_likeliest_sentences():
    body = (
        "\n# 桥是河上的路\n\n很长的一段话说的都是别的事情，和桥有关系，\n是河上的路的那种桥。后面还有。\n桥是河上的路！\n\n"
        "路是地上的桥，河上的路是桥，这些都是很久以前就有人说过的话。\n"
    )
    assert likely("桥是河上的路", body) == [
        "line 12: 桥是河上的路！",
        "line 10: 很长的一段话说的都是别的事情，和桥有关系，是河上的路的那种桥。",
    ]


@pytest.mark.parametrize(
    ("text", "sentences", "first"),
    [
        # What is shared counts for the sentence's length: less than all of it, more than none.
        ("甲乙丙丁", ["甲乙丙丁天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏。", "甲乙丙。"], 1),
        ("甲乙丙丁戊己庚辛", ["甲乙丙丁戊己庚辛壬癸子丑。", "甲乙丙。"], 0),
        ("甲乙", ["乙甲。", "丙甲乙。"], 1),
        ("甲乙丙", ["乙丙。", "甲乙丙。"], 1),
        ("甲乙", ["丙丁。", "戊己。"], 0),
    ],
)
def test_the_likeliest_sentence_shares_most_for_its_length(text, sentences, first):
    assert likely(text, "\n\n".join(sentences))[0].endswith(sentences[first])


def test_a_mark_at_a_second_sentence_is_told_once():
    text = ALL.replace("段-", "河。<!--d1--><!--c1-->段-")
    allowed = "one own sentence an id; further ones with +"
    line = text[: text.index("河。")].count("\n") + 1
    assert read(text)[1] == [
        Finding(FILE, line, "mark-doubled", f"the mark {name} stands at a second sentence", allowed, f"<!--{name}+-->")
        for name in ("c1", "d1")
    ]


def test_every_finding_names_the_file():
    long = "桥" * (CLAIM_MOST + 1)
    claims = (
        f"claims:\n  - {{id: c1, text: {long}}}\n  - {{id: c1, text: 路}}\ndefinitions:\n  - {{id: d1, term: 桥}}\n"
    )
    text = f"---\ntitle: 桥 #1\nlang: zh-Hans\nsite: 甲\nsite: 乙\ncolour: 3\n{claims}---\n\n桥。<!--c-1-->-{{\n"
    article, found = read(text)
    assert article.site == "乙"
    assert {each.file for each in found} == {FILE}
    assert {each.code for each in found} >= {
        "front-matter-cut",
        "front-matter-doubled",
        "front-matter-unknown",
        "claim-long",
        "id-doubled",
        "mark-missing",
        "mark-form",
        "variant-markup",
    }
    assert sum(each.code == "mark-missing" for each in found) == 2


@pytest.mark.parametrize("head", ["title: [桥", "- 桥", "桥"])
def test_of_a_head_that_cannot_be_read_nothing_else_is_said(head):
    article, [found] = read(f"---\n{head}\n---\n\n桥。<!--c-1-->\n")
    assert article is None and (found.file, found.code) == (FILE, "front-matter-yaml")


def test_a_language_that_there_is_not_is_told_as_such_alone():
    assert [each.code for each in read(HEAD.replace("zh-Hans", "en") + LONG)[1]] == ["front-matter-value"]


def test_titles_and_leads_and_plain_addresses_are_read():
    head = HEAD.replace("---\n\n", "lead: 导语。\nsource_url: http://example.org/a\n---\n\n")
    article, found = read(
        head + "桥-{T|zh-hans:桥梁;zh-hant:橋樑}-。\n", summary=lambda *given: Summary(given[1], "lead")
    )
    assert found == []
    assert (article.titles, article.summary.text) == ({"zh-Hans": "桥梁"} | dict.fromkeys(HANT, "橋樑"), "导语。")
    assert article.source_url == "http://example.org/a"


def test_a_summary_is_weighed_by_the_title():
    subjects = ("木桥", "渡船", "水车", "石磨", "染坊", "酒窖", "茶园", "窑口", "纸坊", "戏台")
    body = "".join(
        f"镇上的{each}今年由几户人家一起出钱，重新修了一遍，大家都说{each}比从前好用。\n\n" for each in subjects
    )
    assert summarize("", "", body, "戏台").text != summarize("", "", body, "木桥").text
    assert summarize("", "", body, "戏台") == Summary(extract(body, "戏台"), "extract")
