# Changes: makes a blue/green deployment with a newer version. The switch is a later step of its own.
set -euo pipefail
: "${DB_ARN:?}" "${VERSION:?}" "${NAME:?}"
# Look first: engine versions, and what can be upgraded to.
read -r engine current <<<"$(aws rds describe-db-instances --db-instance-identifier "$DB_ARN" \
  --query 'DBInstances[0].[Engine,EngineVersion]' --output text)"
aws rds describe-db-engine-versions --engine "$engine" --engine-version "$current" \
  --query 'DBEngineVersions[].ValidUpgradeTarget[].[EngineVersion,IsMajorVersionUpgrade]' --output table
[ "${APPLY:-}" = yes ] || exit 0
aws rds create-blue-green-deployment --blue-green-deployment-name "$NAME" \
  --source "$DB_ARN" --target-engine-version "$VERSION"
