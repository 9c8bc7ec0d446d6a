# Changes: takes the public address from one database. Connections from outside end.
set -euo pipefail
: "${DB:?}"
# Look first: address, subnets, and the groups that may connect.
aws rds describe-db-instances --db-instance-identifier "$DB" \
  --query 'DBInstances[].[PubliclyAccessible,Endpoint.Address,DBSubnetGroup.Subnets[].SubnetIdentifier,VpcSecurityGroups]'
[ "${APPLY:-}" = yes ] || exit 0
aws rds modify-db-instance --db-instance-identifier "$DB" --no-publicly-accessible --apply-immediately
