# Changes: makes an encrypted copy of a snapshot, and a new database from it. The old one is not touched.
set -euo pipefail
: "${DB:?}" "${KEY_ARN:?}"
# Look first.
aws rds describe-db-instances --db-instance-identifier "$DB" \
  --query 'DBInstances[].[StorageEncrypted,Engine,AllocatedStorage,DBSubnetGroup.DBSubnetGroupName]'
[ "${APPLY:-}" = yes ] || exit 0
aws rds create-db-snapshot --db-instance-identifier "$DB" --db-snapshot-identifier "$DB-plain"
aws rds wait db-snapshot-available --db-snapshot-identifier "$DB-plain"
aws rds copy-db-snapshot --source-db-snapshot-identifier "$DB-plain" \
  --target-db-snapshot-identifier "$DB-encrypted" --kms-key-id "$KEY_ARN" --copy-tags
aws rds wait db-snapshot-available --db-snapshot-identifier "$DB-encrypted"
aws rds restore-db-instance-from-db-snapshot --db-instance-identifier "$DB-new" \
  --db-snapshot-identifier "$DB-encrypted" --no-publicly-accessible
