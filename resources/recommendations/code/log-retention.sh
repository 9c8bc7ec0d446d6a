# Changes: the retention of log groups that have none, with names that begin with a prefix. Older events are deleted.
set -euo pipefail
: "${PREFIX:?such as /aws/lambda/}" "${DAYS:=30}"
# Look first: groups without retention, with their size in bytes.
aws logs describe-log-groups --log-group-name-prefix "$PREFIX" \
  --query 'logGroups[?!retentionInDays].[logGroupName,storedBytes]' --output table
[ "${APPLY:-}" = yes ] || exit 0
aws logs describe-log-groups --log-group-name-prefix "$PREFIX" \
  --query 'logGroups[?!retentionInDays].[logGroupName]' --output text |
  while read -r group; do
    aws logs put-retention-policy --log-group-name "$group" --retention-in-days "$DAYS"
  done
