variable "role_arn" { type = string }
variable "stop_alarm_arn" { type = string }

# Stops one machine with the tag, and ends when the alarm fires.
resource "aws_fis_experiment_template" "one_machine" {
  description = "One machine stops"
  role_arn    = var.role_arn
  stop_condition {
    source = "aws:cloudwatch:alarm"
    value  = var.stop_alarm_arn
  }
  action {
    name      = "stop"
    action_id = "aws:ec2:stop-instances"
    target {
      key   = "Instances"
      value = "machines"
    }
    parameter {
      key   = "startInstancesAfterDuration"
      value = "PT5M"
    }
  }
  target {
    name           = "machines"
    resource_type  = "aws:ec2:instance"
    selection_mode = "COUNT(1)"
    resource_tag {
      key   = "FailureExercise"
      value = "allowed"
    }
  }
}
