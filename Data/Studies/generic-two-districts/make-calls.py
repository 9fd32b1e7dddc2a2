#!/usr/bin/env python3
"""Writes calls.csv, the invented calls of this example: 21 or 22 a day for two weeks."""

import csv
import random
from datetime import datetime, timedelta

BEATS = [("1", "101"), ("1", "102"), ("1", "103"), ("2", "201"), ("2", "202")]
BEAT_WEIGHTS = [26, 20, 16, 22, 16]
# Name, weight, mean minutes at the scene, weights of the priorities 1 to 5, units.
CATEGORIES = [
    ("alarm", 15, 18, [10, 60, 25, 0, 5], [1, 2, 2]),
    ("domestic", 20, 45, [40, 50, 10, 0, 0], [2, 2, 3]),
    ("theft", 25, 35, [0, 15, 50, 5, 30], [1, 1, 1]),
    ("traffic_crash", 20, 40, [25, 45, 25, 5, 0], [1, 1, 2]),
    ("welfare_check", 20, 25, [15, 45, 35, 5, 0], [1, 1, 2]),
]
HOUR_WEIGHTS = [5, 4, 3, 2, 2, 2, 3, 4, 5, 6, 6, 7, 7, 7, 8, 8, 9, 9, 9, 8, 8, 8, 7, 6]
DELAY = {1: 2, 2: 5, 3: 15, 4: 15}
TRAVEL = {1: 5, 2: 6, 3: 8, 4: 8}


def main():
    draw = random.Random(7)
    calls = []
    for number in range(300):
        day = datetime(2025, 3, 3) + timedelta(days=number % 14)
        hour = draw.choices(range(24), HOUR_WEIGHTS)[0]
        hour = 1 if (day.month, day.day, hour) == (3, 9, 2) else hour  # the clock skips 02:00
        calls.append(day + timedelta(hours=hour, seconds=draw.randrange(3600)))
    with open("calls.csv", "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(
            "id received dispatched enroute arrived cleared priority category origin district beat "
            "unit_count".split())
        for number, received in enumerate(sorted(calls), start=1):
            district, beat = draw.choices(BEATS, BEAT_WEIGHTS)[0]
            name, _, minutes, priorities, units = draw.choices(
                CATEGORIES, [kind[1] for kind in CATEGORIES])[0]
            priority = draw.choices([1, 2, 3, 4, 5], priorities)[0]
            origin = "officer" if draw.random() < 0.1 else "community"
            stamps = ["", "", "", ""]
            if priority < 5:
                sent = received + timedelta(minutes=draw.expovariate(1 / DELAY[priority]))
                left = sent + timedelta(minutes=1)
                there = left + timedelta(minutes=draw.expovariate(1 / TRAVEL[priority]))
                done = there + timedelta(minutes=draw.gammavariate(2, minutes / 2))
                stamps = [stamp.strftime("%Y-%m-%dT%H:%M:%S") for stamp in (sent, left, there, done)]
                stamps[2] = "" if draw.random() < 0.1 else stamps[2]
            out.writerow(
                [f"E{number:04}", received.strftime("%Y-%m-%dT%H:%M:%S"), *stamps, priority, name,
                 origin, district, beat, draw.choice(units) if priority < 5 else ""])


if __name__ == "__main__":
    main()
