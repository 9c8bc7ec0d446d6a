# Changes: Container Insights for one cluster, and as the default for new ones.
set -euo pipefail
: "${CLUSTER:?}"
# Look first.
aws ecs describe-clusters --clusters "$CLUSTER" --include SETTINGS --query 'clusters[].[settings,runningTasksCount]'
[ "${APPLY:-}" = yes ] || exit 0
aws ecs update-cluster-settings --cluster "$CLUSTER" --settings name=containerInsights,value=enabled
aws ecs put-account-setting-default --name containerInsights --value enabled
