#!/bin/sh
# Runs the command line with the Node that this package brings along, whatever the machine has.
set -eu
house=$(dirname "$(dirname "$(readlink -f "$0")")")
# Where this package is one of another's, npm lays its Node beside it.
for node in "$house/node_modules/.bin/node" "$house/../.bin/node"; do
  [ ! -x "$node" ] || break
done
if [ ! -x "$node" ]; then
  echo "The fund's own Node is missing: run \`npm ci\` in $house first." >&2
  exit 3
fi
exec "$node" "$house/src/begin.js" "$@"
