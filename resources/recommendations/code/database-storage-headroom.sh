# Changes: lets the storage of one database grow up to a limit. No restart.
set -euo pipefail
: "${DB:?}" "${LIMIT_GIB:?}"
# Look first.
aws rds describe-db-instances --db-instance-identifier "$DB" \
  --query 'DBInstances[].[AllocatedStorage,MaxAllocatedStorage,StorageType]'
[ "${APPLY:-}" = yes ] || exit 0
aws rds modify-db-instance --db-instance-identifier "$DB" --max-allocated-storage "$LIMIT_GIB" --apply-immediately
