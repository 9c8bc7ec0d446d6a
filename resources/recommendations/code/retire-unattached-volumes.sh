# Changes: deletes one unattached volume, after a snapshot of it was made.
set -euo pipefail
: "${VOLUME_ID:?}"
# Look first: it must be 'available'; the tags tell whose it was.
aws ec2 describe-volumes --volume-ids "$VOLUME_ID" --query 'Volumes[].[State,Size,CreateTime,Tags]'
[ "${APPLY:-}" = yes ] || exit 0
snapshot=$(aws ec2 create-snapshot --volume-id "$VOLUME_ID" --description "before deletion of $VOLUME_ID" \
  --tag-specifications "ResourceType=snapshot,Tags=[{Key=ExpiresOn,Value=$(date -u -d '90 days' +%F)}]" \
  --query SnapshotId --output text)
aws ec2 wait snapshot-completed --snapshot-ids "$snapshot"
aws ec2 delete-volume --volume-id "$VOLUME_ID"
