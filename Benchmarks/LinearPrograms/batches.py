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
    if "staffing" not in options.sets:
        return []
    if not ours.exists() or not theirs.exists():
        skipped.append("warm batches: not built")
        return []
    sides = {"ours": [str(ours)], "highs": [options.python, str(theirs)]}
    lines = []
    for size, count in SIZES.items():
        file = Path(options.shared) / f"lp/staffing/staff_{size}.mps"
        if not file.exists():
            continue
        try:
            lines.append(line(size, file, count, sides, options.rounds))
        except (subprocess.SubprocessError, ValueError, KeyError, IndexError, TypeError) as error:
            skipped.append(f"warm batch {size}: {error!r}"[:300])
    return lines


def line(size, file, count, sides, rounds):
    """The least sum of seconds of all rounds, both sides taking turns, and whether they agree."""
    best = {}
    for _ in range(rounds):
        for side, command in sides.items():
            text = subprocess.run(
                [*command, str(file), str(count)],
                capture_output=True, text=True, timeout=600, check=True,
            ).stdout
            found = json.loads(text.strip().splitlines()[-1])
            if side not in best or sum(found["seconds"]) < sum(best[side]["seconds"]):
                best[side] = found
    pairs = zip(best["ours"]["objectives"], best["highs"]["objectives"], strict=True)
    return {
        "size": size, "scenarios": count,
        **{side: sum(found["seconds"]) / count for side, found in best.items()},
        "difference": max(abs(a - b) / (1 + abs(b)) for a, b in pairs),
    }
