variable "vpc_id" { type = string }
variable "private_route_table_ids" { type = list(string) }
variable "organization_id" { type = string }
variable "region" { type = string }

resource "aws_vpc_endpoint" "s3" {
  vpc_id            = var.vpc_id
  service_name      = "com.amazonaws.${var.region}.s3"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = var.private_route_table_ids
  # Buckets of AWS itself (ECR layers, packages) must be added where they are used.
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:*"
      Resource  = "*"
      Condition = { StringEquals = { "aws:ResourceOrgID" = var.organization_id } }
    }]
  })
}
