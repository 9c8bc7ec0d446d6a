variable "role_arn" { type = string }

resource "aws_dlm_lifecycle_policy" "daily" {
  description        = "Daily snapshots kept for 14 days"
  execution_role_arn = var.role_arn
  state              = "ENABLED"
  policy_details {
    resource_types = ["VOLUME"]
    target_tags    = { Backup = "daily" }
    schedule {
      name      = "daily"
      copy_tags = true
      create_rule {
        interval      = 24
        interval_unit = "HOURS"
        times         = ["03:00"]
      }
      retain_rule { count = 14 }
    }
  }
}

# What somebody deletes by mistake can be had back for two weeks.
resource "aws_rbin_rule" "snapshots" {
  resource_type = "EBS_SNAPSHOT"
  retention_period {
    retention_period_value = 14
    retention_period_unit  = "DAYS"
  }
}
