"""What is promised of each text that is converted, whatever the engine says of its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from digest.zh.phrases import PART
from digest.zh.script import Script
from digest.zh.shipped import digest_script
from digest.zh.variants import VARIANTS

BOTH_WAYS = [(source, target) for source in ("zh-Hans", "zh-Hant") for target in VARIANTS if source != target]
TEXTS = [
    "以后",
    "软 件",
    "-{zh-hans:甲;zh-hant:乙}-以后",
    "plain",
    "",
    f"头{PART}发",
    "后\n来",
    "“以后”",
    "網路",
    "以后",
]


class Asked:
    """Engines that put a sign behind what they are asked for, and write down all of it."""

    def __init__(self):
        self.texts, self.configurations = [], []

    def __call__(self, configuration):
        self.configurations.append(configuration)
        return self

    def convert(self, string):
        self.texts.append(string)
        return f"{string}*"


@pytest.mark.parametrize(("source", "target"), BOTH_WAYS)
@pytest.mark.parametrize("terms", [None, {"后": "后", "網": "網"}])
def test_what_is_converted_ahead_is_what_each_text_becomes_alone(source, target, terms):
    ahead = Script(quotes=True)
    ahead.convert_ahead(TEXTS, source, target, terms)
    for text in TEXTS:
        assert ahead.convert(text, source, target, terms) == Script(quotes=True).convert(text, source, target, terms)


def test_what_was_converted_ahead_is_not_converted_again():
    engine = Asked()
    reading = Script(engine=engine).reading("zh-Hans", "zh-Hant", {"桥": "橋"})
    reading.convert_ahead(TEXTS)
    asked = list(engine.texts)
    # Each text once; markup is read first, and what is written in ASCII alone stays.
    assert asked == ["以后", "软 件", "后\n来", "“以后”", "網路"]
    assert [reading.text(text) for text in ("以后", "软 件")] == ["以后*", "软 件*"]
    assert engine.texts == asked


def test_where_nothing_is_converted_nothing_is_ahead():
    engine = Asked()
    script = Script(engine=engine)
    script.convert_ahead(TEXTS, "zh-Hans", "zh-Hans")
    assert (engine.texts, script.done.asked) == ([], {})


def test_no_engine_is_asked_for_what_is_no_chinese():
    engine = Asked()
    assert [Script(engine=engine).convert(text, "zh-Hans", "zh-Hant") for text in ("plain", "")] == ["plain", ""]
    assert engine.texts == []


def test_another_engine_is_not_asked_for_chains_of_our_own():
    engine = Asked()
    assert Script(engine=engine).convert("這裡的軟件", "zh-Hant", "zh-Hant-TW") == "這裡的軟體"
    assert engine.configurations == []
    assert Script(engine=engine).convert("软件", "zh-Hans", "zh-Hant-TW") == "软件*"
    assert engine.configurations == ["s2twp"]


def test_one_text_of_two_scripts_is_two_texts():
    script = Script()
    assert [script.convert("以后", source, "zh-Hant-TW") for source in ("zh-Hans", "zh-Hant")] == ["以後", "以后"]


@pytest.mark.parametrize("target", VARIANTS)
def test_quote_marks_stay_where_nobody_wants_the_variants_own(target):
    for source in ("zh-Hans", "zh-Hant"):
        for script in (Script(), Script(quotes=True).as_written):
            assert script.convert("“一”「二」", source, target) == "“一”「二」"
            pieces = script.pieces("“一”「二」", source, target)
            assert "".join(converted for _, converted in pieces) == "“一”「二」"


@pytest.mark.parametrize("target", VARIANTS)
def test_a_mark_that_one_text_leaves_open_is_none_of_the_next(target):
    one, other = "“一「", "“二”、”"
    for source in ("zh-Hans", "zh-Hant"):
        apart = [Script(quotes=True).convert(text, source, target) for text in (one, other)]
        pieces = Script(quotes=True).pieces(one + PART + other, source, target)
        assert "".join(converted for _, converted in pieces).split(PART) == apart


@pytest.mark.parametrize(
    ("source", "target", "read"),
    [
        ("zh-Hans", "zh-Hans", "“一”“二”"),
        ("zh-Hant", "zh-Hant", "「一」「二」"),
        ("zh-Hans", "zh-Hant", "「一」「二」"),
        ("zh-Hant", "zh-Hans", "“一”“二”"),
        ("zh-Hant", "zh-Hant-TW", "「一」「二」"),
    ],
)
def test_quote_marks_are_the_variants_own_where_they_are_wanted(source, target, read):
    assert Script(quotes=True).convert("“一”「二」", source, target) == read
    assert "".join(converted for _, converted in Script(quotes=True).pieces("“一”「二」", source, target)) == read


def test_terms_of_a_place_hold_over_those_of_the_article():
    reading = Script().reading("zh-Hans", "zh-Hant", {"以后": "以后", "皇后": "皇後"})
    pieces = reading.pieces("以后皇后头发", {"皇后": "皇后"})
    assert pieces == [("以后", "以后"), ("皇后", "皇后"), ("头发", "頭髮")]
    assert reading.text("以后皇后头发") == "以后皇後頭髮"


@pytest.mark.parametrize(
    ("target", "read"),
    [("zh-Hans", "里面有后"), ("zh-Hant", "裡靣有后"), ("zh-Hant-TW", "裡靣有後"), ("zh-Hant-HK", "裏靣有后")],
)
def test_what_the_terms_say_of_a_script_holds_in_its_regions(target, read):
    """In the region's own characters, and under what they say of the region itself."""
    terms = {"zh-Hant": {"里面": "裡靣", "后": "后"}, "zh-Hant-TW": {"后": "後"}}
    for given_as in ({"terms": terms}, {"corrections": terms}):
        assert Script(**given_as).convert("里面有后", "zh-Hans", target) == read


def test_terms_of_an_article_hold_around_markup():
    text = "以后-{zh-hans:甲;zh-hant:乙}-以后"
    assert Script().convert(text, "zh-Hans", "zh-Hant", {"以后": "以后"}) == "以后乙以后"
    assert Script().convert(text, "zh-Hans", "zh-Hant") == "以後乙以後"


def test_a_curators_character_is_printed_as_it_is_and_a_shipped_one_as_the_region_prints_it():
    own = {"zh-Hant-HK": {"人群": "人羣"}}
    assert Script(own).convert("人群", "zh-Hans", "zh-Hant-HK") == "人羣"
    assert Script(corrections=own).convert("人群", "zh-Hans", "zh-Hant-HK") == "人群"


@pytest.mark.parametrize(
    ("text", "lang", "target", "read"),
    [
        ("软件", "zh-Hans", "zh-Hant", "軟件"),
        ("软件", "zh-Hant", "zh-Hant", "軟件"),
        ("软件", "zh-Hant", "zh-Hans", "软件"),
        ("軟件", "zh-Hans", "zh-Hans", "软件"),
        ("軟件", "zh-Hans", "zh-Hant", "軟件"),
        # What both scripts write is of the language of the files.
        ("以后", "zh-Hans", "zh-Hant", "以後"),
        ("以后", "zh-Hant", "zh-Hant", "以后"),
        ("皇后-{以后}-以后", "zh-Hans", "zh-Hant", "皇后以后以後"),
        ("軟件-{zh-hans:甲;zh-hant:乙}-软件", "zh-Hans", "zh-Hans", "软件甲软件"),
        ("-{zh-hans:甲;zh-hant:乙}-软件以后", "zh-Hant", "zh-Hant", "乙軟件以後"),
    ],
)
def test_a_curators_text_is_read_in_the_script_that_it_is_written_in(text, lang, target, read):
    assert Script().curated(text, lang, target) == read


@given(some.text(alphabet="软軟件以后後，甲a\n", max_size=12))
def test_a_curators_text_is_one_text_in_either_language_where_its_characters_tell(text):
    script = Script()
    if any(character in text for character in "软軟") and ("软" in text) != ("軟" in text or "後" in text):
        assert script.curated(text, "zh-Hans", "zh-Hant") == script.curated(text, "zh-Hant", "zh-Hant")


STORY = "\n".join(
    [
        "队长游卫国推开了门。",
        "两千三千都不够，游卫国没有钱。",
        "又下了一场雨，游卫国还在桥上。",
        "到了最后就是游卫国也说不清。",
        "散会以后，让游卫国留下来。",
        "动不动就要修桥，游卫国早已烦了。",
    ]
)


@pytest.mark.parametrize(
    ("target", "name"), [("zh-Hant", "游衛國"), ("zh-Hant-TW", "游衛國"), ("zh-Hant-HK", "游衞國")]
)
def test_a_name_is_written_in_the_characters_of_the_region(target, name):
    assert digest_script().terms_of(STORY, "zh-Hans", target, {}) == {"游卫国": name}


@pytest.mark.parametrize(
    ("source", "target"), [("zh-Hant", "zh-Hans"), ("zh-Hant", "zh-Hant-TW"), ("zh-Hans", "zh-Hans")]
)
def test_other_ways_have_no_names_but_an_articles_terms(source, target):
    assert digest_script().terms_of(STORY, source, target, {"桥": "橋"}) == {"桥": "橋"}


@pytest.mark.parametrize("source", ["zh-Hans", "zh-Hant"])
def test_a_region_writes_names_of_the_world_as_it_does(source):
    """As the file of names says, which no engine's dictionary has; no name is found across words."""
    text = {"zh-Hans": "里根总统", "zh-Hant": "里根總統"}[source]
    assert digest_script().convert(text, source, "zh-Hant-TW") == "雷根總統"
    assert Script().convert(text, source, "zh-Hant-TW") == "里根總統"


def test_without_a_model_no_name_is_told_from_words():
    assert Script().terms_of(STORY, "zh-Hans", "zh-Hant", {"桥": "橋"}) == {"桥": "橋"}


def test_a_form_that_a_rule_decides_is_the_regions_own():
    """里 as a place is 裡 in Taiwan and 裏 in Hong Kong."""
    converted = [digest_script().convert("在村里招工，走了8里", "zh-Hans", tag) for tag in ("zh-Hant-TW", "zh-Hant-HK")]
    assert converted == ["在村裡招工，走了8里", "在村裏招工，走了8里"]


def test_no_word_of_a_region_is_found_across_words_in_either_script():
    for text, source in (("广播电视频道", "zh-Hans"), ("廣播電視頻道", "zh-Hant")):
        assert digest_script().convert(text, source, "zh-Hant-TW") == "廣播電視頻道"


@pytest.mark.parametrize("target", ["zh-Hant", "zh-Hant-TW", "zh-Hant-HK"])
def test_an_unsure_place_is_told_for_each_variant(target):
    [place] = digest_script().doubtful("老里长管这个里", target)
    assert (place.at, place.doubtful, {place.chosen, place.asked}) == (6, True, {"里", "裡"})


def test_nothing_is_unsure_where_nothing_is_decided():
    assert digest_script().doubtful("老里长管这个里", "zh-Hans") == []
    assert Script().doubtful("老里长管这个里", "zh-Hant") == []
