#!/bin/sh
# Runs the command line with the Node that this package brings along, whatever the machine has.
set -eu
house=$(dirname "$(dirname "$(readlink -f "$0")")")
exec "$house/node_modules/.bin/node" "$house/src/cli.ts" "$@"
