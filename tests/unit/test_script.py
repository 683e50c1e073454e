import pytest
from tested_engine import script

from digest.zh.dictionaries import script_of
from digest.zh.folding import fold, fold_table


@pytest.mark.parametrize(
    ("text", "source", "target", "expected"),
    [
        ("头发发现里面", "zh-Hans", "zh-Hant", "頭髮發現裡面"),
        ("跟著走，著名的著作", "zh-Hant", "zh-Hans", "跟着走，著名的著作"),
        ("網路與軟體", "zh-Hant", "zh-Hans", "网路与软体"),
        ("软件与互联网", "zh-Hans", "zh-Hant-TW", "軟體與網際網路"),
        ("軟件與互聯網", "zh-Hant", "zh-Hant-TW", "軟體與網際網路"),
        ("這裡著手", "zh-Hant", "zh-Hant-HK", "這裏着手"),
        ("汉语", "zh-Hans", "zh-Hans", "汉语"),
        ("plain ASCII", "zh-Hans", "zh-Hant", "plain ASCII"),
    ],
)
def test_conversion(text, source, target, expected):
    assert script().convert(text, source, target) == expected


def test_terms_win_the_longest_first():
    converter = script({"zh-Hant": {"合作伙伴": "合作夥伴", "伙伴": "伙伴"}})
    assert converter.convert("合作伙伴和伙伴", "zh-Hans", "zh-Hant") == "合作夥伴和伙伴"


def test_terms_of_an_article_win_over_the_site():
    converter = script({"zh-Hant": {"后": "後"}})
    assert converter.convert("皇后", "zh-Hans", "zh-Hant", {"后": "后"}) == "皇后"
    assert converter.convert("以后", "zh-Hans", "zh-Hant") == "以後"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("产业互联网", "產業互聯網"),
        ("里面", "裡面"),
        ("裏面", "裡面"),
        ("着手", "著手"),
        ("干脆", "乾脆"),
        ("Ｓ２Ｂ", "s2b"),
        ("复盘", "覆盤"),
        ("台湾", "臺灣"),
    ],
)
def test_both_scripts_fold_to_the_same(one, other):
    assert fold(one) == fold(other)


def test_different_words_stay_different():
    assert fold("产业") != fold("工业")


def test_folding_keeps_the_length():
    text = "㈱ﬁ①Ａ產ß…İ"
    assert len(fold(text)) == len(text)


def test_the_fold_table_is_settled():
    table = fold_table()
    assert all(other not in table for other in table.values())
    # A browser, which counts in UTF-16, reads it as it is.
    assert all(len(each) == 1 and each <= "\uffff" for pair in table.items() for each in pair)
    assert 2500 < len(table) < 4500


def test_a_text_says_its_script():
    simplified = "这里发现了许多旧桥，后来人们为它们写书，说它们与铁路、车站、电厂一样重要。" * 3
    assert script_of(simplified) == "zh-Hans"
    assert script_of(script().convert(simplified, "zh-Hans", "zh-Hant")) == "zh-Hant"
    assert script_of("一二三") == ""
    assert script_of(simplified + script().convert(simplified, "zh-Hans", "zh-Hant")) == ""
