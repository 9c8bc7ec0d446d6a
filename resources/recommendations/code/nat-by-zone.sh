# Reads only. Gateways of this region with zone and bytes sent out in 14 days.
set -euo pipefail
aws ec2 describe-nat-gateways --filter Name=state,Values=available \
  --query 'NatGateways[].[NatGatewayId,SubnetId]' --output text |
  while read -r gateway subnet; do
    zone=$(aws ec2 describe-subnets --subnet-ids "$subnet" --query 'Subnets[0].AvailabilityZone' --output text)
    bytes=$(aws cloudwatch get-metric-statistics --namespace AWS/NATGateway --metric-name BytesOutToDestination \
      --dimensions "Name=NatGatewayId,Value=$gateway" --statistics Sum --period 1209600 \
      --start-time "$(date -u -d '14 days ago' +%FT%TZ)" --end-time "$(date -u +%FT%TZ)" \
      --query 'Datapoints[0].Sum' --output text)
    echo "$gateway $zone $bytes"
  done
