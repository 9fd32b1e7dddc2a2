"""Compares models of queues with peers that do the same, in one run.

    python queues.py hypercube --servers 12,16,20 --rounds 3
    python queues.py erlang
    python queues.py week

Every round runs every program once, one after the other; the least of the rounds counts, because
what else the machine does only ever adds. Answers must agree. Writes results/queues-MODE.md.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
BUILT = HERE / ".build/release"


def run(command):
    """Returns what a command printed as JSON, its processor seconds and its peak megabytes."""
    with tempfile.NamedTemporaryFile("r") as report:
        wrapped = ["/usr/bin/time", "-f", "%U %S %M", "-o", report.name, *map(str, command)]
        text = subprocess.run(
            wrapped, check=True, stdout=subprocess.PIPE, env={**os.environ, "OPENBLAS_NUM_THREADS": "1"}
        ).stdout
        user, system, kilobytes = report.read().split()[-3:]
        return json.loads(text), float(user) + float(system), int(kilobytes) / 1024


def city(servers, atoms, utilization, seed):
    """Servers and atoms scattered over a square; lists by distance, servers equal."""
    chance = random.Random(seed)
    places = [(chance.random(), chance.random()) for _ in range(servers)]
    arrivals = [chance.random() for _ in range(atoms)]
    scale = utilization * servers / sum(arrivals)
    lines = [" ".join(repr(rate * scale) for rate in arrivals), " ".join(["1"] * servers)]
    for _ in range(atoms):
        x, y = chance.random(), chance.random()
        order = sorted(range(servers), key=lambda n: (places[n][0] - x) ** 2 + (places[n][1] - y) ** 2)
        lines.append(" ".join(map(str, order)))
    return "\n".join(lines) + "\n"


def hypercube(arguments):
    data = HERE / "data"
    data.mkdir(exist_ok=True)
    lines = [
        f"{arguments.atoms} atoms, utilization {arguments.utilization}, all states to "
        f"{arguments.tolerance:g}, the least of {arguments.rounds} rounds, load "
        f"{os.getloadavg()[0]:.1f} at the start",
        "",
        "| Servers | Program | Wall | of it rates | Sweeps | Processor, whole process | Peak MB "
        "| Rollcall ÷ it, wall | processor | Difference of workloads |",
        "|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for servers in map(int, arguments.servers.split(",")):
        file = data / f"hypercube-{servers}.txt"
        file.write_text(city(servers, arguments.atoms, arguments.utilization, seed=4))
        tail = [file, arguments.tolerance, 1]
        programs = {"Rollcall": [arguments.built / "QueueBenchmarks", "hypercube", *tail]}
        if servers <= arguments.largest_peer:
            for build in ("atoms", "sums"):
                programs[f"NumPy, rates by {build}"] = [
                    arguments.python, HERE / "Peers/hypercube.py", *tail, build]
        answers = {name: [] for name in programs}
        for _ in range(arguments.rounds):
            for name, command in programs.items():
                answers[name].append(run(command))
        right = answers["Rollcall"][0][0]["workloads"]
        ours = None
        for name, runs in answers.items():
            wall = min(answer["seconds"][0] for answer, _, _ in runs)
            processor = min(seconds for _, seconds, _ in runs)
            ours = ours or (wall, processor)
            rates = min((answer["build"][0] for answer, _, _ in runs if "build" in answer), default=None)
            off = max(
                abs(one - other)
                for answer, _, _ in runs for one, other in zip(answer["workloads"], right))
            if off > 100 * arguments.tolerance:
                sys.exit(f"{name} disagrees by {off} for {servers} servers")
            ratios = ["–", "–"] if name == "Rollcall" else [
                f"{ours[0] / wall:.3f}", f"{ours[1] / processor:.3f}"]
            lines.append(
                f"| {servers} | {name} | {wall:.3f} s | {'–' if rates is None else f'{rates:.2f} s'} "
                f"| {runs[0][0]['sweeps']} | {processor:.2f} s | {max(peak for _, _, peak in runs):.0f} "
                f"| {ratios[0]} | {ratios[1]} | {off:.0e} |")
    return lines


def erlang(arguments):
    lines = [
        "The fewest servers so that 8 of 10 customers wait at most 20 s at 3 min of service, the least of "
        f"{arguments.rounds} rounds, load {os.getloadavg()[0]:.1f} at the start",
        "",
        "| Offered load | Rollcall | pyworkforce | Rollcall ÷ pyworkforce | Servers |",
        "|--:|--:|--:|--:|--:|",
    ]
    for load in (3, 10, 100):
        ours, theirs = [], []
        for _ in range(arguments.rounds):
            ours.append(run([arguments.built / "QueueBenchmarks", "erlang", load, 1_000_000])[0])
            theirs.append(run([arguments.python, HERE / "Peers/erlang.py", load, 20_000])[0])
        if ours[0]["servers"] != theirs[0]["servers"]:
            sys.exit(f"{ours[0]['servers']} and {theirs[0]['servers']} servers at a load of {load}")
        our, their = (min(one["nanoseconds"] for one in runs) for runs in (ours, theirs))
        lines.append(
            f"| {load} | {our:.0f} ns | {their:,.0f} ns | {our / their:.4f} | {ours[0]['servers']} |")
    return lines


def week(arguments):
    answer, processor, peak = run([arguments.built / "QueueBenchmarks", "week", 20 * arguments.rounds])
    seconds = sorted(answer["seconds"])
    return [
        f"22 districts × 168 hours, three priorities that draw one to four units, a share within a time "
        f"for each; {len(seconds)} runs in one process, load {os.getloadavg()[0]:.1f}",
        "",
        "| Least | Median | Hours | Unit-hours required | Hours governed by waiting | Peak MB |",
        "|--:|--:|--:|--:|--:|--:|",
        f"| {seconds[0] * 1e3:.1f} ms | {seconds[len(seconds) // 2] * 1e3:.1f} ms | {answer['hours']} "
        f"| {answer['unitHours']:.0f} | {answer['governedByWaiting']} | {peak:.0f} |",
    ]


MODES = {"hypercube": hypercube, "erlang": erlang, "week": week}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("mode", choices=MODES)
    parser.add_argument("--python", default=sys.executable, help="the Python of the peers")
    parser.add_argument("--built", default=BUILT, type=Path, help="the folder of our programs")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--servers", default="12,16,18,20")
    parser.add_argument("--largest-peer", type=int, default=20)
    parser.add_argument("--atoms", type=int, default=71)
    parser.add_argument("--utilization", type=float, default=0.5)
    parser.add_argument("--tolerance", type=float, default=1e-8)
    arguments = parser.parse_args()
    lines = MODES[arguments.mode](arguments)
    results = HERE / "results"
    results.mkdir(exist_ok=True)
    (results / f"queues-{arguments.mode}.md").write_text("\n".join(lines) + "\n")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
