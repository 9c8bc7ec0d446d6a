variable "vault_name" { type = string }
variable "minimum_days" { type = number }
variable "maximum_days" { type = number }

# Governance mode. With changeable_for_days it becomes compliance mode after that time, for good.
resource "aws_backup_vault_lock_configuration" "locked" {
  backup_vault_name  = var.vault_name
  min_retention_days = var.minimum_days
  max_retention_days = var.maximum_days
}
