variable "router_address" { type = string }
variable "router_asn" { type = number }
variable "transit_gateway_id" { type = string }
variable "topic_arn" { type = string }

resource "aws_customer_gateway" "site" {
  ip_address = var.router_address
  bgp_asn    = var.router_asn
  type       = "ipsec.1"
}

resource "aws_vpn_connection" "site" {
  customer_gateway_id    = aws_customer_gateway.site.id
  transit_gateway_id     = var.transit_gateway_id
  type                   = "ipsec.1"
  tunnel1_ike_versions   = ["ikev2"]
  tunnel2_ike_versions   = ["ikev2"]
  tunnel1_startup_action = "start"
  tunnel2_startup_action = "start"
}

# 1 is both tunnels up.
resource "aws_cloudwatch_metric_alarm" "tunnels" {
  alarm_name          = "vpn-${aws_vpn_connection.site.id}"
  namespace           = "AWS/VPN"
  metric_name         = "TunnelState"
  dimensions          = { VpnId = aws_vpn_connection.site.id }
  statistic           = "Minimum"
  period              = 60
  evaluation_periods  = 3
  threshold           = 1
  comparison_operator = "LessThanThreshold"
  treat_missing_data  = "breaching"
  alarm_actions       = [var.topic_arn]
}
