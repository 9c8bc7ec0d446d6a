# Terraform 1.5 or newer. `terraform plan -generate-config-out=generated.tf` can write the first code.
import {
  to = aws_s3_bucket.existing
  id = "<name-of-the-bucket>"
}

resource "aws_s3_bucket" "existing" {
  bucket = "<name-of-the-bucket>"
  lifecycle { prevent_destroy = true }
}
