#!/bin/sh
# A PostgreSQL server of the tests' own, in a folder of its own, for as long as standard input stays open: it closes when
# the tests end, also when they are killed, and then the server stops and the folder goes.
#   postgres-server.sh FOLDER PORT BIN fast|durable
set -eu
folder="$1" port="$2" bin="$3" care="$4"

stop_and_remove() {
  "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap stop_and_remove EXIT
trap '' INT HUP TERM

mkdir -p "$folder"
cd "$folder"
"$bin/initdb" -D data -U postgres -A trust -E UTF8 --locale=C --no-sync >initdb.log
{
  echo "listen_addresses = '127.0.0.1'"
  echo "port = $port"
  echo "unix_socket_directories = '$folder'"
  echo "max_connections = 300"
  if [ "$care" = fast ]; then
    printf '%s = off\n' fsync synchronous_commit full_page_writes autovacuum
  fi
} >>data/postgresql.conf
"$bin/pg_ctl" -D data -l server.log -w start >/dev/null
echo ready
# Nothing is ever written to it: this waits for its end.
cat >/dev/null
