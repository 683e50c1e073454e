from digest.exports.content_policy import headers, policy


def test_nothing_inline_and_nothing_from_elsewhere_is_allowed():
    directives = dict(part.split(" ", 1) for part in policy().split("; "))
    assert directives["default-src"] == "'none'" and directives["script-src"] == directives["style-src"] == "'self'"
    assert "unsafe" not in policy() and "http" not in policy()


def test_pictures_of_other_hosts_are_allowed_where_they_are_shown():
    assert "img-src 'self' data: https: http:" in policy(pictures_elsewhere=True)


def test_the_headers_have_the_policy_and_who_may_frame_the_site():
    lines = headers().splitlines()
    assert lines[0] == "/*" and f"  Content-Security-Policy: {policy()}; frame-ancestors 'self'" in lines
