#!/bin/bash
# docs/asvs.md has every row of ASVS 5.0.0, levels 1 and 2, once, with a state and with files that are there
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
page=docs/asvs.md

# Section, and its rows of level 1 and 2.
sections='1.1:1-2 1.2:1-9 1.3:1-11 1.4:1-3 1.5:1-2
  2.1:1-3 2.2:1-3 2.3:1-4 2.4:1-1
  3.2:1-2 3.3:1-4 3.4:1-6 3.5:1-5 3.7:1-2
  4.1:1-3 4.2:1-1 4.3:1-2 4.4:1-4
  5.1:1-1 5.2:1-3 5.3:1-2 5.4:1-3
  6.1:1-3 6.2:1-12 6.3:1-4 6.4:1-4 6.5:1-5 6.6:1-3 6.8:1-4
  7.1:1-3 7.2:1-4 7.3:1-2 7.4:1-5 7.5:1-2 7.6:1-2
  8.1:1-2 8.2:1-3 8.3:1-1 8.4:1-1
  9.1:1-3 9.2:1-4
  10.1:1-2 10.2:1-2 10.3:1-4 10.4:1-11 10.5:1-5 10.6:1-2 10.7:1-3
  11.1:1-2 11.2:1-3 11.3:1-3 11.4:1-4 11.5:1-1 11.6:1-1
  12.1:1-3 12.2:1-2 12.3:1-4
  13.1:1-1 13.2:1-5 13.3:1-2 13.4:1-5
  14.1:1-2 14.2:1-4 14.3:1-3
  15.1:1-3 15.2:1-3 15.3:1-7
  16.1:1-1 16.2:1-5 16.3:1-4 16.4:1-3 16.5:1-3
  17.1:1-1 17.2:1-4 17.3:1-2'

wanted() {
  local section rows
  for section in $sections; do
    rows=${section#*:}
    for ((row = ${rows%-*}; row <= ${rows#*-}; row++)); do
      printf '%s.%s\n' "${section%:*}" "$row"
    done
  done
}

rows=$(grep -E '^\| [0-9]+\.[0-9]+\.[0-9]+ \|' $page)
diff <(wanted | sort) <(awk '{print $2}' <<<"$rows" | sort) >&2 ||
  { echo 'these rows are missing (<) or too many (>)'; exit 1; }
[ "$(wanted | wc -l)" = 253 ]

bad=$(awk -F'|' '{gsub(/ /, "", $5)} $5 !~ /^(met|n\/a|open)$/ || $6 ~ /^ *$/' <<<"$rows")
[ -z "$bad" ] || { printf 'without a state or a reason:\n%s\n' "$bad"; exit 1; }
unproved=$(awk -F'|' '$5 ~ /met/ && $6 !~ /`|none|no /' <<<"$rows")
[ -z "$unproved" ] || { printf 'met without a file or a reason:\n%s\n' "$unproved"; exit 1; }
for state in met n/a open; do
  count=$(awk -F'|' -v state=" $state " '$5 == state' <<<"$rows" | wc -l)
  grep -qF "**$count $state**" $page || { echo "the page's own count of $state is not $count"; exit 1; }
done

# Paths in backticks: what has a slash and no blank, * or address.
grep -oE '`[A-Za-z.][^` *]*/[^` ]*`' $page | tr -d '`' | sort -u | while read -r path; do
  [[ $path == *'*'* ]] || [ -e "$path" ] || { echo "there is no $path"; exit 1; }
done
