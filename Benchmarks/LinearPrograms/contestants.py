"""Who can be asked to solve a file, and how one of them is run, with a hard end."""

import json
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
GRACE = 15  # seconds beyond the limit for starting, reading and writing

OURS = ["auto", "dual", "primal", "interior", "interior-vertexless"]
PEERS = {
    "highs": ["simplex", "ipx", "ipx-vertexless"],
    "clp": ["dual", "primal", "automatic", "barrier", "barrier-vertexless"],
    "glpk": ["primal", "dual"],
}
NAMES = [f"ours-{method}" for method in OURS] + [
    f"{peer}-{method}" for peer, methods in PEERS.items() for method in methods
]
DEFAULT = (
    "ours-auto,ours-dual,ours-interior,ours-interior-vertexless,highs-simplex,highs-ipx,"
    "highs-ipx-vertexless,clp-dual,clp-automatic,clp-barrier,glpk-primal,glpk-dual"
)


def commands(names, python, binary):
    """Returns by name the command without its arguments, and why the others are skipped."""
    found, skipped = {}, []
    highs = subprocess.run([python, "-c", "import highspy"], capture_output=True).returncode == 0
    for name in names:
        family, _, method = name.partition("-")
        program = {
            "ours": [str(binary)],
            "highs": [python, str(HERE / "peers/solve_highs.py")],
            "clp": [str(HERE / "built/solve_clp")],
            "glpk": [str(HERE / "built/solve_glpk")],
        }.get(family)
        if program is None or (name not in NAMES and not name.endswith("-unreduced")):
            raise SystemExit(f"{name} is no solver; there are {', '.join(NAMES)}")
        if family == "highs" and not highs or family != "highs" and not Path(program[0]).exists():
            skipped.append(f"{name}: not installed or not built")
        else:
            found[name] = (program, method)
    return found, skipped


def run(command, file, times, limit, solution):
    """One process: what it measured, or a record that says how it failed."""
    program, method = command
    solution.unlink(missing_ok=True)
    try:
        done = subprocess.run(
            [*program, str(file), str(times), method, str(limit), str(solution)],
            capture_output=True, text=True, timeout=limit + GRACE,
        )
    except subprocess.TimeoutExpired:
        return {"status": "killed", "note": f"still running after {limit + GRACE} s"}
    if done.returncode != 0:
        words = done.stderr.strip().splitlines()[-1:] or [f"exit code {done.returncode}"]
        return {"status": "crashed", "note": words[0][:200]}
    try:
        return json.loads(done.stdout.strip().splitlines()[-1])
    except (ValueError, IndexError):
        return {"status": "crashed", "note": "printed no result"}
