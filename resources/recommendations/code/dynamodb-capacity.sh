# Changes: one table to on-demand capacity.
set -euo pipefail
: "${TABLE:?}"
# Look first: mode, and what was consumed in an hour at most in 14 days.
aws dynamodb describe-table --table-name "$TABLE" --query 'Table.[BillingModeSummary,ProvisionedThroughput,ItemCount]'
aws cloudwatch get-metric-statistics --namespace AWS/DynamoDB --metric-name ConsumedReadCapacityUnits \
  --dimensions "Name=TableName,Value=$TABLE" --statistics Sum --period 3600 \
  --start-time "$(date -u -d '14 days ago' +%FT%TZ)" --end-time "$(date -u +%FT%TZ)" \
  --query 'max_by(Datapoints,&Sum)'
[ "${APPLY:-}" = yes ] || exit 0
aws dynamodb update-table --table-name "$TABLE" --billing-mode PAY_PER_REQUEST
