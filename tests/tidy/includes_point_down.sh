#!/bin/bash
# includes point one way, and each library is known where it belongs
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
bad=0

say() {
  printf '%s\n' "$1" "$2"
  bad=1
}

# below PART FOLDERS...: quoted includes of server/PART name headers of FOLDERS only.
below() {
  local part=$1 file name folder found
  shift
  while IFS=: read -r file name; do
    found=no
    for folder in "$@"; do
      if [ -f "$folder/$name" ]; then found=yes; fi
    done
    if [ $found = no ]; then say "$file may not include" "$name"; fi
  done < <(grep -HoE '^ *# *include +"[^"]+"' "$part"/*.[ch] | sed -E 's/: *# *include +"(.*)"/:\1/')
}

# only WHERE HEADER...: the system header is included by the files of that pattern alone.
only() {
  local where=$1 header found
  shift
  for header in "$@"; do
    found=$(grep -lE "^ *# *include +<$header>" -r server protocol --include='*.[ch]' |
      grep -vE "$where" || true)
    if [ -n "$found" ]; then say "<$header> belongs to $where alone, and is in" "$found"; fi
  done
}

below server/core server/core protocol/gen/c
below protocol protocol protocol/gen/c server/core
below server/recognise server/recognise server/core protocol/gen/c

# The shell's folders, from the ground up: each knows those before it that it names, and what is
# below the shell.
ground=(protocol protocol/gen/c server/core server/recognise)
shell() {
  local folder=$1
  shift
  below "server/shell/$folder" "${ground[@]}" "server/shell/$folder" "${@/#/server/shell/}"
}
shell base
shell net base
shell store base
shell scenario base
shell sign_in base net store
shell app base net store scenario sign_in
shell tools base store scenario app
shell commands base net store scenario app tools

foreign=$(grep -nE '^ *# *include +<' server/core/*.[ch] |
  grep -vE '<(string|stdint|stdbool|stddef|limits)\.h>' || true)
[ -z "$foreign" ] || say 'the core includes only what a compiler brings and string.h, and has' "$foreign"

only '^server/shell/net/net_private\.h$' libwebsockets.h
only '^server/shell/store/' sqlite3.h
only '^server/shell/base/yaml\.c$' libfyaml.h
only '^server/shell/net/net_tls\.c$' openssl/ssl.h
only '^server/recognise/' pcre2.h
only '^server/(recognise/|shell/base/(clean|yaml)\.c$)' utf8proc.h
only '^(protocol/|server/shell/net/outbox\.c$)' msgpack.h

exit $bad
