# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""The linear model of chosen columns, for HiGHS: one row per household, the rows of capacity, the levels kept."""

from dataclasses import dataclass, replace

import highspy
import numpy as np
from numpy.typing import NDArray

from luwte.placement.clock import Clock
from luwte.placement.columns import Columns, parts_in_rows
from luwte.placement.prices import STEPS, Prices, Search
from luwte.placement.sites import Floats, Ints

Indices = NDArray[np.int32]

THOUSANDTHS = 1000
KEPT_LEVELS = 2  # levels that a later one may have to keep


@dataclass(frozen=True, eq=False)
class Rows:
    """Where rows lie in the model: households first (of `free`, in order), then capacity, then levels that are kept."""

    free: Ints
    row_of: Ints
    capacity: int

    @property
    def count(self) -> int:
        """All rows."""
        return self.first_level + KEPT_LEVELS

    @property
    def first_level(self) -> int:
        """The first row of a level."""
        return len(self.free) + self.capacity


@dataclass(frozen=True, eq=False)
class Solved:
    """What the solver found: the value of every column, and the objective in thousandths.

    `finished` tells whether the model was solved to its end, within its tolerance.
    """

    columns: Floats
    value: float
    bound: float
    duals: Floats
    finished: bool


def solver_name() -> str:
    """The solver and its version, for the receipt."""
    return f"HiGHS {highspy.Highs().version()}"  # type: ignore[no-untyped-call]


def rows_of(search: Search, free: Ints) -> Rows:
    """Number the rows of the model for the households that are free to go more than one way."""
    row_of = np.full(len(search.options.can_be_unplaced), -1, dtype=np.int64)
    row_of[free] = np.arange(len(free))
    return Rows(free, row_of, len(search.capacity.room))


class Model:
    """A HiGHS model over columns; `settled` holds the columns of households that go one way only."""

    def __init__(self, search: Search, rows: Rows, settled: Columns) -> None:
        self.search, self.rows, self.settled = search, rows, settled
        self.columns = Columns(*(np.zeros(0, dtype=np.int64),) * 2, np.zeros((3, 0), dtype=np.int64))
        self.solver = highspy.Highs()  # type: ignore[no-untyped-call]
        for option, value in (("output_flag", False), ("threads", 1), ("random_seed", 0)):
            self.solver.setOptionValue(option, value)
        self._add_rows()
        self._add_helpers()
        self.seek(search)

    def seek(self, search: Search) -> None:
        """Ask another question about the same crowd: other rates, other levels kept. What was solved helps."""
        self.search = search
        rates, helpers = np.array(search.rates, dtype=np.float64), search.capacity.helpers
        of_helpers = np.array([(0, helper.price_2, helper.price_3) for helper in helpers]).reshape(-1, 3) @ rates
        cost = np.r_[of_helpers, rates @ self.columns.price] / THOUSANDTHS
        self.solver.changeColsCost(len(cost), np.arange(len(cost), dtype=np.int32), cost)
        many = search.crowd.count[self.settled.household]
        for level in range(KEPT_LEVELS):
            kept = highspy.kHighsInf
            if level < len(search.values):
                spent = (self.settled.price[level] * many).sum()
                kept = float(search.values[level] - spent) / THOUSANDTHS
            self.solver.changeRowBounds(self.rows.first_level + level, -highspy.kHighsInf, kept)

    def _add_rows(self) -> None:
        search, rows = self.search, self.rows
        room = np.array(search.capacity.room, dtype=np.float64)
        row, column, amount = parts_in_rows(search, self.settled)
        np.subtract.at(room, row, amount * search.crowd.count[self.settled.household[column]])
        count = search.crowd.count[rows.free].astype(np.float64)
        lower = np.r_[count, np.full(rows.capacity + KEPT_LEVELS, -highspy.kHighsInf)]
        upper = np.r_[count, room, np.full(KEPT_LEVELS, highspy.kHighsInf)]
        nothing = np.zeros(0)
        self.solver.addRows(
            rows.count, lower, upper, 0, np.zeros(rows.count, dtype=np.int32), nothing.astype(np.int32), nothing
        )

    def _add_helpers(self) -> None:
        rows = self.rows
        for helper in self.search.capacity.helpers:
            parts = [(len(rows.free) + row, float(part)) for row, part in helper.parts]
            if helper.price_2:
                parts.append((rows.first_level + 1, helper.price_2 / THOUSANDTHS))
            index = np.array([row for row, _ in parts], dtype=np.int32)
            value = np.array([part for _, part in parts], dtype=np.float64)
            self.solver.addCol(0.0, 0.0, float(helper.most), len(parts), index, value)

    def add(self, columns: Columns) -> None:
        """Add columns at the end."""
        search, rows = self.search, self.rows
        count = len(columns)
        row, column, amount = parts_in_rows(search, columns)
        row_parts = [rows.row_of[columns.household], row + len(rows.free)]
        column_parts = [np.arange(count), column]
        values = [np.ones(count), amount.astype(np.float64)]
        for earlier in range(KEPT_LEVELS):
            priced = np.flatnonzero(columns.price[earlier])
            row_parts.append(np.full(len(priced), rows.first_level + earlier))
            column_parts.append(priced)
            values.append(columns.price[earlier, priced] / THOUSANDTHS)
        all_rows, all_columns = np.concatenate(row_parts), np.concatenate(column_parts)
        order = np.lexsort((all_rows, all_columns))
        self.solver.addCols(
            count,
            self._cost(columns) / THOUSANDTHS,
            np.zeros(count),
            np.full(count, highspy.kHighsInf),
            len(order),
            np.searchsorted(all_columns[order], np.arange(count)).astype(np.int32),
            all_rows[order].astype(np.int32),
            np.concatenate(values)[order],
        )
        self.columns = self.columns.and_then(columns)

    def _cost(self, columns: Columns) -> Floats:
        return np.array(self.search.rates, dtype=np.float64) @ columns.price

    def solve(self, clock: Clock) -> Solved:
        """Run the solver on what stands now; the value includes the settled households."""
        if clock.left is not None:
            self.solver.setOptionValue("time_limit", self.solver.getRunTime() + max(clock.left, 0.0))
        self.solver.run()
        solution, info = self.solver.getSolution(), self.solver.getInfo()
        values = np.array(solution.col_value)
        many = self.search.crowd.count[self.settled.household]
        constant = float((self._cost(self.settled) * many).sum())
        return Solved(
            values[len(self.search.capacity.helpers) :],
            info.objective_function_value * THOUSANDTHS + constant,
            info.mip_dual_bound * THOUSANDTHS + constant,
            np.array(solution.row_dual),
            self.solver.getModelStatus() == highspy.HighsModelStatus.kOptimal,
        )

    def whole(self, gap: float, nodes: int, start: Floats, clock: Clock, *, proves: bool) -> Solved:
        """Solve with whole households from a known start; stops at the gap (weighed persons) or out of nodes.

        HiGHS 1.15.1 proves a wrong bound now and then, with presolve and without (docs/decisions/0004). What `proves`
        is therefore searched both ways: the better plan is taken, and no bound that not both of them found.
        """
        search = self.search
        helpers = len(search.capacity.helpers)
        kinds = [helper.whole for helper in search.capacity.helpers] + [True] * len(self.columns)
        integer = highspy.HighsVarType.kInteger
        for index, is_whole in enumerate(kinds):
            if is_whole:
                self.solver.changeColIntegrality(index, integer)
        columns = np.arange(helpers, helpers + len(start), dtype=np.int32)
        most = search.crowd.count[self.columns.household].astype(np.float64)
        self.solver.changeColsBounds(len(columns), columns, np.zeros(len(columns)), most)
        self.solver.setOptionValue("mip_rel_gap", 0.0)
        self.solver.setOptionValue("mip_abs_gap", gap)
        self.solver.setOptionValue("mip_max_nodes", nodes)
        found = self._searched("off", columns, start, clock)
        if not proves:
            return found
        again = self._searched("on", columns, found.columns, clock)
        better = min(found, again, key=lambda solved: solved.value)
        return replace(better, bound=min(found.bound, again.bound), finished=found.finished and again.finished)

    def _searched(self, presolve: str, columns: Indices, start: Floats, clock: Clock) -> Solved:
        """Search over whole households from a start, with or without presolve."""
        self.solver.clearSolver()
        self.solver.setOptionValue("presolve", presolve)
        self.solver.setSolution(len(start), columns, start)
        return self.solve(clock)

    def prices(self, duals: Floats) -> Prices:
        """The solver's prices as whole steps, never negative; any such prices prove a bound."""
        free, middle = len(self.rows.free), self.rows.first_level
        steps = np.maximum(0, np.rint(-duals[free:middle] * THOUSANDTHS * STEPS)).astype(np.int64)
        kept = duals[middle : middle + len(self.search.values)]
        levels = np.maximum(0, np.rint(-kept * STEPS)).astype(np.int64)
        return Prices(steps, tuple(int(price) for price in levels))
