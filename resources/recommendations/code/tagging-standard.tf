variable "target_id" { type = string }
variable "environments" { type = list(string) }

resource "aws_organizations_policy" "tags" {
  name = "required-tags"
  type = "TAG_POLICY"
  content = jsonencode({
    tags = {
      Environment = {
        tag_key      = { "@@assign" = "Environment" }
        tag_value    = { "@@assign" = var.environments }
        enforced_for = { "@@assign" = ["ec2:instance", "rds:db", "s3:bucket"] }
      }
      Owner = { tag_key = { "@@assign" = "Owner" } }
    }
  })
}

resource "aws_organizations_policy_attachment" "tags" {
  policy_id = aws_organizations_policy.tags.id
  target_id = var.target_id
}
