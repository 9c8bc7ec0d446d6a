# Changes: switches on the protection of one instance, one table and one load balancer. No restart.
set -euo pipefail
: "${DB:?}" "${TABLE:?}" "${LOAD_BALANCER_ARN:?}"
# Look first.
aws rds describe-db-instances --db-instance-identifier "$DB" --query 'DBInstances[].DeletionProtection'
aws dynamodb describe-table --table-name "$TABLE" --query 'Table.DeletionProtectionEnabled'
aws elbv2 describe-load-balancer-attributes --load-balancer-arn "$LOAD_BALANCER_ARN" \
  --query 'Attributes[?Key==`deletion_protection.enabled`]'
[ "${APPLY:-}" = yes ] || exit 0
aws rds modify-db-instance --db-instance-identifier "$DB" --deletion-protection --apply-immediately
aws dynamodb update-table --table-name "$TABLE" --deletion-protection-enabled
aws elbv2 modify-load-balancer-attributes --load-balancer-arn "$LOAD_BALANCER_ARN" \
  --attributes Key=deletion_protection.enabled,Value=true
