variable "log_group" { type = string }
variable "findings_log_group" { type = string }

resource "aws_cloudwatch_log_data_protection_policy" "personal" {
  log_group_name = var.log_group
  policy_document = jsonencode({
    Name    = "personal-data"
    Version = "2021-06-01"
    Statement = [
      {
        Sid            = "audit"
        DataIdentifier = ["arn:aws:dataprotection::aws:data-identifier/EmailAddress"]
        Operation = { Audit = { FindingsDestination = {
          CloudWatchLogs = { LogGroup = var.findings_log_group }
        } } }
      },
      {
        Sid            = "mask"
        DataIdentifier = ["arn:aws:dataprotection::aws:data-identifier/EmailAddress"]
        Operation      = { Deidentify = { MaskConfig = {} } }
      }
    ]
  })
}
