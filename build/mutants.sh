#!/usr/bin/env bash
# Row S4: changes the sharing policy in each way that Stryker knows, one at a time, and counts how many of them the tests notice.
# At least 95 of 100; docs/privacy/mutants.md says of each that is not noticed why it cannot be. Takes about ten minutes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=build/shell.sh
source build/shell.sh

need_dotnet
# A sample of the random decisions is enough for each mutant, and all of them would take hours.
unset COMMONGROUND_VERIFY COMMONGROUND_FIGURES
report="$ARTIFACTS/mutants"
rm -rf "$report"
dotnet tool restore >/dev/null
(cd tests/CommonGround.Domain.Tests && dotnet stryker --config-file stryker-config.json --output "$report" --skip-version-check) >"$ARTIFACTS/mutants.log" 2>&1 ||
  { tail -n 20 "$ARTIFACTS/mutants.log"; fail "S4: too few mutants were noticed, or none could be made; see artifacts/mutants."; }

count() { { grep -o "\"status\": *\"$1\"" "$report"/reports/mutation-report.json || true; } | wc -l; }
killed=$(($(count Killed) + $(count Timeout)))
alive=$(($(count Survived) + $(count NoCoverage)))
say "S4: $killed of $((killed + alive)) mutants of the sharing policy killed ($((killed * 1000 / (killed + alive)))‰); $alive survive, explained in docs/privacy/mutants.md"
# Nothing killed would be a tool that did not run; nothing alive, one that made no mutant that has no effect.
((killed > 100 && alive > 0))
