"""The nearest statements, beside what comparing every two of them gives: in each way of looking for them."""

from __future__ import annotations

import os
import random

import numpy
import pytest

from digest.keeping.processes import can_fork
from digest.plan.concepts import Concept
from digest.proposals.alike import similarity
from digest.proposals.alike.similarity import Similarity, Statement

CONCEPTS = [Concept("新旧更替", ("淘汰", "消亡")), Concept("桥", ("桥",)), Concept("钱", ("钱", "税"))]
WORDS = "石桥 木桥 渡船 淘汰 消亡 修桥 的钱 税 过河 的人 应当 不会 来出 耐久 老街 庙会 手艺 学徒".split()


def statements(count, groups=7):
    draw = random.Random(count)
    return [
        Statement(f"{number % groups}#c{number}", str(number % groups), "".join(draw.choices(WORDS, k=6)))
        for number in range(count)
    ]


SOME = statements(60)
ALL = {ref: found for ref, found in Similarity(SOME, CONCEPTS).nearest(len(SOME))}


@pytest.fixture(params=["every two", "by telling features"])
def ways(request, monkeypatch):
    if request.param != "every two":
        monkeypatch.setattr(similarity, "EXACT", 0)


def test_every_two_of_different_articles_are_compared_once():
    scores = {(match.a, match.b): match.score for found in ALL.values() for match in found}
    groups = {each.ref: each.group for each in SOME}
    assert all(groups[a] != groups[b] and 0 < score <= 1 for (a, b), score in scores.items())
    assert all(scores[b, a] == pytest.approx(score, abs=2e-6) for (a, b), score in scores.items())
    for found in ALL.values():
        assert found == sorted(found, key=lambda match: (-match.score, match.b))


@pytest.mark.parametrize("limit", [1, 3, 20])
@pytest.mark.parametrize("least", [0.0, 0.2, 0.45])
def test_the_nearest_are_the_first_of_all_that_score_enough(ways, limit, least):
    expected = {ref: [match for match in found if match.score >= least][:limit] for ref, found in ALL.items()}
    assert dict(Similarity(SOME, CONCEPTS).nearest(limit, least=least)) == expected


def test_who_asks_for_more_is_given_so_many_more(ways):
    one, other = SOME[3].ref, SOME[8].ref
    found = dict(Similarity(SOME, CONCEPTS).nearest(2, more={one: 3, other: 1}))
    assert {ref: len(matches) for ref, matches in found.items()} == {ref: 2 for ref in ALL} | {one: 5, other: 3}


@pytest.fixture
def here(monkeypatch):
    """The rows that are looked up in this process; in another the first of them fails."""
    rows, process, nearest = [], os.getpid(), similarity._Asking.nearest

    def noting(self, row, limit):
        if os.getpid() != process and row == 0:
            raise RuntimeError("no room left")
        rows.append(row)
        return nearest(self, row, limit)

    monkeypatch.setattr(similarity._Asking, "nearest", noting)
    monkeypatch.setattr(similarity, "_CHUNK", 7)
    return rows


@pytest.mark.parametrize(("much", "cores", "alone"), [(9, 2, False), (10, 2, True), (9, 1, True)])
@pytest.mark.skipif(not can_fork(), reason="no processes on this system")
def test_several_processes_find_the_same_and_what_fails_there_is_done_here(here, monkeypatch, much, cores, alone):
    monkeypatch.setattr(similarity, "_MUCH", much)
    monkeypatch.setattr(similarity, "cores", lambda: cores)
    assert dict(Similarity(SOME, CONCEPTS).nearest(len(SOME))) == ALL
    assert here == (list(range(len(SOME))) if alone else list(range(7)))


def test_what_is_said_at_length_about_a_concept_scores_no_more_than_one():
    """Its row is longer than the mean that it is divided by."""
    long = "消亡、淘汰，" * 40
    short = [Statement(f"{number}#c1", str(number), f"{each}会淘汰。") for number, each in enumerate("甲乙丙丁戊己庚")]
    [best] = dict(
        Similarity([Statement("a#c1", "a", long), Statement("b#c1", "b", long), *short], CONCEPTS).nearest(1)
    )["a#c1"]
    assert (best.b, best.score) == ("b#c1", 1)


def test_a_concept_that_every_statement_has_is_shared_all_the_same():
    one, other = Statement("a#c1", "a", "桥塌了。"), Statement("b#c1", "b", "桥断了。")
    assert dict(Similarity([one, other], CONCEPTS).nearest(1))["a#c1"][0].shared == ("桥",)


@pytest.mark.parametrize("most", [1, 5, 40, 1999, 2000, 3000])
def test_no_more_are_looked_at_than_the_highest_and_their_equals(most):
    draw = numpy.random.RandomState(most)
    values, groups = draw.permutation(numpy.repeat(numpy.arange(1000.0), 2)), numpy.arange(2001) % 3
    asking = similarity._Asking(None, None, None, groups, groups, 0.0)
    others, found = asking._apart(2000, numpy.arange(2000), values, most)
    least = sorted(values, reverse=True)[:most][-1]
    expected = [(row, value) for row, value in enumerate(values) if value >= least and groups[row] != groups[2000]]
    assert [*zip(others, found, strict=True)] == expected
