"""Addresses in a tree, as they hold on a page."""

from itertools import product
from urllib.parse import urljoin

import pytest

from digest.edition.placed import Way

PAGES = ["zh-hans/", "zh-hans/articles/x/", "zh-hans/claims/", "zh-hans/claims/2/", "zh-hans/a/b/c/d/"]
OTHERS = [
    *PAGES,
    *(f"{page}#c1" for page in PAGES),
    "zh-hans/articles/y/",
    "zh-hans/articles/",
    "zh-hans/articles-2/x/",
    "zh-hans/articles/x/index.md",
    "zh-hans/digest.epub",
]
SITE = "https://example.org/under/"


@pytest.mark.parametrize(("page", "other"), list(product(PAGES, OTHERS)))
def test_a_browser_finds_the_place(page, other):
    assert urljoin(SITE + page, Way(page, "zh-hans/").to(other)) == SITE + other


@pytest.mark.parametrize(
    ("page", "other", "way"),
    [
        ("zh-hans/articles/x/", "zh-hans/articles/y/#c1", "../y/#c1"),
        ("zh-hans/articles/x/", "zh-hans/articles/x/", "./"),
        ("zh-hans/articles/x/", "zh-hans/articles/x/#c1", "#c1"),
        ("zh-hans/", "zh-hans/claims/", "claims/"),
    ],
)
def test_an_address_says_no_more_than_it_must(page, other, way):
    assert Way(page, "zh-hans/").to(other) == way
