variable "name" { type = string }
variable "kms_key_id" { type = string }
variable "rotation_function_arn" { type = string }

# The value is set outside of Terraform, so that it never is in the state.
resource "aws_secretsmanager_secret" "database" {
  name       = var.name
  kms_key_id = var.kms_key_id
}

resource "aws_secretsmanager_secret_rotation" "database" {
  secret_id           = aws_secretsmanager_secret.database.id
  rotation_lambda_arn = var.rotation_function_arn
  rotation_rules { automatically_after_days = 30 }
}
