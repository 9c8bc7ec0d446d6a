variable "role_arn" { type = string }
variable "vault_arn" { type = string }

resource "aws_backup_restore_testing_plan" "monthly" {
  name                = "monthly"
  schedule_expression = "cron(0 5 1 * ? *)"
  recovery_point_selection {
    algorithm             = "RANDOM_WITHIN_WINDOW"
    include_vaults        = [var.vault_arn]
    recovery_point_types  = ["SNAPSHOT"]
    selection_window_days = 30
  }
}

resource "aws_backup_restore_testing_selection" "databases" {
  name                      = "databases"
  restore_testing_plan_name = aws_backup_restore_testing_plan.monthly.name
  protected_resource_type   = "RDS"
  protected_resource_arns   = ["*"]
  iam_role_arn              = var.role_arn
  validation_window_hours   = 4
}
