"""Warm batches: scenarios of one program, each solved again from the same stored basis.

Every coverage right-hand side is drawn anew, the same on both sides (scenario_factors.py).
"""

import json
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
SIZES = {"S": 30, "M": 30, "L": 10}
SPREAD, SEED = "0.05", "20261121"


def compare(options, skipped):
    """One line for each size that both sides can do: seconds per scenario, ours and HiGHS's.

    Each side is called with FILE FACTORS and prints JSON with `seconds` and `results`, one number a
    scenario: the wall time of its solve alone and its objective.
    """
    ours = Path(options.binary).with_name("SolveScenarios")
    theirs, factors = HERE.parent / "Peers/scenarios_highs.py", HERE.parent / "scenario_factors.py"
    if "staffing" not in options.sets:
        return []
    if not all(path.exists() for path in (ours, theirs, factors)):
        skipped.append("warm batches: not built")
        return []
    sides = {"ours": [str(ours)], "highs": [options.python, str(theirs)]}
    lines = []
    for size, count in SIZES.items():
        file = Path(options.shared) / f"lp/staffing/staff_{size}.mps"
        if not file.exists():
            continue
        try:
            with tempfile.NamedTemporaryFile("w", suffix=".csv") as drawn:
                command = [options.python, str(factors), str(file), str(count), SPREAD, SEED]
                drawn.write(output(command))
                drawn.flush()
                lines.append(line(size, file, drawn.name, sides, options.rounds))
        except (subprocess.SubprocessError, ValueError, KeyError, IndexError, TypeError) as error:
            skipped.append(f"warm batch {size}: {error!r}"[:300])
    return lines


def output(command):
    return subprocess.run(command, capture_output=True, text=True, timeout=600, check=True).stdout


def line(size, file, factors, sides, rounds):
    """Both sides in turn; of every scenario the least time of all rounds, and whether they agree."""
    seconds, results = {}, {}
    for _ in range(rounds):
        for side, command in sides.items():
            found = json.loads(output([*command, str(file), factors]).strip().splitlines()[-1])
            before = seconds.get(side, found["seconds"])
            seconds[side] = [min(pair) for pair in zip(before, found["seconds"], strict=True)]
            results[side] = found["results"]
    pairs = list(zip(results["ours"], results["highs"], strict=True))
    return {
        "size": size, "scenarios": len(pairs),
        **{side: sum(times) / len(times) for side, times in seconds.items()},
        "difference": max(abs(a - b) / (1 + abs(b)) for a, b in pairs),
    }
