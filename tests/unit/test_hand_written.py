import pytest
from tested_engine import script

from digest.pages.views import Views
from digest.plan.site_plan import read_site_plan
from digest.zh.variants import VARIANTS

BASE = """---
title: 软件
lang: zh-Hans
claims:
  - {id: c1, text: 软件要修。}
---
软件要修。<!--c1-->

## 节
"""
WRITTEN = """---
title: 軟體
lang: zh-Hant
claims:
  - {id: c1, text: 軟體須修。}
---
軟體須修。<!--c1-->

## 節
"""


@pytest.fixture
def docs(tmp_path):
    folder = tmp_path / "docs" / "articles"
    folder.mkdir(parents=True)
    (folder / "soft.md").write_text(BASE, encoding="utf-8")
    (folder / "soft.zh-hant.md").write_text(WRITTEN, encoding="utf-8")
    return tmp_path / "docs"


def views(docs, tag):
    plan, found = read_site_plan(docs)
    assert found == []
    return Views(plan, script(), VARIANTS[tag], "zh-Hans", "articles").article("soft")


def test_what_a_person_wrote_wins_over_conversion(docs):
    assert (views(docs, "zh-Hans").title, views(docs, "zh-Hans").claims[0].text) == ("软件", "软件要修。")
    assert (views(docs, "zh-Hant").title, views(docs, "zh-Hant").claims[0].text) == ("軟體", "軟體須修。")


def test_a_region_is_made_from_what_was_written_for_its_script(docs):
    assert views(docs, "zh-Hant-HK").claims[0].text == "軟體須修。"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("id: c1", "id: c2", "variant-claims"),
        ("## 節", "### 節", "variant-headings"),
        ("lang: zh-Hant", "lang: zh-Hans", "variant-lang"),
    ],
)
def test_it_must_say_the_same(docs, old, new, code):
    path = docs / "articles" / "soft.zh-hant.md"
    path.write_text(WRITTEN.replace(old, new), encoding="utf-8")
    found = read_site_plan(docs)[1]
    assert code in [fault.code for fault in found]
    assert all(fault.file == "docs/articles/soft.zh-hant.md" for fault in found)


def test_it_needs_its_article(docs):
    (docs / "articles" / "soft.md").unlink()
    assert [fault.code for fault in read_site_plan(docs)[1]] == ["variant-alone"]
