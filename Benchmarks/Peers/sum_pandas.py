"""Sums the unit-hours of an export with pandas: sum_pandas.py FILE."""

import sys

import pandas

STAMPS = ["Received", "Dispatched", "Enroute", "On Scene", "Cleared"]
calls = pandas.read_csv(
    sys.argv[1],
    usecols=[*STAMPS, "District", "Priority"],
    dtype={"District": str, "Priority": "int8"},
    parse_dates=STAMPS,
    date_format="%Y-%m-%d %H:%M:%S",
)
calls = calls[calls["Dispatched"].notna()]
unit = (calls["Cleared"] - calls["Dispatched"]).dt.total_seconds()
cells = pandas.DataFrame(
    {
        "district": calls["District"].fillna(""),
        "hour": calls["Dispatched"].dt.day_of_week * 24 + calls["Dispatched"].dt.hour,
        "priority": calls["Priority"],
        "calls": 1,
        "unit": unit.where(unit >= 0),
        "response": (calls["On Scene"] - calls["Received"]).dt.total_seconds(),
        "enroute": calls["Enroute"].notna(),
    }
)
sums = cells.groupby(["district", "hour", "priority"]).sum().astype("int64")
print("\n".join(sorted(",".join(map(str, row)) for row in sums.reset_index().itertuples(index=False))))
