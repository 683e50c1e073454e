"""Where a page stands in the tree of its variant: the ways from it to others, and the same page in other variants."""

from itertools import product
from urllib.parse import urljoin

from digest.edition.placed import Alternate, PlacedPage, Way, alternates
from digest.edition.site import PageAddress
from digest.zh.variants import VARIANTS

SITE = "https://example.org/d/"
PAGES = ("", "zh-hans/", "zh-hans/articles/a/", "zh-hans/articles/ab/", "zh-hans/claims/2/", "zh-hant/articles/a/")


def test_a_way_leads_from_each_page_to_each_other():
    for page, place in product(
        PAGES, (*PAGES, "feed.xml", "zh-hans/articles/a/#c1", "zh-hans/articles/a/map.svg", "zh-hans/b.epub")
    ):
        assert urljoin(SITE + page, Way(page, "zh-hans/").to(place)) == SITE + place, (page, place)


def test_a_way_says_no_more_than_it_must():
    for page, place, way in [
        ("zh-hans/articles/a/", "zh-hans/articles/a/#c1", "#c1"),
        ("zh-hans/articles/a/", "zh-hans/articles/a/", "./"),
        ("zh-hans/articles/a/", "zh-hans/articles/ab/", "../ab/"),
        ("zh-hans/articles/a/", "zh-hans/", "../../"),
        ("zh-hans/articles/a/", "zh-hant/articles/a/", "../../../zh-hant/articles/a/"),
        ("zh-hans/", "zh-hans/claims/", "claims/"),
        ("", "zh-hans/", "zh-hans/"),
    ]:
        assert Way(page, "zh-hans/").to(place) == way, (page, place)
    assert Way("zh-hans/", "zh-hans/").root == "zh-hans/"


def test_a_page_leads_to_its_like_in_the_variants_that_have_it():
    tags = ("zh-Hans", "zh-Hant", "zh-Hant-TW")
    variants = tuple(VARIANTS[tag] for tag in tags)
    places = {(tag, "a.md"): PageAddress(f"{tag}/a/", f"{SITE}{tag}/a/") for tag in (tags[0], tags[2])}
    places[tags[1], "b.md"] = PageAddress("zh-Hant/b/", f"{SITE}zh-Hant/b/")
    assert alternates(places, "a.md", variants, variants[2]) == [
        Alternate(variants[0], "zh-Hans/a/", f"{SITE}zh-Hans/a/", False),
        Alternate(variants[2], "zh-Hant-TW/a/", f"{SITE}zh-Hant-TW/a/", True),
    ]
    assert alternates(places, "c.md", variants, variants[0]) == []


def test_the_first_page_of_a_tree():
    for url, is_first in [("zh-hans/", True), ("zh-hans/a/", False), ("", False), ("zh-hant/", False)]:
        page = PlacedPage(VARIANTS["zh-Hans"], "index.md", url, SITE + url, "", "")
        assert page.is_homepage is is_first, url
