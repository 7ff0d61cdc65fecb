#!/bin/bash
# lock files pin versions and hashes, and name no host; nothing names a registry
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
bad=0

say() {
  printf '%s\n' "$1" "$2"
  bad=1
}

mapfile -t locks < <(git ls-files '*package-lock.json')
for lock in "${locks[@]}"; do
  resolved=$(grep -n '"resolved"' "$lock" || true)
  [ -z "$resolved" ] || say "$lock says where packages lie:" "$resolved"
  grep -q '^omit-lockfile-registry-resolved=true$' "$(dirname "$lock")/.npmrc" ||
    say "$(dirname "$lock")/.npmrc wants" 'omit-lockfile-registry-resolved=true'
done

# The funding addresses of a lock file are not asked for anything.
hosts=$(git grep -nE '(registry|deb|security|mirror|npm)s?\.[a-z0-9-]+\.[a-z]{2,}' -- \
  ':!*package-lock.json' ':!tests/tidy' || true)
[ -z "$hosts" ] || say 'a package server is named:' "$hosts"

exit $bad
