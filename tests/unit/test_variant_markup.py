import json
from html import escape

import markdown
import pytest
from golden import cases
from tested_engine import script

from digest.zh import html_script, variant_markup
from digest.zh.variant_markup import CODES, FLAGS, MarkupPiece, pieces, resolve
from digest.zh.variants import VARIANTS


def shown(body, tag):
    html = markdown.markdown(variant_markup.read(body, "zh-Hans").markdown)
    if tag != "zh-Hans":
        html = html_script.convert(html, script().reading("zh-Hans", tag).pieces, tag)
    return html_script.without_rules(html, tag)


@pytest.mark.parametrize("case", cases("variant_markup"))
def test_markup(case):
    for tag in VARIANTS:
        if tag in case:
            assert shown(case["body"], tag) == case[tag].strip()
    read = variant_markup.read(case["body"], "zh-Hans")
    assert read.titles == case.get("titles", {})
    expected = case.get("faults", [])
    assert len(read.faults) == len(expected)
    for (line, fault), (wanted_line, words) in zip(read.faults, expected, strict=True):
        assert line == wanted_line and words in fault


def test_a_title_has_its_markup_carried_out_in_its_own_script_too():
    converter = script()
    title = "-{zh-hans:软件;zh-hant:軟體}-里面"
    assert converter.convert(title, "zh-Hans", "zh-Hans") == "软件里面"
    assert converter.convert(title, "zh-Hans", "zh-Hant") == "軟體裡面"


def test_quote_marks_follow_the_variant_where_that_is_wanted():
    assert script(quotes=True).convert("“里‘面’”", "zh-Hans", "zh-Hant") == "「裡『面』」"
    assert script(quotes=True).convert("「頭髮」", "zh-Hant", "zh-Hans") == "“头发”"
    assert script().convert("“头发”", "zh-Hans", "zh-Hant") == "“頭髮”"


@pytest.mark.parametrize(
    ("text", "tag", "read"),
    [
        ("拥抱「团战」与『生态』", "zh-Hans", "拥抱“团战”与‘生态’"),
        ("他說“產業‘互聯’網”，don’t", "zh-Hant", "他說「產業『互聯』網」，don’t"),
        # Within marks of the script itself the other's are of the second level.
        ("“他说「好」”，「好」", "zh-Hans", "“他说‘好’”，“好”"),
        ("「他說“好”」，“好”", "zh-Hant", "「他說『好』」，「好」"),
        ("-{zh-hans:「」;zh-hant:“”}-与「乙」", "zh-Hans", "「」与“乙”"),
        ("没有开头」的", "zh-Hans", "没有开头”的"),
    ],
)
def test_quote_marks_follow_the_variant_in_a_text_of_its_own_script_too(text, tag, read):
    converter = script(quotes=True)
    assert converter.convert(text, tag, tag) == read
    assert (
        converter.as_written.convert("「甲」“乙”", tag, tag) == script().convert("「甲」“乙”", tag, tag) == "「甲」“乙”"
    )
    assert "".join(part for _, part in converter.pieces("「甲」", "zh-Hans", "zh-Hans")) == "“甲”"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("他身高5’10”，说“don’t”。", "他身高5’10”，說「don’t」。"),
        ("“第‘1’号”和“2”", "「第『1』號」和「2」"),
        ("“两件”事", "「兩件」事"),
        ("90’的屏幕", "90’的屏幕"),
        ("没有开头”的引号", "沒有開頭”的引號"),
        ("前一段里开头的话，到这里完了。”", "前一段裡開頭的話，到這裡完了。」"),
    ],
)
def test_what_closes_nothing_is_no_quote_mark(text, read):
    assert script({"zh-Hant": {"两": "兩"}}, quotes=True).convert(text, "zh-Hans", "zh-Hant") == read


def test_a_region_inherits_the_terms_of_its_script():
    converter = script({"zh-Hant": {"甲乙": "丙丁"}, "zh-Hant-TW": {"丁": "戊"}})
    assert converter.convert("甲乙丁", "zh-Hans", "zh-Hant-TW") == "丙丁戊"
    assert converter.convert("甲乙丁", "zh-Hans", "zh-Hant-HK") == "丙丁丁"


FLAG_FAULT = f"the flag Q is none of {', '.join(FLAGS)}"
OPEN = "-{ is not closed by }-"


@pytest.mark.parametrize(
    "text, found",
    [
        ("桥-{x}-路", [MarkupPiece(1, 6, "", "x")]),
        ("-{a}--{b}-", [MarkupPiece(0, 5, "", "a"), MarkupPiece(5, 10, "", "b")]),
        ("-{a-{b}-c}-d-{e}-", [MarkupPiece(0, 11, "", "abc"), MarkupPiece(12, 17, "", "e")]),
        ("-{a-{R|b}-c}-", [MarkupPiece(0, 13, "", "abc")]),
        ("-{甲|乙|丙}-", [MarkupPiece(0, 9, "", "甲|乙|丙")]),
        ("-{ABC|x}-", [MarkupPiece(0, 9, "", "ABC|x")]),
        ("-{|x}-", [MarkupPiece(0, 6, "", "x")]),
        ("-{AB}-", [MarkupPiece(0, 6, "", "AB")]),
        ("-{n|ZH-HANT}-", [MarkupPiece(0, 13, "N", "ZH-HANT")]),
        ("-{N|zh-hans:a}-", [MarkupPiece(0, 15, "N", "zh-hans:a")]),
        ("-{R|zh-hans:a|b}-", [MarkupPiece(0, 17, "R", "zh-hans:a|b")]),
        ("x-{Q|y}-", [MarkupPiece(1, 8, "", "y", fault=FLAG_FAULT)]),
        ("-{A|x}-", [MarkupPiece(0, 7, "A", "x", fault="A| needs a rule")]),
        ("-{H|x}-", [MarkupPiece(0, 7, "H", "x", fault="H| needs a rule")]),
        ("-{-|x}-", [MarkupPiece(0, 7, "-", "x", fault="-| needs a rule")]),
        ("-{T|x}-", [MarkupPiece(0, 7, "T", "x")]),
        ("-{ZH-XX:a}-", [MarkupPiece(0, 11, "", "ZH-XX:a", fault=f"ZH-XX is no variant: {', '.join(CODES)}")]),
        ("-{软=>zh-hant:軟}-", [MarkupPiece(0, 16, "", "软=>zh-hant:軟", {}, {"zh-hant": {"软": "軟"}})]),
        ("-{zh-hans:a;zh-hant:b; }-", [MarkupPiece(0, 25, "", "zh-hans:a;zh-hant:b; ", {"zh-hans": "a", "zh-hant": "b"})]),
        ("-{ZH-HANS:a; ZH-Hant:b ;}-", [MarkupPiece(0, 26, "", "ZH-HANS:a; ZH-Hant:b ;", {"zh-hans": "a", "zh-hant": "b"})]),
        ("-{zh-hans:a;;zh-hant:b}-", [MarkupPiece(0, 24, "", "zh-hans:a;;zh-hant:b", {"zh-hans": "a;", "zh-hant": "b"})]),
        ("-{open", [MarkupPiece(0, 2, "", "-{", fault=OPEN)]),
        ("-{a\n \nb}-", [MarkupPiece(0, 2, "", "-{", fault=OPEN)]),
        ("x-{-{z}-", [MarkupPiece(1, 3, "", "-{", fault=OPEN), MarkupPiece(3, 8, "", "z")]),
        ("x-{y -{z}- -{w", [MarkupPiece(1, 3, "", "-{", fault=OPEN), MarkupPiece(5, 10, "", "z"), MarkupPiece(11, 13, "", "-{", fault=OPEN)]),
        ("`-{a}-`-{b}-`-{c}-` -{d}-", [MarkupPiece(7, 12, "", "b"), MarkupPiece(20, 25, "", "d")]),
        ("`-{a}-`", []),
        ("x-{zh-hans; ZH-TW|y}-", [MarkupPiece(1, 21, "", "y", only=frozenset({"zh-hans", "zh-tw"}))]),
        ("x-{zh-xx|y}-", [MarkupPiece(1, 12, "", "y", fault=f"zh-xx is no variant: {', '.join(CODES)}")]),
        ("-{zh-hans:![a](b)}-", [MarkupPiece(0, 19, "", "zh-hans:![a](b)", {"zh-hans": "![a](b)"}, fault="a picture cannot stand in a rule, only a rule in its description")]),
        ("-{zh-hans:[a](b)}-", [MarkupPiece(0, 18, "", "zh-hans:[a](b)", {"zh-hans": "[a](b)"}, fault="the link [a](b) in a rule needs a full address, as https://example.org/")]),
        ("nothing", []),
    ],
)  # fmt: skip
def test_pieces_are_told_with_their_places(text, found):
    assert list(pieces(text)) == found


@pytest.mark.parametrize(
    "text, hans, hant, taiwan",
    [
        ("软-{软}-件", "软软件", "軟软件", "軟软件"),
        ("-{zh-tw:a}-", "a", "a", "a"),
        ("-{zh-hans:a;zh-tw:b}-", "a", "b", "b"),
        ("-{软=>zh-hant:軟}-", "", "", ""),
        ("-{软=>zh-hant:軟;zh-hans:a;zh-hant:b}-", "a", "b", "b"),
        ("-{N|zh-hant}-", *["繁體"] * 3),
        ("-{N|zh-tw}-", *["臺灣"] * 3),
        ("-{N|nobody}-", *["nobody"] * 3),
        ("-{D|zh-hans:a;zh-hant:b}-", *["zh-hans：a；zh-hant：b"] * 3),
        ("-{D|a}-", *["a"] * 3),
        ("-{H|zh-hans:a;zh-hant:b}-软", "软", "軟", "軟"),
        ("-{Q|软}-", "软", "软", "软"),
        ("-{A|软}-件", "软件", "软件", "软件"),
        ("软-{件", "软-{件", "軟-{件", "軟-{件"),
        ("软-{软}-软-{软}-", "软软软软", "軟软軟软", "軟软軟软"),
        # Code is nobody's markup.
        ("软-{软}-软`-{软}-`", *["软软软`-{软}-`", "軟软软`-{软}-`", "軟软软`-{软}-`"]),
        # Of a rule that cannot be read all that is written stands.
        ("-{zh-hans:a;zh-hans:b}-", *["zh-hans:a;zh-hans:b"] * 3),
    ],
)
def test_a_line_reads_in_each_variant(text, hans, hant, taiwan):
    def simple(part):
        return part.replace("软", "軟")

    assert resolve(text, "zh-Hans", str) == hans
    assert resolve(text, "zh-Hant", simple) == hant
    assert resolve(text, "zh-Hant-TW", simple) == taiwan


def test_outside_its_pieces_a_text_is_as_it_was():
    assert variant_markup.outside("桥-{a}-路-{zh-hans:b;zh-hant:c}-河`-{d}-`") == "桥路河`-{d}-`"
    assert variant_markup.outside("桥") == "桥"


@pytest.mark.parametrize(
    ("body", "markdown", "titles", "lines"),
    [
        # What follows a piece with a fault is carried out.
        ("-{Q|x}-\n-{桥}-", '-{Q|x}-\n<span translate="no" data-variants="', {}, [1]),
        ("\n-{Q|x}-", "\n-{Q|x}-", {}, [2]),
        # A title that is said for one direction only says nothing.
        ("-{T|软=>zh-hant:軟}-", "", dict.fromkeys(VARIANTS, ""), []),
        ("-{A|zh-hans:;zh-hant:b}-", '<span translate="no" data-variants="', {}, []),
    ],
)
def test_a_body_is_read_piece_by_piece(body, markdown, titles, lines):
    read = variant_markup.read(body, "zh-Hans")
    assert read.markdown.startswith(markdown) and read.titles == titles
    assert [line for line, _ in read.faults] == lines
    assert "data-hold" not in read.markdown


def test_what_other_variants_read_stands_in_a_page_in_their_own_characters():
    assert "橋" in variant_markup.read("-{zh-hans:桥;zh-hant:橋}-", "zh-Hans").markdown


def test_an_attribute_that_somebody_wrote_brings_no_element_in():
    hostile = '<img src=x onerror=alert(1)><a href="javascript:alert(1)">b</a><a href="https&#58;&#47;&#47;e&#46;org">c</a><strong>d</strong>'
    data = json.dumps({"zh-Hant": hostile})
    html = f'<span translate="no" data-variants="{escape(data)}">甲</span>'
    read = html_script.without_rules(
        html_script.convert(html, script().reading("zh-Hans", "zh-Hant").pieces, "zh-Hant"), "zh-Hant"
    )
    assert "<img" not in read and '<a href="javascript' not in read
    assert '<a href="https://e.org">c</a>' in read and "<strong>d</strong>" in read


def test_a_page_in_its_own_script_keeps_its_rules_for_its_twins():
    converter, rule = script(quotes=True), '{"zh-Hans": "「软件」", "zh-Hant": "“軟體”"}'.replace('"', "&quot;")
    html = f'<p>「头<b>发」</b><span translate="no" data-variants="{rule}">「软件」</span></p><img alt="「面」">'
    own = html_script.convert(html, converter.reading("zh-Hans", "zh-Hans").pieces, "")
    assert own == html.replace("「头<b>发」</b>", "“头<b>发”</b>").replace("「面」", "“面”")
    twin = html_script.convert(own, converter.reading("zh-Hans", "zh-Hant").pieces, "zh-Hant")
    assert "「頭<b>髮」</b>" in twin and ">“軟體”</span>" in twin and 'alt="「面」"' in twin
