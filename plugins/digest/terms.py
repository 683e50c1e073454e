"""The curators' file of terms: phrases that the engine gets wrong or that must stay, by target variant."""

from __future__ import annotations

from collections.abc import Mapping

from digest.findings import Finding
from digest.variants import VARIANTS
from digest.yaml_lines import Document, YamlFault

_EXAMPLE = "zh-Hant: {合作伙伴: 合作夥伴}"


def read_terms(file: str, text: str) -> tuple[dict[str, Mapping[str, str]], list[Finding]]:
    """Read ``tag: {phrase: phrase in that variant}``; entries that are no such pair are findings."""
    try:
        document = Document(text)
    except YamlFault as fault:
        return {}, [Finding(file, fault.line, "terms-yaml", f"not YAML: {fault}", "tag: {phrase: phrase}", _EXAMPLE)]
    listed = document.data or {}
    if not isinstance(listed, dict):
        return {}, [Finding(file, 1, "terms-yaml", f"a {type(listed).__name__} came", "a mapping", _EXAMPLE)]
    found = [Finding(file, line, "term-doubled", f"{name!r} stands twice", "each term once")
             for name, line in document.doubled_keys()]
    terms: dict[str, Mapping[str, str]] = {}
    for tag, phrases in listed.items():
        if tag not in VARIANTS or not isinstance(phrases or {}, dict):
            found.append(Finding(file, document.line_of([tag]), "terms-variant", f"{tag!r} came",
                                 " or ".join(VARIANTS), _EXAMPLE))
            continue
        good = {key: value for key, value in (phrases or {}).items() if isinstance(key, str) and key
                and isinstance(value, str) and value}
        found += [Finding(file, document.line_of([tag, key]), "term-form", f"{key!r}: {value!r} came",
                          "phrase: phrase", _EXAMPLE) for key, value in (phrases or {}).items() if key not in good]
        terms[tag] = good
    return terms, found
