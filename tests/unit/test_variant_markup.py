import markdown
import pytest
from golden import cases
from tested_engine import script

from digest.zh import html_script, variant_markup
from digest.zh.variants import VARIANTS


def shown(body, tag):
    html = markdown.markdown(variant_markup.read(body, "zh-Hans").markdown)
    if tag != "zh-Hans":
        html = html_script.convert(html, script().reading("zh-Hans", tag).pieces, tag)
    return html_script.without_rules(html)


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


def test_a_region_inherits_the_terms_of_its_script():
    converter = script({"zh-Hant": {"甲乙": "丙丁"}, "zh-Hant-TW": {"丁": "戊"}})
    assert converter.convert("甲乙丁", "zh-Hans", "zh-Hant-TW") == "丙丁戊"
    assert converter.convert("甲乙丁", "zh-Hans", "zh-Hant-HK") == "丙丁丁"
