# Changes: a group asks its load balancer for the health of machines.
set -euo pipefail
: "${GROUP:?}" "${GRACE_SECONDS:=300}"
# Look first: kind of health check, grace period, sizes.
aws autoscaling describe-auto-scaling-groups --auto-scaling-group-names "$GROUP" \
  --query 'AutoScalingGroups[].[HealthCheckType,HealthCheckGracePeriod,MinSize,DesiredCapacity,MaxSize]'
[ "${APPLY:-}" = yes ] || exit 0
aws autoscaling update-auto-scaling-group --auto-scaling-group-name "$GROUP" \
  --health-check-type ELB --health-check-grace-period "$GRACE_SECONDS"
