# Changes: blocks public access to S3 for the whole account.
set -euo pipefail
: "${ACCOUNT_ID:?}"
# Look first: what is blocked now, and which buckets have a public policy.
aws s3control get-public-access-block --account-id "$ACCOUNT_ID" || true
for bucket in $(aws s3api list-buckets --query 'Buckets[].Name' --output text); do
  public=$(aws s3api get-bucket-policy-status --bucket "$bucket" \
    --query PolicyStatus.IsPublic --output text 2>/dev/null || echo 'no policy')
  echo "$bucket $public"
done
[ "${APPLY:-}" = yes ] || exit 0
aws s3control put-public-access-block --account-id "$ACCOUNT_ID" --public-access-block-configuration \
  BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true
