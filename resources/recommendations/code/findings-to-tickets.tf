variable "queue_arn" { type = string } # read by the ticket system

resource "aws_cloudwatch_event_rule" "findings" {
  name = "security-findings"
  event_pattern = jsonencode({
    source      = ["aws.securityhub"]
    detail-type = ["Security Hub Findings - Imported"]
    detail = { findings = {
      Severity    = { Label = ["CRITICAL", "HIGH"] }
      Workflow    = { Status = ["NEW", "NOTIFIED"] }
      RecordState = ["ACTIVE"]
    } }
  })
}

resource "aws_cloudwatch_event_target" "queue" {
  rule = aws_cloudwatch_event_rule.findings.name
  arn  = var.queue_arn
}
