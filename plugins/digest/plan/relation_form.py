"""Relations that are written right and say nothing: a reason of one sign, claims that go further in a circle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from digest.files.findings import Finding

_EXAMPLE = "- one-article#c1 disputes other-article#c4: 一方说赋能须有中心，一方说赋能要化整为零"


def reason(file: str, line: int, pair: str, said: str) -> Iterator[Finding]:
    """A finding where the reason of the relation of ``pair`` has no word in it."""
    if not any(sign.isalnum() for sign in said):
        yield Finding(
            file,
            line,
            "relation-reason",
            f"the reason of {pair} is {said!r}",
            "one line that says why the two meet, for readers",
            _EXAMPLE,
        )


def circles(file: str, steps: Sequence[tuple[str, str, int]]) -> Iterator[Finding]:
    """A finding for each line by which claims that go further (a, than b, line) come back to where they began."""
    further: dict[str, set[str]] = {}
    for one, other, line in steps:
        way = _way(further, other, one)
        if way:
            yield Finding(
                file,
                line,
                "relation-circle",
                f"{one} goes further than {' than '.join(way)}: a circle",
                "one direction; or same-topic where neither goes further",
                f"- {one} same-topic {other}: 都谈同一件事",
            )
        else:
            further.setdefault(one, set()).add(other)


def _way(further: dict[str, set[str]], start: str, goal: str) -> list[str]:
    """The claims from ``start`` on by which ``goal`` is reached, itself the last; empty where it is not."""
    paths: list[list[str]] = [[start]]
    seen = {start}
    while paths:
        path = paths.pop(0)
        if path[-1] == goal:
            return path
        following: Iterable[str] = sorted(further.get(path[-1], set()) - seen)
        seen.update(following)
        paths += [[*path, each] for each in following]
    return []
