# Changes: the lifecycle of one bucket, only if it has none yet.
set -euo pipefail
: "${BUCKET:?}"
# Look first: a put replaces all rules, so a bucket that has some is left alone.
if aws s3api get-bucket-lifecycle-configuration --bucket "$BUCKET"; then
  echo 'It has rules: add the new one to them in code.'
  exit 0
fi
[ "${APPLY:-}" = yes ] || exit 0
aws s3api put-bucket-lifecycle-configuration --bucket "$BUCKET" --lifecycle-configuration \
  '{"Rules":[{"ID":"abort-incomplete","Status":"Enabled","Filter":{},"AbortIncompleteMultipartUpload":{"DaysAfterInitiation":7}}]}'
