"""The one test that every answer has to pass, whoever gave it, on the model as the file states it.

It reads values of the columns and prices of the rows, and works out activities, reduced costs and the
dual objective itself, each as a sum rounded once. Nothing is forgiven but what the figures show.
"""

import csv
import math
from dataclasses import asdict, dataclass

MARGIN = 1e-9


@dataclass
class Figures:
    """How far an answer is from optimal; `relative` is the largest of the three that count."""

    primal: float  # largest violation of a row or a column's bound, over 1 + largest finite end
    dual: float  # largest price or reduced cost toward an infinite end, over 1 + largest cost
    gap: float  # |objective - dual objective| over 1 + |objective|
    rowwise: float  # the largest violation over the largest of 1, its own end and its own terms
    objective: float

    @property
    def relative(self):
        return max(self.primal, self.dual, self.gap)

    def record(self):
        return asdict(self) | {"relative": self.relative}


def answer(path, model):
    """The columns' values and the rows' prices of a solution file, in the order of the model."""
    columns, rows = [], []
    with open(path, newline="", encoding="latin-1") as file:
        for line in csv.DictReader(file):
            into, which = (columns, "value") if line["kind"] == "column" else (rows, "dual")
            into.append((line["name"], float(line[which])))
    return ordered(columns, model.names), ordered(rows, model.row_names)


def ordered(pairs, names):
    """By name; in the order of the file if a reader changed the names. `None` if neither fits."""
    found = dict(pairs)
    if len(found) == len(pairs) and all(name in found for name in names):
        return [found[name] for name in names]
    return [value for _, value in pairs] if len(pairs) == len(names) else None


def finite_size(values):
    return max((abs(value) for value in values if math.isfinite(value)), default=0.0)


def violation(value, lower, upper):
    if not math.isfinite(value):
        return math.inf, 0.0
    if value < lower:
        return lower - value, abs(lower)
    return (value - upper, abs(upper)) if value > upper else (0.0, 0.0)


def optimality(model, values, prices):
    """The figures of values and prices that claim to be optimal."""
    terms = [[] for _ in model.row_names]
    for column, value in zip(model.columns, values):
        for row, coefficient in column:
            terms[row].append(coefficient * value)
    sides = (model.lower, model.upper, model.row_lower, model.row_upper)
    data = 1 + max(map(finite_size, sides), default=0.0)
    primal = rowwise = 0.0
    ends = zip([math.fsum(row) for row in terms], model.row_lower, model.row_upper, terms)
    for activity, lower, upper, products in ends:
        miss, end = violation(activity, lower, upper)
        primal = max(primal, miss / data)
        if miss > 0:
            rowwise = max(rowwise, miss / max(1, end, finite_size(products)))
    for value, lower, upper in zip(values, model.lower, model.upper):
        miss, end = violation(value, lower, upper)
        primal, rowwise = max(primal, miss / data), max(rowwise, miss / max(1, end))

    sign = -1 if model.maximize else 1
    largest_cost = 1 + finite_size(model.costs)
    dual, parts = 0.0, [model.constant]

    def imply(price, lower, upper, point):
        """Adds what a price contributes to the dual objective, if it points to a finite end."""
        nonlocal dual
        if price == 0:
            return
        end = lower if price * sign > 0 else upper
        if not math.isfinite(price) or not math.isfinite(end):
            dual = max(dual, abs(price) / largest_cost)
            end = point
        parts.append(price * end)

    for row, (price, lower, upper) in enumerate(zip(prices, model.row_lower, model.row_upper)):
        imply(price, lower, upper, math.fsum(terms[row]))
    for index, column in enumerate(model.columns):
        reduced = math.fsum(
            [model.costs[index]] + [-coefficient * prices[row] for row, coefficient in column]
        )
        imply(reduced, model.lower[index], model.upper[index], values[index])
    objective = math.fsum([model.constant] + [c * x for c, x in zip(model.costs, values)])
    gap = abs(objective - math.fsum(parts)) / (1 + abs(objective))
    figures = [math.inf if math.isnan(figure) else figure for figure in (primal, dual, gap, rowwise)]
    return Figures(*figures, objective)


def infeasibility(model, multipliers):
    """The margin of a Farkas certificate over its terms; it is accepted above `MARGIN`.

    A combined coefficient that points to an infinite end is taken as zero below 1e-9 of its terms,
    and spoils the certificate otherwise. Either sign of the multipliers will do.
    """
    return max(certified(model, multipliers), certified(model, [-y for y in multipliers]))


def certified(model, multipliers):
    largest = finite_size(multipliers)
    if largest == 0 or not all(map(math.isfinite, multipliers)):
        return -math.inf
    kept, parts, size = [], [], 0.0
    for y, lower, upper in zip(multipliers, model.row_lower, model.row_upper):
        end = lower if y > 0 else upper
        if y != 0 and not math.isfinite(end):
            if abs(y) > 1e-9 * largest:
                return -math.inf
            y = 0.0
        kept.append(y)
        if y != 0:
            parts.append(y * end)
            size += abs(y * end)
    for column, lower, upper in zip(model.columns, model.lower, model.upper):
        products = [coefficient * kept[row] for row, coefficient in column if kept[row] != 0]
        combined, sizes = math.fsum(products), math.fsum(map(abs, products))
        if combined == 0:
            continue
        end = upper if combined > 0 else lower
        if math.isfinite(end):
            parts.append(-combined * end)
            size += sizes * abs(end)
        elif abs(combined) > 1e-9 * sizes:
            return -math.inf
    return math.fsum(parts) / size if size > 0 else -math.inf
