"""No pattern reads a text in more ways than a few times the square of its length, whatever the text repeats."""

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from backtracking import Places, most_ways

from convert.evidence.fields import authors
from convert.rules.tables import table
from digest.articles.weighing import cues
from digest.plan import publication
from digest.proposals import holders
from digest.zh.context import conventions
from digest.zh.folding import folded_pattern

ROOT = Path(__file__).parents[2]
# A text that is matched at each of its characters and read to its end each time is read in half of its square of ways.
# Of patterns that a second repetition beside the first makes cubic, the smallest is at ten times the square here.
LENGTH = 100
MOST = 10 * LENGTH**2
CALLS = {
    "compile": 1,
    "search": 2,
    "match": 2,
    "fullmatch": 2,
    "findall": 2,
    "finditer": 2,
    "split": 3,
    "sub": 4,
    "subn": 4,
}
# Keys of a rule file that hold no pattern.
PLAIN = ("takes", "leaves", "reason", "where", "action", "most")
# Patterns that are put together when they are used: what they are made of (asked by themselves), or why there is no more
# to ask: names and signs are escaped, a list of patterns is tried one by one elsewhere, or whoever runs a digest writes it.
MADE = {
    "scripts/convert/clean/typography.py: marks": [],
    "scripts/convert/evidence/fields/names.py: endings": [
        rf"(?:^|[，。；,;]|因此|于是)\s*([\u4e00-\u9fff]{{2,4}}?(?:{table('metadata')['medium_endings']}))"
        rf"(?=[^，。,]{{0,12}}(?:{table('metadata')['medium_verbs']}))"
    ],
    "scripts/convert/evidence/fields/authors.py: key": [rf"渡口{authors.OFFICE}"],
    "scripts/convert/evidence/fields/unlabelled.py: name": [
        r"(?:更多|其他|最新|作者)\s?渡口|渡口\s?的?(?:文章|专栏|專欄|作品|新书|新書)"
    ],
    "scripts/convert/evidence/fields/outlet.py: p": [],
    "scripts/convert/evidence/fields/window.py: found": [r"(?:作者|文)\s?[:：/／]\s?渡口"],
    "scripts/convert/rules/tables.py: entry": [],
    "scripts/convert/rules/tables.py: written": [],
    r"scripts/convert/rules/tables.py: _ONE_CASE.sub('(?-i:\\g<0>)', pattern)": [],
    "plugins/digest/articles/weighing/cues.py: pattern": [each.pattern for each in cues._PATTERNS.values()],
    # Messages of the project's own, each with its places for what came.
    "plugins/digest/checks/telling/chinese.py: place": [],
    "plugins/digest/files/schemas.py: asked": [],
    "plugins/digest/inbox/proposed.py: tag": [],
    "plugins/digest/pages/quotation.py: name": [],
    "plugins/digest/plan/concepts.py: self": [],
    "plugins/digest/plan/concepts.py: pattern": [],
    "plugins/digest/plan/publication.py: pattern": [each.pattern for each in publication._phrases()],
    "plugins/digest/proposals/holders.py: name": [
        way("李石").pattern for way in (holders._report_of, holders._speech_of)
    ],
    "plugins/digest/zh/context/conventions.py: rule": [rule for _, rule in conventions._RULES],
    "plugins/digest/zh/dictionaries.py: own": [],
    "plugins/digest/zh/folding.py: pattern": [],
    "plugins/digest/zh/variants.py: own": [],
}


class Found(NamedTuple):
    """A pattern where it stands; `whole` where it has to read the whole of a text, `anchored` where from its beginning."""

    file: str
    line: int
    pattern: str
    flags: int = 0
    whole: bool = False
    anchored: bool = False


def of_rule_file(name: str, text: str) -> Iterator[Found]:
    """Every text in a rule file that may be a pattern; a tag or a name is one that asks nothing."""
    nodes = [yaml.compose(text)]
    while nodes:
        node = nodes.pop()
        if isinstance(node, yaml.ScalarNode):
            yield Found(name, node.start_mark.line + 1, node.value, re.I)
        elif isinstance(node, yaml.SequenceNode):
            nodes += node.value
        else:
            nodes += [value for key, value in node.value if key.value not in PLAIN]


def of_module(name: str, text: str, names: dict) -> Iterator[Found]:
    """Every pattern that the module gives to Python's `re` or the digest's `compiled`, with the values of its `names`."""
    tree = ast.parse(text)
    # In a function it is a part of what is made there.
    within = {part for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) for part in ast.walk(node)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        owner, called = getattr(node.func, "value", None), getattr(node.func, "attr", getattr(node.func, "id", ""))
        of_re = isinstance(owner, ast.Name) and owner.id == "re" and called in CALLS
        if not of_re and (owner is not None or called != "compiled" or node in within):
            continue
        flags = [each.value for each in node.keywords if each.arg == "flags"]
        flags += node.args[CALLS[called] :][:1] if of_re else []
        try:
            given, flags = _value(node.args[0], names), int(_value(flags[0], names)) if flags else 0
        except (NameError, TypeError) as fault:
            where = f"{name}: {getattr(fault, 'name', '') or ast.unparse(node.args[0])}"
            assert where in MADE, f"{name}:{node.lineno}: {where}: say in MADE what it is made of"
            continue
        if isinstance(given, re.Pattern):
            given, flags = given.pattern, given.flags
        given = given.decode("latin-1") if isinstance(given, bytes) else given if of_re else folded_pattern(given)
        yield Found(name, node.lineno, given, flags, called == "fullmatch", called in ("match", "fullmatch"))


def _value(node: ast.expr, names: dict):
    return eval(compile(ast.Expression(node), "pattern", "eval"), dict(names))


def modules() -> list[tuple[str, str]]:
    """Each module of the conversion and of the plugin: its file in the project and its name."""
    return [
        (
            str(path.relative_to(ROOT)),
            ".".join(path.relative_to(ROOT / base).with_suffix("").parts).removesuffix(".__init__"),
        )
        for base in ("scripts", "plugins")
        for path in sorted((ROOT / base).glob(f"{'convert' if base == 'scripts' else 'digest'}/**/*.py"))
        if re.search(r"\bre\.|\bcompiled\(", path.read_text(encoding="utf-8"))
    ]


def told(found: Found) -> str:
    """What is wrong with a pattern; empty if nothing is."""
    ways, word = most_ways(Places(found.pattern, found.flags, found.whole, found.anchored), LENGTH, MOST)
    if ways <= MOST:
        return ""
    return (
        f"{found.file}:{found.line}: {found.pattern!r} reads {word!r} again and again in more than {MOST} ways; "
        "allowed: repetitions beside or in one another that share no character, or a possessive one (*+, ++)"
    )


RULES = sorted((ROOT / "scripts/convert/rules").glob("*.yml"))


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.name)
def test_no_rule_is_tried_without_end(path):
    found = list(of_rule_file(path.name, path.read_text(encoding="utf-8")))
    assert len(found) > 4 and [said for each in found if (said := told(each))] == []


@pytest.mark.parametrize("base", ["scripts/", "plugins/"])
def test_no_pattern_of_a_module_is_tried_without_end(base):
    found = [
        each
        for file, name in modules()
        if file.startswith(base)
        for each in of_module(file, (ROOT / file).read_text(encoding="utf-8"), vars(importlib.import_module(name)))
    ]
    found += [
        Found(where.split(":")[0], 0, each) for where, made in MADE.items() if where.startswith(base) for each in made
    ]
    assert len(found) > 300 and [said for each in found if (said := told(each))] == []


# Each with a text on which it would go on for a long time; the first five of them once stood in rule files.
TANGLED = {
    r"^(列印|转寄|收藏|\s|\W)+$": " ",
    r"^((收藏|喜欢)?(\s|\W)*(邀请回答|好问题)(\s|\W)*)+$": "好问题 ",
    r"^#\s?[^#]{1,9}(\s*#\s?[^#]{1,9}){1,12}$": "#  ",
    r"^((支持|反对)\s*[(（]?\s*\d{0,6}\s*[)）]?\s*)+$": "支持 ",
    r"^\s*a?\s*b?\s*c?\s*$": " ",
    r"(a+)+$": "a",
    r"(?:a|a)+$": "a",
    r"(?:x?\d{0,9}){1,9}-": "1",
    r"(?=(?:a|ab?)+$)x": "a",
    r"(.*?,){11}P": ",",
    r"^(([a-z])+.)+[A-Z]([a-z])+$": "a",
    r"<!--.*?(?:-->.*?)*end": "-->",
}


@pytest.mark.parametrize("pattern", TANGLED)
def test_a_tangled_pattern_is_told_with_its_file_and_line(pattern):
    for path in RULES:
        text = path.read_text(encoding="utf-8")
        line = text.count("\n") + 1
        planted = f"{text}planted: [{yaml.safe_dump(pattern, default_style=chr(34), width=9999).strip()}]\n"
        told_of = [said for each in of_rule_file(path.name, planted) if each.line >= line and (said := told(each))]
        assert [said.startswith(f"{path.name}:{line}: {pattern!r} reads ") for said in told_of] == [True]
    module = f"import re\n\n\nFOUND = re.compile({pattern!r}, re.I)\n"
    (found,) = of_module("scripts/convert/x.py", module, {"re": re})
    assert told(found).startswith(f"scripts/convert/x.py:4: {pattern!r} reads ")


@pytest.mark.parametrize(
    "pattern",
    [
        r"\s+$",
        r"^\s*(?:\W+\w{2,10}){0,12}\W*$",
        r"(?:[^<]++|<b>)*+</p>",
        r"(?:a|b)*",
        r"a*b*",
        r"\d{1,3}(?:,\d{3})*",
        r"(a+)+",
    ],
)
def test_a_pattern_that_goes_one_way_is_not_told_of(pattern):
    assert told(Found("x", 1, pattern)) == ""


@pytest.mark.parametrize(
    "pattern", [r"(a|b)*c", r"(?:a?b?)*c", r"(?:ab|a|b)+c", r"a*a*c", r"(?>a+)b?c", r"[^c]{0,3}b*c"]
)
@pytest.mark.parametrize("word", ["a", "ab", "b"])
def test_the_ways_are_those_in_which_a_matcher_would_read(pattern, word):
    """Counted one after the other for a short text: each path of places that read the first characters of it."""
    places, text = Places(pattern, anchored=True), (word * 6)[:6]

    def paths(place: int, at: int) -> int:
        if at == len(text) or place not in places.reading(text[at]):
            return 0
        return 1 + sum(many * paths(other, at + 1) for other, many in places.follow[place].items())

    from backtracking import ways

    counted = sum(many * paths(place, 0) for place, many in places.part.first.items())
    assert ways(places, word, 6, places.part.first, False, 10**9) == counted or places.atomic
