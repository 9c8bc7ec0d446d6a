variable "source_db_arn" { type = string }
variable "instance_class" { type = string }
variable "kms_key_arn" { type = string } # of the recovery region
variable "subnet_group" { type = string }

# With a provider of the recovery region: the data part of a pilot light.
resource "aws_db_instance" "replica" {
  identifier           = "recovery"
  replicate_source_db  = var.source_db_arn
  instance_class       = var.instance_class
  kms_key_id           = var.kms_key_arn
  db_subnet_group_name = var.subnet_group
  storage_encrypted    = true
  publicly_accessible  = false
  deletion_protection  = true
  skip_final_snapshot  = true
}
