"""Sums the unit-hours of an export with Polars: sum_polars.py FILE THREADS."""

import os
import sys

os.environ["POLARS_MAX_THREADS"] = sys.argv[2]
import polars
from polars import col

STAMPS = ["Received", "Dispatched", "Enroute", "On Scene", "Cleared"]
unit = (col("Cleared") - col("Dispatched")).dt.total_seconds()
rows = (
    polars.scan_csv(
        sys.argv[1],
        schema_overrides={"District": polars.String, "Priority": polars.Int8}
        | {name: polars.Datetime("us") for name in STAMPS},
    )
    .filter(col("Dispatched").is_not_null())
    .group_by(
        col("District").fill_null(""),
        ((col("Dispatched").dt.weekday().cast(polars.Int32) - 1) * 24 + col("Dispatched").dt.hour()).alias("hour"),
        col("Priority"),
    )
    .agg(
        polars.len(),
        unit.filter(unit >= 0).sum().alias("unit"),
        (col("On Scene") - col("Received")).dt.total_seconds().sum().alias("response"),
        col("Enroute").count().alias("enroute"),
    )
    .collect(engine="streaming")
)
print("\n".join(sorted(",".join(map(str, row)) for row in rows.rows())))
