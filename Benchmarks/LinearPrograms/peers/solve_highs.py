"""Solves an MPS file with HiGHS on one thread: solve_highs.py FILE TIMES METHOD LIMIT SOLUTION.

METHOD is simplex, ipx or ipx-vertexless (no crossover). Only the call of `run` is timed, presolve
included; each starts from nothing. TIMES is the most, and no further run starts
after ten seconds. The last answer goes to SOLUTION as CSV; what was measured is printed as JSON.
"""

import csv
import json
import sys
import time

import highspy

STATUS = {
    highspy.HighsModelStatus.kOptimal: "optimal",
    highspy.HighsModelStatus.kInfeasible: "infeasible",
    highspy.HighsModelStatus.kUnboundedOrInfeasible: "infeasible",
    highspy.HighsModelStatus.kUnbounded: "unbounded",
    highspy.HighsModelStatus.kTimeLimit: "limit",
}


def memory(field):
    """Kilobytes of this process now (VmRSS) or at most since the last reset (VmHWM)."""
    with open("/proc/self/status") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith(field))


def reset_peak():
    with open("/proc/self/clear_refs", "w") as file:
        file.write("5")


def prepared(file, method, limit):
    solver = highspy.Highs()
    for option, value in {
        "output_flag": False,
        "threads": 1,
        "parallel": "off",
        "solver": method.split("-")[0],
        "run_crossover": "off" if method.endswith("vertexless") else "on",
        "solve_relaxation": True,
        "time_limit": limit,
    }.items():
        if solver.setOptionValue(option, value) != highspy.HighsStatus.kOk:
            sys.exit(f"HiGHS does not know {option} {value}")
    if solver.readModel(file) == highspy.HighsStatus.kError:
        sys.exit(f"HiGHS cannot read {file}")
    return solver


def write(solver, status, path):
    """Values and duals; of an infeasible program the multipliers of the rows, if there are any."""
    model = solver.getLp()
    with open(path, "w", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(["kind", "name", "value", "dual"])
        if status == "infeasible":
            _, found, ray = solver.getDualRay()
            for name, multiplier in zip(model.row_names_, ray) if found else []:
                lines.writerow(["row", name, "", repr(float(multiplier))])
            return
        answer = solver.getSolution()
        for kind, names, values, duals in [
            ("column", model.col_names_, answer.col_value, answer.col_dual),
            ("row", model.row_names_, answer.row_value, answer.row_dual),
        ]:
            for name, value, dual in zip(names, values, duals):
                lines.writerow([kind, name, repr(float(value)), repr(float(dual))])


file, times, method, limit, path = sys.argv[1:]
base = memory("VmRSS")
solver = prepared(file, method, float(limit))
read = memory("VmHWM")
model = memory("VmRSS")
reset_peak()
processor, wall, peak = [], [], 0
while len(processor) < int(times) and sum(processor) < 10:
    solver.clearSolver()
    solver.setOptionValue("time_limit", solver.getRunTime() + float(limit))  # its clock runs on
    begin, start = time.perf_counter(), time.process_time()
    solver.run()
    processor.append(time.process_time() - start)
    wall.append(time.perf_counter() - begin)
    peak = memory("VmHWM") if len(wall) == 1 else peak
status = STATUS.get(solver.getModelStatus(), "notProven")
answer = solver.getInfo()
write(solver, status, path)
print(
    json.dumps(
        {
            "status": status,
            "processor": processor,
            "wall": wall,
            "objective": answer.objective_function_value,
            "simplexIterations": max(0, answer.simplex_iteration_count),
            "interiorIterations": max(0, answer.ipm_iteration_count),
            "memory": {"start": base, "reading": read, "model": model, "solving": peak},
            "version": solver.version(),
        }
    )
)
