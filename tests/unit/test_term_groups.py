"""Shared groups of terms: files that the site or an article switches on by name."""

import pytest

from digest.pages.views import Views
from digest.plan.site_plan import is_data_file, read_site_plan
from digest.review import report
from digest.review.changes import compare
from digest.review.texts import Publishing, read_state
from digest.zh.shipped import digest_script
from digest.zh.variants import VARIANTS

ARTICLE = "---\ntitle: 甲酸和鲸豚\nlang: zh-Hans\n{}---\n说到甲酸和鲸豚。\n"
CHEMISTRY = "zh-Hant: {甲酸: 蟻酸}\nzh-Hant-HK: {甲酸: 甲酸酸}\n"
WHALES = "zh-Hant: {鲸豚: 鯨類, 甲酸: 別的}\n"


@pytest.fixture
def docs(tmp_path):
    def written(head="", **files):
        folder = tmp_path / "docs"
        for name, text in {
            "articles/a": ARTICLE.format(head),
            "articles/b": ARTICLE.format(""),
            **{name.replace("__", "/"): text for name, text in files.items()},
        }.items():
            path = folder / (name + (".md" if name.startswith("articles") else ".yml"))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return folder

    return written


def titles(folder, tag, groups=()):
    plan, found = read_site_plan(folder, term_groups=groups)
    assert not found, found
    views = Views(plan, digest_script(plan.terms), VARIANTS[tag], "zh-Hans", "articles")
    return [views.text(plan.articles[slug].title, plan.articles[slug]) for slug in "ab"]


def test_a_site_has_the_groups_that_it_names(docs):
    folder = docs(terms__chemistry=CHEMISTRY, terms__whales=WHALES)
    assert titles(folder, "zh-Hant") == ["甲酸和鯨豚"] * 2
    assert titles(folder, "zh-Hant", ["chemistry"]) == ["蟻酸和鯨豚"] * 2
    assert titles(folder, "zh-Hant-HK", ["chemistry"]) == ["甲酸酸和鯨豚"] * 2
    assert titles(folder, "zh-Hant", ["chemistry", "whales"]) == ["別的和鯨類"] * 2


def test_an_article_has_the_groups_that_it_names_by_variant(docs):
    folder = docs("term_groups: [chemistry]\n", terms__chemistry=CHEMISTRY)
    assert titles(folder, "zh-Hant") == ["蟻酸和鯨豚", "甲酸和鯨豚"]
    assert titles(folder, "zh-Hant-TW") == ["蟻酸和鯨豚", "甲酸和鯨豚"]
    assert titles(folder, "zh-Hant-HK") == ["甲酸酸和鯨豚", "甲酸和鯨豚"]


def test_what_is_nearer_to_an_article_wins(docs):
    files = {"terms__chemistry": CHEMISTRY, "terms__whales": WHALES, "terms": "zh-Hant: {甲酸: 站, 鲸豚: 站}\n"}
    assert titles(docs(**files), "zh-Hant", ["chemistry", "whales"]) == ["站和站"] * 2
    assert titles(docs("term_groups: [chemistry]\n", **files), "zh-Hant") == ["蟻酸和站", "站和站"]
    own = "term_groups: [chemistry]\nterms: {甲酸: 自己}\n"
    assert titles(docs(own, **files), "zh-Hant") == ["自己和站", "站和站"]


def test_a_name_that_is_none_is_said_with_its_place_and_the_nearest(docs):
    head = "tags: [甲]\nterm_groups:\n  - chemistry\n  - chemestry\n  - 电影\n"
    folder = docs(head, terms__chemistry=CHEMISTRY, terms__chemist=CHEMISTRY)
    (folder.parent / "mkdocs.yml").write_text("plugins:\n  - digest:\n      term_groups: [wales]\n", encoding="utf-8")
    site, *article = map(str, sorted(read_site_plan(folder, term_groups=["wales"])[1], key=lambda each: each.line))
    there_is_none = "there is no group of terms"
    allowed = "allowed: the name of a file in docs/terms/: chemist, chemistry; example: term_groups: [chemist]"
    assert site.startswith(f"mkdocs.yml:3: settings-value: digest: term_groups: {there_is_none} wales (docs/terms/wa")
    assert article == [
        f"docs/articles/a.md:7: term-group: {there_is_none} chemestry (docs/terms/chemestry.yml); nearest: chemistry; "
        + allowed,
        f"docs/articles/a.md:8: term-group: {there_is_none} 电影 (docs/terms/电影.yml); {allowed}",
    ]


def test_where_there_is_no_group_yet_an_example_has_one_all_the_same(docs):
    [told] = map(str, read_site_plan(docs("term_groups: [鲸]\n"))[1])
    assert told.endswith("allowed: the name of a file in docs/terms/; example: term_groups: [chemistry]")


def test_a_group_is_checked_as_terms_are_and_not_published(docs):
    folder = docs(terms__chemistry="zh-Hant:\n  甲酸: 蟻酸\nfr: {甲酸: x}\n")
    found = read_site_plan(folder)[1]
    assert [(each.file, each.line, each.code) for each in found] == [("docs/terms/chemistry.yml", 3, "terms-variant")]
    assert is_data_file("terms/chemistry.yml") and not is_data_file("terms/notes.md")
    assert not is_data_file("articles/terms/x.yml")


@pytest.mark.parametrize("where", ["site", "article"])
def test_a_review_shows_what_a_changed_group_does(docs, tmp_path, where):
    head, groups = ("", ["chemistry"]) if where == "site" else ("term_groups: [chemistry]\n", [])
    states = []
    for becomes in ("蟻酸", "甲酸水"):
        folder = docs(head, terms__chemistry=f"zh-Hant: {{甲酸: {becomes}}}\n")
        states.append(read_state(folder, Publishing(term_groups=groups)))
        assert not states[-1].faults
        states[-1].sentences(states[-1].texts["articles/a.md"])
    written = report.text(compare(*states))
    assert "用词 1" in written and "說到[蟻]酸和鯨豚" in written and "說到[甲]酸[水]和鯨豚" in written
    assert ("- articles/b.md" in written) == (where == "site")
