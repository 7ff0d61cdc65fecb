#!/bin/bash
# systemd rates the exposure of the service 1.5 or better
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
systemd-analyze security --offline=true --threshold=15 --no-pager deploy/hearout.service >/dev/null || {
  systemd-analyze security --offline=true --no-pager deploy/hearout.service | grep -E '✗|→'
  exit 1
}
for setting in Type=notify WatchdogSec= StateDirectory= ExecReload= Restart=; do
  grep -q "^$setting" deploy/hearout.service || { echo "the unit lacks $setting"; exit 1; }
done
# Without it libwebsockets cannot find the one address it is to listen on.
grep -q '^RestrictAddressFamilies=.*AF_NETLINK' deploy/hearout.service
