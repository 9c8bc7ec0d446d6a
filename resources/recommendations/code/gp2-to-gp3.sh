# Changes: one volume to gp3. It stays in use.
set -euo pipefail
: "${VOLUME_ID:?}" "${IOPS:=3000}" "${THROUGHPUT:=125}"
# Look first: what AWS says of the change without making it.
aws ec2 describe-volumes --volume-ids "$VOLUME_ID" --query 'Volumes[].[VolumeType,Size,Iops,State]'
aws ec2 modify-volume --dry-run --volume-id "$VOLUME_ID" \
  --volume-type gp3 --iops "$IOPS" --throughput "$THROUGHPUT" || true
[ "${APPLY:-}" = yes ] || exit 0
aws ec2 modify-volume --volume-id "$VOLUME_ID" --volume-type gp3 --iops "$IOPS" --throughput "$THROUGHPUT"
aws ec2 describe-volumes-modifications --volume-ids "$VOLUME_ID"
