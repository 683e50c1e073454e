"""The table that a run prints."""

from __future__ import annotations

from collections.abc import Mapping

from measured import Cost
from systems import SYSTEMS

_COLUMNS = ("cpu s", "ratio", "ms/article", "clock s", "peak MB", "site MB", "files")


def table(number: int, characters: int, results: Mapping[str, Cost]) -> str:
    """What each system cost for ``number`` articles of so many characters in all, beside the first system."""
    lines = [f"{number} articles, {characters / number:.0f} characters each", _row("", _COLUMNS)]
    for name, cost in results.items():
        first = next(iter(results.values()))
        lines.append(
            _row(
                name,
                (
                    f"{cost.cpu:.2f}",
                    f"{cost.cpu / first.cpu:.2f}",
                    f"{1000 * cost.cpu / number:.2f}",
                    f"{cost.seconds:.2f}",
                    f"{cost.peak / 1e6:.0f}",
                    f"{cost.bytes / 1e6:.1f}",
                    str(cost.files),
                ),
            )
        )
        if cost.warm is not None:
            lines.append(
                _row("  after one edit", (f"{cost.warm:.2f}", f"{cost.warm / first.cpu:.2f}"))
                + f"   {cost.warm / cost.cpu:.2f} of its first build"
            )
    return "\n".join([*lines, *(f"{name}: {_said(name)}" for name in results)]) + "\n"


def _said(name: str) -> str:
    """What a system builds, and what of ours it does not do."""
    system = SYSTEMS[name]
    return f"{system.says}; without {system.lacks}" if system.lacks else system.says


def _row(label: str, cells: tuple[str, ...]) -> str:
    return f"{label:<18}" + "".join(f"{cell:>12}" for cell in cells)
