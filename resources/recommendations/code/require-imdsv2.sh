# Changes: one machine to IMDSv2 only. No restart.
set -euo pipefail
: "${INSTANCE_ID:?}"
# Look first: calls without a token in 14 days; every sum should be 0.
aws cloudwatch get-metric-statistics --namespace AWS/EC2 --metric-name MetadataNoToken \
  --dimensions "Name=InstanceId,Value=$INSTANCE_ID" --statistics Sum --period 86400 \
  --start-time "$(date -u -d '14 days ago' +%FT%TZ)" --end-time "$(date -u +%FT%TZ)"
aws ec2 modify-instance-metadata-options --dry-run --instance-id "$INSTANCE_ID" --http-tokens required || true
[ "${APPLY:-}" = yes ] || exit 0
aws ec2 modify-instance-metadata-options --instance-id "$INSTANCE_ID" --http-tokens required --http-endpoint enabled
