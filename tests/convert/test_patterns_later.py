"""Patterns that wait: they answer as compiled ones, and are compiled once, when first asked."""

import re

from convert.text.later import Later


def test_it_answers_as_the_pattern_it_stands_for():
    waiting, plain = Later("江(边)", re.I), re.compile("江(边)", re.I)
    for text in ("江边的旧船", "船在江边", "江边", "山上"):
        for way in ("search", "match", "fullmatch"):
            found, wanted = getattr(waiting, way)(text), getattr(plain, way)(text)
            assert (found and found.span()) == (wanted and wanted.span())
        assert waiting.sub(r"<\1>", text) == plain.sub(r"<\1>", text)


def test_it_is_compiled_once_when_it_is_asked():
    waiting = Later("旧船")
    assert "compiled" not in waiting.__dict__
    waiting.search("江边的旧船")
    assert waiting.__dict__["compiled"] is waiting.compiled
