"""The search's files in a built site."""

import json

from building import build
from search_reading import meanings, table, texts

from digest.search.tokens import folded


def test_each_variant_has_its_texts_in_its_script_without_markup(site):
    for tree, phrase in (("zh-hans", "头发一样细的裂缝"), ("zh-hant", "頭髮一樣細的裂縫")):
        found = texts(site / "search", tree)
        assert len(found) == 3
        [stone] = [text for text in found if text["url"] == f"{tree}/articles/stone-bridge/"]
        [passage] = [part for part in stone["text"] if phrase in part[1]]
        assert passage[0] == "p1"
        assert "<span" not in json.dumps(stone["text"]) and "<strong" not in json.dumps(stone["text"])
        assert [claim[0] for claim in stone["claims"]] == ["c1", "c2"] and stone["claims"][1][2] == "老王"


def test_the_index_has_the_fold_of_the_browser_and_the_curators_words(site, project, tmp_path):
    (project / "docs" / "synonyms.yml").write_text("- [裂缝, 龜裂]\n", encoding="utf-8")
    assert build(project, tmp_path / "out", "mkdocs", "--strict").returncode == 0
    search = tmp_path / "out" / "search"
    found = meanings(table(search, "meanings"))
    # Of the two words the articles have one: the other finds it, and nothing is said of the way back.
    assert found[folded("龜裂")] == {folded("裂缝")} and folded("裂缝") not in found
    table_of_folds = dict(zip(*table(search, "fold"), strict=True))
    held = "".join(text for each in texts(search, "zh-hant") for _, text, *_ in each["text"])
    wide = "".join(character for character in held if character.isascii() or "\u4e00" <= character <= "\u9fff")
    assert "".join(table_of_folds.get(character, character) for character in wide.lower()) == folded(wide)
    assert not (tmp_path / "out" / "synonyms.yml").exists()


def test_a_fault_in_the_region_words_ends_a_strict_build(project, tmp_path):
    (project / "docs" / "synonyms.yml").write_text("- [裂缝, 龜裂]\n- [桥]\n", encoding="utf-8")
    done = build(project, tmp_path / "out", "mkdocs", "--strict")
    assert done.returncode == 1 and "docs/synonyms.yml:2: synonym-form" in done.stderr


def test_the_theme_fetches_no_index_of_its_own(site):
    assert not list(site.rglob("search_index.json"))
    assert 'name="search"' not in (site / "zh-hans" / "index.html").read_text(encoding="utf-8")
