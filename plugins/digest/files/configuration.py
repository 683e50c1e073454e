"""mkdocs.yml, and what it inherits from, read with line numbers and without the host."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from digest.files.findings import Finding
from digest.files.yaml_lines import PlainLoader, YamlDocument, YamlFault

Steps = tuple[str | int, ...]
"""The way to a value: keys, and places in lists."""

# The host adds these extensions to whatever the file lists.
_ALWAYS = ("toc", "tables", "fenced_code")


class HostsOwn:
    """A value of a tag that only the host can read."""


class _Loader(PlainLoader):
    """Reads what it knows: the host's own tags are nothing to a command, but for ``!ENV``."""


@dataclass(frozen=True)
class File:
    """One file: ``name`` is its path from the folder of mkdocs.yml."""

    name: str
    document: YamlDocument

    def line_of(self, path: Steps) -> int:
        """The line (from 1) of the value at ``path``."""
        return self.document.line_of(path)


@dataclass(frozen=True)
class Configuration:
    """``files`` are mkdocs.yml and those that it inherits from, first the one whose values count most."""

    files: tuple[File, ...]

    def values(self, key: str) -> list[tuple[Any, File]]:
        """The values of a key of the host's, first the one that counts."""
        mappings = ((file.document.data, file) for file in self.files if isinstance(file.document.data, dict))
        return [(data[key], file) for data, file in mappings if data.get(key) is not None]

    def plugin(self, name: str) -> list[tuple[Any, File, Steps]]:
        """What is said of a plugin, with the way to it: a list of plugins replaces what it inherits, mappings merge."""
        found = []
        for plugins, file in self.values("plugins"):
            found += [(given, file, path) for path, each, given in _entries(plugins) if each == name]
            if isinstance(plugins, list):
                break
        return found

    def extensions(self) -> dict[str, dict[str, Any]]:
        """The extensions of Python-Markdown with their options, without what only the host can read."""
        found: dict[str, dict[str, Any]] = {name: {} for name in _ALWAYS}
        listed: Any = next((value for value, _ in self.values("markdown_extensions")), [])
        for entry in [listed] if isinstance(listed, dict) else listed if isinstance(listed, list) else []:
            for name, given in entry.items() if isinstance(entry, dict) else [(entry, None)]:
                options = given.items() if isinstance(given, dict) else ()
                held = ((str(key), value) for key, value in options if not isinstance(value, HostsOwn))
                found[str(name)] = {key: value for key, value in held if value is not None}
        return found


def read_configuration(config: Path) -> tuple[Configuration, list[Finding]]:
    """The configuration in the file ``config``, empty where it is not there; what cannot be read is a finding."""
    found: list[Finding] = []
    return Configuration(tuple(_files(config, config.parent, found, frozenset()))), found


def _entries(plugins: Any) -> Iterator[tuple[Steps, str, Any]]:
    if isinstance(plugins, dict):
        yield from ((("plugins", name), str(name), given) for name, given in plugins.items())
    for number, entry in enumerate(plugins if isinstance(plugins, list) else []):
        if isinstance(entry, dict):
            yield from ((("plugins", number, name), str(name), given) for name, given in entry.items())
        else:
            yield ("plugins", number), str(entry), None


def _files(config: Path, root: Path, found: list[Finding], seen: frozenset[Path]) -> Iterator[File]:
    name = os.path.relpath(config, root).replace(os.sep, "/")
    document = _document(config, name, found) if config.is_file() and config.resolve() not in seen else None
    if document is None:
        return
    found += [
        Finding(name, line, "settings-doubled", f"the key {key!r} stands twice", "each key once")
        for key, line in document.doubled_keys()
    ]
    yield File(name, document)
    inherited = document.data.get("INHERIT") if isinstance(document.data, dict) else None
    if isinstance(inherited, str):
        yield from _files(config.parent / inherited, root, found, seen | {config.resolve()})


def _document(config: Path, name: str, found: list[Finding]) -> YamlDocument | None:
    try:
        return YamlDocument(config.read_text(encoding="utf-8-sig"), _Loader)
    except YamlFault as fault:
        what, line = f"the file is not YAML: {fault}", fault.line
    except (OSError, UnicodeDecodeError) as fault:
        what, line = f"the file cannot be read: {fault}", 1
    found.append(Finding(name, line, "settings-yaml", what, "one `key: value` a line", "site_name: 产业互联网文摘"))
    return None


def _of_environment(loader: Any, node: yaml.Node) -> Any:
    """The value of the first variable that is set; the last of several names is the value where none is."""
    default = None
    if isinstance(node, yaml.SequenceNode):
        names = [loader.construct_object(each) for each in node.value]
        if len(names) > 1:
            *names, default = names
    else:
        names = [loader.construct_scalar(node)]
    text = next((os.environ[str(name)] for name in names if str(name) in os.environ), None)
    if text is None:
        return default
    try:
        return YamlDocument(text).data
    except YamlFault:
        return text


_Loader.add_multi_constructor("", lambda loader, suffix, node: HostsOwn())
_Loader.add_constructor("!ENV", _of_environment)
