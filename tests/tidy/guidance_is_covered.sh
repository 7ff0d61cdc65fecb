#!/bin/bash
# every line of the guidance has its place, and the page that says so is new
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
node scenarios/guidance.mjs --check
