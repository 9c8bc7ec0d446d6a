# Reads only. Each request to Cost Explorer is charged (0.01 USD). Run it in the management account.
set -euo pipefail
aws ce get-savings-plans-purchase-recommendation \
  --savings-plans-type COMPUTE_SP --term-in-years ONE_YEAR --payment-option NO_UPFRONT \
  --lookback-period-in-days THIRTY_DAYS --account-scope PAYER
aws ce get-savings-plans-coverage \
  --time-period "Start=$(date -u -d '30 days ago' +%F),End=$(date -u +%F)" --granularity DAILY
