# Changes: the type of one instance, which is stopped for it. An EBS-backed instance only.
set -euo pipefail
: "${INSTANCE_ID:?}" "${NEW_TYPE:?such as m7i.large}"
# Look first: current type, ENA, and whether the new type is offered in the zone.
aws ec2 describe-instances --instance-ids "$INSTANCE_ID" \
  --query 'Reservations[].Instances[].[InstanceType,EnaSupport,Placement.AvailabilityZone,RootDeviceType]'
aws ec2 describe-instance-type-offerings --location-type availability-zone \
  --filters "Name=instance-type,Values=$NEW_TYPE" --query 'InstanceTypeOfferings[].Location'
[ "${APPLY:-}" = yes ] || exit 0
aws ec2 stop-instances --instance-ids "$INSTANCE_ID"
aws ec2 wait instance-stopped --instance-ids "$INSTANCE_ID"
aws ec2 modify-instance-attribute --instance-id "$INSTANCE_ID" --instance-type "Value=$NEW_TYPE"
aws ec2 start-instances --instance-ids "$INSTANCE_ID"
