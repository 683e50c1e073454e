"""Rows of which only what is not zero is kept, beside whole tables of numbers."""

from __future__ import annotations

import numpy
import pytest

from digest.proposals.alike.sparse_rows import gathered


def drawn(seed, height=30, width=12):
    """A table of small whole numbers, so that many are equal, and the same as sparse rows."""
    draw = numpy.random.RandomState(seed)
    table = draw.randint(1, 5, (height, width)) * (draw.random_sample((height, width)) < draw.random_sample()) * 1.0
    rows, columns = numpy.nonzero(table)
    return table, gathered(rows, columns, table[rows, columns], height, width)


def whole(rows):
    table = numpy.zeros((len(rows), rows.width))
    table[rows.rows, rows.columns] = rows.values
    return table


@pytest.mark.parametrize("seed", range(6))
def test_a_row_is_divided_by_its_number_and_by_one_where_that_is_nothing(seed):
    table, rows = drawn(seed)
    divisors = numpy.array([0, 0.5, 1, 2, 4] * 6)
    assert (whole(rows.divided(divisors)) == table / numpy.array([1, 0.5, 1, 2, 4] * 6)[:, None]).all()


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("limit", [1, 3, 12])
def test_the_strongest_of_a_row_are_its_largest_and_of_equals_the_first(seed, limit):
    table, rows = drawn(seed)
    for before, after in zip(table, whole(rows.strongest(limit)), strict=True):
        best = sorted(numpy.flatnonzero(before).tolist(), key=lambda column: (-before[column], column))[:limit]
        assert numpy.flatnonzero(after).tolist() == sorted(best) and (after[best] == before[best]).all()


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("most", [1, 4, 40])
@pytest.mark.parametrize("above", [None, 0.5, 12.0])
def test_products_are_all_that_are_greater_but_those_below_the_most_wanted(seed, most, above):
    table, rows = drawn(seed)
    least = above or 0.0
    for row, products in enumerate(table @ table.T):
        found, values = rows.products(row, rows.turned(), most, *([] if above is None else [above]))
        assert (values == products[found]).all() and (values > least).all()
        needed = [other for other, value in enumerate(products) if value > least and (products > value).sum() < most]
        assert set(needed) <= set(found.tolist())


@pytest.mark.parametrize("seed", range(6))
def test_the_sum_of_two_tables(seed):
    (table, rows), (other_table, other) = drawn(seed), drawn(seed + 6)
    summed = rows.plus(other)
    assert summed.width == rows.width and (whole(summed) == table + other_table).all()


@pytest.mark.parametrize("seed", range(6))
def test_columns_that_several_rows_share_are_kept_and_are_all_there_are(seed):
    table, rows = drawn(seed, height=4, width=9)
    several = table[:, (table > 0).sum(axis=0) > 1]
    shared = rows.shared()
    assert shared.width == several.shape[1] and (whole(shared) == several).all()


def test_rows_that_share_nothing_have_no_columns():
    _, rows = drawn(0, height=1)
    shared = rows.shared()
    assert (shared.width, len(shared), len(shared.values)) == (0, 1, 0)
    products = shared.with_each(0, numpy.array([0]))
    assert products.tolist() == [0] and products.dtype == numpy.float64


def test_of_many_products_those_far_below_the_most_wanted_are_left_out():
    # Three rows have the telling column, four the other one: the row that asks is one of both.
    table = numpy.array([[4.0, 1.0], [4, 0], [4, 0], [0, 1], [0, 1], [0, 1]])
    rows = gathered(*numpy.nonzero(table), table[numpy.nonzero(table)], 6, 2)
    assert [rows.products(0, rows.turned(), most)[0].tolist() for most in (3, 4, 5)] == [
        [0, 1, 2],
        [0, 1, 2, 3, 4, 5],
        [0, 1, 2, 3, 4, 5],
    ]


def test_what_comes_in_any_order_stays_in_it_within_a_row():
    draw = numpy.random.RandomState(1)
    rows, columns = draw.randint(0, 9, 2000), numpy.arange(2000)
    sparse = gathered(rows, columns, columns * 1.0, 9, 2000)
    assert all(
        sparse.columns[sparse.ends[row] : sparse.ends[row + 1]].tolist() == numpy.flatnonzero(rows == row).tolist()
        for row in range(9)
    )
