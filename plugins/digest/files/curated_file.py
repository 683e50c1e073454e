"""A file of the curators, read as the list or mapping that it should be."""

from __future__ import annotations

from dataclasses import dataclass

from digest.files.findings import Finding
from digest.files.yaml_lines import YamlDocument, YamlFault


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
        if not document.data:
            document.data = {} if self.mapping else []
        if not isinstance(document.data, dict if self.mapping else list):
            came, allowed = f"a {type(document.data).__name__} came", "a mapping" if self.mapping else "a list"
            return None, [Finding(file, 1, self.code, came, allowed, self.example)]
        return document, []
