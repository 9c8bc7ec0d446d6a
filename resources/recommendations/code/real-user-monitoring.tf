variable "domain" { type = string }

resource "aws_rum_app_monitor" "portal" {
  name           = "portal"
  domain         = var.domain
  cw_log_enabled = false
  app_monitor_configuration {
    session_sample_rate = 0.1
    telemetries         = ["performance", "errors", "http"]
    allow_cookies       = false
    enable_xray         = true
  }
}
