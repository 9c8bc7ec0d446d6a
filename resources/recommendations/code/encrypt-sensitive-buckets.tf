variable "bucket" { type = string }
variable "kms_key_arn" { type = string }

resource "aws_s3_bucket_server_side_encryption_configuration" "sensitive" {
  bucket = var.bucket
  rule {
    bucket_key_enabled = true
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = var.kms_key_arn
    }
  }
}
