import os
import subprocess
import sys

import pytest
from golden import cases

from digest.articles.article import summarize
from digest.articles.weighing.extract import BUDGET, SENTENCE_LIMIT, extract

TEXT = [
    "城里有一座旧桥。" * 1,
    "但是它旧了。为什么要修桥呢？",
    "我认为，修桥的关键不是石头，而是过桥的人愿意出力。",
    "因此大家都出了力。",
    "这座桥" + "很长" * 40 + "。",
]
BODY = "\n\n".join(TEXT)


def test_a_person_wins_then_the_editor_then_an_extract():
    assert summarize("人写的。", "导语。", BODY, "桥").origin == "curator"
    assert summarize("", "导语。", BODY, "桥").origin == "lead"
    assert summarize("", "", BODY, "桥").origin == "extract"


def test_an_extract_has_whole_sentences_that_stand_alone():
    summary = extract(BODY)
    assert "我认为，修桥的关键不是石头，而是过桥的人愿意出力。" in summary
    for part in ("但是它旧了", "为什么要修桥呢", "因此大家", "很长"):
        assert part not in summary
    assert len(summary) <= BUDGET


def test_a_text_of_long_sentences_only_still_has_a_summary():
    long = "甲" * (SENTENCE_LIMIT + 20) + "。"
    assert extract(long) == long


def test_no_text_no_summary():
    assert extract("") == ""


@pytest.mark.parametrize("case", cases("summary"))
def test_an_extract_can_be_read_by_itself(case):
    summary = extract("\n\n".join(case["paragraphs"]))
    assert all(part in summary for part in case["has"]), summary
    assert not any(part in summary for part in case["has_not"]), summary
    assert len(summary) <= BUDGET


def test_an_extract_is_the_same_on_every_run():
    # Pairs are kept in sets: their order, which differs from run to run, must decide nothing.
    code = f"from digest.articles.weighing.extract import extract; print(extract({BODY!r}))"
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in "123"
    }
    assert len(runs) == 1
