# Changes: Multi-AZ for one instance, in its maintenance window. About twice the price of the instance.
set -euo pipefail
: "${DB:?}"
# Look first.
aws rds describe-db-instances --db-instance-identifier "$DB" \
  --query 'DBInstances[].[MultiAZ,Engine,DBInstanceClass,PreferredMaintenanceWindow,PendingModifiedValues]'
[ "${APPLY:-}" = yes ] || exit 0
aws rds modify-db-instance --db-instance-identifier "$DB" --multi-az
