variable "unit_id" { type = string }
variable "regions" { type = list(string) }
variable "exempt_role_arns" { type = list(string) }

data "aws_iam_policy_document" "guardrails" {
  statement {
    sid    = "KeepTheRecord"
    effect = "Deny"
    actions = ["cloudtrail:StopLogging", "cloudtrail:DeleteTrail", "organizations:LeaveOrganization",
    "s3:PutAccountPublicAccessBlock", "guardduty:DeleteDetector", "config:StopConfigurationRecorder"]
    resources = ["*"]
    condition {
      test     = "ArnNotLike"
      variable = "aws:PrincipalArn"
      values   = var.exempt_role_arns
    }
  }
  statement {
    sid    = "Regions"
    effect = "Deny"
    # Services that answer from one region for the whole world.
    not_actions = ["iam:*", "organizations:*", "sts:*", "route53:*", "cloudfront:*", "support:*", "budgets:*",
    "ce:*", "health:*", "globalaccelerator:*", "waf:*", "shield:*", "account:*", "billing:*"]
    resources = ["*"]
    condition {
      test     = "StringNotEquals"
      variable = "aws:RequestedRegion"
      values   = var.regions
    }
  }
}

resource "aws_organizations_policy" "guardrails" {
  name    = "guardrails"
  type    = "SERVICE_CONTROL_POLICY"
  content = data.aws_iam_policy_document.guardrails.json
}

resource "aws_organizations_policy_attachment" "guardrails" {
  policy_id = aws_organizations_policy.guardrails.id
  target_id = var.unit_id
}
