variable "vpc_ids" { type = set(string) }
variable "archive_bucket_arn" { type = string }

resource "aws_flow_log" "vpc" {
  for_each                 = var.vpc_ids
  vpc_id                   = each.value
  traffic_type             = "ALL"
  log_destination_type     = "s3"
  log_destination          = var.archive_bucket_arn
  max_aggregation_interval = 600
  destination_options {
    file_format                = "parquet"
    per_hour_partition         = true
    hive_compatible_partitions = true
  }
}
