"""The way through a list of several pages."""

import pytest

from digest.pages.made.page import parts


@pytest.mark.parametrize(
    ("count", "number", "shown"),
    [
        (1, 1, []),
        (2, 1, [1, 2]),
        (3, 2, [1, 2, 3]),
        (9, 1, [1, 2, 3, 9]),
        (9, 5, [1, 3, 4, 5, 6, 7, 9]),
        (9, 9, [1, 7, 8, 9]),
        (6000, 3000, [1, 2998, 2999, 3000, 3001, 3002, 6000]),
    ],
)
def test_a_part_leads_to_those_near_it_and_to_both_ends(count, number, shown):
    made = parts("claims", range(count * 10), 10)
    way = made[number - 1].way(lambda path: f"/{path}/")
    assert [each for each, _ in way] == shown
    assert [address for _, address in way] == ["/claims/" if each == 1 else f"/claims/{each}/" for each in shown]
