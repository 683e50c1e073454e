"""The shape of the code: who may import whom, and how long things may get."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
CODE = sorted([*(ROOT / "plugins").rglob("*.py"), *(ROOT / "scripts").rglob("*.py")])
CORE = [path for path in CODE if "mkdocs_adapter" not in path.parts]
HOSTS = {"mkdocs", "properdocs", "material", "zensical"}

# One way: a module imports only from rows above its own, or the standard library and other packages.
ROWS = [
    {"single_characters"},
    {"codes", "plain_values", "findings", "variants", "segment", "yaml_lines", "phrases", "markup", "git_dates", "line_breaks",
     "content_policy", "plain_texts"},
    {"engine", "variant_markup", "markup_script", "maps"},
    {"layers"},
    {"plain_text", "front_matter", "script", "terms", "relations", "body_check"},
    {"patterns", "suggestions", "characters"},
    {"marks", "synonyms", "docs_folder", "concepts", "summary"},
    {"claims", "copies", "similarity", "claim_wording"},
    {"claim_candidates"},
    {"article"},
    {"hand_written", "subjects"},
    {"site_plan"},
    {"publication", "related", "outlines"},
    {"views", "open_data", "format_reference"},
    {"search", "made", "exports", "review", "checks", "reading", "proposals"},
    {"conversion"},
    {"commands"},
    {"__main__"},
]
# The same inside a package of the core.
PACKAGES = {
    "reading": [{"backlinks", "citation", "disputes"}, {"home"}],
    "search": [{"tokens", "numbers"}, {"documents"}, {"postings"}, {"shards"}, {"entries"}, {"index"}],
    "exports": [{"imprint", "argdown", "web_address", "archive"}, {"feed", "linked_data", "preview", "body", "card_fonts"},
                {"cards", "plain_markdown"}, {"body_markdown"}, {"article_text", "epub_chapter"},
                {"llms", "epub_links", "epub_package"},
                {"epub_written"}, {"epub"}],
    "subjects": [{"names", "entries"}, {"mentions"}, {"index"}],
    "made": [{"page", "lists", "ties"}, {"entry_markup", "article_pages", "claim_pages", "concept_pages", "people_pages", "map_pages"},
             {"site"}],
    "maps": [{"lines", "order"}, {"arcs"}, {"columns"}, {"columns_svg"}],
    "proposals": [{"found", "written"}, {"accepted"}],
    "review": [{"matching", "texts"}, {"changes", "harmless"}, {"items"}, {"argument_items", "text_items"}, {"report"}],
    "checks": [{"source"}, {"boilerplate", "half_width", "layout", "links", "mixed_script", "rendering", "rights"}, {"run"}],
    "commands": [{"site_options", "revision", "reporting", "reading"}, {"workspace"}, {"fixing", "published", "fetching", "adding", "prospects"}, {"advice"},
                 {"check", "review", "convert_pages", "init", "new", "reference", "deciding"}, {"suggest"}],
}
FUNCTION_LINES = 40
FILE_LINES = 250


def imported(path):
    names = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names += [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names if alias.name != "__version__")]
    return names


def name(path):
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", CORE, ids=name)
def test_the_core_knows_no_host(path):
    assert not {module.split(".")[0] for module in imported(path)} & HOSTS


@pytest.mark.parametrize("path", [path for path in CORE if "plugins" in path.parts], ids=name)
def test_one_door_leads_to_the_conversion(path):
    assert path.stem == "conversion" or not [module for module in imported(path) if module.split(".")[0] == "convert"]


@pytest.mark.parametrize("path", [path for path in CORE if path.parent.name == "digest"], ids=name)
def test_imports_run_one_way(path):
    rows = {module: number for number, row in enumerate(ROWS) for module in row}
    if path.stem == "__init__":
        return
    own = rows[path.stem]
    for module in imported(path):
        parts = module.split(".")
        if parts[0] == "digest" and len(parts) > 1:
            assert rows[parts[1]] < own, f"{path.stem} imports {parts[1]}"


@pytest.mark.parametrize("path", [path for path in CORE if path.parent.name in PACKAGES], ids=name)
def test_imports_run_one_way_inside_a_package(path):
    package = path.parent.name
    outside = {module: number for number, row in enumerate(ROWS) for module in row}
    inside = {module: number for number, row in enumerate(PACKAGES[package]) for module in row}
    if path.stem == "__init__":
        return
    for module in imported(path):
        parts = module.split(".")
        if parts[:2] == ["digest", package] and len(parts) > 2:
            assert inside[parts[2]] < inside[path.stem], f"{path.stem} imports {parts[2]}"
        elif parts[0] == "digest" and len(parts) > 1 and parts[1] != package:
            assert outside[parts[1]] < outside[package], f"{path.stem} imports {parts[1]}"


@pytest.mark.parametrize("path", CODE, ids=name)
def test_files_and_functions_are_short(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= FILE_LINES
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno + 1 <= FUNCTION_LINES, node.name


@pytest.mark.parametrize("path", CODE, ids=name)
def test_modules_have_a_docstring_and_an_own_name(path):
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert not {"utils", "helpers", "manager", "core", "common"} & set(path.stem.split("_"))
