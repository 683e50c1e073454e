"""What plainly fits a schema: never a value that the validator would not let pass."""

import copy
import json
import random

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from digest.files import front_matter, settings
from digest.files.schemas import fits

SCHEMAS = {"front matter": front_matter.schema(), "options": settings.schema()}
ODD = [
    None,
    True,
    False,
    0,
    1,
    1.5,
    "",
    " ",
    "x",
    "zh-Hans",
    "2021-02-30",
    "2021-09-30",
    "c1",
    "d0",
    "../a",
    "https://a.b/c",
]
ODD += [[], ["x"], ["x", "x"], [1, True], [[]], {}, {"x": "x"}, {1: "x"}, {"": ""}, {"id": "c1", "text": "x"}]


def valid(schema, value):
    return Draft202012Validator(schema, format_checker=FormatChecker()).is_valid(value)


def of(schema, chance, depth=0):
    """A value as the schema describes it, or now and then another."""
    if chance.random() < 0.08 or depth > 3:
        return copy.deepcopy(chance.choice(ODD))
    if "enum" in schema:
        return chance.choice(schema["enum"])
    if schema.get("type") == "object":
        named = schema.get("properties", {})
        chosen = [key for key in named if key in schema.get("required", ()) or chance.random() < 0.4]
        made = {key: of(named[key], chance, depth + 1) for key in chosen}
        more = schema.get("additionalProperties")
        if isinstance(more, dict) or chance.random() < 0.05:
            made[chance.choice(["video", "支持", "9", ""])] = of(more or {}, chance, depth + 1)
        return made
    if schema.get("type") == "array":
        return [of(schema["items"], chance, depth + 1) for _ in range(chance.randrange(3))]
    return copy.deepcopy(chance.choice(schema.get("examples", ODD)))


@pytest.mark.parametrize("name", SCHEMAS)
def test_what_fits_is_valid_and_what_people_write_fits(name):
    chance, schema = random.Random(name), SCHEMAS[name]
    made = [of(schema, chance) for _ in range(1500)]
    fitting = [value for value in made if fits(schema, value)]
    assert [value for value in fitting if not valid(schema, value)] == []
    assert [value for value in made if valid(schema, value) and not fits(schema, value)] == []
    assert 100 < len(fitting) < 1400


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_keyword_of_the_schema_is_known(name):
    """Each example of the schema fits by itself: an unknown keyword would send everybody to the validator."""
    known = SCHEMAS[name]["properties"]
    examples = {key: part["examples"][0] for key, part in known.items() if part.get("examples")}
    assert [key for key, value in examples.items() if not fits(known[key], value)] == []


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ({"const": 1}, 1),
        ({"not": {"type": "string"}}, 1),
        ({"format": "email"}, "a@example.org"),
        ({"type": "number"}, 1),
        ({"anyOf": [{}]}, 1),
    ],
)
def test_what_is_not_known_here_does_not_fit(schema, value):
    assert valid(schema, value) and not fits(schema, value)


def test_true_is_no_one():
    schema = {"enum": [1, "auto"]}
    assert json.loads("1") == True and not fits(schema, True) and not valid(schema, True)  # noqa: E712
