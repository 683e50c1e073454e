"""A page is kept under all that its template was given: equal values, the same bytes; another value, another page."""

from dataclasses import dataclass, make_dataclass, replace
from types import SimpleNamespace

import pytest
from jinja2 import DictLoader, Environment

from digest.keeping.store import Store
from digest.mkdocs_adapter.templates.page_view import NavItem, NavView
from digest.mkdocs_adapter.templates.render import Renderer, sources, template_stamp
from digest.text.stamped import Derived, Stamped, hashed
from digest.zh.variants import VARIANTS

TEMPLATES = {
    "page.html": '{% extends "base.html" %}{% block text %}{{ page.content }} {{ own }} {% include "part.html" %}{% endblock %}',
    "base.html": '{% import "words.html" as words %}{{ words.word() }} {% block text %}{% endblock %}',
    "part.html": "{{ said }}{{ page.title }}",
    "words.html": "{% macro word() %}一{% endmacro %}",
    "other.html": "没人用",
}


def placed(**own):
    given = {
        "title": "题",
        "meta": {"hide": ["toc"]},
        "toc": [],
        "content": "<p>文</p>",
        "url": "zh-hans/a/",
        "canonical_url": "",
        "edit_url": None,
        "is_homepage": False,
        "previous_page": None,
        "next_page": None,
        "ancestors": [],
        "variant": VARIANTS["zh-Hans"],
    }
    return SimpleNamespace(**{**given, **own})


def nav(*titles):
    items = tuple(NavItem(title, f"zh-hans/{number}/", "page", {}, None) for number, title in enumerate(titles))
    return NavView(items, items)


@pytest.fixture
def render(tmp_path):
    def rendered(templates=TEMPLATES, shared=None, in_nav=(), of_host=None, page=None, **values):
        store = Store(tmp_path / "build.sqlite3", "stamp")
        tag = "zh-Hans"
        env = Environment(loader=DictLoader(templates), autoescape=True)
        made = Renderer(env, {tag: shared or {}}, {tag: nav(*in_nav)}, {tag: {}}, store)
        text = made.rendered(page or placed(), "page.html", {"base_url": "..", **(of_host or {})}, values)
        asked, put = len(store._asked), store._written
        store.close()
        return text, bool(asked) and not put

    return rendered


def test_equal_values_are_taken_from_what_was_kept(render):
    first, kept = render(own="甲", said=("乙",))
    assert not kept and "甲" in first
    assert render(own="甲", said=("乙",)) == (first, True)


CHANGES = [
    {"own": "丙"},
    {"said": ("乙", "丁")},
    {"shared": {"labels": {"author": "作者"}}},
    {"in_nav": ("首页",)},
    {"of_host": {"extra_css": ["a.css"]}},
    {"page": placed(content="<p>改了</p>")},
    {"page": placed(title="新题")},
    {"page": placed(meta={"hide": []})},
    *({"templates": {**TEMPLATES, name: text + "改"}} for name, text in TEMPLATES.items() if name != "other.html"),
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: str(change)[:40])
def test_whatever_is_given_another_value_makes_another_page(render, change):
    given = {"own": "甲", "said": ("乙",)}
    render(**given)
    assert not render(**{**given, **change})[1]


def test_a_template_that_is_not_included_changes_nothing(render):
    render(own="甲", said="")
    assert render(templates={**TEMPLATES, "other.html": "改"}, own="甲", said="")[1]


def test_what_was_withheld_cannot_be_shown(render):
    text, _ = render(
        templates={**TEMPLATES, "part.html": "[{{ pages }}{{ build_date_utc }}{{ page.file }}]"},
        own="",
        of_host={"pages": ["x"], "build_date_utc": "now"},
    )
    assert "[]" in text


def test_a_value_that_shows_its_place_in_memory_is_not_kept(render):
    render(own="甲", said=object)
    one = object()
    render(own="甲", said=one)
    assert not render(own="甲", said=one)[1]


@dataclass(frozen=True, repr=False)
class Listed(Stamped):
    title: str
    authors: tuple[str, ...]


def test_a_stamp_shows_every_field_a_new_one_too():
    one = Listed("题", ("甲",))
    assert repr(one) == repr(Listed("题", ("甲",))) != repr(replace(one, authors=()))
    more = make_dataclass("Listed", [("rights", str, "")], bases=(Listed,), frozen=True, repr=False)
    assert more("题", ("甲",)).stamp != one.stamp != more("题", ("甲",), "保留").stamp


def test_a_value_that_is_put_off_shows_what_it_is_made_from():
    later = Derived(hashed, "甲")
    assert repr(later) == repr(Derived(hashed, "甲")) != repr(Derived(hashed, "乙"))
    assert later() == hashed("甲")


def test_the_stamp_of_a_template_goes_through_what_it_includes():
    def stamp(**changed):
        return template_stamp(sources(Environment(loader=DictLoader({**TEMPLATES, **changed}))), "page.html")

    assert stamp() == stamp(**{"other.html": "改"}) != stamp(**{"words.html": "改"})
