# Stops one instance on weekday evenings; a second schedule with startInstances mirrors it.
variable "instance_ids" { type = list(string) }
variable "time_zone" { type = string }

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["scheduler.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "scheduler" {
  name               = "office-hours"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role_policy" "scheduler" {
  role = aws_iam_role.scheduler.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = ["ec2:StopInstances", "ec2:StartInstances"]
      Resource  = "*"
      Condition = { StringEquals = { "aws:ResourceTag/Schedule" = "office-hours" } }
    }]
  })
}

resource "aws_scheduler_schedule" "evening" {
  name                         = "office-hours-stop"
  schedule_expression          = "cron(0 20 ? * MON-FRI *)"
  schedule_expression_timezone = var.time_zone
  flexible_time_window { mode = "OFF" }
  target {
    arn      = "arn:aws:scheduler:::aws-sdk:ec2:stopInstances"
    role_arn = aws_iam_role.scheduler.arn
    input    = jsonencode({ InstanceIds = var.instance_ids })
  }
}
