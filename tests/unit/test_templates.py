"""What templates show is escaped: the host's templates escape nothing by themselves, nor does a block in a child."""

from pathlib import Path

import pytest

THEME = Path(__file__).parent.parent.parent / "plugins" / "digest" / "theme"
# They show the host's own words and addresses, or what was finished already; each value with a filter of its own.
OWN_WAY = {"main.html", "finished.html", "partials/language.html", "partials/take_part.html"}
TEMPLATES = sorted(path.relative_to(THEME).as_posix() for path in THEME.rglob("*.html"))


@pytest.mark.parametrize("name", [name for name in TEMPLATES if name not in OWN_WAY])
def test_every_value_stands_where_it_is_escaped(name):
    """Outside of {% autoescape true %} nothing is shown but blocks of the host and scripts of the theme."""
    text = (THEME / name).read_text(encoding="utf-8")
    outside, depth = "", 0
    for number, part in enumerate(text.split("autoescape")):
        closing = text.split("autoescape")[number - 1].endswith("{% end") if number else False
        depth += 0 if not number else -1 if closing else 1
        outside += part if depth == 0 else ""
    shown = [line.split("}}")[0].strip() for line in outside.split("{{")[1:]]
    shown = [each for each in shown if not each.endswith("| e")]
    assert [each for each in shown if not each.startswith(("super()", "'assets/digest/", "lang.t(", "bundles."))] == []
