#!/bin/bash
# the core links nothing, holds nothing that changes, and counts in integers
# Compiled here and by itself, so that no sanitizer's own symbols are in the way.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
bad=0

say() {
  printf '%s\n' "$1" "$2"
  bad=1
}

for source in server/core/*.c; do
  gcc -std=c11 -O2 -fPIC -fstack-protector-strong -Iserver/core -Iprotocol/gen/c \
    -c "$source" -o "$folder/$(basename "$source" .c).o"
done
gcc -r -nostdlib "$folder"/*.o -o "$folder/core"

needed=$(nm -u "$folder/core" | awk '{ print $2 }' |
  grep -vxE 'mem(cpy|move|set|cmp|chr)|__stack_chk_fail|_GLOBAL_OFFSET_TABLE_' || true)
[ -z "$needed" ] || say 'the core may call nothing but mem*, and calls:' "$needed"

# .data.rel.ro is written by the loader alone: constants that hold addresses.
changing=$(objdump -t "$folder/core" | grep -E '[[:space:]](\.t?data|\.t?bss|\*COM\*)' |
  grep -vE '\.data\.rel\.ro| d  ' || true)
[ -z "$changing" ] || say 'the core may keep nothing that changes, and keeps:' "$changing"

floats=$(grep -nwE 'float|double' server/core/*.[ch] || true)
[ -z "$floats" ] || say 'the core counts in integers, but for:' "$floats"

exit $bad
