#!/usr/bin/env bash
# Builds the program as it is installed, into artifacts/release: a folder that needs no .NET on the machine it is put on, and
# answers sooner after a start than what ./run builds. Takes some minutes. To start it:
#   COMMONGROUND_DATA=/var/lib/commonground artifacts/release/commonground
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=build/shell.sh
source build/shell.sh

need_dotnet
publish_release
say "The program is in $RELEASE ($(du -sh "$RELEASE" | cut -f1))."
