# Changes: takes one statement from the policy of a function.
set -euo pipefail
: "${FUNCTION:?}" "${STATEMENT_ID:?}"
# Look first: the policy, and the URL with its kind of sign-in.
aws lambda get-policy --function-name "$FUNCTION" --query Policy --output text
aws lambda get-function-url-config --function-name "$FUNCTION" --query '[AuthType,FunctionUrl]' || true
[ "${APPLY:-}" = yes ] || exit 0
aws lambda remove-permission --function-name "$FUNCTION" --statement-id "$STATEMENT_ID"
