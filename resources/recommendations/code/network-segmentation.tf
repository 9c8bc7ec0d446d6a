variable "name" { type = string }
variable "cidr" { type = string }
variable "zones" { type = list(string) }

resource "aws_vpc" "environment" {
  cidr_block           = var.cidr
  enable_dns_hostnames = true
  tags                 = { Name = var.name }
}

locals {
  tiers = ["public", "application", "data"]
  subnets = { for pair in setproduct(local.tiers, var.zones) : "${pair[0]}-${pair[1]}" => {
    tier  = pair[0]
    zone  = pair[1]
    index = index(local.tiers, pair[0]) * length(var.zones) + index(var.zones, pair[1])
  } }
}

resource "aws_subnet" "tier" {
  for_each          = local.subnets
  vpc_id            = aws_vpc.environment.id
  availability_zone = each.value.zone
  cidr_block        = cidrsubnet(var.cidr, 4, each.value.index)
  tags              = { Name = "${var.name}-${each.key}", Tier = each.value.tier }
}

# The data tier knows no way but the local one.
resource "aws_route_table" "data" {
  vpc_id = aws_vpc.environment.id
  tags   = { Name = "${var.name}-data" }
}

resource "aws_route_table_association" "data" {
  for_each       = { for key, subnet in local.subnets : key => subnet if subnet.tier == "data" }
  subnet_id      = aws_subnet.tier[each.key].id
  route_table_id = aws_route_table.data.id
}
