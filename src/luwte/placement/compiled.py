# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Compile the few loops that run a hundred million times; what was compiled is kept for the next run.

A compiled function calls compiled functions of its own module only: what is kept is made anew when the module changes.
"""

from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

import numba

Takes = ParamSpec("Takes")
Gives = TypeVar("Gives")


def compiled(function: Callable[Takes, Gives]) -> Callable[Takes, Gives]:
    """The same function in machine code: whole numbers and plain arithmetic, so the same outcome on any machine."""
    return cast(Callable[Takes, Gives], numba.njit(cache=True, nogil=True)(function))


def compiled_lean(function: Callable[Takes, Gives]) -> Callable[Takes, Gives]:
    """The same for what makes no arrays of its own: no counting of who refers to which array, four times as fast."""
    lean = numba.njit(cache=True, nogil=True, _nrt=False)  # type: ignore[call-overload]
    return cast(Callable[Takes, Gives], lean(function))
