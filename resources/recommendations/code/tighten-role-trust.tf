variable "vendor_account_id" { type = string }
variable "external_id" { type = string }

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${var.vendor_account_id}:root"]
    }
    condition {
      test     = "StringEquals"
      variable = "sts:ExternalId"
      values   = [var.external_id]
    }
  }
}

resource "aws_iam_role" "vendor" {
  name                 = "vendor-read"
  assume_role_policy   = data.aws_iam_policy_document.trust.json
  max_session_duration = 3600
}
