# What the tests need beside the .NET SDK. On Debian, as root, it is installed; elsewhere it is named, and the tests
# that need it are skipped and say so. Sourced by ./test and ./verify.

has_postgres() { compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null; }
has_chromium() { [[ -n "${COMMONGROUND_TEST_CHROMIUM:-}" ]] || command -v chromium >/dev/null; }
has_pdftotext() { command -v pdftotext >/dev/null; }
has_qpdf() { command -v qpdf >/dev/null; }
has_nginx() { command -v nginx >/dev/null || [[ -x /usr/sbin/nginx ]]; }
has_node() { command -v npm >/dev/null; }

# Which Debian packages are not here yet.
missing_packages() {
  has_postgres || say postgresql
  has_chromium || say chromium
  has_pdftotext || say poppler-utils
  has_qpdf || say qpdf
  has_nginx || say nginx
  command -v shellcheck >/dev/null || say shellcheck
  has_node || printf '%s\n' nodejs npm
}

can_install() { [[ "$(id -u)" == 0 ]] && command -v apt-get >/dev/null; }

install_packages() {
  local -a wanted
  mapfile -t wanted < <(missing_packages)
  ((${#wanted[@]})) || return 0
  if can_install; then
    say "Installing ${wanted[*]}"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${wanted[@]}" >/dev/null
  fi
}

install_node_packages() {
  has_node && [[ -f "$ROOT/tests/node/package-lock.json" ]] || return 0
  local stamp="$ROOT/tests/node/node_modules/.package-lock.json"
  [[ "$stamp" -nt "$ROOT/tests/node/package-lock.json" ]] && return 0
  npm ci --prefix "$ROOT/tests/node" --no-audit --no-fund --silent
  touch "$stamp"
}

# In a continuous build a missing tool is a failure: a skipped test must not look like a passed one.
prepare_tools() {
  install_packages
  install_node_packages
  [[ -z "$(missing_packages)" || "${CI:-}" != true ]]
}

name_missing_tools() {
  local missing
  missing="$(missing_packages | paste -sd ' ')"
  [[ -z "$missing" ]] || say "   Missing, so the tests that need them are skipped: $missing"
}
