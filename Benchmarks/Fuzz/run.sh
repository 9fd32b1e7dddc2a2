#!/bin/sh
# Runs every fuzzer for a number of seconds each: run.sh [SECONDS [FUZZER...]]
# Inputs that trap, hang or read outside their memory are left in findings/; the exit code tells
# whether there are any. A corpus grows in corpus/ from run to run.
set -u
cd "$(dirname "$0")" || exit 2
seconds=${1:-60}
[ $# -gt 0 ] && shift
fuzzers=${*:-FuzzCalls FuzzInflater FuzzLPText FuzzProfile FuzzProgram FuzzStudy}

# A backtrace of a trap takes minutes and tells no more than the input does.
export SWIFT_BACKTRACE=enable=no
export ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1
export OPENBLAS_NUM_THREADS=1
export FUZZ_DATA="$PWD/../../Data"
export FUZZ_SCRATCH="${TMPDIR:-/tmp}/rollcall-fuzz-$$"
trap 'rm -rf "$FUZZ_SCRATCH"' EXIT

# lld, because gold stops at the sections of the fuzzer. The parser of YAML is C.
swift build -c release --scratch-path .build-fuzz \
  -Xswiftc -sanitize=fuzzer,address -Xswiftc -use-ld=lld \
  -Xcc -fsanitize=fuzzer-no-link,address || exit 2

data=$FUZZ_DATA
for name in $fuzzers; do mkdir -p "corpus/$name" "findings/$name"; done
head -n 20 "$data/Studies/generic-two-districts/calls.csv" >corpus/FuzzCalls/small
printf 'id,received,category\r\n"a ""b""","2025-03-03T03:36:07"x, c\r\n\r\n1,2025-02-30T25:61:00,\351\r' \
  >corpus/FuzzCalls/odd
printf '\357\273\277id;received\n1;2025-03-03T03:36:07\n' >corpus/FuzzCalls/semicolons
gzip -nc "corpus/FuzzCalls/small" >corpus/FuzzInflater/small
{ gzip -nc corpus/FuzzCalls/odd; gzip -nc corpus/FuzzCalls/small; printf '\0\0\0'; } \
  >corpus/FuzzInflater/members
cp "$data"/Profiles/*.yaml corpus/FuzzProfile/
printf 'name: a\nmissing: &x [b]\nnever_read: *x\n' >corpus/FuzzProfile/alias
cp "$data/Studies/generic-two-districts/study.yaml" corpus/FuzzStudy/small
cp "$data/Studies/chicago/study.yaml" corpus/FuzzStudy/large
cat >corpus/FuzzProgram/small <<'END'
NAME small
OBJSENSE MAX
ROWS
 N cost
 L top
 G low
 E same
COLUMNS
 M1 'MARKER' 'INTORG'
 x cost 1 top 2
 x low 1
 M2 'MARKER' 'INTEND'
 y cost -1.5 same 1e0
RHS
 r top 10 low -4
 r same 3 cost 7
RANGES
 g top 4 same -2
BOUNDS
 UP b x 40
 FR b y
ENDATA
END
cat >corpus/FuzzLPText/small <<'END'
\Problem name: small
Maximize
 obj: 3 x + 2.5e-1 y - z + 7
Subject To
 top: x + y + 3 <= 9
 -5 <= x - 2 y <= 8
 same: z = 3 \ a comment
 x + z => 1
Bounds
 -inf <= y <= 8
 x free
 -3 <= z <= 4
General
 x y
Binary
 z
End
END
printf '\\ percent-encoded names\nmin %%66ree + 0 %%\nst\n a%%20b: 0 %% >= -inf\nend\n' \
  >corpus/FuzzLPText/names

# Numbers and signs that chance seldom finds.
words=$FUZZ_SCRATCH/words
mkdir -p "$FUZZ_SCRATCH"
for word in 1e31 -1e31 inf -inf 1e308 -1e308 5e-324 0x1p9 1D2 RANGES BOUNDS RHS FX MI BV \
  "'MARKER'" "'INTORG'" '* percent-encoded names' '&a ' '*a' '<<: ' '!!binary ' '? ' '|2' '---' \
  'Subject To' 'Bounds' 'General' 'Binary' 'End' ' free' '<=' '>=' 'c1: ' 'inf' 'OBJNAME' 'MI ' \
  '~' 'yyyy-MM-dd' "'T'HH:mm:ss" 2025-02-30 23:60 99999999999999999999 -9223372036854775808; do
  printf '"%s"\n' "$word"
done >"$words"

failed=0
for name in $fuzzers; do
  echo "== $name"
  ".build-fuzz/release/$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
    -max_len=20000 -print_final_stats=1 -dict="$words" -artifact_prefix="findings/$name/" "corpus/$name" \
    >"findings/$name/log" 2>&1 || failed=1
  grep -E '^(Done|stat::(number_of|average|peak)|SUMMARY|==[0-9]+== ERROR)' "findings/$name/log"
  find "findings/$name" -type f ! -name log
done
exit $failed
