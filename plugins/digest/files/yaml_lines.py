"""YAML read with the line of every value, and with dates left as the text that was written: what people edit.

The project's own data files are read without (``kept_yaml``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import yaml

from digest.files.findings import Finding

# The C loader reads the same language several times as fast; it is there wherever PyYAML is a wheel.
try:
    from yaml import CSafeLoader as _Loader
except ImportError:
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]  # the same methods, in Python


class PlainLoader(_Loader):
    """A safe loader in which ``2021-09-30`` stays text: a schema can then say what a date looks like."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {  # type: ignore[misc]  # PyYAML keeps it on the class
        first: [(tag, pattern) for tag, pattern in pairs if tag != "tag:yaml.org,2002:timestamp"]
        for first, pairs in _Loader.yaml_implicit_resolvers.items()
    }


# Of whole numbers: what Python writes out whatever is set (640 digits); beyond, it refuses.
_LONGEST = 2000
# What a file of a digest holds is five values deep, a navigation may be ten; the parser in C dies of 100,000.
_DEEPEST = 100
# Where aliases stand for so many values more than are written, they multiply: nobody has as many by hand.
_MULTIPLIED = 100_000
# In front of what begins on a line: blanks, and the signs of entries and keys that hold one another.
_BEFORE = re.compile(r"^[ \t?-]*", re.MULTILINE)


def _of_tag(loader: yaml.SafeLoader, node: yaml.Node) -> object:
    """A value, or a fault with its line where its tag promises another kind than it is: ``!!int x``, a number of five
    thousand digits, and tags of things that no file of a digest holds (``!!timestamp``, ``!!binary``, ``!!set``)."""
    make = _MADE.get(node.tag)
    try:
        if make is not None:
            return _of_size(make(loader, node))
    except (ValueError, TypeError, AttributeError, LookupError, OverflowError) as fault:
        problem = f"{node.tag.rpartition(':')[2]}: no such value ({str(fault)[:80]})"
        raise yaml.constructor.ConstructorError(None, None, problem, node.start_mark) from fault
    problem = f"values of the kind {node.tag.rpartition(':')[2]} are not read"
    raise yaml.constructor.ConstructorError(None, None, problem, node.start_mark)


def _of_size(value: object) -> object:
    """A value that can be written down again. Raises ValueError."""
    if isinstance(value, int) and value.bit_length() > _LONGEST:
        raise ValueError(f"a number of {value.bit_length()} bits")
    return value


_KEPT = tuple(f"tag:yaml.org,2002:{kind}" for kind in ("null", "bool", "int", "float"))
_GONE = tuple(f"tag:yaml.org,2002:{kind}" for kind in ("timestamp", "binary", "omap", "pairs", "set"))
_MADE = {tag: PlainLoader.yaml_constructors[tag] for tag in _KEPT}
for _tag in (*_KEPT, *_GONE):
    PlainLoader.add_constructor(_tag, _of_tag)


# key: plain text #rest - neither a quoted value nor a list, a mapping or a block.
_CUT = re.compile(
    r"""\s*(?:-\s+)?(?:[^\s"'#:\[{][^:#]*(?:\#c\d+[^:#]*)*):\s+(?:[^\s"'\[{|>&*!#][^#]*?)\s+(?P<rest>\#.*)"""
)


class YamlFault(ValueError):
    """YAML that cannot be read; ``line`` counts from 1 within the text that was given."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


class YamlDocument:
    """A YAML document as plain values (``data``) that knows the line of each (``line_of``); it ``begins`` on a line."""

    def __init__(self, text: str, reader: type[PlainLoader] = PlainLoader) -> None:
        self._doubled: list[tuple[str, int]] = []
        self._known: dict[int, dict[str | int, tuple[yaml.Node, int]]] = {}
        self._lines = text.splitlines()
        try:
            _refuse_deep(text, reader)
            loader = reader(text)
            self._root = loader.get_single_node()
            self.begins = self._root.start_mark.line + 1 if self._root else 1
            if "*" in text:
                _refuse_multiplied(self._root)
            self.data: Any = loader.construct_document(self._root) if self._root else None
            _collect_doubled(self._root, self._doubled)
        except yaml.MarkedYAMLError as fault:
            mark = fault.problem_mark or fault.context_mark
            # What is missing at the end is told of the line after it.
            last = text.rstrip("\n").count("\n") + 1
            raise YamlFault(fault.problem or str(fault), min(mark.line + 1, last) if mark else 1) from fault
        except RecursionError as fault:
            raise YamlFault("a value refers to itself", 1) from fault
        except yaml.reader.ReaderError as fault:
            code = fault.character if isinstance(fault.character, int) else ord(str(fault.character)[:1] or " ")
            raise YamlFault(f"the character U+{code:04X} came", _line_of_character(text, code)) from fault
        except yaml.YAMLError as fault:
            raise YamlFault(str(fault).splitlines()[0], 1) from fault

    def line_of(self, path: Sequence[str | int]) -> int:
        """The line (from 1) of the value at ``path``, or of the nearest value above it that exists."""
        node, line = self._root, 1
        for step in path:
            if id(node) not in self._known:
                self._known[id(node)] = _children(node)
            found = self._known[id(node)].get(step if isinstance(node, yaml.SequenceNode) else str(step))
            if found is None:
                break
            node, line = found
        return line

    def doubled_keys(self) -> list[tuple[str, int]]:
        """Keys that one mapping has twice, each with the line of the second: YAML would drop the first."""
        return list(self._doubled)

    def cut_off(self) -> list[tuple[str, int]]:
        """What a `` #`` after an unquoted text cuts off as a comment, with its line: rarely meant in prose."""
        found = ((_CUT.match(line), number) for number, line in enumerate(self._lines, 1))
        return [(match["rest"], number) for match, number in found if match]


def _refuse_deep(text: str, reader: type[PlainLoader]) -> None:
    """Raises MarkedYAMLError where values stand in one another deeper than any that are meant, before they are put
    together: the parser calls itself for each."""
    # No value is deeper than this: each begins with a bracket, or further to the right (a list in a mapping does not).
    if text.count("[") + text.count("{") + 2 * max(map(len, _BEFORE.findall(text)), default=0) <= _DEEPEST:
        return
    depth = 0
    for event in yaml.parse(text, Loader=reader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            problem = f"more than {_DEEPEST} values in one another"
            raise yaml.MarkedYAMLError(None, None, problem, event.start_mark)  # type: ignore[arg-type]  # either parser's


def _refuse_multiplied(root: yaml.Node | None) -> None:
    """Raises MarkedYAMLError where aliases of aliases stand for more values than a machine can hold, RecursionError
    where one stands for what it is in."""
    sizes: dict[int, int] = {}
    written = 0

    def size(node: yaml.Node) -> int:
        nonlocal written
        if not isinstance(node, yaml.CollectionNode):
            return 1
        if id(node) not in sizes:
            sizes[id(node)] = 0
            parts = (
                node.value if isinstance(node, yaml.SequenceNode) else [part for pair in node.value for part in pair]
            )
            written += len(parts)
            sizes[id(node)] = 1 + sum(map(size, parts))
        if not sizes[id(node)]:
            raise RecursionError
        return sizes[id(node)]

    if root is not None and size(root) > written + 1 + _MULTIPLIED:
        problem = f"aliases stand for more than {_MULTIPLIED} values"
        raise yaml.MarkedYAMLError(None, None, problem, root.start_mark)


def _line_of_character(text: str, code: int) -> int:
    place = text.find(chr(code))
    return text.count("\n", 0, place) + 1 if place >= 0 else 1


def _children(node: yaml.Node | None) -> dict[str | int, tuple[yaml.Node, int]]:
    """The values right under ``node`` by key or place, each with its line; of a doubled key the first."""
    if isinstance(node, yaml.MappingNode):
        # A key that is a list or mapping is one to the host alone, and has no name.
        named = ((key, value) for key, value in reversed(node.value) if isinstance(key, yaml.ScalarNode))
        return {name: (value, key.start_mark.line + 1) for key, value in named for name in _names(key)}
    if isinstance(node, yaml.SequenceNode):
        return {place: (item, item.start_mark.line + 1) for place, item in enumerate(node.value)}
    return {}


def _names(key: yaml.ScalarNode) -> Iterator[str]:
    """A key as it is written, and as the value that YAML makes of it is: ``yes`` is True, too."""
    yield key.value
    if key.tag in _MADE:
        yield str(_MADE[key.tag](PlainLoader(""), key))


def _collect_doubled(node: yaml.Node | None, found: list[tuple[str, int]]) -> None:
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                if key.value in seen:
                    found.append((key.value, key.start_mark.line + 1))
                seen.add(key.value)
            _collect_doubled(value, found)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _collect_doubled(item, found)


@dataclass(frozen=True)
class CuratedFile:
    """What is said of one kind of file: the ``code`` of a finding where it is no such YAML, what is ``allowed`` in it,
    an ``example``, and whether it holds a ``mapping`` (or else a list)."""

    code: str
    allowed: str
    example: str
    mapping: bool = False

    def read(self, file: str, text: str) -> tuple[YamlDocument | None, list[Finding]]:
        """The document, its data a list or mapping, empty where nothing is written; none where it is something else,
        with the finding that says so."""
        try:
            document = YamlDocument(text)
        except YamlFault as fault:
            return None, [Finding(file, fault.line, self.code, f"not YAML: {fault}", self.allowed, self.example)]
        if document.data is None or document.data in ([], {}):
            document.data = {} if self.mapping else []
        if not isinstance(document.data, dict if self.mapping else list):
            came, allowed = f"a {type(document.data).__name__} came", "a mapping" if self.mapping else "a list"
            return None, [Finding(file, document.begins, self.code, came, allowed, self.example)]
        return document, []


def is_name(value: object) -> bool:
    """Whether a value is what its writer takes for a name: not what YAML makes of ``no``, ``~`` or ``1.10``."""
    return (isinstance(value, str) and bool(value.strip())) or type(value) is int
