variable "function_name" { type = string }
variable "topic_arn" { type = string }

resource "aws_sqs_queue" "failed" {
  name                      = "${var.function_name}-failed"
  message_retention_seconds = 1209600
  sqs_managed_sse_enabled   = true
}

# The role of the function needs sqs:SendMessage on the queue.
resource "aws_lambda_function_event_invoke_config" "async" {
  function_name          = var.function_name
  maximum_retry_attempts = 2
  destination_config {
    on_failure { destination = aws_sqs_queue.failed.arn }
  }
}

resource "aws_cloudwatch_metric_alarm" "throttles" {
  alarm_name          = "${var.function_name}-throttles"
  namespace           = "AWS/Lambda"
  metric_name         = "Throttles"
  dimensions          = { FunctionName = var.function_name }
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.topic_arn]
}
