"""Counts calls by district and hour of the day with DuckDB: count_duckdb.py FILE THREADS."""

import sys

import duckdb

connection = duckdb.connect(config={"threads": int(sys.argv[2])})
counts = connection.execute(
    """SELECT coalesce(district, ''), hour(received), count(*)
       FROM read_csv(?, types = {'received': 'TIMESTAMP', 'district': 'VARCHAR'}) GROUP BY ALL""",
    [sys.argv[1]],
).fetchall()
print("\n".join(sorted(f"{place},{hour},{count}" for place, hour, count in counts)))
