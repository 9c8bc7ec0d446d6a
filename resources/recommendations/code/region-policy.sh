# Reads only. Regions that are on, with the number of resources that the tagging service knows.
set -euo pipefail
for region in $(aws ec2 describe-regions --query 'Regions[].RegionName' --output text); do
  count=$(aws resourcegroupstaggingapi get-resources --region "$region" --query 'length(ResourceTagMappingList)')
  echo "$region $count"
done
