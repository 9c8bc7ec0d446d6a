# Changes: releases one address that nothing uses. It cannot be had back.
set -euo pipefail
: "${ALLOCATION_ID:?}"
# Look first: addresses without association, and routes that lead nowhere.
aws ec2 describe-addresses --query 'Addresses[?!AssociationId].[AllocationId,PublicIp,Tags]'
aws ec2 describe-route-tables --filters Name=route.state,Values=blackhole \
  --query 'RouteTables[].[RouteTableId,Routes[?State==`blackhole`].DestinationCidrBlock]'
aws ec2 release-address --dry-run --allocation-id "$ALLOCATION_ID" || true
[ "${APPLY:-}" = yes ] || exit 0
aws ec2 release-address --allocation-id "$ALLOCATION_ID"
