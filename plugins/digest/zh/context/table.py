"""A table of small integers by number: what is not in it reads 0, but for one number in some thousands."""

from __future__ import annotations

import numpy
from numpy.typing import NDArray

from digest.zh.context.windows import Numbers, mixed

# A cell: the upper 16 bits tell whose it is, the lower are the value, moved up by _ZERO.
_ZERO = 0x8000


class Table:
    """``cells`` as ``filled`` made them; their count is a power of two."""

    def __init__(self, cells: NDArray[numpy.uint32]) -> None:
        self.cells = cells
        self._mask = numpy.uint32(len(cells) - 1)

    def values(self, numbers: Numbers) -> NDArray[numpy.int32]:
        """The value of each of ``numbers``."""
        cell, owned = self._found(numbers)
        value = (cell & numpy.uint32(0xFFFF)).view(numpy.int32)
        value -= _ZERO
        value *= owned
        return value

    def holds(self, numbers: Numbers) -> NDArray[numpy.bool_]:
        """Whether each of ``numbers`` is in the table."""
        return self._found(numbers)[1]

    def _found(self, numbers: Numbers) -> tuple[NDArray[numpy.uint32], NDArray[numpy.bool_]]:
        address = mixed(numbers)
        cell = self.cells[address & self._mask]
        return cell, (cell >> numpy.uint32(16)) == _owner(address)


def _owner(address: Numbers) -> Numbers:
    # Never 0, which stands for an empty cell; from the bits that are no part of the address.
    return (address * numpy.uint32(0x9E3779B1) >> numpy.uint32(16)) | numpy.uint32(1)


def filled(numbers: Numbers, values: NDArray[numpy.int32], bits: int) -> Table:
    """A table of 2**``bits`` cells; where two numbers meet in one cell, the larger value stays."""
    address = mixed(numbers)
    order = numpy.lexsort((numbers, numpy.abs(values)))
    cells = numpy.zeros(1 << bits, numpy.uint32)
    cell = (_owner(address) << numpy.uint32(16)) | (values + _ZERO).astype(numpy.uint32)
    cells[address[order] & numpy.uint32(len(cells) - 1)] = cell[order]
    return Table(cells)
