"""Warm batches: scenarios of one program, each solved again from the same stored basis."""

import json
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
SIZES = {"S": 30, "M": 30, "L": 10}


def compare(options, skipped):
    """One line for each size that both sides can do: seconds per scenario, ours and HiGHS's.

    Each side is called with FILE SCENARIOS and prints JSON with `seconds`, one number a scenario, and
    `objectives` beside it.
    """
    ours = Path(options.binary).with_name("SolveScenarios")
    theirs = HERE.parent / "Peers/scenarios_highs.py"
    if not ours.exists() or not theirs.exists():
        skipped.append("warm batches: not built")
        return []
    lines = []
    for size, count in SIZES.items():
        file = Path(options.shared) / f"lp/staffing/staff_{size}.mps"
        if "staffing" not in options.sets or not file.exists():
            continue
        sides = {"ours": [str(ours)], "highs": [options.python, str(theirs)]}
        best = {}
        for _ in range(options.rounds):
            for side, command in sides.items():
                done = subprocess.run(
                    [*command, str(file), str(count)], capture_output=True, text=True, timeout=600
                )
                if done.returncode != 0:
                    skipped.append(f"warm batch {size}, {side}: {done.stderr.strip()[-200:]}")
                    break
                found = json.loads(done.stdout.strip().splitlines()[-1])
                if side not in best or sum(found["seconds"]) < sum(best[side]["seconds"]):
                    best[side] = found
        if len(best) == 2:
            pairs = zip(best["ours"]["objectives"], best["highs"]["objectives"])
            lines.append(
                {
                    "size": size, "scenarios": count,
                    **{side: sum(found["seconds"]) / count for side, found in best.items()},
                    "difference": max(abs(a - b) / (1 + abs(b)) for a, b in pairs),
                }
            )
    return lines
