# Reads only, apart from starting a report. Services that one role may use, and when it last did.
set -euo pipefail
: "${ROLE_ARN:?}"
job=$(aws iam generate-service-last-accessed-details --arn "$ROLE_ARN" --query JobId --output text)
sleep 10
aws iam get-service-last-accessed-details --job-id "$job" \
  --query 'sort_by(ServicesLastAccessed,&ServiceNamespace)[].[ServiceNamespace,LastAuthenticated]' --output table
