variable "role_arn" { type = string }
variable "artifact_bucket" { type = string }
variable "script_zip" { type = string }
variable "runtime_version" { type = string } # AWS retires old ones

resource "aws_synthetics_canary" "sign_in" {
  name                 = "sign-in"
  runtime_version      = var.runtime_version
  handler              = "signIn.handler"
  zip_file             = var.script_zip
  execution_role_arn   = var.role_arn
  artifact_s3_location = "s3://${var.artifact_bucket}/sign-in"
  start_canary         = true
  schedule { expression = "rate(1 minute)" }
  failure_retention_period = 31
}
