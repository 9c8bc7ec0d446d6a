variable "domain" { type = string }
variable "zone_id" { type = string }

resource "aws_acm_certificate" "public" {
  domain_name       = var.domain
  validation_method = "DNS"
  lifecycle { create_before_destroy = true }
}

resource "aws_route53_record" "validation" {
  for_each = { for option in aws_acm_certificate.public.domain_validation_options :
  option.domain_name => option }
  zone_id = var.zone_id
  name    = each.value.resource_record_name
  type    = each.value.resource_record_type
  records = [each.value.resource_record_value]
  ttl     = 300
}
