"""Places where the conversion is unsure: listed when asked for, and in the review of what is new."""

import re

import pytest

from digest.__main__ import main
from digest.checks.passes import doubtful
from digest.checks.source import Source
from digest.zh.context.model import RiskyPlace
from digest.zh.script import Script
from digest.zh.shipped import digest_script

HEAD = "---\ntitle: 旧路\nlang: zh-Hans\n---\n\n"


class Unsure(Script):
    """A conversion that is unsure of every 面."""

    def doubtful(self, text, target, terms=None):
        return [RiskyPlace(match.start(), "面", "麵", 20, False, True) for match in re.finditer("面", text)]


def found(body, script=None):
    source = Source("docs/articles/a.md", "articles/a.md", HEAD + body, True)
    return list(doubtful.check(source, script or Unsure(), "zh-Hant", {}))


def test_a_place_is_named_with_line_sentence_and_both_readings():
    [place] = found("第一句。\n\n第二句。他把**面**放下了。\n")
    assert (place.line, place.code) == (8, "doubtful-form")
    assert "面 is 面" in place.message and "or 麵" in place.message and "他把面放下了。" in place.message
    assert re.search(r"\(\d+%\)", place.message)
    assert place.example.startswith("zh-Hant: {") and "面" in place.example


def test_what_is_kept_as_it_is_is_not_doubtful():
    assert found("-{面}-和`面`\n\n```\n面\n```\n<!-- 面 -->\n") == []


@pytest.fixture
def digest(tmp_path, monkeypatch):
    (tmp_path / "docs" / "articles").mkdir(parents=True)
    (tmp_path / "docs" / "articles" / "a.md").write_text(
        HEAD.replace("---\n\n", "source_url: https://example.org/\n---\n\n") + "他把面放下。\n", encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_they_are_listed_when_their_code_is_explained_and_never_else(digest, capsys, monkeypatch):
    monkeypatch.setattr("digest.zh.shipped.digest_script", lambda *given: Unsure())
    assert main(["check", "--explain", "doubtful-form"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("doubtful-form (warning)") and "docs/articles/a.md:7: doubtful-form: 面 is 面" in said
    main(["check"])
    assert "doubtful-form" not in capsys.readouterr().out


def test_where_nothing_is_converted_nothing_is_doubtful(digest, capsys):
    (digest / "mkdocs.yml").write_text("plugins:\n  - digest: {variants: [zh-Hans]}\n", encoding="utf-8")
    assert main(["check", "--explain", "doubtful-form"]) == 0
    assert "a.md" not in capsys.readouterr().out


def test_a_curators_word_settles_a_place():
    script = digest_script()
    text = "他写了十万字，干。" * 5 + "老里长管这个里。大便干，口渴。周某系主犯。"
    places = script.doubtful(text, "zh-Hant")
    for place in places:
        settled = digest_script({"zh-Hant": {text[place.at]: place.chosen}})
        assert not any(other.at == place.at for other in settled.doubtful(text, "zh-Hant"))
