variable "archive_bucket" { type = string }
variable "kms_key_arn" { type = string }
variable "regulated_bucket_arns" { type = list(string) } # each with a slash at its end

resource "aws_cloudtrail" "organization" {
  name                       = "organization"
  s3_bucket_name             = var.archive_bucket
  kms_key_id                 = var.kms_key_arn
  is_organization_trail      = true
  is_multi_region_trail      = true
  enable_log_file_validation = true
  advanced_event_selector {
    name = "management"
    field_selector {
      field  = "eventCategory"
      equals = ["Management"]
    }
  }
  advanced_event_selector {
    name = "regulated objects"
    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field  = "resources.type"
      equals = ["AWS::S3::Object"]
    }
    field_selector {
      field       = "resources.ARN"
      starts_with = var.regulated_bucket_arns
    }
  }
}
