variable "bucket" { type = string }
variable "days" { type = number }

resource "aws_s3_bucket" "archive" {
  bucket              = var.bucket
  object_lock_enabled = true
}

resource "aws_s3_bucket_object_lock_configuration" "archive" {
  bucket = aws_s3_bucket.archive.id
  rule {
    default_retention {
      mode = "GOVERNANCE"
      days = var.days
    }
  }
}
