"""The figures that the project has set itself, beside what was measured."""

import math

import report

# Problems, our method, the peers of which the best counts, and the largest ratio; in one run.
SPEED = [
    ("netlib", None, "ours-auto", ["highs-simplex"], 1.0),
    ("netlib", None, "ours-auto", ["clp-dual"], 1.0),
    ("netlib", None, "ours-interior-vertexless", ["highs-ipx-vertexless"], 0.7),
    ("staffing", "staff_XS", "ours-auto", None, 0.85),
    ("staffing", "staff_S", "ours-auto", None, 0.85),
    ("staffing", "staff_M", "ours-auto", None, 0.85),
    ("staffing", "staff_L", "ours-auto", None, 0.85),
    ("staffing", "staff_XL", "ours-auto", None, 1.0),
]
# Set, our method, and how many of its problems must be verified.
SOLVED = [
    ("netlib", "ours-auto", 68),
    ("netlib", "ours-dual", 66),
    ("netlib", "ours-interior", 66),
    ("netlib-infeasible", "ours-auto", 20),
    ("kennington", "ours-auto", 6),
    ("setcover", "ours-auto", 3),
    ("staffing", "ours-auto", 5),
]
WHOLE = {"netlib": 68}
BATCH = 0.75


def lines(facts):
    rows = [*solved(facts), *speed(facts), *small(facts), *batch(facts), *memory(facts)]
    yield "## What the project has set itself"
    yield ""
    heads = ["What", "Wanted", "Measured", ""]
    yield from report.table(heads, rows) if rows else ["Nothing of it was measured."]


def verdict(is_met, is_whole=True):
    return ("met" if is_met else "**missed**") + ("" if is_whole else ", of a part")


def solved(facts):
    for group, mine, wanted in SOLVED:
        records = [
            result["solvers"][mine]
            for result in facts["results"]
            if result["set"] == group and mine in result["solvers"]
        ]
        if not records:
            continue
        good = sum(
            record["solved"]
            and (
                record.get("margin", -math.inf) > 1e-9
                if group == "netlib-infeasible"
                else record["verified"] <= 1e-8 and record.get("difference", 0) <= 1e-8
            )
            for record in records
        )
        whole = len(records) >= wanted
        yield [
            f"{group}, {mine}: verified", f"≥ {wanted}", f"{good} of {len(records)} run",
            verdict(good >= min(wanted, len(records)), whole),
        ]


def speed(facts):
    for group, name, mine, peers, wanted in SPEED:
        results = [
            result
            for result in facts["results"]
            if result["set"] == group and name in (None, result["name"]) and mine in result["solvers"]
        ]
        if not results:
            continue
        others = peers or [solver for solver in facts["solvers"] if not report.is_ours(solver)]
        found = {}
        for other in others:
            if name is None:
                found[other] = report.ratio(results, mine, other, facts["limit"])
            elif report.best(results[0]["solvers"][other]):
                own = report.counted(results[0]["solvers"][mine], facts["limit"])
                found[other] = own / report.best(results[0]["solvers"][other])
        found = {other: figure for other, figure in found.items() if figure is not None}
        if not found:
            continue
        other = max(found, key=found.get)
        what = f"{name or group}, {mine} ÷ {other if peers else f'best peer ({other})'}"
        whole = name is not None or len(results) >= WHOLE[group]
        yield [what, f"≤ {wanted}", f"{found[other]:.2f}", verdict(found[other] <= wanted, whole)]


def small(facts):
    """From the model to the checked answer, in wall time, on models of fifty rows."""
    for line in facts.get("smalls", []):
        found = line["median"]
        what = f"{line['name']}, the whole call, median"
        yield [what, "≤ 200 µs", f"{found:.0f} µs", verdict(found <= 200)]
    for result in facts["results"]:
        whole = result["solvers"].get("ours-auto", {}).get("whole")
        if whole and result["rows"] == 50 and result["columns"] < 100:
            found = min(whole) * 1e6
            yield [f"{result['name']}, the whole call", "≤ 200 µs", f"{found:.0f} µs", verdict(found <= 200)]


def batch(facts):
    for line in facts["batches"]:
        found = line["ours"] / line["highs"]
        what = f"warm batch {line['size']}, ours ÷ HiGHS hot start"
        yield [what, f"≤ {BATCH}", f"{found:.2f}", verdict(found <= BATCH)]


def memory(facts):
    """Peak of the whole process, and beyond what it held before it read, against HiGHS."""
    for result in facts["results"]:
        sides = [result["solvers"].get(name, {}).get("memory") for name in ("ours-auto", "highs-simplex")]
        if result["name"] != "staff_XL" or not all(sides):
            continue
        peaks = [max(side["reading"], side["solving"]) / 1024 for side in sides]
        beyond = [peak - side["start"] / 1024 for peak, side in zip(peaks, sides)]
        for what, (own, other) in [("peak memory", peaks), ("peak memory beyond the start", beyond)]:
            found = f"{own:.0f} against {other:.0f} MB"
            yield [f"staff_XL, {what}, ours-auto ÷ highs-simplex", "≤ 1", found, verdict(own <= other)]
