"""Solves scenarios with HiGHS's simplex from one stored basis: scenarios_highs.py FILE FACTORS.

FACTORS is the file of scenario_factors.py. The model is passed and solved once; then, for each
scenario, row ends are changed, the basis of the first solution is set, and `run` is called. Only
the call of `run` is timed, on one thread: by the wall clock and by the processor's.
"""

import csv
import json
import sys
import time

import highspy

solver = highspy.Highs()
solver.setOptionValue("output_flag", False)
solver.setOptionValue("threads", 1)
solver.setOptionValue("solver", "simplex")
solver.setOptionValue("solve_relaxation", True)
solver.readModel(sys.argv[1])
solver.run()
basis = solver.getBasis()
model = solver.getLp()
places = {name: place for place, name in enumerate(model.row_names_)}
lower, upper = list(model.row_lower_), list(model.row_upper_)
with open(sys.argv[2], newline="", encoding="utf-8") as file:
    header, *lines = csv.reader(file)
rows = [(places[line[0]], [float(text) for text in line[1:]]) for line in lines]

seconds, work, results, iterations = [], [], [], []
for scenario in range(len(header) - 1):
    for place, factors in rows:
        factor = factors[scenario]
        solver.changeRowBounds(place, lower[place] * factor, upper[place] * factor)
    solver.setBasis(basis)
    start, start_of_work = time.perf_counter(), time.process_time()
    solver.run()
    seconds.append(time.perf_counter() - start)
    work.append(time.process_time() - start_of_work)
    optimal = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    answer = solver.getInfo()
    results.append(answer.objective_function_value if optimal else None)
    iterations.append(answer.simplex_iteration_count)
print(
    json.dumps(
        {
            "seconds": seconds,
            "processorSeconds": work,
            "results": results,
            "iterations": iterations,
        }
    )
)
