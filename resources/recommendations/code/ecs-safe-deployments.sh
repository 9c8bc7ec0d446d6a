# Changes: circuit breaker with rollback for one service. It takes effect with the next deployment.
set -euo pipefail
: "${CLUSTER:?}" "${SERVICE:?}"
# Look first.
aws ecs describe-services --cluster "$CLUSTER" --services "$SERVICE" \
  --query 'services[].[deploymentConfiguration,desiredCount,runningCount,events[0].message]'
[ "${APPLY:-}" = yes ] || exit 0
aws ecs update-service --cluster "$CLUSTER" --service "$SERVICE" \
  --deployment-configuration 'deploymentCircuitBreaker={enable=true,rollback=true}'
