"""Addresses as every program accepts them."""

import pytest

from digest.exports.imprint import web_address


@pytest.mark.parametrize(
    ("written", "accepted"),
    [
        ("https://example.org/a?b=c&d#e", "https://example.org/a?b=c&d#e"),
        ("https://example.org/桥 [1]?x=%zz%20#a#b", "https://example.org/%E6%A1%A5%20%5B1%5D?x=%25zz%20#a%23b"),
        ("http://例子.中国/路", "http://xn--fsqu00a.xn--fiqs8s/%E8%B7%AF"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("http://[broken", ""),
        ("http://a b/", ""),
        ("http://user@example.org/", ""),
        ("javascript:alert(1)", ""),
        ("ftp://example.org/", ""),
        ("mailto:nobody", ""),
        ("http://a..例", ""),
        ("/path", ""),
        ("", ""),
    ],
)
def test_what_no_address_may_hold_is_written_as_codes(written, accepted):
    assert web_address(written) == accepted
