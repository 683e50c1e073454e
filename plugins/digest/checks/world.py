"""What the check of one file asks of the others: each answer is noted, so that what was found holds for as long as
every question has the same answer."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from digest.articles.hand_written import parted
from digest.checks.folder import Folder
from digest.checks.published_files import is_no_picture
from digest.files.findings import nearest

Answer = bool | str | None
"""Plain, so that it can be kept."""

Noted = list[tuple[str, str, Answer]]
"""Questions, each as its kind and what it is of, with their answers."""

Ids = Callable[[str], list[str] | None]
"""Page (a path in the docs folder) -> the ids that it is published with."""


class World:
    """The world around a file of ``folder``; ``ids`` gives those of a page."""

    def __init__(self, folder: Folder, ids: Ids) -> None:
        self._folder, self._ids = folder, ids
        self._noted: dict[tuple[str, str], Answer] = {}
        self._answers: dict[str, Callable[[str], Answer]] = {
            "page": lambda of: of in self._pages,
            "near": self._near,
            "id": lambda of: self._has_id(*of.split("\0", 1)),
            "near id": lambda of: self._near_id(*of.split("\0", 1)),
            "raw": lambda of: folder.seeds is None or of in folder.seeds,
            "record": self._record,
            "no picture": lambda of: is_no_picture(folder.docs / of),
            "to come": lambda of: of > str(folder.today),
            "today": lambda of: str(folder.today),
        }

    def has(self, place: str) -> bool:
        """Whether a link may lead to ``place``, a path in the docs folder."""
        return bool(self._ask("page", place))

    def is_no_picture(self, place: str) -> bool:
        """Whether a file that is called like a picture is none."""
        return bool(self._ask("no picture", place))

    def near(self, place: str) -> str:
        """What may have been meant by a place that is not there."""
        return str(self._ask("near", place))

    def has_id(self, page: str, name: str) -> bool:
        """Whether a page is published with the id ``name``, or nobody can know."""
        return bool(self._ask("id", f"{page}\0{name}"))

    def near_id(self, page: str, name: str) -> str:
        """What may have been meant by an id that the page has not."""
        return str(self._ask("near id", f"{page}\0{name}"))

    def has_raw(self, path: str) -> bool:
        """Whether a raw page is there, or nobody can know."""
        return bool(self._ask("raw", path))

    def doubts(self, raw: str, text: str) -> list[tuple[str, str]]:
        """What the conversion of ``raw`` may have left out of the article ``text``, each with the reason."""
        self._ask("record", raw)
        return self._folder.doubts(self._folder.docs / self._folder.articles, raw, text)

    def is_to_come(self, day: str) -> bool:
        """Whether an ISO day is yet to come."""
        return bool(self._ask("to come", day))

    def today(self) -> str:
        """The last day that is none to come."""
        return str(self._ask("today", ""))

    def noted(self) -> Noted:
        """What was asked since it was noted last."""
        noted = [(kind, of, answer) for (kind, of), answer in self._noted.items()]
        self._noted.clear()
        return noted

    def is_as(self, noted: Noted) -> bool:
        """Whether every question has the answer that was noted."""
        return all(self._answers[kind](of) == answer for kind, of, answer in noted)

    def _ask(self, kind: str, of: str) -> Answer:
        answer = self._noted[kind, of] = self._answers[kind](of)
        return answer

    @cached_property
    def _pages(self) -> frozenset[str]:
        return frozenset(name for name in self._folder.files if not _is_variant(name))

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {name.lower(): name for name in sorted(self._pages)}

    def _near(self, place: str) -> str:
        wanted = place.lower().rstrip("/")
        return self._folded.get(wanted) or self._folded.get(f"{wanted}.md") or nearest(place, sorted(self._pages))

    def _has_id(self, page: str, name: str) -> bool:
        ids = self._ids(page)
        return ids is None or name in ids

    def _near_id(self, page: str, name: str) -> str:
        return nearest(name, self._ids(page) or ())

    def _record(self, raw: str) -> str | None:
        path: Path = self._folder.record(self._folder.docs / self._folder.articles, raw)
        try:
            return sha256(path.read_bytes()).hexdigest()
        except OSError:
            return None


def _is_variant(name: str) -> bool:
    return name.endswith(".md") and bool(parted(Path(name).stem)[1])
