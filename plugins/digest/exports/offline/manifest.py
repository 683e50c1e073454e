"""The web app manifest of a variant, and the icons that it names."""

from __future__ import annotations

import io
import json

from PIL import Image, ImageDraw

from digest.exports.imprint import Imprint

NAME = "manifest.webmanifest"
"""The manifest's file, in its variant's tree."""

ICONS = (192, 512)
"""Pixels each way: what systems ask for."""

_PAPER, _INK, _RED = "#fbfaf7", "#22262b", "#a8321e"
# More than a dozen signs are cut under an icon.
_SHORT = 12


def icon_path(size: int) -> str:
    """Where an icon stands in the site."""
    return f"assets/digest/icon-{size}.png"


def manifest(imprint: Imprint) -> str:
    """The manifest, as JSON; addresses are seen from the manifest."""
    icons = [
        {"src": f"../{icon_path(size)}", "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for size in ICONS
        for purpose in ("any", "maskable")
    ]
    said = {
        "name": imprint.name,
        "short_name": imprint.name[:_SHORT],
        "description": imprint.description,
        "lang": imprint.variant.tag,
        "start_url": "./",
        "scope": "../",
        "display": "minimal-ui",
        "background_color": _PAPER,
        "theme_color": _PAPER,
        "icons": icons,
    }
    return json.dumps({key: value for key, value in said.items() if value}, ensure_ascii=False, indent=1) + "\n"


def icon(size: int) -> bytes:
    """Two columns that face each other, one ink and one red, as PNG. All of it within the part that no mask cuts."""
    picture = Image.new("RGB", (size, size), _PAPER)
    draw = ImageDraw.Draw(picture)
    unit = size / 16
    for colour, left, lengths in ((_INK, 3.5, (4, 3, 4, 2)), (_RED, 8.5, (2, 4, 3, 4))):
        for row, length in enumerate(lengths):
            top = (4.25 + row * 2) * unit
            start = left + (4 - length if colour == _INK else 0)
            draw.rectangle((start * unit, top, (start + length) * unit - 1, top + 1.1 * unit), fill=colour)
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()
