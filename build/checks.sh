# Runs checks one after the other, times each, and adds up what passed, failed and was skipped. Sourced by ./test.

PASSED=0 FAILED=0 SKIPPED=0
TIMINGS=() FAILURES=()
LOGS="$ARTIFACTS/test"

seconds_since() { printf '%d.%d' $((($(date +%s%N) - $1) / 1000000000)) $(((($(date +%s%N) - $1) / 100000000) % 10)); }

note_time() { TIMINGS+=("$(printf '%7s s  %s' "$(seconds_since "$2")" "$1")"); }

# check NAME COMMAND…: one pass or one failure; the output is shown when it fails. The command runs in a subshell and
# outside any condition, for there alone bash stops at the first failing line.
check() {
  local name="$1" log start status
  shift
  log="$LOGS/${name// /-}.log"
  start="$(date +%s%N)"
  say "== $name"
  set +e
  (
    set -e
    "$@"
  ) >"$log" 2>&1
  status=$?
  set -e
  if ((status == 0)); then
    PASSED=$((PASSED + 1))
  else
    FAILED=$((FAILED + 1))
    FAILURES+=("$name")
    tail -n 60 "$log"
    say "-- $name failed; all of its output: ${log#"$ROOT/"}"
  fi
  note_time "$name" "$start"
}

counter() { sed -nE "s/.*<Counters [^>]*\\b$2=\"([0-9]+)\".*/\\1/p" "$1" | head -n 1; }

# The tests of a report that failed, each with the first line of what it said.
failures() {
  sed -nE '
    /<UnitTestResult [^>]*outcome="Failed"/ {
      s/.*testName="([^"]*)".*/\1/p
      :search
      n
      /<Message>/ { s/.*<Message>/    /; s/<\/Message>.*//; p; b }
      /<\/UnitTestResult>/ b
      b search
    }' "$1"
}

# Adds what one report says. Without a report, or where the runner failed and no test did, that is one failure.
add_report() {
  local name="$1" report="$2" status="$3" total passed failed skipped
  total="$(counter "$report" total 2>/dev/null || true)"
  if [[ -z "$total" ]]; then
    say "-- $name: the runner left no report (exit code $status)"
    FAILED=$((FAILED + 1))
    FAILURES+=("$name left no report")
    return
  fi
  passed="$(counter "$report" passed)"
  failed=$(($(counter "$report" failed) + $(counter "$report" error)))
  skipped=$((total - passed - failed))
  if ((failed == 0 && status != 0)); then
    failed=1
    FAILURES+=("$name: no test, but the runner (exit code $status)")
  fi
  mapfile -t -O "${#FAILURES[@]}" FAILURES < <(failures "$report")
  PASSED=$((PASSED + passed))
  FAILED=$((FAILED + failed))
  SKIPPED=$((SKIPPED + skipped))
  say "   $passed passed, $failed failed, $skipped skipped"
}

# run_tests NAME PROJECT may-be-empty|must-run OPTION…: the tests of one project.
run_tests() {
  local name="$1" project="$2" empty="$3" start status=0
  local report="$LOGS/${name// /-}.trx" log="$LOGS/${name// /-}.log"
  shift 3
  start="$(date +%s%N)"
  say "== $name"
  rm -f "$report"
  dotnet "$ROOT/tests/$project/bin/Release/net10.0/$project.dll" --no-progress --no-ansi \
    --results-directory "$LOGS" --report-xunit-trx --report-xunit-trx-filename "$(basename "$report")" \
    "$@" >"$log" 2>&1 || status=$?
  if [[ "$status" == 8 && "$empty" == may-be-empty ]]; then
    say "   none here"
    return
  fi
  ((status == 0)) || cat "$log"
  add_report "$name" "$report" "$status"
  note_time "$name" "$start"
}

# What failed, once more: where a long output is cut, its end is what is read. The closing line, and failure when anything failed or nothing ran at all.
close() {
  say ""
  ((${#TIMINGS[@]} == 0)) || printf '%s\n' "${TIMINGS[@]}"
  say ""
  if ((${#FAILURES[@]} > 0)); then printf '%.300s\n' "Failed:" "${FAILURES[@]:0:40}" ""; fi
  say "$PASSED passed, $FAILED failed, $SKIPPED skipped"
  ((FAILED == 0 && PASSED > 0))
}
