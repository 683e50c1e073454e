"""What a published text may hold: elements, their attributes, the schemes of its addresses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

LISTED = Path(__file__).with_name("allowed_html.yml")
# What a browser runs wherever it finds it: no list of a site lets it in.
NEVER = frozenset(("script", "style", "base", "meta", "link", "noscript", "template", "plaintext", "xmp", "noembed"))


@dataclass(frozen=True)
class Allowlist:
    """``elements`` are attributes by element, ``everywhere`` attributes of all of them; ``schemes`` are those of
    addresses, ``pictures`` the media types of pictures written into an address; ``pictures_elsewhere`` says whether
    pictures of other hosts are loaded."""

    elements: Mapping[str, frozenset[str]]
    everywhere: frozenset[str]
    schemes: frozenset[str]
    pictures: frozenset[str]
    pictures_elsewhere: bool = False

    def allows(self, element: str, attribute: str) -> bool:
        """Whether ``element`` is on the list and may have ``attribute``."""
        return element in self.elements and (attribute in self.everywhere or attribute in self.elements[element])


def allowlist(
    extensions: Iterable[str] = (), own: Mapping[str, Iterable[str]] | None = None, pictures_elsewhere: bool = False
) -> Allowlist:
    """The list for a site that is rendered with these ``extensions`` of Markdown; ``own`` are elements (with their
    attributes) that the site itself adds. What is in ``NEVER``, and attributes that hold a program, stay out."""
    # Imported here: most of a command's start is reading modules.
    import yaml

    # The reader in C is there wherever PyYAML is a wheel.
    listed = yaml.load(LISTED.read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    elements = {name: set(attributes) for name, attributes in listed["elements"].items()}
    added = [listed["extensions"].get(name, {}) for name in sorted(extensions)] + [own or {}]
    for each in added:
        for name, attributes in each.items():
            # A value of another form is a finding of the settings.
            if name.lower() not in NEVER and isinstance(attributes, list | tuple):
                held = {attribute.lower() for attribute in attributes}
                elements.setdefault(name.lower(), set()).update(
                    attribute for attribute in held if not attribute.startswith("on") and attribute != "srcdoc"
                )
    return Allowlist(
        {name: frozenset(attributes) for name, attributes in elements.items()},
        frozenset(listed["everywhere"]),
        frozenset(listed["schemes"]),
        frozenset(listed["pictures"]),
        pictures_elsewhere,
    )
