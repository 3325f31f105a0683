#!/usr/bin/env bash
# Builds everything and runs all tests, or those whose full name contains a word: ./test.sh [--coverage] [word]
# With --coverage it also says which share of the lines and branches of src/ was run, by what started in a test's own process, and
# writes a page about each file to artifacts/coverage. The last line says how it went: "N passed, N failed, N skipped". Exit code 1 if anything failed.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
state=$root/artifacts/launcher
cd "$root"
mkdir -p "$state"
. eng/launch.sh
choose_dotnet
export DOTNET_CLI_UI_LANGUAGE=en

# Tests run side by side, and each draws on its own thread: Mesa's own threads would make nothing quicker here. A test program that draws has crashed, nobody knows why; there is less to go wrong so.
export LP_NUM_THREADS=0

# A program that crashes says where.
crashes=$state/crashes
rm -rf "$crashes"
mkdir -p "$crashes"
export DOTNET_DbgEnableMiniDump=1 DOTNET_EnableCrashReportOnly=1 DOTNET_DbgMiniDumpName=$crashes/%e.%p

coverage=
if [ "${1:-}" = --coverage ]; then
  coverage=$root/artifacts/coverage
  rm -rf "$coverage"
  shift
fi

# The program is built on the way, so that ./blockassist need not do it again.
build() {
  local files
  files=$(fingerprint)
  "$dotnet" build BlockAssist.sln -c Release "${build_options[@]}" < /dev/null && record_built "$files"
}

# The number after a word in the summaries of test programs; 0 without a summary.
total() { awk -v word="$1:" '/^Test run summary/ { on = 1 } on && $1 == word && NF == 2 { sum += $2 } END { print sum + 0 }' "$state/test.log"; }

# The calls of the thread that crashed, the innermost first.
tell_crashes() {
  local report
  for report in "$crashes"/*.crashreport.json; do
    [ -f "$report" ] || continue
    say "$(sed -nE 's/.*"process_name": "(.*)",?$/\1/p' "$report") crashed ($report), in:"
    awk -F'"' '/"crashed": "true"/ { on = 1 } on && /"native_thread_id"/ && ids++ { exit } on && $2 ~ /^(method_name|unmanaged_name|native_module)$/ { print "  " $4 }' "$report" | head -n 40 >&2
  done
}

# Lines and branches, of all test programs together.
tell_coverage() {
  "$dotnet" tool restore > /dev/null
  "$dotnet" reportgenerator "-reports:$coverage/measured/*/*.xml" "-targetdir:$coverage" "-reporttypes:TextSummary;Html" "-assemblyfilters:+BlockAssist.*;+blockassist;-*.Tests;-BlockAssist.Fuzzing;-BlockAssist.Liar" -verbosity:Error
  grep -E '^  (Line|Branch) coverage|^BlockAssist|^blockassist' "$coverage/Summary.txt"
  say "file by file: $coverage/index.html"
}

finish() {
  echo "$1 passed, $2 failed, $3 skipped"
  if [ "$2" -gt 0 ]; then exit 1; else exit 0; fi
}

install_needs
if ! with_lock build; then
  say "the build failed"
  finish 0 1 0
fi

# A test program in which nothing matches ends with 8; that nothing matches in any of them is seen below.
options=(-c Release --no-build --no-progress --no-ansi --ignore-exit-code 8)
if [ $# -gt 0 ]; then options+=(--filter-method "*$1*"); fi

code=0
: > "$state/test.log"
run() { "$dotnet" test "${options[@]}" "$@" < /dev/null 2>&1 | tee -a "$state/test.log" || code=$?; }
if [ -z "$coverage" ]; then
  run --solution BlockAssist.sln
else
  # One after the other: of those that end while others run the measurements get lost.
  for project in tests/*.Tests; do
    # What looks at the assemblies wants them as they are.
    if [[ $project == *.Architecture.Tests ]]; then
      run --project "$project"
      continue
    fi

    run --project "$project" --results-directory "$coverage/measured/${project##*/}" --coverlet --coverlet-output-format cobertura \
      --coverlet-include "[BlockAssist.*]*" --coverlet-include "[blockassist]*" --coverlet-exclude "[BlockAssist.*Tests]*" --coverlet-exclude-by-file "**/obj/**"
  done
fi

tell_crashes
passed=$(total succeeded) failed=$(total failed) skipped=$(total skipped)
if [ "$code" -ne 0 ] && [ "$failed" -eq 0 ]; then
  say "a test program ended with exit code $code and not by a failed test"
  failed=1
elif [ $((passed + failed + skipped)) -eq 0 ]; then
  say "no test ran${1:+: no name contains '$1'}"
  failed=1
fi
if [ -n "$coverage" ]; then tell_coverage; fi
finish "$passed" "$failed" "$skipped"
