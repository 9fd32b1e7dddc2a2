"""Tests of the test itself, on programs worked by hand: python3 test_verify.py."""

import math
import tempfile
from pathlib import Path

import model
import verify

TEXT = """* minimize -x - 2 y + 3; x + y <= 4, x - y in [-2, 1], 0 <= x <= 3, y free
NAME hand
ROWS
 N cost
 L sum
 L difference
 N unused
COLUMNS
 x cost -1 sum 1
 x difference 1
 y cost -2 sum 1
 y difference -1 unused 7
RHS
 RHS sum 4 difference 1
 RHS cost -3
RANGES
 RNG difference 3
BOUNDS
 UP BND x 3
 FR BND y
ENDATA
"""


def read(text):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "hand.mps"
        path.write_text(text)
        return model.read(path)


def main():
    hand = read(TEXT)
    assert hand.costs == [-1.0, -2.0] and hand.constant == 3.0
    assert hand.row_lower == [-math.inf, -2.0] and hand.row_upper == [4.0, 1.0]
    assert hand.lower == [0.0, -math.inf] and hand.upper == [3.0, math.inf]

    # The optimum is (1, 3): both rows bind, by hand y = (-1.5, 0.5), and the objective is -4.
    right = verify.optimality(hand, [1.0, 3.0], [-1.5, 0.5])
    assert right.objective == -4.0 and right.relative == 0.0 and right.rowwise == 0.0
    assert verify.optimality(hand, [1.0, 3.0 + 1e-6], [-1.5, 0.5]).primal > 1e-7  # outside a row
    assert verify.optimality(hand, [1.0, 2.0], [-1.5, 0.5]).gap > 0.1  # feasible, not optimal
    assert verify.optimality(hand, [1.0, 3.0], [-1.0, 0.5]).dual > 0.1  # a price on the free column
    assert verify.optimality(hand, [1.0, 3.0], [1.5, 0.5]).dual > 0.1  # a price of the wrong sign
    assert verify.optimality(hand, [math.nan, 3.0], [-1.5, 0.5]).relative == math.inf

    # x + y >= 8 cannot be beside x + y <= 4.
    contrary = read(TEXT.replace(" L sum\n", " L sum\n G much\n").replace("x cost -1", "x much 1 cost -1")
                    .replace(" y cost -2", " y much 1\n y cost -2").replace("RHS cost -3", "RHS cost -3 much 8"))
    assert verify.infeasibility(contrary, [-1.0, 1.0, 0.0]) == (8 - 4) / (8 + 4)
    assert verify.infeasibility(contrary, [1.0, -1.0, 0.0]) > 0  # either sign
    assert verify.infeasibility(contrary, [0.0, 1.0, 0.0]) == -math.inf  # y is free
    assert verify.infeasibility(contrary, [0.0, 0.0, 0.0]) == -math.inf
    assert verify.infeasibility(hand, [-1.0, 0.5]) <= verify.MARGIN

    # Of several sets of bounds the first counts.
    assert read(TEXT.replace("FR BND y", "FR BND y\n UP OTHER x 2")).upper[0] == 3.0
    print("The test passes its own.")


main()
