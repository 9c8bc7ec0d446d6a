# Reads only. Trails that this account sees, and whether they deliver.
set -euo pipefail
aws cloudtrail describe-trails \
  --query 'trailList[].[Name,IsMultiRegionTrail,IsOrganizationTrail,LogFileValidationEnabled,KmsKeyId]' --output table
for trail in $(aws cloudtrail describe-trails --query 'trailList[].TrailARN' --output text); do
  aws cloudtrail get-trail-status --name "$trail" --query '[IsLogging,LatestDeliveryTime,LatestDeliveryError]'
done
