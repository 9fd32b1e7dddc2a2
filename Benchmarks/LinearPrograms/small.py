"""Programs of fifty rows, solved over and over in one process: what a loop in a user's code would see."""

import json
import subprocess
from pathlib import Path


def measure(options, skipped):
    """What SolveSmall beside the binary prints: of each kind of program the median in microseconds."""
    ours = Path(options.binary).with_name("SolveSmall")
    if not ours.exists():
        skipped.append("small programs: not built")
        return []
    try:
        found = subprocess.run([str(ours)], capture_output=True, text=True, timeout=300, check=True)
        return json.loads(found.stdout)
    except (subprocess.SubprocessError, ValueError) as error:
        skipped.append(f"small programs: {error!r}"[:300])
        return []
