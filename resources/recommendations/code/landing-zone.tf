resource "aws_organizations_organization" "client" {
  feature_set          = "ALL"
  enabled_policy_types = ["SERVICE_CONTROL_POLICY", "TAG_POLICY"]
  aws_service_access_principals = [
    "cloudtrail.amazonaws.com",
    "config.amazonaws.com",
    "guardduty.amazonaws.com",
    "sso.amazonaws.com",
  ]
}

resource "aws_organizations_organizational_unit" "unit" {
  for_each  = toset(["Security", "Infrastructure", "Production", "Development", "Sandbox", "Suspended"])
  name      = each.value
  parent_id = aws_organizations_organization.client.roots[0].id
}
