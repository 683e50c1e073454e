"""Single characters replaced by single characters, in long texts as fast as they are copied."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

# From about here on a table beats ``str.translate``, which looks every character up in a dictionary.
_LONG = 50


class Characters:
    """What each character becomes: ``becomes`` by code, as ``str.translate`` takes it; it may make up its values.

    ``keeps_places`` says whether each becomes one character, also of those that are made up.
    """

    def __init__(self, becomes: Mapping[int, str]) -> None:
        self._becomes = becomes
        self.keeps_places = all(len(each) == 1 for each in becomes.values())

    def convert(self, text: str) -> str:
        """``text`` with every character replaced."""
        return self._by_table(text) if len(text) >= _LONG and self.keeps_places else text.translate(self._becomes)

    def _by_table(self, text: str) -> str:
        # Imported here and below: who converts short texts only does without the numerical libraries' start.
        import numpy

        codes = numpy.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
        found = self._table[codes]
        if not found.all():
            for code in set(codes[found == 0].tolist()):
                self._table[code] = ord(chr(code).translate(self._becomes))
            found = self._table[codes]
        return bytes(found.tobytes()).decode("utf-32-le", "surrogatepass")

    @cached_property
    def _table(self) -> NDArray[numpy.uint32]:
        """What each code becomes, 0 where that is not known yet; memory is taken for the parts that are asked for."""
        import numpy

        return numpy.zeros(sys.maxunicode + 1, dtype="<u4")
