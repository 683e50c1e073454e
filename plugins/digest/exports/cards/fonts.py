"""The fonts of the cards: the system's Chinese fonts, found by fontconfig or at the places where systems keep them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from digest.zh.variants import Variant

_LANGUAGES = {"zh-Hans": "zh-cn", "zh-Hant": "zh-tw", "zh-Hant-TW": "zh-tw", "zh-Hant-HK": "zh-hk"}
_REGIONS = {"zh-Hans": "SC", "zh-Hant": "TC", "zh-Hant-TW": "TC", "zh-Hant-HK": "HK"}
_TITLE, _TEXT = "serif:bold", "sans"

# Where macOS and Windows, which come without fontconfig, and the commonest Linux package keep theirs; bold first.
_PLACES = {
    _TITLE: (
        "/System/Library/Fonts/Supplemental/Songti.ttc",
        "/System/Library/Fonts/STHeiti Medium.ttc",
        "C:/Windows/Fonts/msyhbd.ttc",
        "C:/Windows/Fonts/msjhbd.ttc",
        "/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc",
    ),
    _TEXT: (
        "/System/Library/Fonts/PingFang.ttc",
        "/System/Library/Fonts/STHeiti Light.ttc",
        "C:/Windows/Fonts/msyh.ttc",
        "C:/Windows/Fonts/msjh.ttc",
        "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    ),
}
# A font has a script where it draws these signs, which only that script writes so, as something.
_TELLING = {"zh-Hans": "汉语论业", "zh-Hant": "漢語論業"}
_NO_SIGN = "\U0010ffff"
_MOST_FACES = 12


@dataclass(frozen=True)
class Sign:
    """One sign drawn: its ``mask``, none for a space; where that begins from the pen, the pen's way to the next."""

    mask: Image.Image | None
    left: int
    top: int
    advance: float


@dataclass(frozen=True, repr=False)
class Face:
    """One face of a font file, shown as text by what it is and not by where it lies."""

    file: str
    index: int

    def __repr__(self) -> str:
        return f"Face{self.identity}"

    def sized(self, size: int) -> ImageFont.FreeTypeFont:
        """The face at ``size`` pixels. The simple layout is the same in every build of the imaging library."""
        return _loaded(self.file, self.index, size)

    @cached_property
    def identity(self) -> list[str | int]:
        """What tells the face from another of the same name: name, style, bytes of its file."""
        return [*(name or "" for name in self.sized(16).getname()), Path(self.file).stat().st_size]

    def sign(self, sign: str, size: int) -> Sign:
        """``sign`` drawn at ``size`` pixels, ready to be put in its place."""
        return _sign(self, sign, size)

    def width(self, text: str, size: int) -> float:
        """The width of ``text`` at ``size`` pixels."""
        return sum(_sign(self, sign, size).advance for sign in text)

    def draws(self, sign: str) -> bool:
        """Whether the face has ``sign``."""
        return _drawn(self, sign) != _drawn(self, _NO_SIGN)


@dataclass(frozen=True)
class Fonts:
    """The faces of a card: ``title`` and ``text``."""

    title: Face
    text: Face


def find_fonts(variant: Variant, chosen: str = "") -> Fonts | None:
    """The fonts for a variant's cards: the file ``chosen`` for both where one is named, else the system's.

    None where there is no font that draws the variant's script.
    """
    title, text = (
        _first(variant, [chosen] if chosen else [], role) if chosen else _first(variant, None, role)
        for role in (_TITLE, _TEXT)
    )
    # A system with one of them has a font: better the same for both than no card.
    title, text = title or text, text or title
    return Fonts(title, text) if title and text else None


def _first(variant: Variant, files: list[str] | None, role: str) -> Face | None:
    faces = (face for file in files for face in _faces(file, variant)) if files else _system(variant, role)
    signs = _TELLING[variant.parent or variant.tag]
    return next((face for face in faces if _usable(face) and all(map(face.draws, signs))), None)


def _system(variant: Variant, role: str) -> Iterator[Face]:
    named = _by_fontconfig(f"{role}:lang={_LANGUAGES[variant.tag]}")
    if named:
        yield named
    for place in _PLACES[role]:
        if Path(place).is_file():
            yield from _faces(place, variant)


def _by_fontconfig(pattern: str) -> Face | None:
    command = shutil.which("fc-match")
    if not command:
        return None
    done = subprocess.run(  # noqa: S603
        [command, "-f", "%{file}\n%{index}", pattern], capture_output=True, text=True, check=False, timeout=60
    )
    file, _, index = done.stdout.partition("\n")
    # The upper half of the number names an instance of a variable font.
    return Face(file, int(index) & 0xFFFF) if done.returncode == 0 and index.strip().isdigit() else None


def _faces(file: str, variant: Variant) -> Iterator[Face]:
    """The faces of a file, those named for the variant's region first."""
    found = []
    for index in range(_MOST_FACES):
        face = Face(file, index)
        if not _usable(face):
            break
        found.append((f" {_REGIONS[variant.tag]}" not in f" {face.sized(16).getname()[0]}", index, face))
    yield from (face for _, _, face in sorted(found, key=lambda item: item[:2]))


def _usable(face: Face) -> bool:
    try:
        face.sized(16)
    except OSError:
        return False
    return True


@lru_cache(maxsize=64)
def _loaded(file: str, index: int, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(file, size, index=index, layout_engine=ImageFont.Layout.BASIC)


# The same few thousand signs stand on all cards: drawn once each, a card takes a third of the time.
@lru_cache(maxsize=8192)
def _sign(face: Face, sign: str, size: int) -> Sign:
    font = face.sized(size)
    left, top, right, bottom = (round(edge) for edge in font.getbbox(sign, anchor="ls"))
    if right <= left or bottom <= top:
        return Sign(None, 0, 0, font.getlength(sign))
    mask = Image.new("L", (right - left, bottom - top), 0)
    ImageDraw.Draw(mask).text((-left, -top), sign, font=font, fill=255, anchor="ls")
    return Sign(mask, left, top, font.getlength(sign))


@lru_cache(maxsize=20000)
def _drawn(face: Face, sign: str) -> bytes:
    return bytes(face.sized(16).getmask(sign))
