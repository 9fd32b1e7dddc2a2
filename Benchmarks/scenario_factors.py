"""Writes factors for rows of an MPS file: scenario_factors.py FILE COUNT SPREAD SEED [PREFIX] > CSV.

Each row whose name begins with PREFIX (cov) gets one line: its name and, for each of COUNT
scenarios, a log-normal factor of median one. SPREAD is the standard deviation of its logarithm.
"""

import math
import random
import sys


def row_names(path):
    """The names of the rows, in the order of the file."""
    section = ""
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line[:1].strip():
                if section == "ROWS":
                    return
                section = line.split()[0]
            elif section == "ROWS":
                yield line.split()[1]


count, spread = int(sys.argv[2]), float(sys.argv[3])
generator = random.Random(int(sys.argv[4]))
prefix = sys.argv[5] if len(sys.argv) > 5 else "cov"
print("row", *(f"scenario {number}" for number in range(count)), sep=",")
for name in row_names(sys.argv[1]):
    if name.startswith(prefix):
        factors = (math.exp(spread * generator.gauss(0, 1)) for _ in range(count))
        print(name, *(repr(factor) for factor in factors), sep=",")
