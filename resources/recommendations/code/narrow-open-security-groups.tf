variable "vpc_id" { type = string }
variable "partner_cidrs" { type = map(string) }
variable "application_group_id" { type = string }

resource "aws_ec2_managed_prefix_list" "partners" {
  name           = "partners"
  address_family = "IPv4"
  max_entries    = 20
  dynamic "entry" {
    for_each = var.partner_cidrs
    content {
      description = entry.key
      cidr        = entry.value
    }
  }
}

resource "aws_security_group" "database" {
  name        = "database"
  description = "PostgreSQL from the application"
  vpc_id      = var.vpc_id
}

resource "aws_vpc_security_group_ingress_rule" "application" {
  security_group_id            = aws_security_group.database.id
  referenced_security_group_id = var.application_group_id
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
  description                  = "Application to PostgreSQL"
}

resource "aws_vpc_security_group_ingress_rule" "partners" {
  security_group_id = var.application_group_id
  prefix_list_id    = aws_ec2_managed_prefix_list.partners.id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  description       = "Partners to the interface"
}
