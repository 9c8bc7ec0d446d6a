# Reads only. Each request to Cost Explorer is charged (0.01 USD).
set -euo pipefail
aws ce get-reservation-purchase-recommendation \
  --service 'Amazon Relational Database Service' --account-scope PAYER \
  --term-in-years ONE_YEAR --payment-option NO_UPFRONT --lookback-period-in-days THIRTY_DAYS
aws rds describe-reserved-db-instances \
  --query 'ReservedDBInstances[?State==`active`].[DBInstanceClass,ProductDescription,DBInstanceCount,StartTime,Duration]' \
  --output table
