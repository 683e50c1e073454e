"""The imports of the project's own code, as arrows between files."""

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


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
    for node in ast.walk(parsed(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, (
                f"{path}: a relative import; allowed: whole names; example: from digest.text import sentences"
            )
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in (
            "import_module",
            "__import__",
        ):
            yield from (each.value for each in node.args[:1] if isinstance(each, ast.Constant))


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
