# Changes: takes public sharing from one snapshot, and blocks it for the region.
set -euo pipefail
: "${SNAPSHOT_ID:?}"
# Look first: all public snapshots and images of this account in the region.
aws ec2 describe-snapshots --owner-ids self --restorable-by-user-ids all --query 'Snapshots[].[SnapshotId,StartTime,Description]'
aws ec2 describe-images --owners self --executable-users all --query 'Images[].[ImageId,Name,CreationDate]'
[ "${APPLY:-}" = yes ] || exit 0
aws ec2 modify-snapshot-attribute --snapshot-id "$SNAPSHOT_ID" --attribute createVolumePermission \
  --operation-type remove --group-names all
aws ec2 enable-snapshot-block-public-access --state block-all-sharing
