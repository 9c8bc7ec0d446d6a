# Changes: central root access for the organization. Run it in the management account.
set -euo pipefail
# Look first: what is on, and the state of this account's root user.
aws iam list-organizations-features || true
aws iam get-account-summary --query 'SummaryMap.[AccountMFAEnabled,AccountAccessKeysPresent]'
[ "${APPLY:-}" = yes ] || exit 0
aws organizations enable-aws-service-access --service-principal iam.amazonaws.com
aws iam enable-organizations-root-credentials-management
aws iam enable-organizations-root-sessions
