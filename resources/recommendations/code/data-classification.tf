variable "account_id" { type = string }
variable "buckets" { type = list(string) }

resource "aws_macie2_account" "account" {}

# A tenth of the objects, once.
resource "aws_macie2_classification_job" "sample" {
  name                = "sample"
  job_type            = "ONE_TIME"
  sampling_percentage = 10
  s3_job_definition {
    bucket_definitions {
      account_id = var.account_id
      buckets    = var.buckets
    }
  }
  depends_on = [aws_macie2_account.account]
}
