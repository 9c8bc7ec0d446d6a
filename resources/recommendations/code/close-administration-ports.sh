# Changes: takes one rule from a security group.
set -euo pipefail
: "${GROUP_ID:?}" "${RULE_ID:?sgr-...}"
# Look first: rules from anywhere, and what the group is attached to.
aws ec2 describe-security-group-rules --filters "Name=group-id,Values=$GROUP_ID" \
  --query 'SecurityGroupRules[?!IsEgress && (CidrIpv4==`0.0.0.0/0` || CidrIpv6==`::/0`)].[SecurityGroupRuleId,FromPort,ToPort,Description]'
aws ec2 describe-network-interfaces --filters "Name=group-id,Values=$GROUP_ID" \
  --query 'NetworkInterfaces[].[NetworkInterfaceId,Description,Association.PublicIp]'
aws ec2 revoke-security-group-ingress --dry-run --group-id "$GROUP_ID" --security-group-rule-ids "$RULE_ID" || true
[ "${APPLY:-}" = yes ] || exit 0
aws ec2 revoke-security-group-ingress --group-id "$GROUP_ID" --security-group-rule-ids "$RULE_ID"
