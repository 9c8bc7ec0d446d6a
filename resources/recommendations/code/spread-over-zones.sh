# Changes: adds subnets of other zones to one Auto Scaling group. New machines start there at the next rebalancing.
set -euo pipefail
: "${GROUP:?}" "${SUBNETS:?all subnets, such as subnet-a,subnet-b}"
# Look first: zones of the group, and of the subnets.
aws autoscaling describe-auto-scaling-groups --auto-scaling-group-names "$GROUP" \
  --query 'AutoScalingGroups[].[AvailabilityZones,VPCZoneIdentifier,DesiredCapacity]'
IFS=, read -ra subnets <<<"$SUBNETS"
aws ec2 describe-subnets --subnet-ids "${subnets[@]}" \
  --query 'Subnets[].[SubnetId,AvailabilityZone,AvailableIpAddressCount]'
[ "${APPLY:-}" = yes ] || exit 0
aws autoscaling update-auto-scaling-group --auto-scaling-group-name "$GROUP" --vpc-zone-identifier "$SUBNETS"
