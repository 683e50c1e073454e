"""Rows of a statement's runs and concepts, beside the same worked out in plain dictionaries."""

from __future__ import annotations

import math
from collections import Counter

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as some

from digest.proposals.alike.sparse_rows import gathered
from digest.proposals.alike.statement_features import cosine, of_rarity, pivoted, run_weights

COUNTS = some.lists(some.dictionaries(some.integers(0, 5), some.integers(1, 4), max_size=4), min_size=1, max_size=5)


def rows_of(plain, width=6):
    cells = [(number, column, value) for number, row in enumerate(plain) for column, value in row.items()]
    rows, columns, values = (numpy.array([cell[at] for cell in cells], kind) for at, kind in enumerate("qqd"))
    return gathered(rows, columns, values, len(plain), width)


def plain_of(rows):
    found = [{} for _ in range(len(rows))]
    for row, column, value in zip(rows.rows.tolist(), rows.columns.tolist(), rows.values.tolist(), strict=True):
        assert 0 <= column < rows.width and column not in found[row]
        found[row][column] = value
    return found


def products(plain):
    """What each row shares with each: columns may have other numbers, and those of one row only meet nothing."""
    return [[sum(value * other.get(key, 0) for key, value in one.items()) for other in plain] for one in plain]


def without_its_own(plain):
    times = Counter(key for row in plain for key in row)
    return [{key: value for key, value in row.items() if times[key] > 1} for row in plain]


def rarity(plain):
    return {
        key: math.log((len(plain) + 1) / times) for key, times in Counter(key for row in plain for key in row).items()
    }


def length(row):
    return math.sqrt(sum(value**2 for value in row.values()))


def assert_same(rows, plain):
    assert len(rows) == len(plain)
    for found, expected in zip(products(plain_of(rows)), products(plain), strict=True):
        assert found == pytest.approx(expected)


@given(some.lists(some.text(alphabet="桥石修a ，。", max_size=8), max_size=5), some.sampled_from([2, 3]))
def test_runs_of_characters_within_words_weigh_by_count_and_rarity(texts, size):
    runs = [
        Counter(part for at in range(len(text) - size + 1) if not set(part := text[at : at + size]) & set(" ，。"))
        for text in texts
    ]
    rare = rarity(runs)
    expected = [{run: (1 + math.log(count)) * rare[run] for run, count in row.items()} for row in runs]
    weighed = run_weights(texts, size)
    assert_same(weighed, expected)
    assert weighed.lengths.tolist() == pytest.approx([length(row) for row in expected])


@given(COUNTS)
def test_a_concepts_places_count_as_they_are_and_rarity_by_its_root(plain):
    rare = rarity(plain)
    expected = [{key: value * math.sqrt(rare[key]) for key, value in row.items()} for row in plain]
    assert [pytest.approx(row) for row in expected] == plain_of(of_rarity(rows_of(plain)))


@given(COUNTS)
def test_a_cosine_is_of_rows_at_length_one(plain):
    expected = [{key: value / length(row) for key, value in row.items()} for row in plain]
    assert_same(cosine(rows_of(plain)), without_its_own(expected))


@given(COUNTS)
def test_a_pivoted_row_is_divided_by_half_its_length_and_half_the_mean_of_those_that_have_any(plain):
    lengths = [length(row) for row in plain]
    some_length = [each for each in lengths if each > 0]
    mean = sum(some_length) / len(some_length) if some_length else 0
    expected = [
        {key: value / (0.5 * mean + 0.5 * own) for key, value in row.items()}
        for row, own in zip(plain, lengths, strict=True)
    ]
    assert_same(pivoted(rows_of(plain)), without_its_own(expected))
