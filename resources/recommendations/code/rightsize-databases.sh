# Changes: stops one database after a snapshot. RDS starts it again after seven days.
set -euo pipefail
: "${DB:?}"
# Look first: connections of the last 14 days.
aws cloudwatch get-metric-statistics --namespace AWS/RDS --metric-name DatabaseConnections \
  --dimensions "Name=DBInstanceIdentifier,Value=$DB" --statistics Maximum --period 86400 \
  --start-time "$(date -u -d '14 days ago' +%FT%TZ)" --end-time "$(date -u +%FT%TZ)"
[ "${APPLY:-}" = yes ] || exit 0
aws rds stop-db-instance --db-instance-identifier "$DB" --db-snapshot-identifier "$DB-before-retirement"
