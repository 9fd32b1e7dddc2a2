"""Checks a solution that anybody wrote: check.py FILE.mps SOLUTION.csv, unpacked both.

SOLUTION has the columns kind, name, value and dual; kind is column or row, and a row's dual its price.
With rows alone their duals are taken as multipliers that prove the program infeasible.
"""

import json
import sys

import model
import verify

program = model.read(sys.argv[1])
values, prices = verify.answer(sys.argv[2], program)
if prices is None:
    sys.exit("the rows of the solution are not those of the program")
if values is None:
    margin = verify.infeasibility(program, prices)
    print(json.dumps({"margin": margin, "accepted": margin > verify.MARGIN}))
else:
    print(json.dumps(verify.optimality(program, values, prices).record()))
