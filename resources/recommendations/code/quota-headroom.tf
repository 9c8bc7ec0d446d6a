variable "topic_arn" { type = string }

# On-demand standard instances, in vCPUs, against their quota.
resource "aws_cloudwatch_metric_alarm" "vcpu" {
  alarm_name          = "quota-standard-vcpu"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 70
  evaluation_periods  = 1
  alarm_actions       = [var.topic_arn]
  metric_query {
    id          = "used"
    expression  = "100 * usage / SERVICE_QUOTA(usage)"
    return_data = true
  }
  metric_query {
    id = "usage"
    metric {
      namespace   = "AWS/Usage"
      metric_name = "ResourceCount"
      period      = 300
      stat        = "Maximum"
      dimensions = {
        Service  = "EC2"
        Type     = "Resource"
        Resource = "vCPU"
        Class    = "Standard/OnDemand"
      }
    }
  }
}
