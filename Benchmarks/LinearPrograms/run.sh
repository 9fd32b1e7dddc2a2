#!/bin/sh
# Compares Rollcall with HiGHS, Clp and GLPK on linear programs: run.sh [--sets netlib,staffing]
# [--solvers ours-dual,highs-simplex] [--names afiro] [--rounds 3] [--times 5] …; --help lists them all.
# ROLLCALL_SHARED names the folder with lp/, by default ../shared beside the project. A peer that cannot
# be installed is skipped by name. BINARY may name another build of SolveFile, which is then not built.
set -eu
cd "$(dirname "$0")"
benchmarks=$(cd .. && pwd)
shared=${ROLLCALL_SHARED:-$(cd ../../.. && pwd)/shared}
command -v python3 >/dev/null || { echo "python3 is missing" >&2; exit 2; }

mkdir -p built
if [ -z "${BINARY:-}" ]; then
  BINARY=$benchmarks/.build/release/SolveFile
  swift build --package-path "$benchmarks" -c release --product SolveFile
  for product in SolveScenarios SolveSmall; do
    swift build --package-path "$benchmarks" -c release --product $product
  done
fi

python=$benchmarks/.venv/bin/python
[ -x "$python" ] || python3 -m venv "$benchmarks/.venv"
"$python" -c 'import highspy' 2>/dev/null \
  || "$python" -m pip install --quiet --disable-pip-version-check highspy==1.15.1 \
  || echo "HiGHS cannot be had and is skipped" >&2

# Clp and GLPK are called through their C interfaces, so that reading and starting are not timed.
peer() { # name, packages, library
  name=$1 packages=$2 libraries=$3
  [ -x "built/solve_$name" ] && [ "built/solve_$name" -nt "peers/solve_$name.c" ] && return
  # shellcheck disable=SC2086
  bash ../../.ci/install-system-packages gcc libc6-dev $packages \
    && gcc -O2 -Wall -o "built/solve_$name" "peers/solve_$name.c" $libraries \
    || echo "$name cannot be had and is skipped" >&2
}
peer clp "coinor-clp coinor-libclp-dev" "-lClp -lCoinUtils"
peer glpk "glpk-utils libglpk-dev" "-lglpk"

"$python" test_verify.py

# One thread on every side.
export OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1
exec "$python" compare.py --shared "$shared" --python "$python" --binary "$BINARY" "$@"
