"""Finds the fewest servers for every load of a file with pyworkforce: count_servers.py FILE TIMES.

A line holds the calls per hour; a call takes 30 minutes, and 80 % must wait for at most 3.
"""

import json
import sys
import time

from pyworkforce.queuing import ErlangC

with open(sys.argv[1]) as file:
    rates = [float(line) for line in file]
seconds = []
for _ in range(int(sys.argv[2])):
    start = time.perf_counter()
    servers = [
        ErlangC(transactions=rate, aht=30, asa=3, interval=60).required_positions(0.8)["positions"]
        for rate in rates
    ]
    seconds.append(time.perf_counter() - start)
print(json.dumps({"seconds": seconds, "result": servers}))
