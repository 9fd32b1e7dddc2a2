"""pyworkforce's side of `queues.py erlang`: erlang.py LOAD QUERIES."""

import json
import sys
import time

from pyworkforce.queuing import ErlangC

load, queries = float(sys.argv[1]), int(sys.argv[2])
start = time.perf_counter()
servers = 0
for query in range(queries):
    # Transactions in an interval of 30 minutes, 3 minutes each.
    transactions = load / 3 * 30 * (1 + 1e-3 * (query % 100) / 100)
    found = ErlangC(transactions=transactions, aht=3, asa=20 / 60, interval=30, shrinkage=0).required_positions(
        service_level=0.8, max_occupancy=1)
    servers += found["raw_positions"]
seconds = time.perf_counter() - start
print(json.dumps({"nanoseconds": seconds / queries * 1e9, "servers": servers // queries}))
