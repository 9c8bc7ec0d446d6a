variable "role_arn" { type = string }
variable "remote_vault_arn" { type = string }

resource "aws_backup_vault" "local" {
  name = "daily"
}

resource "aws_backup_plan" "daily" {
  name = "daily"
  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.local.name
    schedule          = "cron(0 3 * * ? *)"
    lifecycle { delete_after = 35 }
    copy_action {
      destination_vault_arn = var.remote_vault_arn
      lifecycle { delete_after = 90 }
    }
  }
}

resource "aws_backup_selection" "tagged" {
  name         = "tagged"
  plan_id      = aws_backup_plan.daily.id
  iam_role_arn = var.role_arn
  selection_tag {
    type  = "STRINGEQUALS"
    key   = "Backup"
    value = "daily"
  }
}
