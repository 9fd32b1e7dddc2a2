"""Solves a hypercube by Gauss-Seidel between even and odd states, in NumPy.

    hypercube.py FILE TOLERANCE TIMES [atoms|sums]

Written for this comparison, because no package of Python does it. It uses the layout that makes
NumPy fastest: the bit of server 0 is left out of either half, so that all neighbours are slices
and nothing is gathered. `atoms` makes the rates as one would at first, atom by atom over ever
smaller sets of states; `sums` does it for all atoms at once by sums over subsets, as Rollcall does.
"""

import json
import sys
import time

import numpy as np


def rates_by_atoms(arrivals, lists, servers):
    rates = np.zeros((servers, 1 << servers))
    for arrival, order in zip(arrivals, lists):
        states = np.arange(1 << servers)
        for server in order:
            busy = (states >> server & 1).astype(bool)
            rates[server, states[~busy]] += arrival
            states = states[busy]
    return rates


def rates_by_sums(arrivals, lists, servers):
    rates = np.zeros((servers, 1 << servers))
    for arrival, order in zip(arrivals, lists):
        busy = 0
        for server in order:
            rates[server, busy] += arrival
            busy |= 1 << server
    for bit in range(servers):
        halves = rates.reshape(servers, -1, 2, 1 << bit)
        halves[:, :, 1] += halves[:, :, 0]
    return rates


class Half:
    """The even (0) or odd (1) states as targets, with the rates into them."""

    def __init__(self, parity, rates, services, arrival):
        servers = len(services)
        number = np.arange(1 << (servers - 1))
        odd = np.bitwise_count(number) & 1
        self.states = 2 * number + (odd ^ parity)
        sources = 2 * number + (odd ^ parity ^ 1)
        self.services = services
        self.first = np.where(self.states & 1, rates[0, sources], services[0])
        self.up = [
            rates[bit + 1, sources.reshape(-1, 2, 1 << bit)[:, 0]] for bit in range(servers - 1)]
        busy = sum((self.states >> server & 1) * service for server, service in enumerate(services))
        self.out = busy + np.where(self.states == (1 << servers) - 1, 0, arrival)

    def balanced(self, source):
        inflow = self.first * source
        for bit, up in enumerate(self.up):
            into, there = inflow.reshape(-1, 2, 1 << bit), source.reshape(-1, 2, 1 << bit)
            into[:, 1] += up * there[:, 0]
            into[:, 0] += self.services[bit + 1] * there[:, 1]
        inflow /= self.out
        return inflow


def solve(arrivals, services, lists, tolerance, build):
    servers = len(services)
    start = time.perf_counter()
    rates = (rates_by_sums if build == "sums" else rates_by_atoms)(arrivals, lists, servers)
    halves = [Half(parity, rates, services, sum(arrivals)) for parity in (0, 1)]
    del rates
    built = time.perf_counter()
    # Layers of equal servers, spread evenly: the same start as Rollcall's.
    load = sum(arrivals) / (sum(services) / servers)
    layer = [1.0]
    for busy in range(servers):
        layer.append(layer[-1] * load / (servers - busy))
    layer = np.array(layer)
    values = [layer[np.bitwise_count(half.states)] for half in halves]
    total = values[0].sum() + values[1].sum()
    values = [value / total for value in values]
    sweeps, change = 0, 1.0
    while change > tolerance and sweeps < 5000:
        change = 0.0
        for parity in (0, 1):
            new = halves[parity].balanced(values[1 - parity])
            change = max(change, np.abs(values[parity] / new - 1).max())
            values[parity] = new
        sweeps += 1
    total = values[0].sum() + values[1].sum()
    workloads = [
        sum(value[half.states >> server & 1 == 1].sum() for value, half in zip(values, halves)) / total
        for server in range(servers)]
    return built - start, time.perf_counter() - built, sweeps, change, workloads


def main():
    with open(sys.argv[1]) as file:
        lines = [line.split() for line in file]
    arrivals, services = [float(word) for word in lines[0]], [float(word) for word in lines[1]]
    lists = [[int(word) for word in line] for line in lines[2:]]
    build = sys.argv[4] if len(sys.argv) > 4 else "atoms"
    builds, solves = [], []
    for _ in range(int(sys.argv[3])):
        built, solved, sweeps, change, workloads = solve(
            arrivals, services, lists, float(sys.argv[2]), build)
        builds.append(built)
        solves.append(solved)
    print(json.dumps({
        "build": builds, "solve": solves, "seconds": [sum(pair) for pair in zip(builds, solves)],
        "sweeps": sweeps, "residual": change, "workloads": workloads}))


if __name__ == "__main__":
    main()
