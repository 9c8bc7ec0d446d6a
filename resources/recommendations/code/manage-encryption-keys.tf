variable "alias" { type = string }
variable "topic_arn" { type = string }

resource "aws_kms_key" "application" {
  description             = var.alias
  enable_key_rotation     = true
  deletion_window_in_days = 30
}

resource "aws_kms_alias" "application" {
  name          = "alias/${var.alias}"
  target_key_id = aws_kms_key.application.key_id
}

resource "aws_cloudwatch_event_rule" "deletion" {
  name = "kms-key-at-risk"
  event_pattern = jsonencode({
    source      = ["aws.kms"]
    detail-type = ["AWS API Call via CloudTrail"]
    detail      = { eventName = ["DisableKey", "ScheduleKeyDeletion"] }
  })
}

resource "aws_cloudwatch_event_target" "deletion" {
  rule = aws_cloudwatch_event_rule.deletion.name
  arn  = var.topic_arn
}
