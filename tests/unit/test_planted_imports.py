"""What the rules of the architecture are there to find, planted: circles in each folder, imports of each wrong kind."""

import shutil

import pytest
from imports import ROOT, arrows, circle, imported, strangers, trees, unreadable
from test_architecture import NAMED_BY_A_TEXT, ROOMS, allowed_libraries, up_arrows


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """A copy of the code, in which circles may be planted, and its imports."""
    root = tmp_path_factory.mktemp("code")
    for tree in trees(ROOT).values():
        shutil.copytree(
            tree, root / tree.relative_to(ROOT), ignore=shutil.ignore_patterns("__pycache__", "theme", "rules/*.yml")
        )
    return root, arrows(root)


@pytest.mark.parametrize("folder", sorted(folder for folder, floors in ROOMS.items() if sum(map(len, floors)) > 1))
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
    changed = {path: imported(path, root) for path in planted}
    for path, text in before.items():
        path.write_text(text, encoding="utf-8")
    assert below != above
    assert circle(found | changed)
    assert list(up_arrows(changed, root))


def dotted(path, root):
    for own, tree in trees(root).items():
        if path.is_relative_to(tree):
            inside = [*path.relative_to(tree).with_suffix("").parts]
            return ".".join(inside if own.startswith("bench.") else [own, *inside])
    raise AssertionError(path)


PLANTED = [
    ("scripts/convert/page.py", "from digest.inbox import conversion"),
    ("scripts/convert/page.py", "from convert.pipeline import convert_file"),
    ("scripts/convert/text/code.py", "import convert.blocks.spans as spans"),
    ("plugins/digest/text/allowlist.py", 'importlib.import_module("digest.text.sanitizer")'),
    ("plugins/digest/text/allowlist.py", '__import__("digest.text.sanitizer")'),
    ("plugins/digest/text/allowlist.py", 'importlib.import_module(".sanitizer", "digest.text")'),
    ("plugins/digest/text/allowlist.py", 'importlib.import_module("digest.text." + "sanitizer")'),
    ("plugins/digest/text/allowlist.py", "from importlib import import_module as load"),
    ("plugins/digest/text/allowlist.py", "load = importlib.import_module"),
    ("plugins/digest/text/allowlist.py", 'runpy.run_module("digest.text.sanitizer")\n    import runpy'),
    ("plugins/digest/text/allowlist.py", 'exec("from digest.text import sanitizer")'),
    ("plugins/digest/text/allowlist.py", 'sys.modules["digest.text.sanitizer"]'),
    ("plugins/digest/text/allowlist.py", "from .sanitizer import Sanitizer"),
    ("plugins/digest/text/allowlist.py", "from . import sanitizer"),
    ("plugins/digest/text/allowlist.py", "from ..zh import script"),
    ("plugins/digest/text/allowlist.py", "if TYPE_CHECKING:\n        from digest.text.sanitizer import Sanitizer"),
    ("plugins/digest/text/allowlist.py", "class Inner:\n        from digest.zh import script"),
    ("plugins/digest/text/allowlist.py", "try:\n        import digest.plan.site_plan\n    except ImportError: pass"),
    ("plugins/digest/zh/terms.py", "from digest.zh.shipped import digest_script"),
    ("plugins/digest/edition/head.py", "from digest.mkdocs_adapter.build import Build"),
    ("plugins/digest/edition/head.py", "import mkdocs.plugins"),
    ("plugins/digest/edition/head.py", "from jinja2 import Environment"),
    ("plugins/digest/text/allowlist.py", "from bench.claims import gold"),
    ("plugins/digest/text/allowlist.py", "import measures"),
    ("plugins/digest/text/allowlist.py", 'importlib.import_module("measures")'),
    ("plugins/digest/mkdocs_adapter/build.py", 'sys.path.append("bench/claims")'),
    ("scripts/convert/page.py", "from score import scored"),
    ("scripts/convert/page.py", "from building import build"),
    ("bench/claims/gold.py", "from measures import ndcg"),
]


@pytest.mark.parametrize(("file", "line"), PLANTED, ids=[line.partition("\n")[0] for _, line in PLANTED])
def test_an_import_planted_where_it_must_not_be_is_found(file, line, copy):
    root, found = copy
    path = root / file
    before = path.read_text(encoding="utf-8")
    path.write_text(f"{before}\n\ndef back():\n    {line}\n", encoding="utf-8")
    try:
        assert faults_of(path, root, found)
    finally:
        path.write_text(before, encoding="utf-8")


def faults_of(path, root, found):
    """What the rules above say of one changed file."""
    try:
        changed = {path: imported(path, root)}
    except AssertionError as fault:
        return [str(fault)]
    faults = [*circle(found | changed), *up_arrows(changed, root)]
    if "bench" not in path.relative_to(root).parts:
        known = NAMED_BY_A_TEXT.get(path.relative_to(root).as_posix(), 0)
        faults += [*strangers(path, allowed_libraries(path)), *unreadable(path)[known:]]
    return faults
