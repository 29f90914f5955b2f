# Shared by ./run, ./test and ./verify: where things are, and the product built from these sources.
# Sourced, never run.

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
ARTIFACTS="$ROOT/artifacts"
PRODUCT="$ARTIFACTS/product"
RELEASE="$ARTIFACTS/release"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_USE_MSBUILD_SERVER=0

say() { printf '%s\n' "$*"; }

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

need_dotnet() {
  command -v dotnet >/dev/null || fail "The .NET 10 SDK is missing: install it from https://dot.net and try again."
}

# Names, sizes and times of everything the product is built from: a tenth of a second, and a deleted file shows.
sources_stamp() {
  (
    cd "$ROOT" || exit
    find src content Directory.Build.props Directory.Packages.props global.json \
      \( -name bin -o -name obj \) -prune -o -type f -printf '%p %s %T@\n' 2>/dev/null | LC_ALL=C sort | sha256sum
  )
}

product_is_current() { is_current "$PRODUCT"; }

is_current() {
  [[ -x "$1/commonground" && -f "$1.stamp" && "$(cat "$1.stamp")" == "$(sources_stamp)" ]]
}

# Ahead-of-time compiled where the lock file knows the machine; plain elsewhere.
publish_options() {
  if [[ "$(uname -sm)" == "Linux x86_64" ]]; then
    say "-p:RuntimeIdentifier=linux-x64 -p:PublishReadyToRun=true --self-contained false"
  else
    say "-p:PublishReadyToRun=false"
  fi
}

publish_product() {
  local options
  read -ra options < <(publish_options)
  publish_into "$PRODUCT" "${options[@]}"
}

# As it is installed (build/release.sh): with the runtime it was built for, all of it compiled ahead as one.
publish_release() {
  [[ "$(uname -sm)" == "Linux x86_64" ]] || fail "A release is built on Linux for x86-64, and this is $(uname -sm)."
  publish_into "$RELEASE" -p:RuntimeIdentifier=linux-x64 -p:PublishReadyToRun=true -p:PublishReadyToRunComposite=true --self-contained true
}

# Published beside the old one and then put in its place, so that a running product keeps its files whole until the end.
# The analyzers have their say in ./test, where the same sources are built.
publish_into() {
  local folder="$1" next="$1.next" stamp
  shift
  is_current "$folder" && return 0
  stamp="$(sources_stamp)"
  # What is compiled ahead looks up to date to the other kind of build, and does not start in it.
  rm -rf "$next" "$ROOT"/src/CommonGround.Web/obj/Release/net10.0/linux-x64/R2R
  mkdir -p "$ARTIFACTS"
  dotnet restore "$ROOT/src/CommonGround.Web" --locked-mode --verbosity quiet || return 1
  dotnet publish "$ROOT/src/CommonGround.Web" --configuration Release --no-restore --verbosity quiet -p:RunAnalyzers=false --output "$next" "$@" || return 1
  rm -rf "$folder"
  mv "$next" "$folder"
  say "$stamp" >"$folder.stamp"
}
