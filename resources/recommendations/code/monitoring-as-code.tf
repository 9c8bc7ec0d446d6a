variable "service" { type = string }
variable "load_balancer" { type = string }
variable "region" { type = string }

resource "aws_cloudwatch_dashboard" "service" {
  dashboard_name = var.service
  dashboard_body = jsonencode({
    widgets = [for i, metric in ["RequestCount", "HTTPCode_Target_5XX_Count", "TargetResponseTime"] : {
      type   = "metric"
      x      = i * 8
      y      = 0
      width  = 8
      height = 6
      properties = {
        title   = metric
        region  = var.region
        stat    = metric == "TargetResponseTime" ? "p95" : "Sum"
        period  = 60
        metrics = [["AWS/ApplicationELB", metric, "LoadBalancer", var.load_balancer]]
      }
    }]
  })
}
