variable "load_balancer" { type = string } # app/<name>/<id>
variable "topic_arn" { type = string }

# Burns a 99.9 % objective 14 times too fast over an hour.
resource "aws_cloudwatch_metric_alarm" "fast_burn" {
  alarm_name          = "error-budget-fast-burn"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1.44
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.topic_arn]
  metric_query {
    id          = "percent"
    expression  = "100 * FILL(errors, 0) / requests"
    return_data = true
  }
  metric_query {
    id = "errors"
    metric {
      namespace   = "AWS/ApplicationELB"
      metric_name = "HTTPCode_Target_5XX_Count"
      period      = 3600
      stat        = "Sum"
      dimensions  = { LoadBalancer = var.load_balancer }
    }
  }
  metric_query {
    id = "requests"
    metric {
      namespace   = "AWS/ApplicationELB"
      metric_name = "RequestCount"
      period      = 3600
      stat        = "Sum"
      dimensions  = { LoadBalancer = var.load_balancer }
    }
  }
}
