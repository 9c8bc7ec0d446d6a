# Changes: retention of one instance, and point-in-time recovery of one table. No restart from 1 day upwards;
# from 0 the instance is interrupted for a moment.
set -euo pipefail
: "${DB:?}" "${TABLE:?}" "${DAYS:=14}"
# Look first.
aws rds describe-db-instances --db-instance-identifier "$DB" \
  --query 'DBInstances[].[BackupRetentionPeriod,PreferredBackupWindow,LatestRestorableTime]'
aws dynamodb describe-continuous-backups --table-name "$TABLE"
[ "${APPLY:-}" = yes ] || exit 0
aws rds modify-db-instance --db-instance-identifier "$DB" --backup-retention-period "$DAYS" --apply-immediately
aws dynamodb update-continuous-backups --table-name "$TABLE" \
  --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true
