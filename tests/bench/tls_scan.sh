#!/bin/bash
# testssl.sh over the server's own TLS, with a certificate made here: prints what it finds of severity
# MEDIUM and above, and ends with 0 if that is nothing. By hand, three minutes; wants the packages
# testssl.sh and jq. usage: tests/bench/tls_scan.sh [HEAROUT]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
binary=${1:-build/release/hearout}
place=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill $server; rm -rf "$place"' EXIT

# A firm's own authority, which says where it lists what it has revoked.
make_certificates() {
  openssl req -x509 -newkey rsa:2048 -nodes -days 90 -subj '/CN=Test authority' \
    -keyout ca.key -out ca.pem
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=localhost \
    -keyout key.pem -out request.pem
  printf '%s\n' 'subjectAltName=DNS:localhost' 'crlDistributionPoints=URI:http://localhost/none.crl' \
    'extendedKeyUsage=serverAuth' 'keyUsage=digitalSignature' >extensions
  openssl x509 -req -in request.pem -CA ca.pem -CAkey ca.key -CAcreateserial -days 90 \
    -extfile extensions -out leaf.pem
  cat leaf.pem ca.pem >chain.pem
}

(cd "$place" && make_certificates) >/dev/null 2>&1
printf 'tls: {certificate: %s/chain.pem, key: %s/key.pem}\n' "$place" "$place" >"$place/hearout.yaml"
"$binary" serve --config "$place/hearout.yaml" --listen 127.0.0.1:0 --data "$place/data" \
  >"$place/said" 2>"$place/log" &
server=$!
until grep -q listening "$place/said"; do sleep 0.1; done
port=$(sed -n 's/^listening .*://p' "$place/said")

testssl --quiet --color 0 --warnings batch --ip 127.0.0.1 --add-ca "$place/ca.pem" \
  --jsonfile "$place/found.json" "localhost:$port" >"$place/report" || true
grep -E ' (Protocol|BREACH|Obsolete|TLS 1\.?[0-3]?) ' "$place/report" | sed 's/^/  /'
jq -r '.[] | select(.severity | IN("MEDIUM", "HIGH", "CRITICAL", "FATAL")) |
  "\(.severity)  \(.id)  \(.finding)"' "$place/found.json" >"$place/bad"
printf '%s findings, %s of MEDIUM and above\n' "$(jq length "$place/found.json")" "$(wc -l <"$place/bad")"
cat "$place/bad"
[ ! -s "$place/bad" ]
