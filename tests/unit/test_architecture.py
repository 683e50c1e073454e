"""The shape of the code: who may import whom, and how long things may get."""

import ast
import shutil
from functools import cache
from pathlib import Path

import pytest
import yaml
from imports import ROOT, arrows, circle, code, imported, modules, parsed, trees

from digest.inbox import conversion

CODE = code(ROOT)
HOSTS = {"mkdocs", "properdocs", "material", "zensical"}
ROOMS = yaml.safe_load((Path(__file__).parent / "rooms.yml").read_text(encoding="utf-8"))
FUNCTION_LINES, FILE_LINES, ROOM_MODULES = 40, 250, 12


def name(path):
    return path.relative_to(ROOT).as_posix()


@cache
def floors(folder):
    """The floor of each module and folder in ``folder``, as rooms.yml says; the ground is 0."""
    return {each: number for number, floor in enumerate(ROOMS[folder]) for each in floor}


def children(folder):
    return {path.stem for path in (ROOT / folder).glob("*.py") if path.stem != "__init__"} | {
        path.name for path in (ROOT / folder).iterdir() if path.is_dir() and list(path.glob("**/*.py"))
    }


def up_arrows(found, root):
    """Imports that do not run to a lower floor, each as a text."""
    for path, imports in found.items():
        for other in imports:
            one, two = path.relative_to(root).with_suffix("").parts, other.relative_to(root).with_suffix("").parts
            depth = next(number for number, (own, its) in enumerate(zip(one, two, strict=False)) if own != its)
            if not depth:
                continue  # between the trees there are doors, each with its own test
            own, its, known = one[depth], two[depth], floors("/".join(one[:depth]))
            if "__init__" not in (own, its) and not known.get(its, -1) < known.get(own, -1):
                yield f"{'/'.join(one)} imports {'/'.join(two)}"


def test_every_folder_has_its_floors_and_every_module_stands_on_one():
    folders = {path.parent.relative_to(ROOT).as_posix() for path in CODE} | {"plugins/digest"}
    faults = [
        f"{folder}: {sorted(set(floors(folder)) ^ children(folder))}" if folder in ROOMS else f"{folder}: no floors"
        for folder in sorted(folders)
        if folder not in ROOMS or set(floors(folder)) != children(folder)
    ]
    assert not faults
    assert set(ROOMS) == folders


def test_imports_run_one_way():
    assert not list(up_arrows(arrows(ROOT), ROOT))


def test_there_is_no_circle():
    assert not [name(path) for path in circle(arrows(ROOT))]


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """A copy of the code, in which circles may be planted, and its imports."""
    root = tmp_path_factory.mktemp("code")
    for tree in trees(ROOT).values():
        shutil.copytree(
            tree, root / tree.relative_to(ROOT), ignore=shutil.ignore_patterns("__pycache__", "theme", "rules/*.yml")
        )
    return root, arrows(root)


@pytest.mark.parametrize("folder", sorted(ROOMS))
def test_a_circle_planted_anywhere_is_found(folder, copy):
    root, found = copy
    inside = sorted(path for path in found if path.is_relative_to(root / folder) and path.stem != "__init__")
    below, above = next(
        ((below, above) for above in inside for below in sorted(found[above]) if below in inside),
        (inside[0], inside[-1]),
    )
    planted = {below: above} if below in found[above] else {below: above, above: below}
    before = {path: path.read_text(encoding="utf-8") for path in planted}
    for path, other in planted.items():
        path.write_text(f"{before[path]}\n\ndef back():\n    import {dotted(other, root)}\n", encoding="utf-8")
    found = found | {path: imported(path, root) for path in planted}
    for path, text in before.items():
        path.write_text(text, encoding="utf-8")
    assert below != above
    assert circle(found)
    assert list(up_arrows(found, root))


def dotted(path, root):
    for own, tree in trees(root).items():
        if path.is_relative_to(tree):
            inside = [*path.relative_to(tree).with_suffix("").parts]
            return ".".join(inside if own.startswith("bench.") else [own, *inside])
    raise AssertionError(path)


def test_the_core_knows_no_host():
    assert not [
        name(path)
        for path in CODE
        if "mkdocs_adapter" not in path.parts
        and "bench" not in path.parts
        and {module.split(".")[0] for module in modules(path)} & HOSTS
    ]


def test_one_door_leads_to_the_conversion():
    doors = [
        name(path)
        for path in CODE
        if "plugins" in path.parts and "convert" in {each.split(".")[0] for each in modules(path)}
    ]
    assert doors == ["plugins/digest/inbox/conversion.py"]


def test_the_conversion_knows_nothing_of_the_digest():
    """But where the digest keeps what takes long to compile, and how it speaks to people: its command asks for both
    where both are installed."""
    known = {
        f"{name(path)}: {each}"
        for path in CODE
        if "scripts" in path.parts
        for each in modules(path)
        if each.split(".")[0] == "digest"
    }
    assert known == {
        "scripts/convert/__main__.py: digest.checks.telling.chinese",
        "scripts/convert/__main__.py: digest.checks.telling.chinese.as_told",
        "scripts/convert/__main__.py: digest.keeping.patterns",
        "scripts/convert/__main__.py: digest.keeping.patterns.kept_patterns",
    }


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("scripts/convert/page.py", "from digest.inbox import conversion"),
        ("plugins/digest/text/allowlist.py", 'importlib.import_module("digest.text.sanitizer")'),
        ("plugins/digest/text/allowlist.py", '__import__("digest.text.sanitizer")'),
        ("plugins/digest/zh/terms.py", "from digest.zh.shipped import digest_script"),
    ],
)
def test_a_circle_through_a_door_or_a_text_is_found(file, line, copy):
    root, found = copy
    path = root / file
    before = path.read_text(encoding="utf-8")
    path.write_text(f"{before}\n\ndef back():\n    {line}\n", encoding="utf-8")
    found = found | {path: imported(path, root)}
    path.write_text(before, encoding="utf-8")
    assert circle(found)


def test_all_that_the_door_offers_is_there():
    """It names modules in texts, which nothing else checks."""
    assert not [each for each in conversion.__all__ if not hasattr(conversion, each)]


def test_files_and_functions_are_short():
    faults = []
    for path in CODE:
        text = path.read_text(encoding="utf-8")
        if len(text.splitlines()) > FILE_LINES:
            faults.append(f"{name(path)}: {len(text.splitlines())} lines")
        faults += [
            f"{name(path)}:{node.lineno}: {node.name}"
            for node in ast.walk(parsed(text))
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
            and node.end_lineno - node.lineno >= FUNCTION_LINES
        ]
    assert not faults


def test_modules_have_a_docstring_and_an_own_name():
    assert not [
        name(path)
        for path in CODE
        if not ast.get_docstring(parsed(path.read_text(encoding="utf-8")))
        or {"utils", "helpers", "manager", "core", "common"} & set(path.stem.split("_"))
    ]


def test_a_class_has_a_name_of_its_own():
    """A word that means two things has to be read twice; private classes are seen in their file only."""
    found = {}
    for path in CODE:
        if path.is_relative_to(ROOT / "bench"):
            continue
        for node in parsed(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found.setdefault(node.name, []).append(name(path))
    assert not {each: places for each, places in found.items() if len(places) > 1}


def test_a_file_of_tests_has_a_name_of_its_own():
    """pytest takes one module of a name, wherever it lies."""
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert not {each for each in names if names.count(each) > 1}


def test_rooms_are_small():
    crowded = {folder: len(children(folder)) for folder in ROOMS if len(children(folder)) > ROOM_MODULES}
    assert not {folder: count for folder, count in crowded.items() if folder not in CROWDED}
    assert set(CROWDED) <= set(crowded), "no longer crowded: take it out of the list"


# The house itself.
CROWDED = ("plugins/digest",)
