"""The imports of the project's own code, as arrows between files."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
# What imports by a text; its name is written where it is called, so that the text can be read.
_BY_TEXT = ("import_module", "__import__")
# What loads code from elsewhere, by its whole name.
_LOADS = ("sys.path", "sys.modules", "exec", "eval")
_LOOKED_AT = {*_BY_TEXT, *(name.rpartition(".")[2] for name in _LOADS)}
# What runs or finds code past the imports.
_AROUND = {"runpy", "pkgutil", "zipimport", "imp", "importlib.util", "importlib.machinery"}


@cache
def trees(root: Path) -> dict[str, Path]:
    """The folders of code, by the name under which their modules are imported (empty: beside the script itself)."""
    benches = {f"bench.{folder.name}": folder for folder in sorted((root / "bench").iterdir()) if folder.is_dir()}
    return {"digest": root / "plugins" / "digest", "convert": root / "scripts" / "convert", **benches}


def code(root: Path) -> list[Path]:
    """Every module of the project, tests and templates of a new digest apart."""
    return sorted(
        path for tree in trees(root).values() for path in tree.rglob("*.py") if "__pycache__" not in path.parts
    )


def arrows(root: Path) -> dict[Path, set[Path]]:
    """Which files of the project each file imports, imports inside of functions too. A package's face counts as a file."""
    return {path: imported(path, root) for tree in trees(root).values() for path in sorted(tree.rglob("*.py"))}


def imported(path: Path, root: Path) -> set[Path]:
    """The files of the project that a file imports."""
    [own] = [name for name, tree in trees(root).items() if path.is_relative_to(tree)]
    return set(_imported(path, own, trees(root)))


def circle(found: dict[Path, set[Path]]) -> list[Path]:
    """Files that import one another in a circle, the first one twice; none where there is no circle."""
    try:
        TopologicalSorter(found).prepare()
    except CycleError as fault:
        return list(fault.args[1])
    return []


def modules(path: Path) -> Iterator[str]:
    """The dotted names that a file imports, each name of ``from a import b`` both as ``a`` and as ``a.b``; also those
    that it asks the import system for by a text."""
    named, relative = _named(path.read_text(encoding="utf-8"))
    assert not relative, f"{path}: a relative import; allowed: whole names; example: from digest.text import sentences"
    yield from named


@cache
def _named(text: str) -> tuple[tuple[str, ...], bool]:
    """What a module names, and whether it names anything by its own place; several rules ask it of each file."""
    found: list[str] = []
    relative = False
    for node in nodes(text):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            relative = relative or bool(node.level)
            found += [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.Call) and _last(node.func) in _BY_TEXT:
            found += [each.value for each in node.args[:1] if isinstance(each, ast.Constant)]
    return tuple(found), relative


def _last(node: ast.expr) -> str:
    """The last part of a dotted name."""
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def strangers(path: Path, declared: frozenset[str]) -> set[str]:
    """What a file imports that is neither Python's nor the package's, nor of a library that is ``declared``."""
    firsts = {module.split(".")[0] for module in modules(path)} - sys.stdlib_module_names - {"digest", "convert"}
    return firsts - declared


@cache
def declared_libraries() -> frozenset[str]:
    """The names under which the libraries are imported that pyproject.toml asks for, those of tests apart."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = (asked for extra, asked in project["optional-dependencies"].items() if extra != "test")
    asked = {_plain_name(each) for listed in (project["dependencies"], *extras) for each in listed}
    return frozenset(
        name for name, owners in packages_distributions().items() if asked & {_plain_name(each) for each in owners}
    )


def _plain_name(requirement: str) -> str:
    [name] = re.findall(r"^[\w.-]+", requirement)
    return re.sub(r"[-_.]+", "-", name).lower()


def unreadable(path: Path) -> list[str]:
    """Imports that cannot be read off a file: by a text that is made or begins with a dot, by another name of what
    imports, around the imports, or from a folder that is put among those of the imports."""
    all_nodes = nodes(path.read_text(encoding="utf-8"))
    called = {id(node.func): node for node in all_nodes if isinstance(node, ast.Call)}
    faults = []
    for node in all_nodes:
        if isinstance(node, (ast.Name, ast.Attribute)) and _last(node) in _LOOKED_AT:
            written = ast.unparse(node)
            call = called.get(id(node))
            by_text = _last(node) in _BY_TEXT
            first = call.args[0] if call and call.args else None
            plain = isinstance(first, ast.Constant) and not str(first.value).startswith(".")
            if (by_text and not plain) or written in _LOADS:
                faults.append(f"{path.name}:{node.lineno}: {ast.unparse(call or node)}")
        elif isinstance(node, ast.alias) and node.asname and node.name.rpartition(".")[2] in _BY_TEXT:
            faults.append(f"{path.name}:{node.lineno}: {ast.unparse(node)}")
    return faults + [f"{path.name}: {each}" for each in sorted(_AROUND & set(modules(path)))]


def _imported(path: Path, own: str, known: dict[str, Path]) -> Iterator[Path]:
    for module in modules(path):
        first, *rest = module.split(".")
        # A script imports what stands beside it by its bare name.
        tree, inside = (known[first], rest) if first in known else (known[own], [first, *rest])
        if first not in known and not own.startswith("bench."):
            continue
        for there in (
            tree.joinpath(*inside).with_suffix(".py") if inside else tree / "__init__.py",
            tree.joinpath(*inside, "__init__.py"),
        ):
            if there.is_file() and there != path and not _is_bare(there):
                yield there


def _is_bare(path: Path) -> bool:
    """Whether a package's face only says what the package is."""
    if path.name != "__init__.py":
        return False
    body = parsed(path.read_text(encoding="utf-8")).body
    return all(isinstance(node, (ast.Expr, ast.Assign)) for node in body)


@cache
def parsed(text: str) -> ast.Module:
    """The tree of a module, which several rules look at."""
    return ast.parse(text)


@cache
def nodes(text: str) -> tuple[ast.AST, ...]:
    """All parts of a module's tree, its own first; going through it takes most of a rule's time."""
    return tuple(ast.walk(parsed(text)))
