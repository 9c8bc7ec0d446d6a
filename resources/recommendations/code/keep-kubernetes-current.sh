# Changes: the control plane of one cluster to the next minor version. There is no way back.
set -euo pipefail
: "${CLUSTER:?}" "${VERSION:?the next minor version}"
# Look first: version, and what AWS found that would break.
aws eks describe-cluster --name "$CLUSTER" --query 'cluster.[version,status,upgradePolicy.supportType]'
aws eks list-insights --cluster-name "$CLUSTER" --filter categories=UPGRADE_READINESS \
  --query 'insights[].[name,insightStatus.status,kubernetesVersion]' --output table
[ "${APPLY:-}" = yes ] || exit 0
aws eks update-cluster-version --name "$CLUSTER" --kubernetes-version "$VERSION"
aws eks wait cluster-active --name "$CLUSTER"
