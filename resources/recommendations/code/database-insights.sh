# Changes: Performance Insights for one database, with the free retention of 7 days. No restart.
set -euo pipefail
: "${DB:?}"
# Look first.
aws rds describe-db-instances --db-instance-identifier "$DB" \
  --query 'DBInstances[].[PerformanceInsightsEnabled,MonitoringInterval,DatabaseInsightsMode]'
[ "${APPLY:-}" = yes ] || exit 0
aws rds modify-db-instance --db-instance-identifier "$DB" --enable-performance-insights \
  --performance-insights-retention-period 7 --apply-immediately
