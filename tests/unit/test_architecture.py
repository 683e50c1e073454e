"""The shape of the code: who may import whom, and how long things may get."""

import ast
from functools import cache
from pathlib import Path

import yaml
from imports import ROOT, arrows, circle, code, declared_libraries, modules, nodes, parsed, strangers, unreadable

from digest.inbox import conversion

CODE = code(ROOT)
HOSTS = {"mkdocs", "properdocs", "material", "zensical"}
FLOORS_MOST = 8
ROOMS = yaml.safe_load((Path(__file__).parent / "rooms.yml").read_text(encoding="utf-8"))
# What MkDocs and ProperDocs themselves ask for, for those who speak to them.
OF_THE_HOST = {"jinja2", "markupsafe", "watchdog"}
# Where a module is named by a text that is made: the list of subcommands, the door to the conversion and the option
# ``engine``; and where a folder is put among those of the imports: the same door in a wheel, and the script itself; and
# where these folders are looked through for versions.
NAMED_BY_A_TEXT = {
    "plugins/digest/__main__.py": 1,
    "plugins/digest/inbox/conversion.py": 2,
    "plugins/digest/keeping/code.py": 1,
    "plugins/digest/zh/engine.py": 1,
    "scripts/convert/__main__.py": 2,
}
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
    assert not list(up_arrows(arrows(ROOT), ROOT)), (
        "not from a floor below its own: in tests/unit/rooms.yml the importing module, or its folder in the row of the "
        "folder that both are in, goes up; example: - [imprint], then - [feed]"
    )


def test_there_is_no_circle():
    assert not [name(path) for path in circle(arrows(ROOT))]


def test_no_folder_has_more_floors_than_one_reads_in_a_sitting():
    """One import from a room of the ground to another puts a floor more under all that stands above."""
    assert {folder: len(rows) for folder, rows in ROOMS.items() if len(rows) > FLOORS_MOST} == {}


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
        "scripts/convert/__main__.py: digest.checks.telling.command_line",
        "scripts/convert/__main__.py: digest.checks.telling.command_line.CommandLine",
        "scripts/convert/__main__.py: digest.keeping.code",
        "scripts/convert/__main__.py: digest.keeping.code.version",
        "scripts/convert/__main__.py: digest.keeping.data_classes",
        "scripts/convert/__main__.py: digest.keeping.data_classes.kept_data_classes",
        "scripts/convert/__main__.py: digest.keeping.patterns",
        "scripts/convert/__main__.py: digest.keeping.patterns.kept_patterns",
        "scripts/convert/__main__.py: digest.keeping.tables",
        "scripts/convert/__main__.py: digest.keeping.tables.kept_table",
    }


def packaged():
    """The code that is installed: it has nothing beside it."""
    return [path for path in CODE if "bench" not in path.relative_to(ROOT).parts]


def allowed_libraries(path):
    return declared_libraries() | OF_THE_HOST if "mkdocs_adapter" in path.parts else declared_libraries() - HOSTS


def test_what_is_installed_imports_only_itself_and_declared_libraries():
    """Nothing of bench/ or tests/, whose folders lie beside it in a checkout only; and the core knows no host."""
    found = {name(path): strangers(path, allowed_libraries(path)) for path in packaged()}
    assert not {file: names for file, names in found.items() if names}


def test_imports_can_be_read_off_the_code():
    found = {name(path): unreadable(path) for path in packaged()}
    assert {file: len(faults) for file, faults in found.items() if faults} == NAMED_BY_A_TEXT


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
            for node in nodes(text)
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
