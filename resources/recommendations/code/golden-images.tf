variable "subnet_id" { type = string }
variable "security_group_id" { type = string }
variable "instance_profile" { type = string }
variable "recipe_arn" { type = string }

resource "aws_imagebuilder_infrastructure_configuration" "build" {
  name                          = "golden"
  instance_profile_name         = var.instance_profile
  subnet_id                     = var.subnet_id
  security_group_ids            = [var.security_group_id]
  terminate_instance_on_failure = true
  instance_metadata_options { http_tokens = "required" }
}

resource "aws_imagebuilder_image_pipeline" "monthly" {
  name                             = "golden-monthly"
  image_recipe_arn                 = var.recipe_arn
  infrastructure_configuration_arn = aws_imagebuilder_infrastructure_configuration.build.arn
  schedule {
    schedule_expression                = "cron(0 4 1 * ? *)"
    pipeline_execution_start_condition = "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE"
  }
}
