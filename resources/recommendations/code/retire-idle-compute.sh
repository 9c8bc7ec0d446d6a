# Changes: stops one instance, after an image of it was made.
set -euo pipefail
: "${INSTANCE_ID:?}"
# Look first: who owns it, and what its CPU did in the last 14 days.
aws ec2 describe-instances --instance-ids "$INSTANCE_ID" --query 'Reservations[].Instances[].[State.Name,Tags]'
aws cloudwatch get-metric-statistics --namespace AWS/EC2 --metric-name CPUUtilization \
  --dimensions "Name=InstanceId,Value=$INSTANCE_ID" --statistics Maximum --period 86400 \
  --start-time "$(date -u -d '14 days ago' +%FT%TZ)" --end-time "$(date -u +%FT%TZ)"
[ "${APPLY:-}" = yes ] || exit 0
image=$(aws ec2 create-image --instance-id "$INSTANCE_ID" --no-reboot \
  --name "before-retirement-$INSTANCE_ID-$(date -u +%F)" --query ImageId --output text)
aws ec2 wait image-available --image-ids "$image"
aws ec2 stop-instances --instance-ids "$INSTANCE_ID"
