variable "group_name" { type = string }
variable "requests_per_target" { type = number }
# app/<name>/<id>/targetgroup/<name>/<id>
variable "resource_label" { type = string }

resource "aws_autoscaling_policy" "requests" {
  name                      = "requests-per-target"
  autoscaling_group_name    = var.group_name
  policy_type               = "TargetTrackingScaling"
  estimated_instance_warmup = 120
  target_tracking_configuration {
    target_value = var.requests_per_target
    predefined_metric_specification {
      predefined_metric_type = "ALBRequestCountPerTarget"
      resource_label         = var.resource_label
    }
  }
}
