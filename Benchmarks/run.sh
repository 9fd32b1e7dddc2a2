#!/bin/sh
# Measures Rollcall against its peers and writes results/table.md and results.json.
# ROUNDS (7) is the number of rounds; ROLLCALL_SHARED may name a folder with lp/staffing.
set -eu
cd "$(dirname "$0")"
for tool in hyperfine /usr/bin/time python3; do
  command -v "$tool" >/dev/null || { echo "$tool is missing: install hyperfine, time, python3" >&2; exit 2; }
done

swift build --package-path .. -c release --product rollcall
swift build -c release

python=.venv/bin/python
[ -x "$python" ] || python3 -m venv .venv
for peer in duckdb==2.0.0 pandas==3.1.1 highspy==1.15.1 polars==2.1.0 pyworkforce==0.5.1; do
  "$python" -m pip install --quiet --disable-pip-version-check "$peer" \
    || echo "$peer cannot be had and is skipped" >&2
done

# A million calls, always the same: the first of those that the demonstration makes up.
mkdir -p data
calls=data/calls.csv
if [ ! -s "$calls" ]; then
  ../.build/release/rollcall synthesize chicago -o data/year.csv
  head -n 1000001 data/year.csv >"$calls"
  rm data/year.csv
fi

# One thread on both sides, and no library that brings more.
export OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1
"$python" unit_hours.py --rounds "${ROUNDS:-7}"
exec "$python" compare.py --calls "$calls" --shared "${ROLLCALL_SHARED:-}" --rounds "${ROUNDS:-7}"
