variable "bucket" { type = string }
variable "expire_after_days" { type = number }

resource "aws_s3_bucket_lifecycle_configuration" "profile" {
  bucket = var.bucket
  rule {
    id     = "tier-and-expire"
    status = "Enabled"
    filter {}
    transition {
      days          = 0
      storage_class = "INTELLIGENT_TIERING"
    }
    expiration { days = var.expire_after_days }
    noncurrent_version_expiration { noncurrent_days = 30 }
    abort_incomplete_multipart_upload { days_after_initiation = 7 }
  }
}
