import subprocess
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.articles.marks import numbers, read
from digest.files.git_dates import last_changes
from digest.pages.article_view import citation
from digest.pages.disputes import chosen
from digest.plan.relations import Relation
from digest.text.html_tokens import count_at_marks, without_styles

WORDS = {"anonymous": "佚名", "and_others": "等"}


@pytest.mark.parametrize(
    ("given", "before", "after"),
    [
        (
            (("孟永辉",), "烟雾弹", "人人都是产品经理", "2021-09-30", "https://example.org/a", ""),
            "孟永辉. 烟雾弹[EB/OL]. 人人都是产品经理, (2021-09-30)[",
            "]. https://example.org/a.",
        ),
        (((), "某文", "", "", "", "某文摘"), "佚名. 某文[EB/OL]//某文摘. [", "]."),
        ((("甲", "乙", "丙"), "文", "", "2020-01-02", "", ""), "甲, 乙, 丙. 文[EB/OL]. (2020-01-02)[", "]."),
        ((("甲", "乙", "丙", "丁"), "文", "报", "", "", ""), "甲, 乙, 丙, 等. 文[EB/OL]. 报, [", "]."),
    ],
)
def test_a_citation_reads_as_the_standard_has_it(given, before, after):
    cited = citation(*given, WORDS)
    assert (cited.before, cited.after) == (before, after)


def relation(a, b, kind="disputes"):
    return Relation(a, b, kind, "由")


def test_disputes_are_spread_over_articles_in_the_curators_order():
    listed = [
        relation("a#c1", "b#c1"),
        relation("a#c2", "b#c2"),
        relation("a#c1", "c#c1"),
        relation("x#c1", "y#c1", "supports"),
        relation("c#c2", "b#c3"),
        relation("b#c4", "a#c3"),
    ]
    assert chosen(listed, 2) == [listed[0], listed[4]]
    # No claim twice: a#c1 has had its turn; then pairs of articles come again, in the curators' order.
    assert chosen(listed, 9) == [listed[0], listed[4], listed[1], listed[5]]
    assert chosen([], 3) == []
    # Pairs take turns, as often as it takes.
    one, other = ([relation(f"{a}#c{at}", f"{b}#c{at}") for at in (1, 2, 3)] for a, b in ("ab", "cd"))
    assert chosen([*one, *other]) == [one[0], other[0], one[1], other[1], one[2], other[2]]


@given(
    st.lists(st.tuples(st.sampled_from("abcd"), st.integers(1, 3), st.sampled_from("abcd"), st.integers(1, 3))),
    st.integers(0, 9),
)
def test_each_dispute_is_the_first_of_a_pair_that_had_the_fewest_turns(drawn, most):
    left = [relation(f"{one}#c{number}", f"{other}#c{last}") for one, number, other, last in drawn]
    found = chosen(left, most)
    turns = Counter()
    for each in found:
        fewest = min(turns[articles(other)] for other in left)
        assert each == next(other for other in left if turns[articles(other)] == fewest)
        turns[articles(each)] += 1
        left = [other for other in left if not {other.a, other.b} & {each.a, each.b}]
    assert len(found) == most or not left


def articles(each):
    return frozenset(ref.partition("#")[0] for ref in (each.a, each.b))


def test_marks_say_their_number_and_how_many_claims_meet_theirs():
    html = (
        '<span class="dg-claim" data-mark="c2" id="c2">甲。</span><a class="dg-mark" href="#claim-c2" data-n="2" aria-label="论点 2"></a>'
        '<span class="dg-claim" data-mark="c1 d1" id="c1">乙。</span><a class="dg-mark" href="#claim-c1" data-n="1" aria-label="论点 1"></a>'
    )
    assert count_at_marks(html, {"c1": (3, 1), "c2": (0, 0)}, {"c2": 1, "c1": 2}) == (
        '<span class="dg-claim" data-mark="c2" id="c2">甲。</span><a class="dg-mark" href="#claim-c2" data-n="1" aria-label="论点 1"></a>'
        '<span class="dg-claim" data-mark="c1 d1" data-disputed id="c1">乙。</span>'
        '<a class="dg-mark" href="#claim-c1" data-meets="3" data-disputes="1" data-n="2" aria-label="论点 2"></a>'
    )


def test_claims_are_counted_in_the_order_of_the_text():
    """Ids stay with their claims; a further sentence (c1+) and code that shows a mark count nothing."""
    body = "先说乙。<!--c7-->再说甲。<!--c1 d1-->又说乙。<!--c7+-->\n\n`<!--c9-->`后说丙。<!--c3-->\n"
    assert numbers(read(body).markdown) == {"c7": 1, "c1": 2, "c3": 3}


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ('<td style="text-align: right;">1</td>', '<td class="dg-right">1</td>'),
        ("<p STYLE='position:fixed'>style=\"x\"</p>", '<p>style="x"</p>'),
        ('<pre><code>a style="b"</code></pre>', '<pre><code>a style="b"</code></pre>'),
        ("<p>没有</p>", "<p>没有</p>"),
    ],
)
def test_style_attributes_are_taken_out(html, wanted):
    assert without_styles(html) == wanted


def git(folder, *arguments, day="2024-05-06"):
    environment = {
        "GIT_COMMITTER_DATE": f"{day}T12:00:00+0800",
        "GIT_AUTHOR_DATE": f"{day}T12:00:00+0800",
        "HOME": str(folder),
        "PATH": "/usr/bin:/bin:/usr/local/bin",
    }
    subprocess.run(
        ["git", "-C", str(folder), "-c", "user.name=n", "-c", "user.email=e@example.org", *arguments],
        check=True,
        env=environment,
        capture_output=True,
    )


def test_the_last_change_of_each_file_is_known(tmp_path):
    docs = tmp_path / "docs"
    docs.mkdir()
    git(tmp_path, "init", "-q")
    for day, name in (("2024-05-06", "a.md"), ("2025-01-02", "乙 b.md"), ("2025-03-04", "c.md")):
        (docs / name).write_text(day, encoding="utf-8")
        git(tmp_path, "add", ".", day=day)
        git(tmp_path, "commit", "-qm", name, day=day)
    (docs / "a.md").write_text("new", encoding="utf-8")
    git(tmp_path, "commit", "-qam", "again", day="2025-06-07")
    (docs / "never.md").write_text("", encoding="utf-8")
    assert last_changes(docs) == {"a.md": "2025-06-07", "乙 b.md": "2025-01-02", "c.md": "2025-03-04"}
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{tmp_path}", str(tmp_path / "shallow"))
    assert last_changes(tmp_path / "shallow" / "docs") == {}


def test_without_git_nothing_is_said(tmp_path, monkeypatch):
    assert last_changes(tmp_path) == {}
    monkeypatch.setenv("PATH", str(tmp_path))
    assert last_changes(tmp_path) == {}
