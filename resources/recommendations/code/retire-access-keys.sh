# Changes: deactivates one access key. It can be activated again.
set -euo pipefail
: "${USER_NAME:?}" "${KEY_ID:?}"
# Look first: all keys of the user, and the last use of this one.
aws iam list-access-keys --user-name "$USER_NAME" --query 'AccessKeyMetadata[].[AccessKeyId,Status,CreateDate]'
aws iam get-access-key-last-used --access-key-id "$KEY_ID"
[ "${APPLY:-}" = yes ] || exit 0
aws iam update-access-key --user-name "$USER_NAME" --access-key-id "$KEY_ID" --status Inactive
