"""Counts calls by district and hour of the day with the csv module: count_csv.py FILE."""

import csv
import sys
from collections import Counter

with open(sys.argv[1], newline="") as file:
    rows = csv.reader(file)
    header = next(rows)
    district, received = header.index("district"), header.index("received")
    counts = Counter((row[district], int(row[received][11:13])) for row in rows)
print("\n".join(sorted(f"{place},{hour},{count}" for (place, hour), count in counts.items())))
