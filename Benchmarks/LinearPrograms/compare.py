"""Runs Rollcall and its peers in turn on linear programs, and checks every answer with one test.

Solvers take turns problem by problem and round by round, each in a process of its own, so that a busy
spell of the machine meets all of them. An answer is verified by verify.py, on the model that model.py
reads; neither knows a solver. What comes out is results/linear-programs.md and .json.
"""

import argparse
import csv
import gzip
import hashlib
import json
import math
import shutil
import tempfile
from datetime import date
from pathlib import Path

import batches
import contestants
import model
import report
import small
import verify

HERE = contestants.HERE
SETS = ["netlib", "kennington", "setcover", "staffing", "netlib-infeasible"]
ACCEPTED = 1e-6  # what a peer or we must reach for a time to count


def arguments():
    parser = argparse.ArgumentParser(prog="run.sh", description=__doc__.splitlines()[0])
    parser.add_argument("--sets", default=",".join(SETS), help="folders of lp, parted by commas")
    parser.add_argument("--names", default="", help="only these problems, parted by commas")
    parser.add_argument("--solvers", default=contestants.DEFAULT, help=", ".join(contestants.NAMES))
    parser.add_argument("--rounds", type=int, default=3, help="processes of each solver on each problem")
    parser.add_argument("--times", type=int, default=5, help="solves in a process; ten seconds at most")
    parser.add_argument("--limit", type=float, default=60, help="seconds that a solve may take")
    parser.add_argument("--shared", required=True, help="the folder that holds lp/")
    parser.add_argument("--binary", default=str(HERE.parent / ".build/release/SolveFile"))
    parser.add_argument("--python", default=str(HERE.parent / ".venv/bin/python"))
    parser.add_argument("--output", default=str(HERE.parent / "results"))
    parser.add_argument("--no-batches", action="store_true", help="leave out the warm batches")
    return parser.parse_args()


def problems(options):
    """Yields (set, name, plain file, published optimum) in the order of size; skips integer models."""
    wanted = set(filter(None, options.names.split(",")))
    for group in options.sets.split(","):
        folder = Path(options.shared) / "lp" / group
        optima = {}
        if (folder / "optima.csv").exists():
            with open(folder / "optima.csv", newline="") as lines:
                optima = {line["name"]: float(line["objective"]) for line in csv.DictReader(lines)}
        files = [*folder.glob("*.mps"), *folder.glob("*.mps.gz")]
        if not files:
            print(f"{group}: {folder} holds no problems, skipped", flush=True)
        for file in sorted(files, key=lambda file: (file.suffix == ".gz", file.stat().st_size)):
            name = file.name.removesuffix(".gz").removesuffix(".mps")
            is_relaxed = group in ("setcover", "netlib-infeasible")
            if (wanted and name not in wanted) or (name not in optima and not is_relaxed):
                continue
            yield group, name, plain(file), optima.get(name)


def plain(file):
    """The file, unpacked if it is compressed, because not every reader does that itself."""
    if file.suffix != ".gz":
        return file
    unpacked = HERE / "built" / file.stem
    if not unpacked.exists():
        with gzip.open(file) as source, open(unpacked, "wb") as target:
            shutil.copyfileobj(source, target)
    return unpacked


def check(record, solution, program, optimum):
    """Adds to the record of a solver what the test says of its answer."""
    record["verified"] = math.inf
    if record["status"] not in ("optimal", "infeasible", "notProven") or not solution.exists():
        return
    try:
        values, prices = verify.answer(solution, program)
        if record["status"] != "infeasible" and values is not None and prices is not None:
            figures = verify.optimality(program, values, prices)
            record["figures"] = figures.record()
            record["verified"] = figures.relative
            if optimum is not None:
                record["difference"] = abs(figures.objective - optimum) / (1 + abs(optimum))
        elif record["status"] == "infeasible" and prices is not None:
            record["margin"] = verify.infeasibility(program, prices)
    except (OSError, ValueError, KeyError) as error:
        record["note"] = f"unreadable answer: {error}"


def is_solved(record, is_infeasible):
    """Whether a time counts: figures of at most ACCEPTED, even of an answer that its own solver
    doubts; of an infeasible program the claim."""
    if is_infeasible:
        return record["status"] == "infeasible"
    return record["status"] in ("optimal", "notProven") and record["verified"] <= ACCEPTED


def measure(problem, program, solvers, options, scratch):
    """Returns by solver what it measured over the rounds, with its answer checked."""
    group, _, file, optimum = problem
    records, digests = {}, {}
    for number in range(options.rounds):
        for name, command in solvers.items():
            if number > 0 and not records[name]["solved"]:
                continue  # what failed once is not tried again
            solution = scratch / "solution.csv"
            found = contestants.run(command, file, options.times, options.limit, solution)
            digest = hashlib.sha256(solution.read_bytes()).digest() if solution.exists() else b""
            if number == 0:
                records[name] = found
            else:
                records[name].update({key: found[key] for key in ("status", "note") if key in found})
                for key in ("processor", "wall", "check", "whole"):
                    records[name].setdefault(key, []).extend(found.get(key, []))
            if digest != digests.get(name):
                if number > 0:
                    records[name]["note"] = "rounds differ in their answers"
                check(records[name], solution, program, optimum)
                digests[name] = digest
            records[name]["solved"] = is_solved(records[name], group == "netlib-infeasible")
    return records


def finite(value):
    """The same without numbers that JSON has no word for."""
    if isinstance(value, dict):
        return {key: finite(part) for key, part in value.items()}
    if isinstance(value, list):
        return [finite(part) for part in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def main():
    options = arguments()
    names = list(dict.fromkeys(options.solvers.split(",")))
    solvers, skipped = contestants.commands(names, options.python, options.binary)
    results = []
    output = Path(options.output)
    output.mkdir(parents=True, exist_ok=True)

    smalls = small.measure(options, skipped)

    def save(batch_lines):
        facts = {
            "date": date.today().isoformat(), "limit": options.limit, "rounds": options.rounds,
            "times": options.times, "accepted": ACCEPTED, "skipped": skipped,
            "solvers": list(solvers), "results": results, "batches": batch_lines,
            "smalls": smalls,
        }
        (output / "linear-programs.json").write_text(json.dumps(finite(facts), indent=1) + "\n")
        text = "\n".join(report.lines(facts)) + "\n"
        (output / "linear-programs.md").write_text(text)
        return text

    with tempfile.TemporaryDirectory() as folder:
        for problem in problems(options):
            group, name, file, optimum = problem
            program = model.read(file)
            records = measure(problem, program, solvers, options, Path(folder))
            results.append(
                {
                    "set": group, "name": name, "rows": len(program.row_names),
                    "columns": len(program.names), "optimum": optimum, "solvers": records,
                }
            )
            times = "  ".join(
                f"{solver} {report.milliseconds(record)}" for solver, record in records.items()
            )
            print(f"{group}/{name}: {times}", flush=True)
            save([])
    lines = [] if options.no_batches else batches.compare(options, skipped)
    print("\n" + save(lines))


main()
