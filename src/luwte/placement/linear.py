# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The linear model of chosen columns, for HiGHS: one row per household, the rows of capacity, the levels kept."""

from dataclasses import dataclass

import highspy
import numpy as np
from numpy.typing import NDArray

from luwte.placement.columns import Columns, parts_in_rows
from luwte.placement.prices import STEPS, Prices, Search
from luwte.placement.sites import Ints

THOUSANDTHS = 1000
LEVEL_2 = 1  # its row among prices
Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Rows:
    """Where rows lie in the model: households first (of `free`, in order), then capacity, then earlier levels."""

    free: Ints
    row_of: Ints
    capacity: int
    levels: int

    @property
    def count(self) -> int:
        """All rows."""
        return len(self.free) + self.capacity + self.levels


@dataclass(frozen=True, eq=False)
class Solved:
    """What the solver found: the value of every column, of every helper, and the objective in thousandths."""

    columns: Floats
    helpers: Floats
    value: float
    bound: float
    duals: Floats
    status: str


def solver_name() -> str:
    """The solver and its version, for the receipt."""
    return f"HiGHS {highspy.Highs().version()}"  # type: ignore[no-untyped-call]


def rows_of(search: Search, free: Ints) -> Rows:
    """Number the rows of the model for the households that are free to go more than one way."""
    row_of = np.full(len(search.options.can_be_unplaced), -1, dtype=np.int64)
    row_of[free] = np.arange(len(free))
    return Rows(free, row_of, len(search.capacity.room), len(search.values))


class Model:
    """A HiGHS model over columns; `settled` holds the columns of households that go one way only.

    With an `exchange`, level 2 is no row but a part of the objective, at that rate: a search over whole households
    copes badly with one row that holds everybody. What is found is checked against the kept value.
    """

    def __init__(self, search: Search, rows: Rows, settled: Columns, exchange: float | None = None) -> None:
        self.search, self.rows, self.settled, self.exchange = search, rows, settled, exchange
        self.columns = Columns(*(np.zeros(0, dtype=np.int64),) * 2, np.zeros((3, 0), dtype=np.int64))
        self.solver = highspy.Highs()  # type: ignore[no-untyped-call]
        for option, value in (("output_flag", False), ("threads", 1), ("random_seed", 0)):
            self.solver.setOptionValue(option, value)
        self._add_rows()
        self._add_helpers()

    def _add_rows(self) -> None:
        search, rows = self.search, self.rows
        room = np.array(search.capacity.room, dtype=np.float64)
        row, _, amount = parts_in_rows(search, self.settled)
        np.subtract.at(room, row, amount)
        kept = np.array(search.values, dtype=np.float64) - self.settled.price[: len(search.values)].sum(axis=1)
        infinite = highspy.kHighsInf
        lower = np.r_[np.ones(len(rows.free)), np.full(rows.capacity + rows.levels, -infinite)]
        if self.exchange is not None:
            kept[LEVEL_2] = infinite
        upper = np.r_[np.ones(len(rows.free)), room, kept / THOUSANDTHS]
        nothing = np.zeros(0)
        self.solver.addRows(
            rows.count, lower, upper, 0, np.zeros(rows.count, dtype=np.int32), nothing.astype(np.int32), nothing
        )

    def _add_helpers(self) -> None:
        search, rows = self.search, self.rows
        for helper in search.capacity.helpers:
            by_level = (0, helper.price_2, helper.price_3)
            parts = [(len(rows.free) + row, float(part)) for row, part in helper.parts]
            parts += [
                (len(rows.free) + rows.capacity + earlier, by_level[earlier] / THOUSANDTHS)
                for earlier in range(rows.levels)
                if by_level[earlier]
            ]
            index = np.array([row for row, _ in parts], dtype=np.int32)
            value = np.array([part for _, part in parts], dtype=np.float64)
            cost = (by_level[search.level - 1] + (self.exchange or 0) * helper.price_2) / THOUSANDTHS
            self.solver.addCol(cost, 0.0, float(helper.most), len(parts), index, value)

    def add(self, columns: Columns) -> None:
        """Add columns at the end."""
        search, rows = self.search, self.rows
        count = len(columns)
        row, column, amount = parts_in_rows(search, columns)
        row_parts = [rows.row_of[columns.household], row + len(rows.free)]
        column_parts = [np.arange(count), column]
        values = [np.ones(count), amount.astype(np.float64)]
        for earlier in range(rows.levels):
            priced = np.flatnonzero(columns.price[earlier])
            row_parts.append(np.full(len(priced), len(rows.free) + rows.capacity + earlier))
            column_parts.append(priced)
            values.append(columns.price[earlier, priced] / THOUSANDTHS)
        all_rows, all_columns = np.concatenate(row_parts), np.concatenate(column_parts)
        order = np.lexsort((all_rows, all_columns))
        starts = np.searchsorted(all_columns[order], np.arange(count)).astype(np.int32)
        cost = (columns.price[search.level - 1] + (self.exchange or 0) * columns.price[LEVEL_2]) / THOUSANDTHS
        self.solver.addCols(
            count,
            cost,
            np.zeros(count),
            np.ones(count),
            len(order),
            starts,
            all_rows[order].astype(np.int32),
            np.concatenate(values)[order],
        )
        both = (self.columns, columns)
        self.columns = Columns(
            np.concatenate([c.household for c in both]),
            np.concatenate([c.slot for c in both]),
            np.hstack([c.price for c in both]),
        )

    def solve(self) -> Solved:
        """Run the solver on what stands now; the value includes the settled households."""
        self.solver.run()
        solution, info = self.solver.getSolution(), self.solver.getInfo()
        values = np.array(solution.col_value)
        helpers = len(self.search.capacity.helpers)
        constant = float(self.settled.price[self.search.level - 1].sum())
        return Solved(
            values[helpers:],
            values[:helpers],
            info.objective_function_value * THOUSANDTHS + constant,
            info.mip_dual_bound * THOUSANDTHS + constant,
            np.array(solution.row_dual),
            self.solver.modelStatusToString(self.solver.getModelStatus()),
        )

    def whole(self, gap: float, nodes: int, start: Floats) -> Solved:
        """Solve with whole households from a known start; stops at the gap (weighed persons) or out of nodes."""
        search = self.search
        helpers = len(search.capacity.helpers)
        kinds = [helper.whole for helper in search.capacity.helpers] + [True] * len(self.columns)
        integer = highspy.HighsVarType.kInteger
        for index, is_whole in enumerate(kinds):
            if is_whole:
                self.solver.changeColIntegrality(index, integer)
        self.solver.setOptionValue("mip_rel_gap", 0.0)
        self.solver.setOptionValue("mip_abs_gap", gap)
        self.solver.setOptionValue("mip_max_nodes", nodes)
        columns = np.arange(helpers, helpers + len(start), dtype=np.int32)
        self.solver.setSolution(len(start), columns, start)
        return self.solve()

    def prices(self, duals: Floats) -> Prices:
        """The solver's prices as whole steps, never negative; any such prices prove a bound."""
        free, middle = len(self.rows.free), len(self.rows.free) + self.rows.capacity
        steps = np.maximum(0, np.rint(-duals[free:middle] * THOUSANDTHS * STEPS)).astype(np.int64)
        levels = np.maximum(0, np.rint(-duals[middle:] * STEPS)).astype(np.int64)
        return Prices(steps, tuple(int(price) for price in levels))
