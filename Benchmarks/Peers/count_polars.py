"""Counts calls by district and hour of the day with Polars: count_polars.py FILE THREADS."""

import os
import sys

os.environ["POLARS_MAX_THREADS"] = sys.argv[2]
import polars

counts = (
    polars.scan_csv(
        sys.argv[1], schema_overrides={"district": polars.String}, try_parse_dates=True
    )
    .group_by(polars.col("district").fill_null(""), polars.col("received").dt.hour().alias("hour"))
    .len()
    .collect()
)
print("\n".join(sorted(f"{place},{hour},{count}" for place, hour, count in counts.rows())))
