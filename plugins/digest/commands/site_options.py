"""What mkdocs.yml says of the plugin, for commands that run without the host."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from digest.publication import WAYS


class _Lenient(yaml.SafeLoader):
    """Reads what it knows: a host's own tags (``!ENV``) are nothing to a command."""


_Lenient.add_multi_constructor("", lambda loader, suffix, node: None)


def reserved_rights(config: Path) -> str:
    """The option ``reserved_rights``; what the plugin takes where the file does not say, or says no such thing."""
    try:
        document = yaml.load(config.read_text(encoding="utf-8"), Loader=_Lenient)  # noqa: S506 (a safe loader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        document = None
    said = _options(document).get("reserved_rights")
    return said if said in WAYS else "digest"


def _options(document: Any) -> dict[str, Any]:
    plugins = document.get("plugins") if isinstance(document, dict) else None
    entries = plugins if isinstance(plugins, list) else [plugins]
    found = (entry.get("digest") for entry in entries if isinstance(entry, dict) and "digest" in entry)
    options = next(found, None)
    return options if isinstance(options, dict) else {}
