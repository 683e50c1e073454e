"""What a process does before it is copied for each build of a small site: it builds one, so that what a build reads once
(modules, tables, dictionaries, patterns) is there in each copy."""

import gc
import logging
import shutil
import tempfile
from importlib import import_module
from pathlib import Path

with tempfile.TemporaryDirectory() as _folder:
    _project = shutil.copytree(
        Path(__file__).parent / "fixture", Path(_folder) / "project", ignore=shutil.ignore_patterns(".cache")
    )
    logging.disable()
    _config = import_module("mkdocs.config").load_config(str(_project / "mkdocs.yml"), site_dir=f"{_folder}/site")
    import_module("mkdocs.commands.build").build(_config)
    logging.disable(logging.NOTSET)
# What is there stays: no copy has to look through it.
gc.freeze()
