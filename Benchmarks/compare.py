"""Runs every comparison, Rollcall and its peers in turn, and writes results/table.md.

Wall times of whole processes come from hyperfine, one run of every program in each round, so that
a busy spell of the machine meets all of them. Programs that time one call themselves are run in
turn as well, and print their times. Peak memory is what GNU time reports. Every number is
a median over the rounds, with the least and the greatest; a ratio is Rollcall's median divided by
the peer's.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
BUILT = HERE / ".build/release"
ROLLCALL = HERE.parent / ".build/release/rollcall"
CANONICAL = HERE.parent / "Data/Profiles/canonical.yaml"


class Peers:
    """The Python of the peers, and which of them it has."""

    def __init__(self, python):
        self.python = python
        self.skipped = []

    def has(self, module):
        found = subprocess.run([self.python, "-c", f"import {module}"], capture_output=True)
        if found.returncode != 0:
            self.skipped.append(f"{module}: cannot be imported")
        return found.returncode == 0

    def run(self, script, *arguments):
        return [self.python, str(HERE / "Peers" / script), *map(str, arguments)]


class Table:
    """The lines of the result, as Markdown and as JSON."""

    def __init__(self):
        self.lines = []

    def add(self, what, program, samples, memory, reference=None, agrees="", cpu=None):
        ratio = f"{median(reference) / median(samples):.2g}" if reference else "–"
        self.lines.append(
            {
                "comparison": what, "program": program, "median": median(samples),
                "least": min(samples), "greatest": max(samples), "samples": len(samples),
                "processor": median(cpu) if cpu else None, "peak_megabytes": memory,
                "ratio": ratio, "agrees": agrees,
            }
        )
        print(f"{what} | {program} | {seconds(median(samples))} | ratio {ratio} {agrees}", flush=True)

    def markdown(self):
        yield "| Comparison | Program | Median | Least – greatest | CPU | Peak MB | Rollcall ÷ it | Answer |"
        yield "|---|---|--:|--:|--:|--:|--:|---|"
        for line in self.lines:
            cells = [
                line["comparison"], line["program"], seconds(line["median"]),
                f"{seconds(line['least'])} – {seconds(line['greatest'])}",
                seconds(line["processor"]) if line["processor"] else "–",
                f"{line['peak_megabytes']:.0f}", line["ratio"], line["agrees"],
            ]
            yield f"| {' | '.join(cells)} |"


def seconds(value):
    return f"{value:.3g} s" if value >= 1 else f"{value * 1e3:.3g} ms"


def output(command, memory=None):
    """Runs a command, appends its peak memory in megabytes and returns what it prints."""
    with tempfile.NamedTemporaryFile("r") as report:
        wrapped = ["/usr/bin/time", "-f", "%M", "-o", report.name, *command]
        text = subprocess.run(wrapped, check=True, stdout=subprocess.PIPE, text=True).stdout
        if memory is not None:
            memory.append(int(report.read().split()[-1]) / 1024)
    return text


def whole_processes(programs, rounds, prepare=None):
    """Returns by name (wall times, processor times) of `rounds` runs of each program in turn."""
    times = {name: ([], []) for name in programs}
    for number in range(rounds + 1):
        with tempfile.NamedTemporaryFile("r") as report:
            line = ["hyperfine", "-N", "--runs", "1", "--style", "none", "--export-json", report.name]
            if prepare:
                for name in programs:
                    line += ["--prepare", prepare[name]]
            for name, command in programs.items():
                line += ["-n", name, " ".join(command)]
            subprocess.run(line, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            results = json.load(report)["results"]
        for result in results if number > 0 else []:  # the first round warms the disk's cache
            wall, processor = times[result["command"]]
            wall.append(result["median"])
            processor.append(result["user"] + result["system"])
    return times


def timed_calls(programs, rounds):
    """Returns by name (seconds, last answer, peak memory) of programs that time a call."""
    times = {name: [] for name in programs}
    answers = {}
    memory = {name: [] for name in programs}
    for _ in range(rounds):
        for name, command in programs.items():
            answer = json.loads(output(command, memory[name]))
            times[name] += answer["seconds"]
            answers[name] = answer
    return {name: (times[name], answers[name], max(memory[name])) for name in programs}


def compare_import(table, peers, calls, rounds):
    what = f"Count {sum(1 for _ in open(calls)) - 1:,} calls by district and hour"
    ours = "Rollcall, 1 thread"
    programs = {
        ours: [str(BUILT / "CountCalls"), str(CANONICAL), calls],
        "csv of Python": peers.run("count_csv.py", calls),
    }
    for module, name in [("duckdb", "DuckDB"), ("polars", "Polars")]:
        if peers.has(module):
            for threads in (1, 2):
                programs[f"{name}, {threads} thread{'s' * (threads - 1)}"] = peers.run(
                    f"count_{module}.py", calls, threads
                )
    memory = {name: [] for name in programs}
    answers = {name: output(command, memory[name]) for name, command in programs.items()}
    command = "`rollcall import`, which counts nothing"
    programs[command] = [str(ROLLCALL), "import", calls, "--profile", "canonical"]
    memory[command] = []
    output(programs[command], memory[command])
    times = whole_processes(programs, rounds)
    for name in programs:
        agrees = "" if name not in answers else "same" if answers[name] == answers[ours] else "OTHER"
        table.add(
            what, name, times[name][0], memory[name][0],
            None if name == ours or name not in answers else times[ours][0],
            "" if name == ours else agrees, times[name][1],
        )


def compare_programs(table, peers, folder, rounds):
    if not peers.has("highspy"):
        return
    for size, times in [("XS", 15), ("S", 9), ("M", 3)]:
        file = Path(folder) / f"lp/staffing/staff_{size}.mps"
        if not file.exists():
            peers.skipped.append(f"staff_{size}: ROLLCALL_SHARED has no lp/staffing/{file.name}")
            continue
        programs = {
            "Rollcall": [str(BUILT / "SolveProgram"), str(file), str(times)],
            "HiGHS simplex": peers.run("solve_highs.py", file, times),
        }
        results = timed_calls(programs, rounds)
        ours, theirs = (results[name][1]["result"] for name in programs)
        agrees = ours is not None and abs(ours - theirs) <= 1e-7 * max(1, abs(theirs))
        for name, (samples, answer, memory) in results.items():
            words = f"{answer['result']:.10g}, {answer['iterations']} iterations" if answer["result"] else "NONE"
            is_ours = name == "Rollcall"
            table.add(
                f"Solve staff_{size}", name, samples, memory,
                None if is_ours else results["Rollcall"][0],
                words + ("" if is_ours else ", same" if agrees else ", OTHER"),
            )


def compare_servers(table, peers, rounds):
    if not peers.has("pyworkforce"):
        return
    generator = random.Random(20231102)
    loads = HERE / "data/loads.txt"
    loads.write_text("\n".join(f"{generator.uniform(1, 200):.6f}" for _ in range(10_000)) + "\n")
    programs = {
        "Rollcall": [str(BUILT / "CountServers"), str(loads), "5"],
        "pyworkforce": peers.run("count_servers.py", loads, 1),
    }
    results = timed_calls(programs, rounds)
    ours, theirs = (results[name][1]["result"] for name in programs)
    fewer = sum(mine < other for mine, other in zip(ours, theirs))
    more = sum(mine > other for mine, other in zip(ours, theirs))
    for name, (samples, _, memory) in results.items():
        is_ours = name == "Rollcall"
        table.add(
            "Fewest servers, 10,000 loads", name, samples, memory,
            None if is_ours else results["Rollcall"][0],
            "" if is_ours else f"Rollcall needs fewer for {fewer}, more for {more}",
        )


def measure_run(table, rounds):
    caches = {name: HERE / f"data/cache-{name}" for name in ("cold", "warm")}
    programs = {
        name: ["env", f"ROLLCALL_CACHE={folder}", str(ROLLCALL), "run", "chicago", "-q"]
        for name, folder in caches.items()
    }
    prepare = {"cold": f"rm -rf {caches['cold']}", "warm": "true"}
    memory = {name: [] for name in programs}
    for name, command in programs.items():
        subprocess.run(prepare["cold"].split(), check=True)
        output(command, memory[name])
    times = whole_processes(programs, rounds, prepare)
    for name in programs:
        table.add(
            "`rollcall run chicago`, no peer", f"{name} cache", times[name][0], memory[name][0],
            None, "", times[name][1],
        )


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--python", default=sys.executable, help="the Python of the peers")
    parser.add_argument("--calls", required=True, help="the canonical calls to count")
    parser.add_argument("--shared", default="", help="the folder that holds lp/staffing")
    parser.add_argument("--rounds", type=int, default=7)
    arguments = parser.parse_args()
    table, peers = Table(), Peers(arguments.python)
    compare_import(table, peers, arguments.calls, arguments.rounds)
    compare_programs(table, peers, arguments.shared, arguments.rounds)
    compare_servers(table, peers, 3)
    measure_run(table, arguments.rounds)
    results = HERE / "results"
    results.mkdir(exist_ok=True)
    record = {"date": str(date.today()), "lines": table.lines, "skipped": peers.skipped}
    (results / "results.json").write_text(json.dumps(record, indent=2) + "\n")
    lines = [*table.markdown(), *(f"\nSkipped: {reason}." for reason in peers.skipped)]
    (results / "table.md").write_text("\n".join(lines) + "\n")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
