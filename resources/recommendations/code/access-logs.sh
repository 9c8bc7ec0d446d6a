# Changes: access logs of one load balancer. The bucket's policy must allow the delivery.
set -euo pipefail
: "${LOAD_BALANCER_ARN:?}" "${LOG_BUCKET:?}" "${PREFIX:?}"
# Look first.
aws elbv2 describe-load-balancer-attributes --load-balancer-arn "$LOAD_BALANCER_ARN" \
  --query 'Attributes[?starts_with(Key, `access_logs`)]'
[ "${APPLY:-}" = yes ] || exit 0
aws elbv2 modify-load-balancer-attributes --load-balancer-arn "$LOAD_BALANCER_ARN" --attributes \
  Key=access_logs.s3.enabled,Value=true "Key=access_logs.s3.bucket,Value=$LOG_BUCKET" \
  "Key=access_logs.s3.prefix,Value=$PREFIX"
