"""Sums unit-hours of one export with Rollcall, DuckDB, Polars and pandas, and compares.

Every round runs every program once, one after the other, so that a busy spell of the machine meets
all of them. The printed sums must be equal. Wall time and processor time are those of whole
processes, an interpreter's start included, peak memory is what GNU time reports. Writes
results/unit-hours.md.

    python unit_hours.py --rows 1300000 --rounds 7
"""

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
BUILT = HERE / ".build/release"
PROFILE = HERE / "Peers/export.yaml"


def run(command):
    """Returns the answer's hash, wall and processor seconds, and peak megabytes of a command."""
    with tempfile.NamedTemporaryFile("r") as report:
        wrapped = ["/usr/bin/time", "-f", "%U %S %M", "-o", report.name, *map(str, command)]
        start = time.perf_counter()
        text = subprocess.run(
            wrapped, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
        wall = time.perf_counter() - start
        user, system, kilobytes = report.read().split()[-3:]
    return hashlib.sha256(text).hexdigest(), wall, float(user) + float(system), int(kilobytes) / 1024


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--python", default=sys.executable, help="the Python of the peers")
    parser.add_argument("--built", default=BUILT, type=Path, help="the folder of our programs")
    parser.add_argument("--rows", type=int, default=1_300_000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--only-ours", action="store_true", help="for files that peers cannot hold")
    arguments = parser.parse_args()
    data = HERE / "data"
    data.mkdir(exist_ok=True)
    export = data / f"export-{arguments.rows}.csv"
    if not export.exists() or export.stat().st_size == 0:
        with open(export, "wb") as sink:
            subprocess.run([arguments.built / "MakeExport", str(arguments.rows)], check=True, stdout=sink)
    programs = {}
    for threads in (1, 2):
        word = f"{threads} thread{'s' * (threads - 1)}"
        programs[f"Rollcall, {word}"] = [arguments.built / "SumCalls", PROFILE, threads, export]
        if not arguments.only_ours:
            for module, name in [("duckdb", "DuckDB"), ("polars", "Polars")]:
                programs[f"{name}, {word}"] = [
                    arguments.python, HERE / f"Peers/sum_{module}.py", export, threads]
    if not arguments.only_ours:
        programs["pandas"] = [arguments.python, HERE / "Peers/sum_pandas.py", export]
    samples = {name: [] for name in programs}
    for number in range(arguments.rounds + 1):
        for name, command in programs.items():
            sample = run(command)
            if number > 0:  # the first round warms the disk's cache
                samples[name].append(sample)
    right = samples["Rollcall, 1 thread"][0][0]
    lines = [
        f"{arguments.rows:,} rows, {os.path.getsize(export) / 1e6:.0f} MB, {arguments.rounds} rounds, "
        f"load {os.getloadavg()[0]:.1f} at the end",
        "",
        "| Program | Wall, median | Least | Processor | Peak MB | Rollcall ÷ it, wall | processor | Answer |",
        "|---|--:|--:|--:|--:|--:|--:|---|",
    ]
    for name, runs in samples.items():
        ours = samples[f"Rollcall, {'2 threads' if '2' in name else '1 thread'}"]
        wall, processor = (median(run[place] for run in runs) for place in (1, 2))
        ratios = [median(run[place] for run in ours) / median(run[place] for run in runs) for place in (1, 2)]
        same = all(run[0] == right for run in runs)
        words = ["–", "–"] if name.startswith("Rollcall") else [f"{ratio:.2f}" for ratio in ratios]
        lines.append(
            f"| {name} | {wall:.2f} s | {min(run[1] for run in runs):.2f} s | {processor:.2f} s "
            f"| {max(run[3] for run in runs):.0f} | {words[0]} | {words[1]} | {'same' if same else 'OTHER'} |")
    results = HERE / "results"
    results.mkdir(exist_ok=True)
    (results / "unit-hours.md").write_text("\n".join(lines) + "\n")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
