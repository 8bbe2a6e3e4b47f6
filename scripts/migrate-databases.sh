#!/bin/sh
# Deploys both schemas. The work is done by scripts/migrate-databases.ts; this finds a Node that can run it.
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)

# The project's own Node first: the machine's may be too old to run TypeScript.
if [ -x "$root/node_modules/.bin/node" ]; then
  node=$root/node_modules/.bin/node
elif command -v node >/dev/null 2>&1; then
  node=node
else
  echo "Node is not installed. Run 'npx -y pnpm@12 install' in $root first." >&2
  exit 2
fi
exec "$node" "$root/scripts/migrate-databases.ts" "$@"
