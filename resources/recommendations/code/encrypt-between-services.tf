variable "family" { type = string } # such as postgres16

# Clients must trust the RDS certificate bundle before this takes effect.
resource "aws_db_parameter_group" "tls" {
  name   = "tls-only"
  family = var.family
  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }
}
