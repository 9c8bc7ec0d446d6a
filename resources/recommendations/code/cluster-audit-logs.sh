# Changes: audit and authenticator logs of one cluster.
set -euo pipefail
: "${CLUSTER:?}"
# Look first.
aws eks describe-cluster --name "$CLUSTER" --query 'cluster.logging'
[ "${APPLY:-}" = yes ] || exit 0
aws eks update-cluster-config --name "$CLUSTER" \
  --logging '{"clusterLogging":[{"types":["audit","authenticator"],"enabled":true}]}'
