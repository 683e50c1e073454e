"""What a browser may load for a page of the site: its Content-Security-Policy, and the headers to send it with."""

from __future__ import annotations

# Pictures in the theme's styles are data: addresses. Nothing is inline: no script, no style.
_ALLOWED = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}


def policy(pictures_elsewhere: bool = False) -> str:
    """The policy; ``pictures_elsewhere`` allows the pictures of other hosts, where the site shows them."""
    allowed = _ALLOWED | ({"img-src": "'self' data: https: http:"} if pictures_elsewhere else {})
    return "; ".join(f"{name} {sources}" for name, sources in allowed.items())


def headers(pictures_elsewhere: bool = False) -> str:
    """The file ``_headers`` as several hosts of static sites read it: the policy and its companions, for every file.

    Who may show the site in a frame can be said in a header only.
    """
    return (
        "/*\n"
        f"  Content-Security-Policy: {policy(pictures_elsewhere)}; frame-ancestors 'self'\n"
        "  X-Content-Type-Options: nosniff\n"
        "  Referrer-Policy: strict-origin-when-cross-origin\n"
    )
