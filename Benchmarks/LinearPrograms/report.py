"""What was measured, as Markdown: failures and the largest slowdowns first."""

import math

import promises

SHIFT = 1e-3


def best(record):
    """The least processor time of all rounds, in seconds; `None` if the answer does not count."""
    return min(record["processor"]) if record.get("solved") and record.get("processor") else None


def milliseconds(record):
    time = best(record)
    return "failed" if time is None else f"{time * 1e3:.3g}"


def counted(record, limit):
    time = best(record)
    return limit if time is None else time


def shifted_mean(times):
    """Geometric mean, shifted by one millisecond."""
    return math.exp(sum(math.log(time + SHIFT) for time in times) / len(times)) - SHIFT


def is_ours(solver):
    return solver.startswith("ours-")


def reference(facts):
    return next((solver for solver in facts["solvers"] if is_ours(solver)), None)


def groups(facts):
    return list(dict.fromkeys(result["set"] for result in facts["results"]))


def lines(facts):
    yield "# Linear programs: Rollcall and its peers"
    yield ""
    yield (
        f"{facts['date']}; processor time of the solve alone, presolve included, one thread; the least of"
        f" up to {facts['rounds']} × {facts['times']} solves; at most {facts['limit']:g} s, which is also"
        f" what a failure counts. An answer counts if verify.py finds it optimal to {facts['accepted']:g}."
    )
    for part in (failures, slowdowns, summary, promises.lines, memory, warm, everything):
        yield ""
        yield from part(facts)
    if facts["skipped"]:
        yield ""
        yield f"Skipped: {'; '.join(facts['skipped'])}."


def table(heads, rows):
    yield f"| {' | '.join(heads)} |"
    yield "|" + "---|" * len(heads)
    for row in rows:
        yield f"| {' | '.join(map(str, row))} |"


def failures(facts):
    """Answers that do not count, and ours that are not verified to 1e-8; ours first."""
    yield "## Failures"
    yield ""
    rows = []
    for result in facts["results"]:
        for solver, record in result["solvers"].items():
            complaint = complaints(result, solver, record)
            if complaint:
                rows.append([f"{result['set']}/{result['name']}", solver, complaint])
    rows.sort(key=lambda row: not is_ours(row[1]))
    yield from table(["Problem", "Solver", "What"], rows) if rows else ["None."]


def complaints(result, solver, record):
    note = f": {record['note']}" if record.get("note") else ""
    if record["status"] == "optimal" and result["set"] != "netlib-infeasible":
        figure = record["verified"]
        if figure > (1e-8 if is_ours(solver) else 1e-6):
            return f"optimal, but the test says {figure:.1e}{note}"
        if record.get("difference", 0) > 1e-8 and is_ours(solver):
            return f"objective off by {record['difference']:.1e}{note}"
        return f"optimal{note}" if note else None
    if record["status"] == "infeasible" and result["set"] == "netlib-infeasible":
        if is_ours(solver) and not record.get("margin", -math.inf) > 1e-9:
            return f"infeasible, but the certificate's margin is {record.get('margin')}{note}"
        return None
    figure = record["verified"]
    doubt = f", and the test says {figure:.1e}" if math.isfinite(figure) else ""
    return f"{record['status']}{doubt}{note}"


def slowdowns(facts):
    """Where the first of our methods takes longer than the best peer, the worst first."""
    first, rows = reference(facts), []
    if not first:
        return
    yield f"## Largest slowdowns of {first}"
    yield ""
    for result in facts["results"]:
        times = {solver: best(record) for solver, record in result["solvers"].items()}
        peers = {solver: time for solver, time in times.items() if time and not is_ours(solver)}
        if not times.get(first) or not peers:
            continue
        fastest = min(peers, key=peers.get)
        ratio = times[first] / peers[fastest]
        if ratio > 1:
            rows.append(
                (ratio, result["name"], f"{times[first] * 1e3:.3g}", fastest, f"{peers[fastest] * 1e3:.3g}")
            )
    rows.sort(reverse=True)
    heads = ["Ours ÷ best peer", "Problem", "Ours, ms", "Best peer", "Its ms"]
    yield from table(heads, [[f"{row[0]:.2f}", *row[1:]] for row in rows]) if rows else ["None."]


def summary(facts):
    for group in groups(facts):
        results = [result for result in facts["results"] if result["set"] == group]
        is_infeasible = group == "netlib-infeasible"
        yield f"## {group}, {len(results)} problems"
        yield ""
        ours = [solver for solver in facts["solvers"] if is_ours(solver)]
        checked = ["Certificate accepted"] if is_infeasible else ["≤ 1e-8", "≤ 1e-6"]
        heads = ["Solver", "Claimed", *checked, "Mean, ms", "Sum of solved, s"]
        rows = []
        for solver in facts["solvers"]:
            records = [result["solvers"][solver] for result in results]
            status = "infeasible" if is_infeasible else "optimal"
            claims = sum(record["status"] == status for record in records)
            if is_infeasible:
                good = [sum(record.get("margin", -math.inf) > 1e-9 for record in records)]
            else:
                good = [sum(record["verified"] <= at for record in records) for at in (1e-8, 1e-6)]
            mean = shifted_mean([counted(record, facts["limit"]) for record in records])
            total = sum(best(record) or 0 for record in records)
            ratios = [pair(results, mine, solver, facts["limit"]) for mine in ours]
            rows.append([solver, claims, *good, f"{mean * 1e3:.3f}", f"{total:.2f}", *ratios])
        yield from table([*heads, *(f"{mine} ÷ it (common)" for mine in ours)], rows)
        yield ""


def ratio(results, mine, other, limit):
    """Ratio of shifted means over all problems, failures at the limit; `None` without both."""
    if not results or any(name not in result["solvers"] for result in results for name in (mine, other)):
        return None
    means = [
        shifted_mean([counted(result["solvers"][name], limit) for result in results])
        for name in (mine, other)
    ]
    return means[0] / means[1]


def pair(results, mine, other, limit):
    """The ratio over all problems and, in brackets, over those that both solve."""
    if mine == other:
        return "–"
    common = [result for result in results if all(best(result["solvers"][n]) for n in (mine, other))]
    among = ratio(common, mine, other, limit)
    words = f"{ratio(results, mine, other, limit):.2f}"
    return words + (f" ({among:.2f})" if among else "")


def memory(facts):
    """Peaks on the largest problem, in megabytes."""
    results = [result for result in facts["results"] if result["set"] == "staffing"]
    if not results:
        return
    largest = max(results, key=lambda result: result["rows"])
    yield f"## Memory on {largest['name']}, MB"
    yield ""
    rows = []
    for solver, record in largest["solvers"].items():
        if not record.get("memory"):
            continue
        start, reading, kept, solving = (
            record["memory"][key] / 1024 for key in ("start", "reading", "model", "solving")
        )
        peak = max(reading, solving)
        figures = (peak, peak - start, solving, solving - start, solving - kept, start, reading)
        rows.append([solver, *(f"{figure:.0f}" for figure in figures)])
    heads = [
        "Solver", "Peak", "Peak − start", "Peak of the solve", "… − start", "… − model", "Start",
        "Peak of reading",
    ]
    yield from table(heads, rows)


def warm(facts):
    if not facts["batches"]:
        return
    yield "## Warm batches, ms a scenario"
    yield ""
    rows = [
        [
            line["size"], line["scenarios"], f"{line['ours'] * 1e3:.3f}", f"{line['highs'] * 1e3:.3f}",
            f"{line['ours'] / line['highs']:.2f}", f"{line['difference']:.1e}",
        ]
        for line in facts["batches"]
    ]
    yield from table(["Size", "Scenarios", "Ours", "HiGHS hot start", "Ratio", "Largest difference"], rows)


def everything(facts):
    yield "## Every problem, ms"
    yield ""
    first = reference(facts)
    rows = []
    for result in facts["results"]:
        records = result["solvers"]
        mine = records.get(first, {})
        peers = [best(record) for solver, record in records.items() if not is_ours(solver) and best(record)]
        times = (best(mine), min(peers, default=None))
        row = [
            result["name"], f"{result['rows']} × {result['columns']}",
            *(milliseconds(records[solver]) for solver in facts["solvers"]),
        ]
        rows.append(row + (details(mine, times) if first else []))
    heads = ["Problem", "Rows × columns", *facts["solvers"]]
    more = ["Ours ÷ best peer", "Ours verified", "Iterations", "Our own check, ms", "Whole call, ms"]
    yield from table(heads + (more if first else []), rows)


def details(mine, times):
    """What is said of our first method only: ratio, figure of the test, iterations, its own check."""
    figure, margin = mine.get("verified", math.inf), mine.get("margin")
    return [
        f"{times[0] / times[1]:.2f}" if all(times) else "–",
        f"{figure:.0e}" if margin is None else f"margin {margin:.0e}",
        f"{mine.get('simplexIterations', 0)} + {mine.get('interiorIterations', 0)}",
        *(f"{min(mine[key]) * 1e3:.2g}" if mine.get(key) else "–" for key in ("check", "whole")),
    ]
