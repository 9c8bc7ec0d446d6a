variable "bucket" { type = string }

resource "aws_s3_bucket_ownership_controls" "baseline" {
  bucket = var.bucket
  rule { object_ownership = "BucketOwnerEnforced" }
}

resource "aws_s3_bucket_versioning" "baseline" {
  bucket = var.bucket
  versioning_configuration { status = "Enabled" }
}

data "aws_iam_policy_document" "tls" {
  statement {
    sid       = "DenyPlainHttp"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ["arn:aws:s3:::${var.bucket}", "arn:aws:s3:::${var.bucket}/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

# Replaces the bucket's policy: add the statements that it has.
resource "aws_s3_bucket_policy" "baseline" {
  bucket = var.bucket
  policy = data.aws_iam_policy_document.tls.json
}
