# Changes: replaces the nodes of one managed group with the newest image, respecting disruption budgets.
set -euo pipefail
: "${CLUSTER:?}" "${NODEGROUP:?}"
# Look first: versions, image and health of the group.
aws eks describe-nodegroup --cluster-name "$CLUSTER" --nodegroup-name "$NODEGROUP" \
  --query 'nodegroup.[version,releaseVersion,amiType,health.issues]'
[ "${APPLY:-}" = yes ] || exit 0
aws eks update-nodegroup-version --cluster-name "$CLUSTER" --nodegroup-name "$NODEGROUP"
aws eks wait nodegroup-active --cluster-name "$CLUSTER" --nodegroup-name "$NODEGROUP"
