variable "function_name" { type = string }
variable "role_arn" { type = string }
variable "alarm_name" { type = string }

resource "aws_codedeploy_app" "function" {
  name             = var.function_name
  compute_platform = "Lambda"
}

resource "aws_codedeploy_deployment_group" "canary" {
  app_name               = aws_codedeploy_app.function.name
  deployment_group_name  = "canary"
  service_role_arn       = var.role_arn
  deployment_config_name = "CodeDeployDefault.LambdaCanary10Percent10Minutes"
  deployment_style {
    deployment_type   = "BLUE_GREEN"
    deployment_option = "WITH_TRAFFIC_CONTROL"
  }
  alarm_configuration {
    enabled = true
    alarms  = [var.alarm_name]
  }
  auto_rollback_configuration {
    enabled = true
    events  = ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"]
  }
}
