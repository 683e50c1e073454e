"""OpenCC's dictionaries as the project reads them: what its own files change in them, and what they say of a script."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as some

from digest.zh import dictionaries
from digest.zh.dictionaries import held, matcher_of, script_of, telling_characters, whole_words, written_in
from digest.zh.variants import opencc_file

OF_SIMPLIFIED = ("STPhrases.txt", "STCharacters.txt")
OF_TRADITIONAL = ("TWVariantsRevPhrases.txt", "TSCharacters.txt", "TSPhrases.txt")
OTHERS = ("TWVariants.txt", "HKVariantsRev.txt", "TWPhrases.txt")


def changes(name):
    return yaml.safe_load(dictionaries._WHOLE_WORDS.with_name(name).read_text(encoding="utf-8"))


def shipped(name):
    """The phrases and characters of a dictionary as OpenCC ships it, each with the first that it becomes."""
    lines = opencc_file(name).read_text(encoding="utf-8").splitlines()
    return {key: values.split()[0] for key, tab, values in (line.partition("\t") for line in lines) if tab}


def becomes(name, key):
    """What a dictionary makes of ``key`` as one phrase or character; nothing where it does not know it."""
    found = list(matcher_of(((name,),)).segments(key, singles=True))
    return matcher_of(((name,),)).convert(key) if found == [(key, True)] else None


@pytest.mark.parametrize(
    ("listed", "files"), [("dictionary_changes.yml", OF_SIMPLIFIED), ("traditional_changes.yml", OF_TRADITIONAL)]
)
def test_what_is_changed_is_so_in_its_own_dictionary_and_what_is_left_out_in_none(listed, files):
    phrases, characters = files[:2]
    for key, value in changes(listed).items():
        own = characters if len(key) == 1 else phrases
        assert becomes(own, key) == value
        assert value or not any(becomes(name, key) for name in files), key


@pytest.mark.parametrize("name", [*OF_SIMPLIFIED, *OF_TRADITIONAL, *OTHERS])
def test_all_else_is_as_it_is_shipped(name):
    changed = {**changes("dictionary_changes.yml"), **changes("traditional_changes.yml")}
    # Every 40th: the first of a dictionary and the last are among them.
    before = shipped(name)
    keys = [key for key in before if key not in changed or name in OTHERS]
    for key in {*keys[::40], keys[-1]}:
        assert becomes(name, key) == before[key]


def test_a_number_before_a_measure_word_is_the_subject_of_what_follows():
    assert held({"一只": "一隻", "船只": "船隻"}) == {}
    kept = held({"整只": "整隻"})
    assert kept["整只能"] == "整只能" and kept["整只有"] == "整只有"
    # Only the measure word itself counts, and only where it ends the phrase.
    assert "一只头发展" in held({"一只头发": "一隻頭髮"})


def test_a_phrase_keeps_each_whole_word_that_begins_where_it_ends():
    words = {word for word in whole_words() if word[0] == "发"}
    kept = held({"头发": "頭髮", "落发": "落髮"})
    assert {phrase[:2] for phrase in kept} == {"头发", "落发"} and {phrase[1:] for phrase in kept} <= words
    assert all(value[1] == "發" and value[0] in "頭落" for value in kept.values())


def test_a_word_is_kept_whole_only_where_cutting_it_changes_it():
    # 制 alone is 制, which behind 被複 would leave 複制; behind 開發 nothing is lost.
    words = {"复制": "複製", "发展": "發展"}
    for phrase, value, word in (("被复", "被複", "复制"), ("头发", "頭髮", "发展")):
        assert held({phrase: value, **words})[phrase + word[1:]] == value[:-1] + words[word]
    kept = held({"开发": "開發", "头发": "頭髮", "发展": "發展"})
    assert {phrase[:2] for phrase in kept} == {"头发"}


def test_the_dictionaries_of_a_union_are_one_of_which_the_first_wins():
    union = {"type": "group", "match_policy": "union", "dicts": [{"file": "a"}, {"file": "b"}]}
    assert dictionaries.dictionaries(union) == [("a", "b")]
    plain = {"type": "group", "dicts": [{"type": "text", "file": "c"}, union]}
    assert dictionaries.dictionaries(plain) == [("c",), ("a", "b")]
    both = matcher_of((("TWVariants.txt", "STCharacters.txt"),))
    assert both.convert("为爲头") == matcher_of((("STCharacters.txt",),)).convert("为头")[0] + "為頭"


SIMPLIFIED, TRADITIONAL = "们", "們"


@pytest.mark.parametrize(
    ("simplified", "traditional", "tag"),
    [
        *((20, 0, "zh-Hans"), (19, 0, ""), (0, 20, "zh-Hant"), (0, 19, ""), (30, 30, ""), (19, 2, "")),
        *((27, 3, "zh-Hans"), (26, 3, ""), (3, 27, "zh-Hant"), (3, 26, ""), (200, 1, "zh-Hans")),
    ],
)
def test_twenty_characters_tell_a_script_where_one_in_ten_at_most_is_of_the_other(simplified, traditional, tag):
    assert script_of("一" + SIMPLIFIED * simplified + TRADITIONAL * traditional) == tag


@given(some.text(alphabet="们們裡里这這一a", max_size=8), some.sampled_from(["zh-Hans", "zh-Hant"]))
def test_a_short_text_is_of_the_script_of_most_of_its_telling_characters(text, lang):
    simplified, traditional = (sum(text.count(each) for each in own) for own in telling_characters())
    more = "zh-Hans" if simplified > traditional else "zh-Hant"
    assert written_in(text, lang) == (lang if simplified == traditional else more)


def test_no_character_tells_both_scripts_and_none_that_both_write_tells():
    simplified, traditional = telling_characters()
    assert simplified.isdisjoint(traditional)
    assert simplified.issuperset("们这来头发") and traditional.issuperset("們這來頭發髮")
    assert (simplified | traditional).isdisjoint("一后里干于的人")
    # What a region writes for Traditional's own (為 for 爲) is no Simplified either.
    assert simplified.isdisjoint("這裡裏們羣群為爲着")
