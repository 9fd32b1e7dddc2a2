"""A reader of MPS files of its own, so that the check of the answers shares no code with any solver."""

import math

INFINITE = 1e30


class Model:
    """min or max cᵀx + constant, row ends, column ends; columns hold (row, coefficient) pairs."""

    def __init__(self):
        self.maximize = False
        self.constant = 0.0
        self.row_names, self.row_lower, self.row_upper = [], [], []
        self.names, self.costs, self.columns, self.lower, self.upper = [], [], [], [], []


class Malformed(Exception):
    pass


def read(path):
    """Reads free MPS, and fixed columns where names with blanks defeat that."""
    with open(path, encoding="latin-1") as file:
        lines = [line.rstrip("\r\n") for line in file]
    try:
        return parse(lines, free_fields)
    except Malformed:
        return parse(lines, fixed_fields)


def free_fields(line, section):
    """Fields 1 to 6 of a line; absent names of right-hand sides, ranges and bounds are put in."""
    words = line.split()
    if section == "ROWS":
        return words[0].upper(), words[1], []
    if section == "COLUMNS":
        return "", words[0], words[1:]
    if section in ("RHS", "RANGES"):
        return "", words[0] if len(words) % 2 else "", words[len(words) % 2 :]
    kind = words[0].upper()
    wanted = 2 if kind in ("FR", "MI", "PL", "BV") else 3
    if len(words) < wanted:
        raise Malformed(line)
    # Without the name of the bounds: BV column, or UP column number.
    return (kind, "", words[1:]) if len(words) == wanted else (kind, words[1], words[2:])


def fixed_fields(line, section):
    line = line.ljust(61)
    names = [line[4:12].strip(), line[14:22].strip(), line[39:47].strip()]
    numbers = [line[24:36].strip(), line[49:61].strip()]
    pairs = names[1:2] + numbers[:1] + ([names[2], numbers[1]] if names[2] else [])
    if section == "BOUNDS":
        pairs = [names[1]] + ([numbers[0]] if numbers[0] else [])
    return line[1:3].strip().upper(), names[0], pairs


def number(word):
    try:
        value = float(word.replace("D", "E").replace("d", "e"))
    except ValueError:
        raise Malformed(word) from None
    if math.isnan(value):
        raise Malformed(word)
    return math.copysign(math.inf, value) if abs(value) >= INFINITE else value


def parse(lines, fields):
    model, section = Model(), None
    state = {
        "objective": None, "dropped": set(), "rows": {}, "kinds": [], "columns": {}, "low": set(), "sets": {},
    }
    for line in lines:
        if not line.strip() or line[0] == "*":
            continue
        if line[0] not in " \t":
            words = line.split()
            section = words[0].upper()
            if section == "ENDATA":
                return model
            if section == "OBJSENSE" and len(words) > 1:
                model.maximize = words[1].upper().startswith("MAX")
            continue
        if section == "OBJSENSE":
            model.maximize = line.split()[0].upper().startswith("MAX")
            continue
        try:
            kind, name, pairs = fields(line, section)
            if section in ("RHS", "RANGES", "BOUNDS"):
                if state["sets"].setdefault(section, name) != name:
                    continue  # of several right-hand sides, ranges or bounds the first count
            SECTIONS[section](model, state, kind, name, pairs)
        except (IndexError, KeyError) as error:
            raise Malformed(line) from error
    raise Malformed("no ENDATA")


def add_row(model, state, kind, name, _):
    if kind == "N":
        if state["objective"] is None:
            state["objective"] = name
        else:
            state["dropped"].add(name)
        return
    state["rows"][name] = len(model.row_names)
    state["kinds"].append(kind)
    model.row_names.append(name)
    model.row_lower.append(-math.inf if kind == "L" else 0.0)
    model.row_upper.append(math.inf if kind == "G" else 0.0)


def add_column(model, state, _, name, pairs):
    if len(pairs) > 1 and pairs[0].strip("'") == "MARKER":
        return  # integers are relaxed
    if name not in state["columns"]:
        state["columns"][name] = len(model.names)
        model.names.append(name)
        model.costs.append(0.0)
        model.columns.append([])
        model.lower.append(0.0)
        model.upper.append(math.inf)
    column = state["columns"][name]
    for row, word in zip(pairs[::2], pairs[1::2], strict=True):
        if row == state["objective"]:
            model.costs[column] += number(word)
        elif row not in state["dropped"]:
            model.columns[column].append((state["rows"][row], number(word)))


def add_side(model, state, _, __, pairs):
    for name, word in zip(pairs[::2], pairs[1::2], strict=True):
        if name == state["objective"]:
            model.constant = -number(word)
        elif name not in state["dropped"]:
            row = state["rows"][name]
            if state["kinds"][row] != "G":
                model.row_upper[row] = number(word)
            if state["kinds"][row] != "L":
                model.row_lower[row] = number(word)


def add_range(model, state, _, __, pairs):
    for name, word in zip(pairs[::2], pairs[1::2], strict=True):
        if name == state["objective"] or name in state["dropped"]:
            continue
        row, width = state["rows"][name], number(word)
        kind = state["kinds"][row]
        if kind == "L" or (kind == "E" and width < 0):
            model.row_lower[row] = model.row_upper[row] - abs(width)
        else:
            model.row_upper[row] = model.row_lower[row] + abs(width)


def add_bound(model, state, kind, _, pairs):
    column = state["columns"][pairs[0]]
    value = number(pairs[1]) if kind not in ("FR", "MI", "PL", "BV") else 0.0
    if kind in ("UP", "UI"):
        model.upper[column] = value
        if value < 0 and column not in state["low"]:
            model.lower[column] = -math.inf
    elif kind in ("LO", "LI"):
        model.lower[column] = value
    elif kind == "FX":
        model.lower[column] = model.upper[column] = value
    elif kind == "FR":
        model.lower[column], model.upper[column] = -math.inf, math.inf
    elif kind == "MI":
        model.lower[column] = -math.inf
    elif kind == "PL":
        model.upper[column] = math.inf
    elif kind == "BV":
        model.lower[column], model.upper[column] = 0.0, 1.0
    else:
        raise Malformed(kind)
    if kind not in ("UP", "UI", "PL"):
        state["low"].add(column)


SECTIONS = {
    "ROWS": add_row, "COLUMNS": add_column, "RHS": add_side, "RANGES": add_range, "BOUNDS": add_bound,
}
