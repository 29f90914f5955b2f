# Shared by ./run, ./test and ./verify: where things are, and the product built from these sources.
# Sourced, never run.

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
ARTIFACTS="$ROOT/artifacts"
PRODUCT="$ARTIFACTS/product"
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

product_is_current() {
  [[ -x "$PRODUCT/commonground" && -f "$PRODUCT.stamp" && "$(cat "$PRODUCT.stamp")" == "$(sources_stamp)" ]]
}

# Ahead-of-time compiled where the lock file knows the machine, for a first page within a second; plain elsewhere.
publish_options() {
  if [[ "$(uname -sm)" == "Linux x86_64" ]]; then
    say "-p:RuntimeIdentifier=linux-x64 -p:PublishReadyToRun=true --self-contained false"
  else
    say "-p:PublishReadyToRun=false"
  fi
}

# Published beside the old one and then put in its place, so that a running product keeps its files whole until the end.
publish_product() {
  product_is_current && return 0
  local stamp next="$PRODUCT.next" options
  stamp="$(sources_stamp)"
  read -ra options < <(publish_options)
  rm -rf "$next"
  mkdir -p "$ARTIFACTS"
  dotnet restore "$ROOT/src/CommonGround.Web" --locked-mode --verbosity quiet || return 1
  dotnet publish "$ROOT/src/CommonGround.Web" --configuration Release --no-restore --verbosity quiet \
    --output "$next" "${options[@]}" || return 1
  rm -rf "$PRODUCT"
  mv "$next" "$PRODUCT"
  say "$stamp" >"$PRODUCT.stamp"
}
