"""What a line of the corrections is worth, by originals there and back."""

import runpy
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[2] / "bench" / "script"


@pytest.fixture
def corrections(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCH))
    yield runpy.run_path(str(BENCH / "corrections.py"))
    for name in ("originals", "corpus", "corrections"):
        sys.modules.pop(name, None)


def test_a_line_earns_where_only_it_brings_the_original_back(corrections):
    own = {"甲乙": "乙乙", "丙天": "丙添", "丁": "丁"}
    pairs = [("乙乙說", "甲乙说"), ("丙天", "丙天"), ("丁", "丁")]
    shipped = corrections["shipped_terms"]
    corrections["worth"].__globals__["shipped_terms"] = lambda: {**shipped(), "zh-Hant": own}
    assert corrections["worth"](pairs) == {"甲乙": ("earns", 1, 0), "丙天": ("harms", 0, 1), "丁": ("idle", 0, 0)}


def test_a_line_that_stands_in_no_text_is_no_idle_one_where_it_changes_what_is_read(corrections):
    corrections["worth"].__globals__["shipped_terms"] = lambda: {"zh-Hant": {"戊己庚": "辛"}}
    assert corrections["worth"]([("無", "无")]) == {"戊己庚": ("alone", 0, 0)}


def test_what_came_back_is_wrong_or_either_is_right_or_nobody_could_know(corrections):
    compared = corrections["compared"]
    lines = [("佈告說妳在週刊社裡學製茶", "布告说你在周刊社里学制茶"), ("一", "一")]
    found = compared(lines, ["布告說你在周刊社里學製茶", "一一"])
    assert found.wrong == {"裡→里": 1}
    assert found.accepted == {"佈→布": 1, "週→周": 1}
    assert found.lost == {"妳→你": 1}
    # 週 is no other spelling of 周 outside those words.
    assert compared([("每週", "每周")], ["每周"]).wrong == {"週→周": 1}
