"""The search's files in a built site."""

import gzip
import json

from building import build

from digest.search.tokens import folded


def test_each_variant_has_its_texts_in_its_script_without_markup(site):
    for tree, phrase in (("zh-hans", "头发一样细的裂缝"), ("zh-hant", "頭髮一樣細的裂縫")):
        texts = [json.loads(gzip.decompress(path.read_bytes())) for path in (site / "search" / "text" / tree).iterdir()]
        assert len(texts) == 3
        [stone] = [text for text in texts if text["url"] == f"{tree}/articles/stone-bridge/"]
        [passage] = [part for part in stone["text"] if phrase in part[1]]
        assert passage[0] == "p1"
        assert "<span" not in json.dumps(stone["text"]) and "<strong" not in json.dumps(stone["text"])
        assert [claim[0] for claim in stone["claims"]] == ["c1", "c2"] and stone["claims"][1][2] == "老王"


def test_the_index_has_the_fold_of_the_browser_and_the_curators_words(site, project, tmp_path):
    (project / "docs" / "synonyms.yml").write_text("- [裂缝, 龜裂]\n", encoding="utf-8")
    assert build(project, tmp_path / "out", "mkdocs", "--strict").returncode == 0
    entry = json.loads(gzip.decompress((tmp_path / "out" / "search" / "index.bin").read_bytes()))
    assert entry["articles"] == 3 and entry["synonyms"] == {
        folded("裂缝"): [folded("龜裂")],
        folded("龜裂"): [folded("裂缝")],
    }
    table = gzip.decompress((tmp_path / "out" / "search" / entry["fold"]).read_bytes()).decode()
    table = dict(zip(*table.split("\n"), strict=True))
    text = "產業互聯網裡面頭髮「」"
    assert "".join(table.get(character, character) for character in text) == folded(text)
    assert not (tmp_path / "out" / "synonyms.yml").exists()


def test_a_fault_in_the_region_words_ends_a_strict_build(project, tmp_path):
    (project / "docs" / "synonyms.yml").write_text("- [裂缝, 龜裂]\n- [桥]\n", encoding="utf-8")
    done = build(project, tmp_path / "out", "mkdocs", "--strict")
    assert done.returncode == 1 and "docs/synonyms.yml:2: synonym-form" in done.stderr


def test_the_theme_fetches_no_index_of_its_own(site):
    assert not list(site.rglob("search_index.json"))
    assert 'name="search"' not in (site / "zh-hans" / "index.html").read_text(encoding="utf-8")
