"""A floor under the quality of whole pages: made-up pages in the shapes of portals, accounts, offices and forums.

`pages/` holds them as saved (several charsets), text copies of some, and in `gold.json` what an editor would keep.
They are scored as the benchmark scores (bench/clean/score.py), so a change that costs quality fails here.
"""

import importlib.util
import json
from functools import cache
from pathlib import Path

import pytest

from convert.formats.charset import decode
from convert.pipeline import convert

ROOT = Path(__file__).resolve().parents[2]
PAGES = Path(__file__).parent / "pages"
GOLD = {entry["id"]: entry for entry in json.loads((PAGES / "gold.json").read_text("utf-8"))}
SPEC = importlib.util.spec_from_file_location("score", ROOT / "bench" / "clean" / "score.py")
SCORE = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(SCORE)
FLOOR = {
    "F1": 0.985,
    "para": 0.97,
    "keep": 0.995,
    "drop": 0.97,
    "title": 0.97,
    "auth+": 0.8,
    "date": 0.97,
    "head": 0.85,
    "hprec": 0.8,
}
COPIES_FLOOR = {"F1": 0.95, "para": 0.95, "keep": 0.97, "drop": 0.9}


@cache
def scores(name):
    (path,) = PAGES.glob(f"{name}.[ht]*")
    article = convert(decode(path.read_bytes()), f"seeds/{path.name}")
    return SCORE.page_scores(article.markdown, GOLD[name])


def mean(names, column):
    values = [scores(name)[column] for name in names if scores(name)[column] is not None]
    assert values
    return sum(values) / len(values)


@pytest.mark.parametrize(("column", "floor"), FLOOR.items())
def test_saved_pages(column, floor):
    assert mean([name for name in GOLD if not name.endswith("-copy")], column) >= floor


@pytest.mark.parametrize(("column", "floor"), COPIES_FLOOR.items())
def test_text_copies(column, floor):
    assert mean([name for name in GOLD if name.endswith("-copy")], column) >= floor


@pytest.mark.parametrize("name", [name for name in GOLD if not name.endswith("-copy")])
def test_no_page_loses_text(name):
    assert scores(name)["keep"] == 1 and scores(name)["F1"] >= 0.9
