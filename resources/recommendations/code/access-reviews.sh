# Reads only. Who may enter which account, by group and permission set.
set -euo pipefail
: "${INSTANCE_ARN:?}" "${ACCOUNT_ID:?}"
for set_arn in $(aws sso-admin list-permission-sets-provisioned-to-account \
  --instance-arn "$INSTANCE_ARN" --account-id "$ACCOUNT_ID" --query 'PermissionSets[]' --output text); do
  aws sso-admin describe-permission-set --instance-arn "$INSTANCE_ARN" --permission-set-arn "$set_arn" \
    --query PermissionSet.Name --output text
  aws sso-admin list-account-assignments --instance-arn "$INSTANCE_ARN" --account-id "$ACCOUNT_ID" \
    --permission-set-arn "$set_arn" --query 'AccountAssignments[].[PrincipalType,PrincipalId]' --output text
done
