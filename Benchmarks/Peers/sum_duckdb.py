"""Sums the unit-hours of an export with DuckDB: sum_duckdb.py FILE THREADS."""

import sys

import duckdb

STAMPS = ["Received", "Dispatched", "Enroute", "On Scene", "Cleared"]
connection = duckdb.connect(config={"threads": int(sys.argv[2])})
rows = connection.execute(
    """SELECT coalesce(District, ''),
              (isodow(Dispatched) - 1) * 24 + hour(Dispatched) AS hour,
              Priority,
              count(*),
              coalesce(sum(epoch(Cleared - Dispatched)) FILTER (Cleared >= Dispatched), 0)::BIGINT,
              coalesce(sum(epoch("On Scene" - Received)), 0)::BIGINT,
              count(Enroute)
       FROM read_csv(?, header = true, delim = ',', quote = '"', escape = '"',
                     columns = getvariable('columns'), auto_detect = false)
       WHERE Dispatched IS NOT NULL GROUP BY ALL""".replace(
        "getvariable('columns')",
        "{"
        + ", ".join(
            f"'{name}': '{'TIMESTAMP' if name in STAMPS else 'TINYINT' if name == 'Priority' else 'VARCHAR'}'"
            for name in open(sys.argv[1]).readline().strip().split(",")
        )
        + "}",
    ),
    [sys.argv[1]],
).fetchall()
print("\n".join(sorted(",".join(map(str, row)) for row in rows)))
