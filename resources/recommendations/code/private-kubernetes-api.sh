# Changes: private endpoint on, public endpoint for the named networks only.
set -euo pipefail
: "${CLUSTER:?}" "${CIDRS:?such as 203.0.113.0/24}"
# Look first.
aws eks describe-cluster --name "$CLUSTER" \
  --query 'cluster.resourcesVpcConfig.[endpointPrivateAccess,endpointPublicAccess,publicAccessCidrs]'
[ "${APPLY:-}" = yes ] || exit 0
aws eks update-cluster-config --name "$CLUSTER" --resources-vpc-config \
  "endpointPrivateAccess=true,endpointPublicAccess=true,publicAccessCidrs=$CIDRS"
