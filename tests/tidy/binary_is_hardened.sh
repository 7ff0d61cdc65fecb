#!/bin/bash
# the binary has RELRO, BIND_NOW, PIE, NX, canaries, marked jumps and no RPATH
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
binary=build/debug/hearout
deploy/hardened $binary

# One without any of it must be found out.
weak=$(mktemp -d)
trap 'rm -rf "$weak"' EXIT
echo 'int main(void) { return 0; }' >"$weak/weak.c"
gcc -no-pie -fno-stack-protector -fcf-protection=none -z norelro -z execstack -Wl,-rpath,/tmp \
  -o "$weak/weak" "$weak/weak.c" 2>/dev/null
found=$({ deploy/hardened "$weak/weak" fortified || true; } | wc -l)
[ "$found" -ge 7 ] || { echo "only $found of 7 weaknesses were found in a weak binary"; exit 1; }

# What no binary shows, the compiler was told.
for flag in -fstack-clash-protection -fstack-protector-strong; do
  missing=$(grep '"command"' build/debug/compile_commands.json | grep -cve " $flag " || true)
  [ "$missing" = 0 ] || { echo "$flag is missing in $missing commands"; exit 1; }
done
