"""Solves an MPS file several times with HiGHS's simplex on one thread: solve_highs.py FILE TIMES.

Only the call of `run` is timed, with presolve as it is by default; each starts from nothing.
"""

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
seconds = []
for _ in range(int(sys.argv[2])):
    solver.clearSolver()
    start = time.perf_counter()
    solver.run()
    seconds.append(time.perf_counter() - start)
optimal = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
answer = solver.getInfo()
print(
    json.dumps(
        {
            "seconds": seconds,
            "result": answer.objective_function_value if optimal else None,
            "iterations": answer.simplex_iteration_count,
        }
    )
)
