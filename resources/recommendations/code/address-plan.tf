variable "region" { type = string }
variable "region_cidr" { type = string }

resource "aws_vpc_ipam" "organization" {
  operating_regions { region_name = var.region }
}

resource "aws_vpc_ipam_pool" "region" {
  address_family                    = "ipv4"
  ipam_scope_id                     = aws_vpc_ipam.organization.private_default_scope_id
  locale                            = var.region
  allocation_default_netmask_length = 20
}

resource "aws_vpc_ipam_pool_cidr" "region" {
  ipam_pool_id = aws_vpc_ipam_pool.region.id
  cidr         = var.region_cidr
}
