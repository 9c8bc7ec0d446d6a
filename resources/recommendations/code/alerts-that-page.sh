# Reads only. Alarms without an action, and alarms without data with the time since when.
set -euo pipefail
aws cloudwatch describe-alarms \
  --query 'MetricAlarms[?!AlarmActions || !ActionsEnabled].[AlarmName,StateValue,Namespace,MetricName]' --output table
aws cloudwatch describe-alarms --state-value INSUFFICIENT_DATA \
  --query 'MetricAlarms[].[AlarmName,StateUpdatedTimestamp,TreatMissingData]' --output table
