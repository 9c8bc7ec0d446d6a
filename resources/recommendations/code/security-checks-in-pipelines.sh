# Reads only. The steps of a pipeline; a finding ends with an exit code other than 0.
set -euo pipefail
: "${IMAGE:?}"
gitleaks detect --redact --exit-code 1
trivy fs --scanners vuln,misconfig --severity HIGH,CRITICAL --ignore-unfixed --exit-code 1 .
trivy image --severity CRITICAL --ignore-unfixed --exit-code 1 "$IMAGE"
