variable "role_arn" { type = string }
variable "bucket" { type = string }

resource "aws_config_configuration_recorder" "all" {
  name     = "all"
  role_arn = var.role_arn
  recording_group {
    all_supported                 = true
    include_global_resource_types = true
  }
  recording_mode { recording_frequency = "DAILY" }
}

resource "aws_config_delivery_channel" "all" {
  name           = "all"
  s3_bucket_name = var.bucket
  depends_on     = [aws_config_configuration_recorder.all]
}

resource "aws_config_configuration_recorder_status" "all" {
  name       = aws_config_configuration_recorder.all.name
  is_enabled = true
  depends_on = [aws_config_delivery_channel.all]
}
