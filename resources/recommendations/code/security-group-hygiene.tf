variable "vpc_id" { type = string }

# Adopts the default group of the VPC and takes all of its rules.
resource "aws_default_security_group" "empty" {
  vpc_id = var.vpc_id
}
